//! What a format gives of one article: its text, and what comes with it and counts more than what the text says of itself.

use crate::page::PublicationDate;
use crate::page::TextSource;

/// One article as its format gives it, before the story is told from it.
#[derive(Debug, Default)]
pub struct Given {
    /// The source text, in which all offsets count.
    pub text: String,
    pub url: Option<String>,
    pub title: Option<String>,
    pub publisher: Option<String>,
    pub author: Option<String>,
    pub date: Option<PublicationDate>,
    /// When the file was made or the page fetched; counts less than what the text says of itself.
    pub date_of_file: Option<PublicationDate>,
    pub text_source: TextSource,
    /// What the page says where it keeps the rest of its story for subscribers.
    pub paywall: Option<String>,
}

impl Given {
    /// A text alone, as it stands in its file.
    pub fn text(text: String) -> Self {
        Self { text, ..Self::default() }
    }
}

/// The reason for an input without a word in it.
pub const EMPTY: &str = "has no text in it";

/// A name, a title or an address in one line; none if nothing is left of it.
pub fn one_line(text: &str) -> Option<String> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then_some(text)
}

/// A date that a format gives, if it can be the date of an article.
pub fn publication_date(text: &str) -> Option<PublicationDate> {
    one_line(text).as_deref().map(PublicationDate::new).filter(PublicationDate::is_plausible)
}

/// A text under its headline, with a blank line between; the headline is not said twice.
pub fn under_headline(title: Option<&str>, body: &str) -> String {
    let body = body.trim();
    match title {
        Some(title) if !body.is_empty() && !body.starts_with(title) => format!("{title}\n\n{body}"),
        _ => body.to_owned(),
    }
}
