//! A disagreement as plain values.

use serde::Serialize;

use crate::story::Statement;

/// What the sides disagree about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum DisagreementKind {
    /// Affirmed and denied.
    Polarity,
    /// An accusation, and the word of the accused against it.
    Accusation,
    /// Who did what only one did.
    Subject,
    /// Which of two relations it was: resigned or dismissed.
    Relation,
    /// Numbers that cannot both be right.
    Quantity,
    /// On which day it happened.
    Date,
    /// Where it happened.
    Place,
    /// Who holds an office that one person holds at a time.
    Office,
    /// What somebody has one of.
    Object,
    /// Figures that differ and may all be right: no disagreement, but worth a look.
    Figures,
}

/// Those who say the same.
#[derive(Debug, Clone, PartialEq)]
pub struct Side<'a> {
    /// What sets this side apart: `affirmed`, a number, a day, an entity's name.
    pub claim: String,
    /// At least one, in the story's order.
    pub statements: Vec<&'a Statement>,
    /// How many of them are independent of each other.
    pub independent: usize,
}

/// A disagreement: at least two sides.
#[derive(Debug, Clone, PartialEq)]
pub struct Disagreement<'a> {
    /// What the sides disagree about.
    pub kind: DisagreementKind,
    /// Whether it is one outlet that now says otherwise than it said before.
    pub correction: bool,
    /// Sorted by claim, but affirmed before denied.
    pub sides: Vec<Side<'a>>,
}

impl<'a> Disagreement<'a> {
    /// All statements of all sides.
    pub fn statements(&self) -> impl Iterator<Item = &'a Statement> + '_ {
        self.sides.iter().flat_map(|side| side.statements.iter().copied())
    }
}
