//! What of the user's decisions found nothing: it is told, not written, for it is no part of what the articles tell.

/// A decision of the user's that decides nothing here.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unmet {
    /// Its line in the file of decisions, counted from 1.
    pub line: usize,
    /// What it does not find, and what to do about it.
    pub message: String,
}
