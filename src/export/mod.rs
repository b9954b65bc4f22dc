//! From the graph to files: one file per format, written beside and renamed.

#![warn(missing_docs)]

pub mod dot;
pub(crate) mod marks;
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
mod hidden;
mod json_pieces;
mod jsonl;
mod jsonld;
mod lists;
mod nquads;
mod ntriples;
mod property_graph;
mod rdf;
mod rdf_error;
mod rdfxml;
mod read_back;
mod short_forms;
mod staging;
#[cfg(test)]
mod testing;
mod trig;
mod turtle;
mod web_address;
mod write;

pub use csv::{csv, csv_nodes};
pub use cypher::cypher;
pub use followthemoney::followthemoney;
pub use format::RdfSyntax;
pub use gexf::gexf;
pub use graphml::graphml;
pub use jsonl::jsonl;
pub use jsonld::jsonld;
pub use lists::{disagreements_json, timeline_json};
pub use nquads::nquads;
pub use ntriples::ntriples;
pub use rdf::write_rdf;
pub use rdf_error::{RdfError, UnnamableProperty};
pub use rdfxml::rdfxml;
pub use read_back::{ReadBackError, count, read_back};
pub use report::{write_difference, write_disagreements};
pub(crate) use staging::finish;
pub use staging::{StagedFile, Staging, WrittenFile};
pub use trig::trig;
pub use turtle::{turtle, turtle12};
pub use web_address::address_of_sentence;
pub use write::{WriteError, spool, write_file, write_rdf_file};
