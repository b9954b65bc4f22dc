//! What a corpus can teach: wordings of it that a relation does not know yet, and relations that it is full of.
//!
//! `corpus.rs` keeps of each sentence what is needed; `construction.rs` reads off every clause how its verb joins two arguments;
//! `wording.rs` writes such a construction as a marked example; `nearness.rs` tells how near that is to the examples that
//! there are; `mining.rs` gathers the most promising for each relation; `trial.rs` learns them all and reads the corpus again
//! with them, so that nothing is suggested that does not work; `ranking.rs` puts them in order. `relations.rs` groups what no
//! relation claims to new ones. `insertion.rs` puts an example into the text of an ontology.

mod candidate;
mod construction;
mod corpus;
mod insertion;
mod mining;
mod nearness;
mod ranking;
mod relations;
mod trial;
mod wording;

pub use corpus::Corpus;
pub use insertion::{Kind, insert};
pub use ranking::{Quote, Suggestion, suggestions};
pub use relations::{NewRelation, new_relations};
