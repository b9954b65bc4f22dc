//! What the user has decided, out of one file that overrides newsgraph's own judgement and survives rebuilds: who is who, and
//! which statements are read rightly.
//!
//! One decision a line, fields separated by tabs, so that a spreadsheet can write it:
//!
//! ```text
//! # who is who in the harbour affair
//! same        Northline          Northline Shipping
//! different   J. Smith @ a.txt   John Smith @ b.txt
//! reject      7d4838ce7d9f6e46   the other Smith
//! accept      02c1be9a5c3f7710
//! ```
//!
//! A name may be any that an article uses, a label or an IRI; `@` and the end of a path restrict it to one article. A
//! statement is named by its IRI or the last part of it.

mod contradictions;
mod file;
mod judge;
mod name_selector;

pub use file::{DecisionError, Decisions, NameDecision, Ruling, Verdict};
pub use judge::Judge;
pub use name_selector::NameSelector;
