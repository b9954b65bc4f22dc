//! One story, one entity: coreference inside an article, then the same people, bodies and places across articles.

mod assemble;
mod assembly;
mod cast;
mod chains;
mod clusters;
mod content;
mod coreference;
mod decisions;
mod descriptions;
mod drafts;
mod entities;
mod events;
mod identities;
mod joins;
mod literal;
mod mint;
mod names;
mod phrase_entities;
mod phrases;
mod pronouns;
mod reason;
mod relevance;
mod said;
mod sharing;
mod statements;
mod story;
mod union;

pub use assemble::assemble;
pub use assembly::{ArticleReading, story};
pub use cast::{Cast, Part};
pub use chains::{Chain, ChainId, ChainKind, Chains};
pub use coreference::{Scene, coreference};
pub use decisions::{DecisionError, Decisions, Who};
pub use drafts::Draft;
pub use entities::entities;
pub use mint::{DEFAULT_BASE, Mint, span as span_iri};
pub use sharing::{Share, Shared};
pub use story::{
    Argument, Attribution, AttributionSource, Document, Entity, EntityMention, EntityReference, Literal,
    Merge, Polarity, Quantity, Span, Statement, Story, TimeExpression,
};

#[cfg(test)]
mod tests;
