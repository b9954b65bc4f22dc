//! Words into the pieces that the encoder knows (WordPiece; Wu et al. 2016): the longest piece that a word begins with,
//! then the longest that goes on from there.
//!
//! The words are those of the language engine, so that each vector belongs to one of its tokens.

use std::ops::Range;

use super::normaliser::Normaliser;
use crate::weights::{Strings, Weights};

/// Pieces of the longest sentence, those for its beginning and end counted; what is beyond is left out.
pub const LIMIT: usize = 128;
/// The piece that an encoder learns to read as "some word", whichever it is; no word of a text has it.
const MASK: &str = "[MASK]";
/// Characters of the longest word that is looked up.
const LONGEST_PART: usize = 100;

/// A sentence in pieces.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Pieces {
    /// Their numbers in the vocabulary; the first and the last stand for the sentence's beginning and end.
    pub ids: Vec<u32>,
    /// For each word the index of its last piece in `ids`; none where nothing is left of the word, or it is beyond
    /// [`LIMIT`].
    pub last_of_words: Vec<Option<usize>>,
}

impl Pieces {
    /// Puts `piece` in the place of every piece of these words.
    pub fn cover(&mut self, words: Range<usize>, piece: u32) {
        let ends = |words: &[Option<usize>]| words.iter().flatten().last().map(|last| last + 1);
        let begin = ends(&self.last_of_words[..words.start]).unwrap_or(1);
        let end = ends(&self.last_of_words[words]).unwrap_or(begin);
        self.ids[begin..end].fill(piece);
    }
}

/// A vocabulary of pieces.
#[derive(Debug)]
pub struct WordPiece {
    normaliser: Normaliser,
    starts: PieceList,
    continuations: PieceList,
    unknown: u32,
    beginning: u32,
    end: u32,
    /// What stands for words that are not to be seen.
    pub mask: u32,
}

/// Pieces that begin words, or go on within them.
#[derive(Debug)]
struct PieceList {
    /// Sorted by bytes.
    pieces: Strings,
    ids: Vec<u32>,
}

impl PieceList {
    fn load(weights: &Weights, name: &str) -> Self {
        Self {
            pieces: weights.strings(&format!("{name}.pieces")),
            ids: weights.integers(&format!("{name}.ids")),
        }
    }

    /// The longest piece that `text` begins with, and how many bytes it has.
    fn longest(&self, text: &str) -> Option<(u32, usize)> {
        let ends = text.char_indices().rev().map(|(begin, character)| begin + character.len_utf8());
        ends.into_iter().find_map(|end| self.pieces.find(&text[..end]).map(|place| (self.ids[place], end)))
    }
}

impl WordPiece {
    /// The vocabulary of the sections `vocabulary` and `characters`.
    pub fn load(weights: &Weights) -> Self {
        let special = weights.integers("vocabulary.special");
        let starts = PieceList::load(weights, "vocabulary.starts");
        let mask = starts.pieces.find(MASK).map_or(special[0], |place| starts.ids[place]);
        Self {
            normaliser: Normaliser::load(weights),
            starts,
            mask,
            continuations: PieceList::load(weights, "vocabulary.continuations"),
            unknown: special[0],
            beginning: special[1],
            end: special[2],
        }
    }

    /// The pieces of a sentence.
    pub fn pieces(&self, words: &[&str]) -> Pieces {
        let mut ids = vec![self.beginning];
        let mut last_of_words = Vec::with_capacity(words.len());
        for word in words {
            let begin = ids.len();
            // No word is looked up in vain: those beyond the limit may be many.
            if begin < LIMIT - 1 {
                self.normaliser.parts(word).iter().for_each(|part| self.add_part(part, &mut ids));
                ids.truncate(LIMIT - 1);
            }
            last_of_words.push((ids.len() > begin).then(|| ids.len() - 1));
        }
        ids.push(self.end);
        Pieces { ids, last_of_words }
    }

    /// Adds the pieces of a part of a word, or that it is unknown if it has none.
    fn add_part(&self, part: &str, ids: &mut Vec<u32>) {
        let begin = ids.len();
        let known = part.chars().count() <= LONGEST_PART && self.add_known(part, ids);
        if !known {
            ids.truncate(begin);
            ids.push(self.unknown);
        }
    }

    /// Adds pieces as long as there are any; whether they make up the whole part.
    fn add_known(&self, part: &str, ids: &mut Vec<u32>) -> bool {
        let (mut list, mut rest) = (&self.starts, part);
        while !rest.is_empty() {
            let Some((id, length)) = list.longest(rest) else { return false };
            ids.push(id);
            rest = &rest[length..];
            list = &self.continuations;
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_pieces_of_the_words_are_covered_and_no_others() {
        // The second word has three pieces, nothing is left of the third, the last is beyond the limit.
        let pieces = Pieces {
            ids: vec![101, 7, 8, 9, 10, 11, 102],
            last_of_words: vec![Some(1), Some(4), None, Some(5), None],
        };
        let covered = |words: Range<usize>| {
            let mut pieces = pieces.clone();
            pieces.cover(words, 0);
            pieces.ids
        };
        assert_eq!(covered(0..1), [101, 0, 8, 9, 10, 11, 102]);
        assert_eq!(covered(1..2), [101, 7, 0, 0, 0, 11, 102]);
        assert_eq!(covered(1..4), [101, 7, 0, 0, 0, 0, 102]);
        for words in [2..3, 4..5] {
            assert_eq!(covered(words), pieces.ids);
        }
    }
}
