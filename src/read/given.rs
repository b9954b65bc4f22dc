//! What comes with a text and counts more than what the text says of itself.

use super::article::TextSource;
use super::date::PublicationDate;

/// What comes with a text and counts more than what the text says of itself.
#[derive(Debug, Default)]
pub struct Given {
    pub url: Option<String>,
    pub title: Option<String>,
    pub publisher: Option<String>,
    pub date: Option<PublicationDate>,
    pub text_source: TextSource,
}

/// The reason for an input without a word in it.
pub const EMPTY: &str = "has no text in it";
