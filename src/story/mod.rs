//! What the articles tell as plain sorted values: documents, entities, statements, attributions, and the ids they are given.
//! All that graph, export and evaluation take.

mod argument;
mod assemble;
mod detail;
mod difference;
mod merge;
mod mint;
mod needed;
mod recollect;
mod relation_words;
mod sharing;
mod span;
mod unmet;
mod values;
mod witnesses;

pub use argument::{Argument, EntityReference, Literal};
pub use assemble::assemble;
pub use detail::Detail;
pub use difference::{Change, Difference, Parts, difference, in_one_line};
pub use merge::Merge;
pub use mint::{DEFAULT_BASE, Mint, span_iri, span_of_iri};
pub use needed::SAME_NAME;
pub use recollect::recollect;
pub use relation_words::{is_symmetric, relation_label, takes_object};
pub use sharing::{Share, Shared};
pub use span::Span;
pub use unmet::Unmet;
pub use values::{
    Attribution, AttributionSource, DocumentRecord, Entity, EntityMention, Polarity, Quantity, Statement,
    Story, TimeExpression,
};
pub use witnesses::{Witnesses, own_outlet};
