//! From sentences to statements: what grammar, mentions, relations, times and attributions say, put together.

mod circumstances;
mod reading;
mod statement;
mod wording;
mod wordless;

pub use reading::extract;
pub use statement::{ExtractedStatement, Extraction};
