//! Places in an article: a sentence, and a token of it.

/// Index of a sentence in its document, over all passages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SentenceId(pub usize);

/// A token of an article: its sentence, and its index in that sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TokenPosition {
    pub sentence: SentenceId,
    pub token: usize,
}

impl SentenceId {
    /// A token of this sentence.
    pub fn token(self, token: usize) -> TokenPosition {
        TokenPosition { sentence: self, token }
    }

    /// The sentence before.
    pub fn previous(self) -> Option<Self> {
        self.0.checked_sub(1).map(Self)
    }

    /// How many sentences on it stands from another one, before or after it; 0 from itself.
    pub fn distance(self, other: Self) -> usize {
        self.0.abs_diff(other.0)
    }

    /// This sentence and at most `reach` before it, the nearest first.
    pub fn and_before(self, reach: usize) -> impl Iterator<Item = Self> {
        (self.0.saturating_sub(reach)..=self.0).rev().map(Self)
    }
}
