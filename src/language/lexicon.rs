//! The words seen so far, each with the four lexical attributes that the networks read.
//!
//! A word's attributes depend on its text alone, except for the norm, which the tokenizer's special cases may set
//! ("n't" in "don't" has the norm "not"). So a word is a text with a norm, and everything that can be computed from
//! it is computed once.

use std::collections::HashMap;
use std::sync::Arc;

use super::character::CharacterClasses;
use super::hash::string_hash;
use crate::weights::{Strings, Weights};

/// Index of a word in its [`Lexicon`].
pub type WordId = u32;

/// Order of the lexical attributes, as the embedding tables have it.
pub const LEXICAL_ATTRIBUTES: usize = 4;

/// A distinct text and norm.
#[derive(Debug, Clone)]
pub struct Word {
    pub text: Arc<str>,
    /// The text in lower case, for rules that compare words.
    pub lower: Arc<str>,
    /// Length in Unicode characters.
    pub length: u32,
    /// The word with the same text and its usual norm.
    pub plain: WordId,
    pub is_space: bool,
    /// spaCy's identifiers of norm, prefix, suffix and shape.
    pub attributes: [u64; LEXICAL_ATTRIBUTES],
}

/// spaCy's string identifiers and norms, which are the same for every lexicon.
#[derive(Debug)]
pub struct LexicalTables {
    symbols: HashMap<&'static str, u64>,
    norms: HashMap<u64, u64>,
    classes: CharacterClasses,
}

impl LexicalTables {
    /// The tables of the model file's sections `symbol.…`, `lexeme.…` and `character.…`.
    pub fn load(weights: &Weights) -> Self {
        let names: Strings = weights.strings("symbol.names");
        let numbers = weights.integers("symbol.numbers").into_iter().map(u64::from);
        let norms = weights.hashes("lexeme.norm.words").into_iter().zip(weights.hashes("lexeme.norm.norms"));
        Self {
            symbols: names.iter().zip(numbers).collect(),
            norms: norms.collect(),
            classes: CharacterClasses::load(weights),
        }
    }

    /// Whether Python's `str.isspace` holds for the character.
    pub fn is_space(&self, character: char) -> bool {
        self.classes.space.contains(character)
    }

    /// Whether Python's `str.isalpha` holds: letters alone, and one at least.
    pub fn is_alphabetic(&self, text: &str) -> bool {
        !text.is_empty() && text.chars().all(|character| self.classes.alpha.contains(character))
    }

    /// spaCy's identifier of a string: 0 for the empty one, a small number for its own symbols, else a hash.
    fn identifier(&self, text: &str) -> u64 {
        if text.is_empty() {
            return 0;
        }
        self.symbols.get(text).copied().unwrap_or_else(|| string_hash(text))
    }

    fn word(&self, text: Arc<str>, plain: WordId) -> Word {
        let lower: Arc<str> = text.to_lowercase().into();
        let length = text.chars().count();
        let norm =
            self.norms.get(&self.identifier(&text)).copied().unwrap_or_else(|| self.identifier(&lower));
        let prefix = text.char_indices().nth(1).map_or(&*text, |(at, _)| &text[..at]);
        let suffix = text.char_indices().nth_back(2).map_or(&*text, |(at, _)| &text[at..]);
        let attributes = [
            norm,
            self.identifier(prefix),
            self.identifier(suffix),
            self.identifier(&self.shape(&text, length)),
        ];
        let is_space = text.chars().all(|character| self.is_space(character)) && !text.is_empty();
        Word { lower, length: length as u32, plain, is_space, attributes, text }
    }

    /// The word's outline: `X`, `x` and `d` for capitals, other letters and digits, at most four alike in a row.
    fn shape(&self, text: &str, length: usize) -> String {
        if length >= 100 {
            return "LONG".to_owned();
        }
        let mut shape = String::with_capacity(text.len());
        let mut last = None;
        let mut repeats = 0;
        for character in text.chars() {
            let kind = self.shape_of(character);
            repeats = if last == Some(kind) { repeats + 1 } else { 0 };
            last = Some(kind);
            if repeats < 4 {
                shape.push(kind);
            }
        }
        shape
    }

    fn shape_of(&self, character: char) -> char {
        if self.classes.alpha.contains(character) {
            if self.classes.upper.contains(character) { 'X' } else { 'x' }
        } else if self.classes.digit.contains(character) {
            'd'
        } else {
            character
        }
    }
}

/// The words of the texts analysed so far.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    words: Vec<Word>,
    plain: HashMap<Arc<str>, WordId>,
}

impl Lexicon {
    /// Number of distinct words.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// The word of an identifier that this lexicon gave.
    pub fn word(&self, id: WordId) -> &Word {
        &self.words[id as usize]
    }

    /// The word with this text and its usual norm.
    pub fn intern(&mut self, text: &str, tables: &LexicalTables) -> WordId {
        if let Some(&id) = self.plain.get(text) {
            return id;
        }
        let id = self.words.len() as WordId;
        let text: Arc<str> = text.into();
        self.words.push(tables.word(Arc::clone(&text), id));
        self.plain.insert(text, id);
        id
    }

    /// A new word with this text and the norm that a special case gives it (0: the usual one).
    pub fn intern_with_norm(&mut self, text: &str, norm: u64, tables: &LexicalTables) -> WordId {
        let plain = self.intern(text, tables);
        if norm == 0 || norm == self.word(plain).attributes[0] {
            return plain;
        }
        let mut word = self.word(plain).clone();
        word.attributes[0] = norm;
        self.words.push(word);
        self.words.len() as WordId - 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::built_in;

    fn tables() -> LexicalTables {
        LexicalTables::load(&built_in::weights())
    }

    #[test]
    fn shapes_follow_spacy() {
        let tables = tables();
        let shape = |text: &str| tables.shape(text, text.chars().count());
        assert_eq!(shape("Metropolitan"), "Xxxxx");
        assert_eq!(shape("NX121"), "XXddd");
        assert_eq!(shape("£4.5bn"), "£d.dxx");
        assert_eq!(shape(&"a".repeat(100)), "LONG");
    }

    #[test]
    fn attributes_are_taken_from_characters_not_bytes() {
        let tables = tables();
        let mut lexicon = Lexicon::default();
        let id = lexicon.intern("émigré", &tables);
        let word = lexicon.word(id);
        assert_eq!(word.length, 6);
        assert_eq!(word.attributes[1], string_hash("é"));
        assert_eq!(word.attributes[2], string_hash("gré"));
    }

    #[test]
    fn a_special_norm_makes_a_second_word() {
        let tables = tables();
        let mut lexicon = Lexicon::default();
        let plain = lexicon.intern("n't", &tables);
        let special = lexicon.intern_with_norm("n't", string_hash("not"), &tables);
        assert_ne!(plain, special);
        assert_eq!(lexicon.word(special).plain, plain);
    }
}
