//! Patterns: learning from the ontology's examples how a relation is worded, and finding those wordings in sentences.

mod addressees;
mod argument_kind;
mod binding;
mod counterexample;
mod derived;
mod extractor;
mod fit;
mod found;
mod learn;
#[cfg(test)]
mod learn_tests;
mod learning_error;
mod marked_arguments;
mod matching;
#[cfg(test)]
mod matching_tests;
mod near_miss;
mod overlap;
mod paraphrases;
mod pattern;
mod plain_wording;
#[cfg(test)]
mod sample_patterns;
mod steps;
mod taught_patterns;
mod variants;

pub use binding::Binding;
pub use extractor::Extractor;
pub use fit::role_fits;
pub use found::Match;
pub use near_miss::{Lack, NearMiss, Part};
pub use paraphrases::Paraphrases;
pub use pattern::{Content, Node, Pattern};
