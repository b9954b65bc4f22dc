//! An input that could not be read, and why.

use std::fmt;

/// What to give, in the words of messages.
pub(super) const KNOWN: &str = ".txt, .html, .json, .jsonl, .csv, .tsv, .xml (RSS, Atom, NITF, NewsML), .mhtml, .eml, .mbox, .warc, .docx, .pdf or .gz of these";

/// An input that could not be read; shown as one line, `feed.jsonl:12: reason`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Failure {
    /// The file or folder as the user named it.
    pub path: String,
    /// The line, row, record or message in the file, from 1.
    pub line: Option<usize>,
    /// What is wrong with it and what to do.
    pub reason: String,
}

impl Failure {
    pub(super) fn of(path: String, reason: String) -> Self {
        Self { path, line: None, reason }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}: {}", self.path, self.reason),
            None => write!(f, "{}: {}", self.path, self.reason),
        }
    }
}

impl std::error::Error for Failure {}
