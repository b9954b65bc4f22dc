//! From a story to RDF: terms, named graphs, and the Oxigraph store.

#[cfg(test)]
mod conflict_tests;
mod conflicts;
mod dataset;
mod declare;
mod describe;
mod namespaces;
mod query;
mod recall;
mod selection;
pub mod terms;
mod timeline;
pub mod vocabulary;

pub use conflicts::{Conflict, ConflictKind, Side, conflicts};
pub use dataset::{Dataset, Section, graph_name, name};
pub use describe::{dataset, is_plain};
pub use namespaces::Namespaces;
pub use query::{QueryError, QueryableGraph, constructed, read_nquads};
pub use recall::{ontology, story};
pub use selection::Selection;
pub use timeline::{Entry, timeline};
