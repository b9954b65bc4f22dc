//! One story, one entity: coreference inside an article, then the same people, bodies and places across articles.

mod article_facts;
mod assembly;
mod coreference;
mod entities;
mod events;
mod fact_gatherer;
mod finisher;
mod initialism;
mod literal;
mod name_words;
mod phrases;
mod reason;
mod relevance;
#[cfg(test)]
mod sample_chains;
mod statement_parts;
#[cfg(test)]
mod tests;

pub use article_facts::ArticleFacts;
pub use assembly::story;
pub use coreference::{Chain, ChainId, CoreferenceInput, coreference};
pub use fact_gatherer::{ReadDocument, article_facts};
