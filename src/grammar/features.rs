//! Grammatical features: what the form of a word tells of number and gender.

use serde::{Deserialize, Serialize};

/// Grammatical number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Number {
    Singular,
    Plural,
    /// `you`, `who`, `police`: the words do not tell.
    Unknown,
}

/// Grammatical gender of the pronouns that stand for somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Gender {
    Feminine,
    Masculine,
}
