//! Coreference of pronouns, by the tree: relatives go with the noun they describe, reflexives with their subject, `I` with
//! who speaks, and `he`, `she`, `it`, `they` with the nearest fitting mention in the order of Hobbs (1978): the own
//! sentence first, subjects before others, then the sentences before.

use crate::coreference::reason::Reason;
use crate::grammar::{
    Number, Pronoun, PronounKind, ancestors, child, children, path_to_root, pronoun, subject, subject_above,
};
use crate::language::{CoarseTag, Dependency, FineTag, Sentence};
use crate::mentions::{Mention, MentionId, MentionKind};

use super::candidates::{Candidates, Reading};
use super::clusters::Clusters;
use super::input::CoreferenceInput;
use super::several::{self, Meant};

/// Joins the pronouns, in the order of the article, so that each can build on those before.
pub fn join(input: &CoreferenceInput, clusters: &mut Clusters) {
    for (id, mention) in
        input.document.mentions.iter().filter(|(_, mention)| mention.kind == MentionKind::Pronoun)
    {
        let sentence = input.document.sentence(mention.sentence);
        let Some(pronoun) = pronoun::read(&sentence.tokens[mention.head]) else { continue };
        let at = |token: Option<usize>| {
            token.and_then(|token| input.document.mentions.headed_by(mention.sentence.token(token)))
        };
        let antecedent = match pronoun.kind {
            PronounKind::Relative => at(described_noun(sentence, mention.head)),
            PronounKind::Reflexive => at(subject_above(sentence, mention.head)),
            PronounKind::Speaker => input.speaker_of(mention.position()),
            // "All that he said", "each of the drivers": what follows says who is meant.
            PronounKind::Distributive if children(sentence, mention.head).next().is_some() => None,
            PronounKind::Third | PronounKind::Distributive => {
                match several::meant_by_pronoun(input, clusters, id, pronoun) {
                    Meant::Several { members, doubtful } => {
                        clusters.unsure.stands_for(id, members, doubtful);
                        None
                    }
                    Meant::Nobody => None,
                    Meant::Untold => third_person(input, clusters, id, pronoun),
                }
            }
            PronounKind::Listener | PronounKind::Demonstrative => None,
        };
        let Some(antecedent) = antecedent else { continue };
        let joined = clusters.join(antecedent, id, Reason::Pronoun);
        if let Some(gender) = pronoun.gender.filter(|_| joined) {
            clusters.set_gender(id, gender);
        }
    }
}

/// The noun that a relative clause belongs to.
fn described_noun(sentence: &Sentence, pronoun: usize) -> Option<usize> {
    let clause =
        path_to_root(sentence, pronoun).find(|&token| sentence.tokens[token].dep == Dependency::Relcl)?;
    Some(sentence.tokens[clause].head).filter(|&noun| noun < pronoun)
}

fn third_person(
    input: &CoreferenceInput,
    clusters: &mut Clusters,
    id: MentionId,
    pronoun: Pronoun,
) -> Option<MentionId> {
    let mention = &input.document.mentions[id];
    let sentence = input.document.sentence(mention.sentence);
    if stands_for_nothing(sentence, mention.head) {
        return None;
    }
    if pronoun.person
        && let Some(client) = client_of_speaker(input, clusters, mention, pronoun)
    {
        return Some(client);
    }
    let readings: &[Reading] = match (pronoun.person, pronoun.number) {
        (true, _) => &[Reading::Person],
        (false, Number::Plural) => &[Reading::Many, Reading::Body],
        (false, _) => &[Reading::Body],
    };
    if pronoun.number == Number::Singular
        && !pronoun.person
        && let Some(topic) = thing_spoken_of(input, clusters, mention)
    {
        return Some(topic);
    }
    let (antecedent, doubtful) = readings.iter().find_map(|&reading| {
        let candidates = Candidates { input, clusters, id, pronoun, reading };
        let asked = asked_to_act(sentence, mention.head)
            .and_then(|token| input.document.mentions.headed_by(mention.sentence.token(token)))
            .filter(|&other| other < id && candidates.fits(other));
        asked.map(|asked| (asked, false)).or_else(|| candidates.likeliest())
    })?;
    let several_named = || pronoun.number == Number::Plural && several::are_named_near(input, clusters, id);
    if doubtful || several_named() {
        clusters.unsure.doubt(id);
    }
    Some(antecedent)
}

/// What the sentence before speaks of: in "The report came out in May. It criticised both captains" a subject that takes up
/// what was the subject. People are no `it`, and whoever is quoted may begin with something else.
fn thing_spoken_of(input: &CoreferenceInput, clusters: &Clusters, mention: &Mention) -> Option<MentionId> {
    let main_subject = |sentence: &Sentence| {
        let root = (0..sentence.tokens.len()).find(|&token| sentence.tokens[token].head == token)?;
        subject(sentence, root)
    };
    let before = mention.sentence.previous()?;
    let takes_up = main_subject(input.document.sentence(mention.sentence)) == Some(mention.head);
    let topic =
        input.document.mentions.headed_by(before.token(main_subject(input.document.sentence(before))?))?;
    let group = clusters.group(topic);
    let same_voice =
        input.speaker_of(input.document.mentions[topic].position()) == input.speaker_of(mention.position());
    let thing = input.document.mentions[topic].kind != MentionKind::Pronoun
        && input.document.mentions[topic].number == Number::Singular
        && input.document.mentions[topic].quantity.is_none()
        && !group.class.is_some_and(|class| input.lexicon.is_person(class) || input.lexicon.is_place(class));
    (takes_up && thing && same_voice).then_some(topic)
}

/// Whom a lawyer or a spokesman speaks of: in "a solicitor for Mr Vane said he denies it" and "Mr Vane's lawyer said he …",
/// `he` is Mr Vane.
fn client_of_speaker(
    input: &CoreferenceInput,
    clusters: &Clusters,
    mention: &Mention,
    pronoun: Pronoun,
) -> Option<MentionId> {
    let sentence = input.document.sentence(mention.sentence);
    let tokens = &sentence.tokens;
    let spoken = ancestors(sentence, mention.head).find(|&verb| tokens[verb].dep == Dependency::Ccomp)?;
    let teller = child(sentence, tokens[spoken].head, &[Dependency::Nsubj])?;
    let speaks_for_others = input.lexicon.speaks_for_others(&crate::grammar::lemma(&tokens[teller]));
    let after = children(sentence, teller)
        .filter(|&child| matches!(&*tokens[child].lemma, "for" | "of"))
        .find_map(|preposition| child(sentence, preposition, &[Dependency::Pobj]));
    let owner = || child(sentence, teller, &[Dependency::Poss]);
    let client = input.document.mentions.headed_by(mention.sentence.token(after.or_else(owner)?))?;
    let fits = speaks_for_others && Reading::Person.allows(input, clusters, client, pronoun);
    fits.then_some(client)
}

/// Who is asked, ordered or let to do what a pronoun further down speaks of: in "she asked Mr Vane to leave the board on which
/// he sat", `he` is whose leaving is spoken of.
fn asked_to_act(sentence: &Sentence, pronoun: usize) -> Option<usize> {
    let tokens = &sentence.tokens;
    let object = |verb: usize| child(sentence, verb, &[Dependency::Dobj]);
    let above = ancestors(sentence, pronoun).filter(|&index| tokens[index].pos == CoarseTag::Verb).skip(1);
    let infinitive = above
        .into_iter()
        .find(|&verb| tokens[verb].dep == Dependency::Xcomp && tokens[verb].tag == FineTag::Vb)?;
    object(tokens[infinitive].head).filter(|&object| object < infinitive)
}

/// `It is clear that …`, `it emerged that …`: the clause is meant, not a thing.
fn stands_for_nothing(sentence: &Sentence, pronoun: usize) -> bool {
    let tokens = &sentence.tokens;
    let verb = tokens[pronoun].head;
    let it = tokens[pronoun].text.eq_ignore_ascii_case("it") && tokens[pronoun].dep.is_subject();
    let clausal = |child: usize| {
        matches!(
            tokens[child].dep,
            Dependency::Ccomp | Dependency::Xcomp | Dependency::Advcl | Dependency::Acomp | Dependency::Csubj
        )
    };
    let happens = matches!(
        &*tokens[verb].lemma,
        "be" | "come" | "emerge" | "seem" | "appear" | "happen" | "follow" | "rain"
    );
    let passive = tokens[pronoun].dep == Dependency::NsubjPass;
    it && (happens && (passive || children(sentence, verb).any(clausal))
        || passive && children(sentence, verb).any(|child| tokens[child].dep == Dependency::Ccomp))
}
