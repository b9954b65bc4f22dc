//! A wording that may be one of a relation, before it has been tried.

use crate::grammar::Link;
use crate::ontology::{Example, RelationId};

/// Which of a construction's places holds the subject of the relation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Order {
    /// The one before the verb.
    SubjectFirst,
    /// The one after the verb, or none.
    ObjectFirst,
}

impl Order {
    /// The other one.
    pub fn turned(self) -> Self {
        match self {
            Self::SubjectFirst => Self::ObjectFirst,
            Self::ObjectFirst => Self::SubjectFirst,
        }
    }
}

/// The part that an argument has in what the verb tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Acts,
    Undergoes,
}

impl Part {
    /// Of whoever hangs on the verb by this link; `None` where the link does not tell.
    pub fn of(link: &Link) -> Option<Self> {
        match link {
            Link::Subject => Some(Self::Acts),
            Link::Object => Some(Self::Undergoes),
            _ => None,
        }
    }
}

/// The parts of a relation's two arguments, where they are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Parts {
    pub subject: Option<Part>,
    pub object: Option<Part>,
}

impl Parts {
    /// Whether one at least is told in both, and is the same, and none is another.
    pub fn agree(self, other: Self) -> bool {
        let same = |one: Option<Part>, other: Option<Part>| one.zip(other).map(|(one, other)| one == other);
        let told = [same(self.subject, other.subject), same(self.object, other.object)];
        told.contains(&Some(true)) && !told.contains(&Some(false))
    }
}

/// A construction as a wording of a relation.
#[derive(Debug, Clone)]
pub struct Candidate {
    pub relation: RelationId,
    /// How it would be written.
    pub example: Example,
    /// How near it is to the relation's examples.
    pub nearness: Nearness,
    /// Of the places where the construction stands, the share with arguments of known and wanted classes.
    pub class_fit: f64,
}

/// What speaks for a wording but the pairs that it joins.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Nearness {
    /// Likeness of meaning to the nearest example, from -1 to 1.
    pub likeness: f64,
    /// How much liker it is to this relation's examples than to any other relation's; below 0 where another one is nearer.
    pub lead: f64,
    /// The nearest example, as an index of the relation's list.
    pub example: usize,
    /// What the arguments do in it.
    pub parts: Parts,
    /// What its words have to do with those of the relation's examples.
    pub kinship: Kinship,
}

/// What the words of two wordings have to do with each other, the least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Kinship {
    #[default]
    None,
    /// One has a noun of the other's verb: "praised", "has praise for".
    Derived,
    /// A word stands in both, with other words around it: "called for", "called".
    SameWord,
}
