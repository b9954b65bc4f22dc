//! From the graph to files: one file per format, written beside and renamed.

pub mod dot;
pub mod marks;
pub mod picture;
pub mod png;
pub mod report;
pub mod svg;

mod csv;
mod cypher;
mod followthemoney;
mod format;
mod ftm_schema;
mod gexf;
mod graphml;
mod json_pieces;
mod jsonl;
mod jsonld;
mod nquads;
mod ntriples;
mod property_graph;
mod rdf;
mod rdfxml;
mod read_back;
mod short_forms;
mod trig;
mod turtle;
mod write;
mod xml;

pub use csv::{csv, csv_nodes};
pub use cypher::cypher;
pub use followthemoney::followthemoney;
pub use format::RdfSyntax;
pub use gexf::gexf;
pub use graphml::graphml;
pub use jsonl::jsonl;
pub use jsonld::jsonld;
pub use nquads::nquads;
pub use ntriples::ntriples;
pub use rdf::{RdfError, write_rdf};
pub use rdfxml::{UnnamableProperty, rdfxml};
pub use read_back::{ReadBackError, count, read_back};
pub use trig::trig;
pub use turtle::{turtle, turtle12};
/// What a writer writes, as text, for tests.
#[cfg(test)]
pub(crate) fn written(write: impl FnOnce(&mut Vec<u8>) -> std::io::Result<()>) -> String {
    let mut bytes = Vec::new();
    write(&mut bytes).expect("a list takes everything");
    String::from_utf8(bytes).expect("text is written")
}

pub use write::{StagedFile, Staging, WriteError, WrittenFile, spool, write_file, write_rdf_file};
