//! Proper names in a sentence: witnesses in the order of their trust, each in a file of its own.

mod abbreviation;
mod capitals;
mod context;
mod extension;
mod finder;
mod neighbours;
mod offices;
mod recogniser;
#[cfg(test)]
mod recogniser_tests;
#[cfg(test)]
mod sample_names;
mod span;

pub use abbreviation::long_form_start;
pub use context::Context;
pub use finder::{add_known, find};
pub use neighbours::{is_mark, tell as tell_by_neighbours};
pub use offices::ends_in_office;
pub use recogniser::standing_alone;
pub use span::{NameSpan, Source, is_argument};
