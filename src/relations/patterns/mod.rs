//! Patterns: learning from the ontology's examples how a relation is worded, and finding those wordings in sentences.

mod addressees;
mod binding;
mod counterexample;
mod extractor;
mod fit;
mod found;
mod learn;
mod learning_error;
mod marked_arguments;
mod matching;
mod near_miss;
mod overlap;
mod pattern;
mod plain_wording;
mod steps;
mod variants;

pub use binding::Binding;
pub use extractor::Extractor;
pub use found::Match;
pub use near_miss::{Lack, NearMiss, Part};
