//! What a corpus can teach: wordings of it that a relation does not know yet, and relations that it is full of.
//!
//! `corpus.rs` keeps of each sentence what is needed; `construction.rs` reads off every clause how its verb joins two arguments,
//! and `survey.rs` where each construction stands; `wording.rs` writes one as a marked example; `nearness.rs` tells how near
//! that is to the examples that there are; `mining.rs` gathers the most promising for each relation; `trial.rs` learns them
//! all and reads the corpus again with them, so that nothing is suggested that does not work; `ranking.rs` puts them in order.
//! `relations.rs` makes new relations of what no relation claims (`joints.rs`), with nouns of `plain_nouns.rs`. `insertion.rs`
//! puts an example into the text of an ontology.

mod candidate;
mod construction;
mod corpus;
mod insertion;
mod joints;
mod mining;
mod nearness;
mod plain_nouns;
mod ranking;
mod relations;
mod survey;
mod trial;
mod wording;

pub use corpus::Corpus;
pub use insertion::{Kind, insert};
pub use ranking::{Quote, Suggestion, suggestions};
pub use relations::{NewRelation, new_relations};
