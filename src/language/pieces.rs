//! Sentences without an end: lists, tables and transcripts without a full stop. What looks at each word of a sentence beside each
//! other word takes minutes for thousands of words, so what is longer than any sentence of prose is read piece by piece.

use super::labels::{CoarseTag, Dependency};
use super::sentence::{EntityTag, Sentence, Token};

/// Words of the longest sentence that is read as one. The longest of our news has a third of them.
pub const LONGEST_SENTENCE: usize = 400;

/// The sentence, or, where it is too long, its pieces in order: trees of their own, cut after a mark where there is one.
pub fn in_pieces(sentence: Sentence) -> Vec<Sentence> {
    if sentence.tokens.len() <= LONGEST_SENTENCE {
        return vec![sentence];
    }
    let mut pieces = Vec::new();
    let mut rest = sentence.tokens.as_slice();
    let mut begin = 0;
    while !rest.is_empty() {
        let (piece, later) = rest.split_at(length(rest));
        pieces.push(alone(piece, begin));
        begin += piece.len();
        rest = later;
    }
    pieces
}

/// How many of these words make the next piece.
fn length(tokens: &[Token]) -> usize {
    if tokens.len() <= LONGEST_SENTENCE {
        return tokens.len();
    }
    let ends = |&end: &usize| tokens[end - 1].pos == CoarseTag::Punct && !tokens[end].entity.continues();
    (LONGEST_SENTENCE / 2..=LONGEST_SENTENCE).rev().find(ends).unwrap_or(LONGEST_SENTENCE)
}

/// These words as a sentence; `begin` is where they stood in theirs. What hung on a word of another piece is a root.
fn alone(tokens: &[Token], begin: usize) -> Sentence {
    let mut tokens = tokens.to_vec();
    let length = tokens.len();
    for (index, token) in tokens.iter_mut().enumerate() {
        match token.head.checked_sub(begin).filter(|&head| head < length) {
            Some(head) => token.head = head,
            None => (token.head, token.dep) = (index, Dependency::Root),
        }
    }
    if let Some(first) = tokens.first_mut()
        && let EntityTag::Inside(kind) = first.entity
    {
        first.entity = EntityTag::Begin(kind);
    }
    Sentence { tokens }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample_language::parse;

    #[test]
    fn an_endless_sentence_is_cut_after_marks_into_trees_of_their_own() {
        let names = "Lena Moss, Tom Reed and Ada Finch, ".repeat(150);
        let sentences = parse(&format!("The guests were {names} and others."));
        let whole = sentences.iter().max_by_key(|sentence| sentence.tokens.len()).unwrap();
        assert!(whole.tokens.len() > 2 * LONGEST_SENTENCE, "{}", whole.tokens.len());
        let pieces = in_pieces(whole.clone());
        let words = |sentence: &Sentence| sentence.tokens.iter().map(|token| token.begin).collect::<Vec<_>>();
        assert_eq!(pieces.iter().flat_map(words).collect::<Vec<_>>(), words(whole));
        for piece in &pieces {
            assert!(piece.tokens.len() <= LONGEST_SENTENCE);
            assert!(piece.tokens.iter().all(|token| token.head < piece.tokens.len()));
            assert!(piece.tokens.iter().enumerate().any(|(index, token)| token.head == index));
        }
        let (last, cut) = pieces.split_last().unwrap();
        assert!(!last.tokens.is_empty());
        assert!(cut.iter().all(|piece| &*piece.tokens.last().unwrap().text == ","));
    }

    #[test]
    fn an_ordinary_sentence_stays_as_it_is() {
        let sentence = parse("Lena Moss resigned on Monday.").remove(0);
        assert_eq!(in_pieces(sentence.clone()), [sentence]);
    }
}
