//! From sentences to statements: what grammar, mentions, relations, times and attributions say, put together.

mod accusations;
mod calibration;
mod circumstances;
mod doers;
mod holding;
mod own_voice;
mod proposal;
mod reading;
mod reasons;
mod scoring;
mod statement;
mod wording;
mod wordless;

pub use doers::has_victim;
pub use reading::extract;
pub use reasons::reasons;
pub use scoring::Scoring;
pub use statement::{ExtractedStatement, Extraction};
