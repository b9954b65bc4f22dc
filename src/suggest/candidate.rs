//! A wording that may be one of a relation, before it has been tried.

use std::collections::BTreeSet;

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

/// The part that an argument has in what the verb tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Acts,
    Undergoes,
    /// After a preposition that may name who acts: "was sold *to* the firm", "drew criticism *from* the judge".
    MayAct,
    /// After any other preposition.
    Beside,
}

impl Part {
    /// Of whoever hangs on the verb by this link; `None` where the link does not tell.
    pub fn of(link: &Link) -> Option<Self> {
        match link {
            Link::Subject => Some(Self::Acts),
            Link::Object => Some(Self::Undergoes),
            Link::Preposition(name) if matches!(name.as_str(), "from" | "by" | "to" | "with") => {
                Some(Self::MayAct)
            }
            Link::Preposition(_) => Some(Self::Beside),
            _ => None,
        }
    }

    /// Whether it is the part that the argument has in an example, as far as the two tell.
    fn is(self, in_example: Self) -> Option<bool> {
        match (self, in_example) {
            (Self::Acts, Self::Acts) | (Self::Undergoes, Self::Undergoes) => Some(true),
            (Self::Acts, Self::Undergoes) | (Self::Undergoes | Self::Beside, Self::Acts) => Some(false),
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

/// What the parts in a construction are to those in an example.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Agreement {
    /// One at least is the same, and none is another.
    Same,
    Untold,
    Other,
}

impl Parts {
    /// What these are to the parts in an example.
    pub fn agreement(self, in_example: Self) -> Agreement {
        let is = |part: Option<Part>, in_example: Option<Part>| part?.is(in_example?);
        let told = [is(self.subject, in_example.subject), is(self.object, in_example.object)];
        match (told.contains(&Some(false)), told.contains(&Some(true))) {
            (true, _) => Agreement::Other,
            (_, true) => Agreement::Same,
            _ => Agreement::Untold,
        }
    }

    /// The same with what another example of the relation tells besides.
    pub fn or(self, other: Self) -> Self {
        Self { subject: self.subject.or(other.subject), object: self.object.or(other.object) }
    }
}

/// A construction as a wording of a relation.
#[derive(Debug, Clone)]
pub struct Candidate {
    pub relation: RelationId,
    /// How it would be written.
    pub example: Example,
    /// The sentences of the corpus where it stands.
    pub sentences: BTreeSet<usize>,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_agree_where_one_is_told_and_none_differs() {
        let parts = |subject, object| Parts { subject: Some(subject), object: Some(object) };
        let bought = parts(Part::Acts, Part::Undergoes);
        assert_eq!(parts(Part::Acts, Part::MayAct).agreement(bought), Agreement::Same, "merged with");
        assert_eq!(parts(Part::MayAct, Part::Undergoes).agreement(bought), Agreement::Same, "was sold to");
        assert_eq!(parts(Part::Beside, Part::Undergoes).agreement(bought), Agreement::Other, "was bought in");
        assert_eq!(parts(Part::Undergoes, Part::Acts).agreement(bought), Agreement::Other);
        assert_eq!(Parts::default().agreement(bought), Agreement::Untold);
    }
}
