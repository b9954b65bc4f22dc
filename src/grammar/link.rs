//! How words hang on each other once the shapes of syntax are undone.

use serde::{Deserialize, Serialize};

/// How an argument hangs on its predicate.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Link {
    /// Who does it: the subject of an active verb, the agent of a passive one.
    Subject,
    /// Whom it is done to: the object of an active verb, the subject of a passive one.
    Object,
    /// What the subject is or becomes: predicate nouns and adjectives.
    Complement,
    /// By way of a preposition, lower case; a dative object counts as `to`.
    Preposition(String),
    /// A noun or adjective before the noun (`murder charge`, `Finance Minister Weber`).
    Modifier,
    Possessor,
    Apposition,
    /// A finite clause or a gerund that the predicate governs (`denied that it broke`, `of breaking`).
    Clause,
    /// An infinitive with "to" (`agreed to help`, `a decision to leave`).
    Infinitive,
}

/// An argument of a predicate.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edge {
    pub link: Link,
    /// Token index of the argument's head.
    pub target: usize,
}
