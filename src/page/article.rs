//! What reading yields: an article with its source text and the passages of it that tell the story.
//!
//! The source text is kept whole, so that every offset (in Unicode characters) points into something the user
//! can open; menus, share lines and repeated headlines are left out by not being a passage.

use super::date::PublicationDate;

/// One article as read from a file, a line of JSONL or standard input.
///
/// ```
/// use newsgraph::read::{PageWords, PassageKind, jsonl_records};
///
/// let line = r#"{"text": "The ferry sank.\n\nNobody was hurt.", "publisher": "Orrin News"}"#;
/// let article = jsonl_records(line.as_bytes(), "feed.jsonl", &PageWords::default()).next().unwrap()?;
/// assert_eq!((article.path.as_str(), article.publisher.as_deref()), ("feed.jsonl:1", Some("Orrin News")));
/// let last = article.passages.last().unwrap();
/// assert_eq!((last.kind, last.begin, last.end), (PassageKind::Paragraph, 17, 33));
/// # Ok::<(), newsgraph::read::Failure>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Article {
    /// Where it was found, as the user named it (`stories/a.txt`, `feed.jsonl:12`, `-`).
    pub path: String,
    /// Its address on the web, as the page or the record names it.
    pub url: Option<String>,
    /// The headline.
    pub title: Option<String>,
    /// The outlet.
    pub publisher: Option<String>,
    /// Who wrote it, as the page or the record names them.
    pub author: Option<String>,
    /// When it was published.
    pub date: Option<PublicationDate>,
    /// The source text; all offsets count Unicode characters of it.
    pub text: String,
    /// Where this text can be found.
    pub text_source: TextSource,
    /// The passages that tell the story, in order and without overlap.
    pub passages: Vec<Passage>,
}

/// Where a source text can be found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum TextSource {
    /// In the file or the record that the user gave.
    #[default]
    Given,
    /// Nowhere but here: it was taken out of a page. The graph keeps it.
    TakenOut,
}

/// A span of an article that is analysed on its own: a sentence never crosses its borders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Passage {
    /// What it is in the article.
    pub kind: PassageKind,
    /// First character, counted in Unicode characters of the article's text.
    pub begin: usize,
    /// One past the last character.
    pub end: usize,
}

/// What a passage is in its article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PassageKind {
    /// The line above the story that names it.
    Headline,
    /// A paragraph of the story.
    Paragraph,
    /// A picture's caption that is a statement of its own.
    Caption,
}
