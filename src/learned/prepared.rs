//! Sentences of a corpus, ready to be learned from.

use super::candidate::Candidate;
use super::corpus::Gold;
use super::view::View;

/// Features rarer than this are not worth a weight.
pub const LEAST_OCCURRENCES: u32 = 2;

/// A training sentence with its candidates.
pub struct Prepared<'a> {
    pub view: View<'a>,
    pub gold: &'a [Gold],
    pub candidates: Vec<Candidate>,
    pub features: Vec<Vec<u32>>,
}

/// Parts of the corpus that are each judged by models of the others.
pub const FOLDS: usize = 5;
