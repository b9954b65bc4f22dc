//! Coreference inside an article: a sieve of passes, the precise ones first.

mod chains;
mod clusters;
mod content;
mod descriptions;
mod input;
mod names;
mod pronouns;
mod said;
mod sieve;

pub use chains::{Chain, ChainId, ChainKind, Chains};
pub use input::CoreferenceInput;
pub use names::shorter_names;
pub use sieve::coreference;
