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
