//! Nouns with a hyphen that the ontology knows as one (`vice-president`).
//!
//! The tokenizer makes three tokens of them, and the parser then gives a verb two subjects, of which the second is a president.
//! What the ontology lists as one noun is one noun.

use crate::grammar::lemma;
use crate::language::{CoarseTag, Dependency, FineTag, Sentence};
use crate::mentions::OntologyIndex;

/// Makes the last word of such a noun its head, and hangs on it whatever hangs on the noun.
pub fn mend(sentence: &mut Sentence, lexicon: &OntologyIndex) {
    for first in 0..sentence.tokens.len().saturating_sub(2) {
        if !is_one_noun(sentence, first, lexicon) {
            continue;
        }
        let (hyphen, last) = (first + 1, first + 2);
        let tokens = &mut sentence.tokens;
        let outside = |at: &usize| !(first..=last).contains(&tokens[*at].head) || tokens[*at].head == *at;
        let Some(outer) = [last, first, hyphen].into_iter().find(outside) else { continue };
        let (head, dep) = (tokens[outer].head, tokens[outer].dep);
        for token in tokens.iter_mut() {
            if token.head == first || token.head == hyphen {
                token.head = last;
            }
        }
        tokens[last].head = if head == outer { last } else { head };
        tokens[last].dep = dep;
        (tokens[first].head, tokens[first].dep) = (last, Dependency::Compound);
        (tokens[hyphen].head, tokens[hyphen].dep) = (last, Dependency::Punct);
        (tokens[hyphen].tag, tokens[hyphen].pos) = (FineTag::Hyph, CoarseTag::Punct);
    }
}

/// Whether three tokens without a space between them are a noun that the ontology lists.
fn is_one_noun(sentence: &Sentence, first: usize, lexicon: &OntologyIndex) -> bool {
    let [left, hyphen, right] = &sentence.tokens[first..first + 3] else { return false };
    let together = left.end == hyphen.begin && hyphen.end == right.begin;
    let words = || format!("{} - {}", left.text.to_lowercase(), lemma(right).to_lowercase());
    &*hyphen.text == "-" && together && right.pos.is_noun() && lexicon.word_class(&words()).is_some()
}

#[cfg(test)]
mod tests {
    use crate::sample_language::{find, mentions};

    #[test]
    fn a_noun_with_a_hyphen_is_read_whole() {
        for (text, noun) in [
            ("The vice-president, Ann Lowe, rejected the plan.", "The vice-president"),
            ("The vice-president criticised the court.", "The vice-president"),
            ("Police arrested the vice-chancellor, Mark Dorn.", "the vice-chancellor"),
            ("Ann Lowe, vice-chair of the council, criticised the mayor.", "vice-chair of the council"),
            ("Vice-president Ann Lowe rejected the plan.", "Vice-president"),
        ] {
            let (_, found) = mentions(text);
            let label = find(&found, noun).label.to_lowercase();
            assert!(label.starts_with("vice-"), "{label}");
        }
    }
}
