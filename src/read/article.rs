//! What reading yields: an article with its source text and the passages of it that tell the story.
//!
//! The source text is kept whole, so that every offset (in Unicode characters) points into something the user
//! can open; menus, share lines and repeated headlines are left out by not being a passage.

use super::date::PublicationDate;

/// One article as read from a file, a line of JSONL or standard input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    /// Where it was found, as the user named it (`stories/a.txt`, `feed.jsonl:12`, `-`).
    pub path: String,
    pub url: Option<String>,
    pub title: Option<String>,
    pub publisher: Option<String>,
    pub date: Option<PublicationDate>,
    /// The source text; all offsets count Unicode characters of it.
    pub text: String,
    /// The passages that tell the story, in order and without overlap.
    pub passages: Vec<Passage>,
}

/// A span of an article that is analysed on its own: a sentence never crosses its borders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Passage {
    pub kind: PassageKind,
    /// First character, counted in Unicode characters of the article's text.
    pub begin: usize,
    /// One past the last character.
    pub end: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PassageKind {
    Headline,
    Paragraph,
    /// A picture's caption that is a statement of its own.
    Caption,
}
