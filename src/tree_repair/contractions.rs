//! A contraction after a dash, which the tokenizer leaves whole: `the ruling—made in May—didn't clear her`.
//!
//! The parser has never seen `didn't` as one word and takes it for a noun, so that the clause loses its subject and its `not`. Read
//! as `did not` it is what it says.

use crate::grammar::without_not;
use crate::language::{CoarseTag, Engine, Sentence};

use super::rereading::{self, Change, Rereading};

/// Reads sentences with such words once more.
pub fn reread(sentences: &mut [Sentence], engine: &Engine) {
    rereading::reread(sentences, engine, |sentence| {
        let whole: Vec<(usize, Change)> = sentence
            .tokens
            .iter()
            .enumerate()
            .filter(|(_, token)| token.pos != CoarseTag::Part)
            .filter_map(|(index, token)| {
                let base = without_not(&token.text)?.to_owned();
                Some((index, Change::Contraction { base }))
            })
            .collect();
        (!whole.is_empty()).then(|| Rereading::new(sentence, None, whole))
    });
}

#[cfg(test)]
mod tests {
    use crate::grammar::{Tree, is_negated};
    use crate::sample_language::{mended, token};
    use crate::tree_repair::tests::heads;

    #[test]
    fn a_contraction_after_a_dash_denies() {
        for text in [
            "The ruling—which came in May—didn’t clear the clerk.",
            "The ruling — made in May —didn't clear the clerk.",
            "The banker—a friend of hers—wasn't charged.",
        ] {
            let sentences = mended(text);
            let verb = ["clear", "charged"].iter().find(|verb| text.contains(*verb)).unwrap();
            assert!(is_negated(&Tree::new(&sentences[0]), token(&sentences[0], verb)), "{text}");
        }
        let text = "The ruling—which came in May—didn’t clear the clerk.";
        assert_eq!(heads(text, &["didn’t", "ruling"]), ["didn’t aux clear", "ruling nsubj clear"]);
    }
}
