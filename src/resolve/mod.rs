//! One story, one entity: coreference inside an article, then the same people, bodies and places across articles.

mod amounts;
mod argument_fit;
mod article_facts;
mod assembly;
mod copies;
mod counts;
mod durations;
mod entities;
mod events;
mod fact_gatherer;
mod finisher;
mod literal;
mod names_beside;
mod phrases;
mod relevance;
mod statement_parts;
#[cfg(test)]
mod tests;
mod victims;

pub use article_facts::{ArticleFacts, ReadDocument};
pub use assembly::story;
pub use fact_gatherer::article_facts;
