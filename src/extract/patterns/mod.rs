//! Patterns: learning from the ontology's examples how a relation is worded, and finding those wordings in sentences.

mod addressees;
mod argument_graph;
mod control;
mod counterexample;
mod extractor;
mod fit;
mod learn;
mod marked_arguments;
mod matching;
mod near_miss;
mod nominalisation;
mod overlap;
mod particles;
mod pattern;
mod plain_wording;
mod tree;
mod variants;

pub use argument_graph::{ArgumentGraph, Link};
pub use extractor::{Extractor, Match};
pub use learn::LearningError;
pub use matching::{Binding, ParsedSentence};
pub use near_miss::{Lack, NearMiss, Part};
pub use nominalisation::nominal_forms;
pub use pattern::{Pattern, lemma_of};
pub use tree::Tree;
