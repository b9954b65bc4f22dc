//! The parts that words play in a statement, and what is known of those beside subject and object.

use serde::{Deserialize, Serialize};

use super::ids::ClassId;

/// The part a span plays in a statement.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Role {
    /// Who or what it is said of.
    Subject,
    /// To whom or what it is related.
    Object,
    /// `victim`, `place`, `time` … : the name of a qualifier.
    Qualifier(String),
}

impl Role {
    /// The object for the subject, and the other way round.
    pub fn mirrored(&self) -> Self {
        match self {
            Self::Subject => Self::Object,
            Self::Object => Self::Subject,
            Self::Qualifier(_) => self.clone(),
        }
    }

    /// The word that marks the role in an example.
    pub fn name(&self) -> &str {
        match self {
            Role::Subject => "subject",
            Role::Object => "object",
            Role::Qualifier(name) => name,
        }
    }
}

/// A property of statements that examples can mark (`rdfs:subPropertyOf ng:qualifier`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Qualifier {
    /// Its IRI.
    pub iri: String,
    /// Local name of the IRI (`victim`).
    pub name: String,
    /// Any of these classes; empty where nothing is said.
    pub range: Vec<ClassId>,
    /// `ng:EssentialQualifier`: the wording says the relation only where it is filled (`named her as [post: minister]`).
    pub essential: bool,
}
