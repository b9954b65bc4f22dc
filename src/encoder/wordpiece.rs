//! Words into the pieces that the encoder knows (WordPiece; Wu et al. 2016): the longest piece that a word begins with,
//! then the longest that goes on from there.
//!
//! The words are those of the language engine, so that each vector belongs to one of its tokens.

use super::normaliser::Normaliser;
use crate::weights::{Strings, Weights};

/// Pieces of the longest sentence, those for its beginning and end counted; what is beyond is left out.
pub const LIMIT: usize = 128;
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

/// A vocabulary of pieces.
#[derive(Debug)]
pub struct WordPiece {
    normaliser: Normaliser,
    starts: PieceList,
    continuations: PieceList,
    unknown: u32,
    beginning: u32,
    end: u32,
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
        Self {
            normaliser: Normaliser::load(weights),
            starts: PieceList::load(weights, "vocabulary.starts"),
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
