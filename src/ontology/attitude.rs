//! Words that say whose words, thoughts or wishes something is.

use serde::{Deserialize, Serialize};

/// A class of such words (`ng:saying ng:cueVerb "say" ; ng:complement "clause"`); lemmas are lower case.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Attitude {
    /// The concept that lists the words (`ng:saying`).
    pub iri: String,
    /// With their particle or preposition, if any (`point out`, `call for`).
    pub verbs: Vec<String>,
    /// `ng:cueNoun`.
    pub nouns: Vec<String>,
    /// With their preposition, if any (`critical of`).
    pub adjectives: Vec<String>,
    /// What each of these words takes as its content.
    pub complements: Vec<Complement>,
}

/// What a word of an attitude takes as its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Complement {
    /// "said that it rained", also quoted.
    Clause,
    /// "promised to leave".
    Infinitive,
    /// "announced the deal".
    Object,
    /// "called it a success", "described it as a success".
    Predicate,
}
