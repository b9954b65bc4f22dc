//! From a story to RDF: terms, named graphs, and the Oxigraph store.

#![warn(missing_docs)]

mod about;
mod builder;
mod dataset;
#[cfg(test)]
mod dataset_tests;
mod declare;
mod describe;
mod doubts;
mod find;
mod happenings;
mod indexing;
mod namespaces;
mod part;
mod query;
mod recall;
mod section;
mod selection;
mod shipped;
mod standing;
mod term_list;
pub(crate) mod terms;
mod timeline;
mod views;
mod vocabulary_used;
mod writer;

pub use builder::{DatasetBuilder, Interned};
pub use dataset::{Dataset, Subject, TermNumber, Triples};
pub use describe::dataset;
pub use doubts::{Doubt, doubts};
pub use find::{Finder, Finds, Found};
pub use indexing::{index_bytes, unindexed, write_index};
pub use namespaces::Namespaces;
pub use part::{GraphPart, Named, detail, relations, statements};
pub use query::{AsksElsewhere, Circumstances, QueryError, QueryableGraph, constructed, read_nquads};
pub use recall::story;
pub use section::Section;
pub use selection::Selection;
pub use shipped::{ShippedQuery, shipped_queries};
pub use standing::Standing;
pub use timeline::{Entry, timeline};
pub use views::{description, instances, one_graph, stretches, value};
pub use vocabulary_used::ontology;
