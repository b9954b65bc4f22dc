//! What was read of each article, kept from one build to the next.
//!
//! Reading takes nearly all of a build's time, and what an article tells depends on nothing but the article, the ontology and
//! the program. So a build keeps each article's facts (`record.rs`) in one file of bytes (`memory.rs`) together with what they
//! were made with (`settings.rs`); the next build reads only what is new, and `add` and `remove` need no article but their own.
//! While a build runs, what it has read stands in a journal (`journal.rs`), from which an interrupted one goes on.
//!
//! Rejected: a file an article, which is slow to list and to delete by the hundred thousand; the user's cache folder, which
//! does not move with the graph.

mod journal;
mod memory;
mod record;
mod settings;

pub use journal::{entry, records_of};
pub use memory::{Memory, MemoryError};
pub use record::{ArticleKey, Record};
pub use settings::Settings;
