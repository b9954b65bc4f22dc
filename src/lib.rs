//! newsgraph reads news articles and writes a knowledge graph in which every edge can be traced to the
//! sentence that states it.
//!
//! The way of an article through the house, one folder a stage, one direction:
//! [`read`] → [`language`] → [`extract`] → [`resolve`] → [`graph`] → [`export`]; [`ontology`] is what the user
//! teaches, [`vocabulary`] the IRIs that all of them share, [`pipeline`] shows the whole way, [`evaluate`] measures its
//! result, [`cli`] holds one file per command.

pub mod cli;
pub mod evaluate;
pub mod export;
pub mod extract;
pub mod graph;
pub mod language;
pub mod ontology;
pub mod pipeline;
pub mod read;
pub mod resolve;
#[cfg(test)]
mod sample;
pub mod vocabulary;
