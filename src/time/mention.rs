//! A time expression of an article.

use crate::grammar::TokenSpan;

use super::value::TimeValue;

/// A time expression of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeMention {
    pub span: TokenSpan,
    /// The token that the others depend on.
    pub head: usize,
    pub value: Option<TimeValue>,
}
