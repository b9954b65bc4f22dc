//! A text's tokens before anything is known of them: their words and places.

use super::lexicon::WordId;

/// One token of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RawToken {
    pub word: WordId,
    /// First character, in Unicode characters of the text.
    pub begin: u32,
    /// Whether one space follows that is no token of its own.
    pub space_after: bool,
}

/// A text's tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawDocument {
    pub tokens: Vec<RawToken>,
    /// spaCy marks the first token as the start of a sentence, unless a hidden special case replaced it.
    pub first_starts_sentence: bool,
}
