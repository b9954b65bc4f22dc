//! A place in an article: a sentence and a token of it.

/// A token of an article: the sentence's index and the token's in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TokenPosition {
    pub sentence: usize,
    pub token: usize,
}
