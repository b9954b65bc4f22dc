//! A relation: what it may hold between, and by which examples it is told.

use serde::{Deserialize, Serialize};

use crate::confidence::Confidence;
use crate::vocabulary as v;

use super::example::Example;
use super::ids::{ClassId, RelationId};
use super::location::Location;
use super::role::Role;

/// What may hold between a subject and an object.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Relation {
    /// Its IRI.
    pub iri: String,
    /// Local name of the IRI (`charged_with`).
    pub name: String,
    /// `rdfs:label` or `skos:prefLabel` in English, else the local name in words.
    pub label: String,
    /// `skos:definition` or `rdfs:comment`.
    pub definition: Option<String>,
    /// Any of these classes; empty where nothing is said.
    pub domain: Vec<ClassId>,
    /// What stands in the object's place.
    pub range: Range,
    /// `owl:SymmetricProperty`.
    pub symmetric: bool,
    /// `owl:FunctionalProperty`: each subject has one object, so that two different ones contradict each other.
    pub functional: bool,
    /// How far relation and object tell who the subject is.
    pub uniqueness: Uniqueness,
    /// `ng:StateProperty`: it lasts, and one day is over.
    pub lasts: bool,
    /// What may be said of it by several reports, and what only by one.
    pub reporting: Reporting,
    /// `ng:leastConfidence`: how sure a statement must be to make a plain edge.
    pub least_confidence: Confidence,
    /// `ng:goesBefore`: wider relations, which are not meant where this one fits the same words.
    pub goes_before: Vec<RelationId>,
    /// `ng:excludes`, both ways: relations that no sentence tells of the same two beside this one.
    pub excludes: Vec<RelationId>,
    /// Sentences that state it, in the order of the files.
    pub examples: Vec<Example>,
    /// Sentences that must not be read as it, in the order of the files.
    pub counterexamples: Vec<Example>,
    /// The first line that tells of it.
    pub location: Location,
}

impl Relation {
    /// Whether it is the user's, not one of newsgraph's own.
    pub fn is_taught(&self) -> bool {
        !self.iri.starts_with(v::NG)
    }

    /// Whether a wrong statement of it wrongs somebody: the ontology asks for more confidence.
    pub fn accuses(&self) -> bool {
        self.least_confidence > Confidence::NONE
    }

    /// The classes wanted in a role, empty where any will do; `None` for a role that nothing is said of.
    pub fn classes_of(&self, role: &Role) -> Option<&[ClassId]> {
        match (role, &self.range) {
            (Role::Subject, _) => Some(&self.domain),
            (Role::Object, Range::Entities(classes)) => Some(classes),
            _ => None,
        }
    }
}

/// How reports of a relation hang together: what two of them cannot both tell of the same two.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reporting {
    /// `ng:OnceProperty`: within one affair it happens to the same once, so that two days or places contradict each other.
    pub once: bool,
    /// `ng:CumulativeProperty`: its numbers grow from day to day, so that a later, higher one is news and no contradiction.
    pub cumulative: bool,
    /// `ng:SoleDoerProperty`: what was done has one doer, so that two contradict each other.
    pub sole_doer: bool,
    /// `ng:contraryTo`, both ways: relations of which one at most holds of the same two (resigned, dismissed).
    pub contrary_to: Vec<RelationId>,
    /// `ng:countsWith`, both ways: relations that count the same (died, killed).
    pub counts_with: Vec<RelationId>,
    /// `ng:answers`: relations whose statements a statement of this one answers (rejected a claim, accused of it).
    pub answers: Vec<RelationId>,
}

/// How far relation and object tell who the subject is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub enum Uniqueness {
    /// Several may do it.
    #[default]
    Nowhere,
    /// `ng:IdentifyingProperty`: articles on one affair speak of one event, so whom one leaves unnamed another names.
    InOneAffair,
    /// `owl:InverseFunctionalProperty`: nobody undergoes it from two subjects.
    Everywhere,
}

/// What stands in the object's place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Range {
    /// Entities of any of these classes; empty where nothing is said.
    Entities(Vec<ClassId>),
    /// A literal of this datatype (`owl:DatatypeProperty`).
    Literal {
        /// IRI of the datatype.
        datatype: String,
    },
}
