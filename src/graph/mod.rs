//! From a story to RDF: terms, named graphs, and the Oxigraph store.

mod dataset;
mod describe;
mod namespaces;
pub mod terms;
pub mod vocabulary;

pub use dataset::{Dataset, Section, graph_name, name};
pub use describe::{dataset, is_plain};
pub use namespaces::Namespaces;
