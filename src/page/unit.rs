//! A unit of a page: what it shows as one paragraph, heading, caption or menu line, with its place in the source.

use std::ops::Range;

use super::reading_text::takes_no_room;

/// A span of the source text without white space at its ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unit<'a> {
    pub text: &'a str,
    /// First character, counted in Unicode characters of the source text.
    pub begin: usize,
    /// Whether a blank line (or the start of the text) comes before it.
    pub after_gap: bool,
}

impl<'a> Unit<'a> {
    /// The part of the unit in a range of bytes of its text, trimmed; empty if the range is none of its own.
    pub fn part(&self, bytes: Range<usize>) -> Self {
        let before = self.text.get(..bytes.start).unwrap_or(self.text);
        let part = self.text.get(bytes).unwrap_or_default();
        let trimmed = part.trim_start_matches(invisible);
        let begin = self.begin + before.chars().count() + part[..part.len() - trimmed.len()].chars().count();
        Self { text: trimmed.trim_end_matches(invisible), begin, ..*self }
    }

    /// What stands between white space, punctuation included.
    pub fn words(&self) -> std::str::SplitWhitespace<'a> {
        self.text.split_whitespace()
    }
}

/// White space and the characters that take no room.
pub fn invisible(c: char) -> bool {
    c.is_whitespace() || takes_no_room(c)
}

/// Whether a line ends like a sentence: in a full stop, question or exclamation mark, closing quotes aside.
pub fn ends_sentence(text: &str) -> bool {
    without_closers(text).ends_with(['.', '!', '?', '…', '。'])
}

/// The text without the quotes and brackets that close it.
pub fn without_closers(text: &str) -> &str {
    text.trim_end_matches(|c: char| {
        invisible(c) || matches!(c, '"' | '\'' | '”' | '’' | '»' | ')' | ']' | '*' | '_')
    })
}
