//! Where sources disagree. Only what somebody asserts can be contradicted, and only by somebody else: another article, or another
//! speaker. A file is a kind of disagreement; each says what else must agree before two reports can be about one thing, for two
//! events are no contradiction, nor is news: a toll that rises, a charge that comes after "has not been charged".
//!
//! What may contradict what, the ontology says (`ontology/model/relation-kinds.ttl`); no relation is named here.

mod accusation;
mod amount;
mod contrary;
mod denial;
mod disagreement;
mod doer;
mod figures;
mod find;
mod ground;
mod object;
mod office;
mod place;
mod quantity;
mod sum;
#[cfg(test)]
mod tests;
mod when;
mod wording;

pub use disagreement::{Disagreement, DisagreementKind, Side};
pub use figures::figures;
pub use find::disagreements;
