//! `Rovers sacked manager Dean Pickard on Sunday`: before a title without an article parsers take the verb for an adjective, so that the
//! sentence has no verb at all and tells nothing. It is read once more with the article.

use crate::grammar::children;
use crate::language::{CoarseTag, Dependency, Engine, FineTag, Sentence};

use super::rereading::{self, Change, Rereading};

/// The longest title: `assistant first-team coach`.
const LONGEST_TITLE: usize = 5;

/// Reads such sentences once more.
pub fn reread(sentences: &mut [Sentence], engine: &Engine) {
    rereading::reread(sentences, engine, |sentence| {
        let verb = verb_as_adjective(sentence)?;
        Some(Rereading::new(sentence, Some(verb), vec![(verb + 1, Change::Title)]))
    });
}

/// A past form between a name and a title, in a sentence whose root is a name.
fn verb_as_adjective(sentence: &Sentence) -> Option<usize> {
    let tokens = &sentence.tokens;
    let root = (0..tokens.len()).find(|&token| tokens[token].head == token)?;
    let has_verb = children(sentence, root).any(|child| tokens[child].dep.is_subject());
    if tokens[root].pos != CoarseTag::Propn || has_verb {
        return None;
    }
    (1..root).find(|&verb| {
        let title = (verb + 1..tokens.len()).take_while(|&word| tokens[word].tag == FineTag::Nn).count();
        matches!(tokens[verb].tag, FineTag::Vbd | FineTag::Vbn)
            && tokens[verb].dep == Dependency::Amod
            && tokens[verb - 1].pos.is_noun()
            && (1..=LONGEST_TITLE).contains(&title)
            && tokens[verb + 1 + title].tag.is_proper_noun()
    })
}

#[cfg(test)]
mod tests {
    use crate::tree_repair::tests::heads;

    #[test]
    fn a_verb_before_a_title_is_no_adjective() {
        let text = "Rovers sacked manager Dean Pickard on Sunday.";
        assert_eq!(heads(text, &["Rovers", "manager"]), ["Rovers nsubj sacked", "manager dobj sacked"]);
    }

    #[test]
    fn what_is_an_adjective_stays_one() {
        assert_eq!(
            heads("Convicted fraudster Dean Pickard fled.", &["Convicted"]),
            ["Convicted amod fraudster"]
        );
    }
}
