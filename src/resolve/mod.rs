//! One story, one entity: coreference inside an article, then the same people, bodies and places across articles.

mod article_facts;
mod assembly;
mod coreference;
mod decisions;
mod drafter;
mod entities;
mod events;
mod finisher;
mod literal;
mod name_key;
mod name_words;
mod phrases;
mod reason;
mod relevance;
#[cfg(test)]
mod tests;

pub use article_facts::Draft;
pub use assembly::story;
pub use coreference::{Chain, ChainId, ChainKind, Chains, Scene, coreference};
pub use decisions::{DecisionError, Decisions, Who};
pub use drafter::{ReadDocument, article_facts};
pub use entities::{Cast, Part};
