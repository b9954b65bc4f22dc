//! One story, one entity: coreference inside an article, then the same people, bodies and places across articles.

mod assemble;
mod mint;
mod story;

pub use assemble::assemble;
pub use mint::{DEFAULT_BASE, Mint, span as span_iri};
pub use story::{
    Argument, Attribution, AttributionSource, Document, Entity, EntityMention, EntityReference, Literal,
    Polarity, Quantity, Span, Statement, Story, TimeExpression,
};
