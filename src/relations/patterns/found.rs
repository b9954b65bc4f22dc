//! What the patterns find in a sentence.

use super::binding::Binding;
use crate::ontology::{ClassId, RelationId};

/// A pattern found in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// Index of the pattern in [`Extractor::patterns`](crate::relations::Extractor::patterns).
    pub pattern: usize,
    pub relation: RelationId,
    /// The token that states the relation.
    pub trigger: usize,
    pub binding: Binding,
}

/// What is known of the class of a token as an argument.
pub type ClassOf<'a> = &'a dyn Fn(usize) -> Option<ClassId>;
