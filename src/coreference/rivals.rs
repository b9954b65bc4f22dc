//! Who else a pronoun could mean, beside the likeliest: where somebody else is as likely, an accusation is laid to nobody.

use crate::grammar::{ancestors, path_to_root, subject};
use crate::language::{Dependency, Sentence};
use crate::mentions::{Mention, MentionId, MentionKind};

use super::clusters::Clusters;
use super::input::CoreferenceInput;

/// Whether this one tells what the pronoun does: it may be told of somebody spoken of before. In "Hale resigned after two
/// women said he had hit them" the women tell it.
pub fn is_told_by(
    input: &CoreferenceInput<'_>,
    clusters: &Clusters,
    pronoun: &Mention,
    likeliest: MentionId,
) -> bool {
    let sentence = input.document.sentence(pronoun.sentence);
    let told =
        ancestors(sentence, pronoun.head).find(|&above| sentence.tokens[above].dep == Dependency::Ccomp);
    let Some(clause) = told else { return false };
    let inside =
        |id: MentionId| path_to_root(sentence, input.document.mentions[id].head).any(|above| above == clause);
    let teller = subject(sentence, sentence.tokens[clause].head)
        .and_then(|token| input.document.mentions.headed_by(pronoun.sentence.token(token)));
    !inside(likeliest) && teller.is_none_or(|teller| clusters.together(teller, likeliest))
}

/// Whether a phrase only says what another is: "called the clerk a predator", "is a killer".
pub fn is_what_another_is_called(input: &CoreferenceInput<'_>, clusters: &Clusters, id: MentionId) -> bool {
    let mention = &input.document.mentions[id];
    let group = clusters.group(id);
    let dependency = input.document.sentence(mention.sentence).tokens[mention.head].dep;
    mention.kind == MentionKind::Description
        && !group.named
        && group.members.len() == 1
        && matches!(dependency, Dependency::Attr | Dependency::Oprd)
}

/// Whether somebody is named only by the way, where the likeliest is not: who gives his name to another ("Hale adviser Karl Roe"), and, beside the named subject of the clause above, an unnamed
/// one within another phrase ("Roe helped the counsel's inquiry as he pleaded guilty").
pub fn is_weak_rival(
    input: &CoreferenceInput<'_>,
    clusters: &Clusters,
    pronoun: &Mention,
    likeliest: MentionId,
    other: MentionId,
) -> bool {
    let (best, rival) = (&input.document.mentions[likeliest], &input.document.mentions[other]);
    let sentence = input.document.sentence(rival.sentence);
    let is_unnamed = rival.kind == MentionKind::Description && !clusters.group(other).named;
    let dependency = sentence.tokens[rival.head].dep;
    let by_the_way = dependency.is_noun_modifier() && dependency != Dependency::Poss;
    let within = is_unnamed
        && role(input, rival) >= 3
        && clusters.group(likeliest).named
        && best.sentence == pronoun.sentence
        && is_subject_above(input.document.sentence(pronoun.sentence), best.head, pronoun.head);
    by_the_way || within
}

/// How near to a subject a phrase stands.
pub fn role(input: &CoreferenceInput, mention: &Mention) -> usize {
    match input.document.sentence(mention.sentence).tokens[mention.head].dep {
        Dependency::Nsubj | Dependency::NsubjPass => 0,
        Dependency::Dobj | Dependency::Dative => 1,
        Dependency::Appos | Dependency::Attr | Dependency::Conj => 2,
        Dependency::Pobj | Dependency::Agent => 3,
        _ => 4,
    }
}

/// Whether a subject's clause stands above the word.
fn is_subject_above(sentence: &Sentence, subject: usize, word: usize) -> bool {
    let tokens = &sentence.tokens;
    tokens[subject].dep.is_subject()
        && tokens[word].dep.is_subject()
        && ancestors(sentence, word).any(|above| above == tokens[subject].head)
}

#[cfg(test)]
mod tests {
    use crate::coreference::sample_chains::read;

    /// Whether it is in doubt whom a pronoun means: then an accusation is laid to nobody.
    fn is_doubtful(text: &str, pronoun: &str) -> bool {
        let (mentions, chains) = read(text);
        let (id, _) = mentions.iter().find(|(_, mention)| mention.text == pronoun).expect(pronoun);
        chains.of_bearer(id, true) != chains.of_bearer(id, false)
    }

    #[test]
    fn whoever_stands_by_the_way_is_no_rival() {
        for text in [
            "Former Vane adviser Karl Roe left the office as he was charged with fraud.",
            "Karl Roe is the suspect, and police say he was charged with fraud.",
            "Karl Roe agreed to help the special counsel's inquiry as he was charged with fraud.",
            "Karl Roe resigned after three women said that he had hit them.",
        ] {
            assert!(!is_doubtful(text, "he"), "{text}");
        }
    }

    #[test]
    fn two_who_are_named_alike_leave_it_in_doubt() {
        assert!(is_doubtful("Karl Roe met Tom Vane in Leeds before he was charged with fraud.", "he"));
    }
}
