//! An attribution as it is read off an article: source, cue and content.

use std::ops::Range;

use crate::grammar::{ParsedSentence, TokenPosition};

/// A source or a cue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The word that stands for it; of a relative pronoun, the noun that it means.
    pub head: TokenPosition,
    /// All of it, in characters.
    pub span: Range<usize>,
}

/// One attribution; offsets count characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExtractedAttribution {
    pub source: Option<Part>,
    pub cue: Option<Part>,
    /// Spans of the content, in order, at least one: "[It rained]," she said, "[and it blew]".
    pub content: Vec<Range<usize>>,
    /// Spans of it that stand in quotation marks.
    pub(super) quoted: Vec<Range<usize>>,
    /// Whether the source claims that it is so, or that it is not.
    pub(super) claimed: bool,
}

impl ExtractedAttribution {
    /// First character of the content.
    pub fn begin(&self) -> usize {
        self.content.first().map_or(0, |part| part.start)
    }

    /// One past the last character of the content.
    pub fn end(&self) -> usize {
        self.content.last().map_or(0, |part| part.end)
    }

    /// Whether all of it is quoted.
    pub fn direct(&self) -> bool {
        self.content
            .iter()
            .all(|part| self.quoted.iter().any(|quoted| quoted.start <= part.start && part.end <= quoted.end))
    }

    /// Whether the character belongs to the content.
    pub fn covers(&self, character: usize) -> bool {
        self.content.iter().any(|part| part.contains(&character))
    }

    /// Length of the content in characters.
    pub fn length(&self) -> usize {
        self.content.iter().map(ExactSizeIterator::len).sum()
    }

    /// Adds a span to the content and joins what overlaps.
    pub(super) fn extend(&mut self, part: Range<usize>) {
        self.content.push(part);
        self.content.sort_by_key(|part| (part.start, part.end));
        let mut joined: Vec<Range<usize>> = Vec::new();
        for part in self.content.drain(..) {
            match joined.last_mut() {
                Some(last) if part.start <= last.end => last.end = last.end.max(part.end),
                _ => joined.push(part),
            }
        }
        self.content = joined;
    }
}

/// Whether the word is the speaker's own, or the listener's.
pub fn is_self(sentences: &[ParsedSentence<'_>], position: TokenPosition) -> bool {
    let word = &sentences[position.sentence.0].tree.token(position.token).text;
    ["I", "we", "you"].iter().any(|own| word.eq_ignore_ascii_case(own))
}
