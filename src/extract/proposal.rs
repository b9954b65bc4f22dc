//! A statement that no pattern found: the scorer proposes it, and rules may throw it out again.

use crate::confidence::Confidence;
use crate::ontology::RelationId;

/// A statement that the scorer proposes.
#[derive(Debug)]
pub struct Proposal {
    pub relation: RelationId,
    pub subject: Option<usize>,
    pub object: Option<usize>,
    /// The word that states it.
    pub trigger: usize,
    pub confidence: Confidence,
}
