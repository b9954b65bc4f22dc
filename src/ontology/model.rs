//! The ontology as plain values. Classes are numbered (`ClassId`) so that the extractor compares integers.

use std::fmt;

use crate::language::EntityType;
use crate::vocabulary as v;

use super::words::Words;

/// Index of a class in [`Ontology::classes`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClassId(pub usize);

/// Everything that the RDF files taught, sorted by IRI.
#[derive(Debug, Clone, Default)]
pub struct Ontology {
    pub classes: Vec<Class>,
    pub relations: Vec<Relation>,
    /// What examples may mark beside subject and object, and statements carry.
    pub qualifiers: Vec<Qualifier>,
    /// The gazetteer: named things known before any article is read.
    pub individuals: Vec<Individual>,
    /// Words that say whose words, thoughts or wishes something is.
    pub attitudes: Vec<Attitude>,
    /// Lists of words that rules ask for.
    pub words: Words,
}

/// A class of such words (`ng:saying ng:cueVerb "say" ; ng:complement "clause"`); lemmas are lower case.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Attitude {
    pub iri: String,
    /// With their particle or preposition, if any (`point out`, `call for`).
    pub verbs: Vec<String>,
    pub nouns: Vec<String>,
    /// With their preposition, if any (`critical of`).
    pub adjectives: Vec<String>,
    pub complements: Vec<Complement>,
}

/// What a word of an attitude takes as its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
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

#[derive(Debug, Clone, Default)]
pub struct Class {
    pub iri: String,
    /// Local name of the IRI (`Person`).
    pub name: String,
    pub label: String,
    /// Direct superclasses (`rdfs:subClassOf`).
    pub parents: Vec<ClassId>,
    /// Types of the engine's name recogniser that mean this class (`ng:entityType "PERSON"`), sorted.
    pub entity_types: Vec<EntityType>,
    /// Types of the name recogniser for amounts that stand for things of this class (`ng:measure "MONEY"`: a fine), sorted.
    pub measures: Vec<EntityType>,
    /// Lemmas of common nouns that name things of this class (`ng:noun "officer"`), lower case; may be several words.
    pub nouns: Vec<String>,
}

#[derive(Debug, Clone)]
pub struct Relation {
    pub iri: String,
    /// Local name of the IRI (`charged_with`).
    pub name: String,
    pub label: String,
    pub definition: Option<String>,
    /// Any of these classes; empty where nothing is said.
    pub domain: Vec<ClassId>,
    pub range: Range,
    /// `owl:SymmetricProperty`.
    pub symmetric: bool,
    /// `owl:FunctionalProperty`: each subject has one object, so that two different ones contradict each other.
    pub functional: bool,
    pub uniqueness: Uniqueness,
    /// `ng:StateProperty`: it lasts, and one day is over.
    pub lasts: bool,
    pub examples: Vec<Example>,
    pub counterexamples: Vec<Example>,
    pub location: Location,
}

impl Ontology {
    /// The qualifier of this name, if the wording needs it.
    pub fn essential(&self, name: &str) -> Option<&Qualifier> {
        self.qualifiers.iter().find(|qualifier| qualifier.essential && qualifier.name == name)
    }
}

impl Class {
    /// Whether it is the user's, not one of newsgraph's own vocabulary.
    pub fn is_taught(&self) -> bool {
        !self.iri.starts_with(v::NG)
    }
}

impl Relation {
    /// Whether it is the user's, not one of newsgraph's own.
    pub fn is_taught(&self) -> bool {
        !self.iri.starts_with(v::NG)
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

/// How far relation and object tell who the subject is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Range {
    /// Entities of any of these classes; empty where nothing is said.
    Entities(Vec<ClassId>),
    /// A literal of this datatype (`owl:DatatypeProperty`).
    Literal { datatype: String },
}

/// A sentence with its arguments marked in square brackets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// The literal as written, with brackets.
    pub marked: String,
    /// The sentence without brackets and role names.
    pub text: String,
    /// The marked spans, in order of their beginning.
    pub spans: Vec<RoleSpan>,
    pub location: Location,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleSpan {
    pub role: Role,
    /// First character in [`Example::text`], in Unicode characters.
    pub begin: usize,
    /// One past the last character.
    pub end: usize,
}

/// The part a span plays in a statement.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    Subject,
    Object,
    /// `victim`, `place`, `time` … : the name of a qualifier.
    Qualifier(String),
}

impl Role {
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Qualifier {
    pub iri: String,
    /// Local name of the IRI (`victim`).
    pub name: String,
    /// Any of these classes; empty where nothing is said.
    pub range: Vec<ClassId>,
    /// `ng:EssentialQualifier`: the wording says the relation only where it is filled (`named her as [post: minister]`).
    pub essential: bool,
}

/// A known individual (`id:metropolitan-police a ng:Organisation ; rdfs:label … ; skos:altLabel …`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Individual {
    pub iri: String,
    pub label: String,
    pub alternative_labels: Vec<String>,
    pub classes: Vec<ClassId>,
    /// `owl:sameAs` and `skos:exactMatch` targets.
    pub same_as: Vec<String>,
}

/// A place in an ontology file, for messages.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Location {
    pub file: String,
    /// Counted from 1.
    pub line: usize,
}

impl fmt::Display for Location {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}", self.file, self.line)
    }
}

impl Ontology {
    pub fn class(&self, id: ClassId) -> &Class {
        &self.classes[id.0]
    }

    /// The class with this IRI or local name; of several with this name, newsgraph's own.
    pub fn class_named(&self, name: &str) -> Option<ClassId> {
        let own = format!("{}{name}", v::NG);
        let position = |matches: &dyn Fn(&Class) -> bool| self.classes.iter().position(matches);
        position(&|class| class.iri == name || class.iri == own)
            .or_else(|| position(&|class| class.name == name))
            .map(ClassId)
    }

    /// Whether `class` is `ancestor` or one of its subclasses, at any depth (cycles are tolerated).
    pub fn is_a(&self, class: ClassId, ancestor: ClassId) -> bool {
        is_a(&self.classes, class, ancestor)
    }

    /// Whether `class` is one of these classes or below one.
    pub fn is_any(&self, class: ClassId, ancestors: &[ClassId]) -> bool {
        ancestors.iter().any(|&ancestor| self.is_a(class, ancestor))
    }

    /// Whether one of these classes is `class` or below it.
    pub fn includes_any(&self, class: ClassId, descendants: &[ClassId]) -> bool {
        descendants.iter().any(|&descendant| self.is_a(descendant, class))
    }

    pub fn relation_named(&self, name: &str) -> Option<&Relation> {
        self.relations.iter().find(|relation| relation.name == name)
    }

    /// The relation of this IRI.
    pub fn relation(&self, iri: &str) -> Option<&Relation> {
        self.relations.iter().find(|relation| relation.iri == iri)
    }
}

/// Ontologies of no more classes are walked without taking memory: every argument of every pattern asks this.
const FEW: usize = 128;

/// Whether `class` is `ancestor` or below it in `classes`; each class is visited once, so that cycles end.
pub(super) fn is_a(classes: &[Class], class: ClassId, ancestor: ClassId) -> bool {
    if class == ancestor {
        return true;
    }
    if classes.len() > FEW {
        return walk(classes, class, ancestor, &mut vec![false; classes.len()], &mut vec![0; classes.len()]);
    }
    walk(classes, class, ancestor, &mut [false; FEW], &mut [0; FEW])
}

/// `open` holds the classes to visit; each enters once, so that as many places as there are classes suffice.
fn walk(classes: &[Class], class: ClassId, ancestor: ClassId, seen: &mut [bool], open: &mut [usize]) -> bool {
    let mut count = 1;
    (open[0], seen[class.0]) = (class.0, true);
    while count > 0 {
        count -= 1;
        let current = open[count];
        for &ClassId(parent) in &classes[current].parents {
            if parent == ancestor.0 {
                return true;
            }
            if !std::mem::replace(&mut seen[parent], true) {
                open[count] = parent;
                count += 1;
            }
        }
    }
    false
}
