//! Coreference inside an article: a sieve of passes, the precise ones first.

mod ages;
mod body_names;
mod candidates;
mod chains;
mod clusters;
mod content;
mod descriptions;
#[cfg(test)]
mod descriptions_tests;
mod headings;
mod holder_phrases;
mod initialism;
mod input;
mod name_words;
mod names;
mod posts;
mod pronouns;
#[cfg(test)]
mod pronouns_tests;
mod reason;
mod rivals;
mod said;
#[cfg(test)]
pub(crate) mod sample_chains;
mod several;
mod sieve;
mod titles;
mod unknown_people;
mod unsure;

pub use chains::{Chain, ChainId, ChainKind, Chains};
pub use holder_phrases::spoken_of;
pub use input::CoreferenceInput;
pub use name_words::PersonName;
pub use names::shorter_names;
pub use posts::Post;
pub use reason::Reason;
pub use sieve::coreference;
