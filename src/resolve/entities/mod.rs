//! Entities across articles: which chains of several articles mean the same person, body or place.

mod across_articles;
mod entity_table;
mod identities;
#[cfg(test)]
mod identities_tests;
mod identity_joins;
mod joins;
mod namesakes;
mod occasions;
mod phrase_entities;
mod shared_names;
mod union;

pub use across_articles::entities;
pub use entity_table::{EntityTable, Part};
pub use identities::identify;
pub use phrase_entities::PhraseEntities;
