//! What the articles tell as plain sorted values: documents, entities, statements, attributions, and the ids they are given.
//! All that graph, export and evaluation take.

mod assemble;
mod mint;
mod sharing;
mod values;

pub use assemble::assemble;
pub use mint::{DEFAULT_BASE, Mint, span_iri};
pub use sharing::{Share, Shared};
pub use values::{
    Argument, Attribution, AttributionSource, Document, Entity, EntityMention, EntityReference, Literal,
    Merge, Polarity, Quantity, Span, Statement, Story, TimeExpression,
};
