//! From sentences to statements: which phrases are mentions, and who did what to whom.

mod mention;

pub use mention::{Mention, MentionId, MentionKind, Mentions};
