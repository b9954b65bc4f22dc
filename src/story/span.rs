//! Places in an article.

use serde::{Deserialize, Serialize};

/// A span of a document's text; offsets count Unicode characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    /// The text of the span.
    pub text: String,
    /// First character.
    pub begin: usize,
    /// One past the last character.
    pub end: usize,
}

impl Span {
    /// The text between two characters of a document's text, as far as it goes.
    pub(crate) fn of(text: &[char], begin: usize, end: usize) -> Self {
        let end = end.min(text.len());
        let begin = begin.min(end);
        Self { text: text[begin..end].iter().collect(), begin, end }
    }
}
