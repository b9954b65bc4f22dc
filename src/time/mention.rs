//! A time expression of an article.

use std::ops::Range;

use super::value::TimeValue;

/// A time expression of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeMention {
    /// Tokens of its sentence.
    pub tokens: Range<usize>,
    /// The token that the others depend on.
    pub head: usize,
    pub value: Option<TimeValue>,
}
