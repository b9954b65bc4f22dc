//! newsgraph reads news articles and writes a knowledge graph in which every edge can be traced to the
//! sentence that states it.
//!
//! The way of an article through the house, one folder a stage, one direction:
//! [`read`] → [`language`] → [`encoder`] → `grammar` → `mentions` → `relations`, `scorer`, `attribution`, `time` → `extract` →
//! `resolve` (by what the user decided, `decisions`) → [`story`] → [`events`], [`disagreements`] → [`graph`] → [`export`]; [`ontology`] is what the user teaches, [`taught`] what was learned
//! from it, [`vocabulary`] the IRIs that all of them share, [`pipeline`] shows the whole way, [`evaluate`] measures its
//! result, `suggest` finds what a corpus could teach, [`cli`] holds one file per command.

#![cfg_attr(not(test), warn(clippy::print_stderr, clippy::print_stdout, clippy::unwrap_used))]

#[doc(hidden)]
pub mod allocator;
pub(crate) mod annotations;
pub(crate) mod attribution;
#[doc(hidden)]
pub mod cli;
mod confidence;
pub(crate) mod coreference;
pub(crate) mod decisions;
pub mod disagreements;
pub(crate) mod document;
pub mod encoder;
pub mod evaluate;
pub mod events;
pub mod export;
pub(crate) mod extract;
pub mod faults;
pub(crate) mod files;
pub(crate) mod grammar;
pub mod graph;
mod harmless;
pub mod index;
pub mod language;
pub(crate) mod learned;
pub(crate) mod living;
pub(crate) mod mentions;
pub mod ontology;
mod page;
pub(crate) mod picture;
pub mod pipeline;
mod quiet;
pub mod read;
pub(crate) mod relations;
pub(crate) mod remembered;
pub(crate) mod remote;
pub(crate) mod resolve;
#[cfg(test)]
mod sample;
#[cfg(test)]
mod sample_language;
pub(crate) mod scorer;
pub(crate) mod serve;
pub mod story;
pub(crate) mod suggest;
pub mod taught;
mod terminal;
pub(crate) mod time;
pub(crate) mod tree_repair;
mod vector_unit;
pub mod vocabulary;
mod weights;
mod xml;

pub use confidence::{Confidence, ConfidenceError};
pub use decisions::{DecisionError, Decisions};
pub use ontology::Ontology;
pub use pipeline::{Pipeline, PipelineBuilder};
pub use read::Article;
pub use story::Story;
