//! Why two phrases are one entity, as the graph tells it.

use std::sync::Arc;

use super::span::Span;

/// A phrase that was found to mean an entity which other phrases mean, and why.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Merge {
    /// IRI of the document.
    pub document: Arc<str>,
    /// Where the phrase stands.
    pub place: Span,
    /// IRI of the entity.
    pub entity: Arc<str>,
    /// In words for the reader.
    pub reason: Arc<str>,
}
