//! What stands on the user's disk beside the articles: the folder of a built graph and what it remembers, the files of an
//! ontology and what they taught, the decisions. Commands find all of it here, so that each is read and written in one way.

pub mod asked;
mod cache;
pub mod deciding;
pub mod decision_file;
pub mod folder;
pub mod graph_files;
pub mod graph_ontology;
pub mod index_file;
pub mod learned;
mod lines;
pub mod lock;
pub mod memory_file;
pub mod ontology_files;
pub mod teaching;
