//! The ontology as plain values, each found by its number, name or IRI.

use serde::{Deserialize, Serialize};

use crate::vocabulary as v;

use super::attitude::Attitude;
use super::class::{Class, above, is_a};
use super::ids::{ClassId, IndividualId, RelationId};
use super::individual::Individual;
use super::relation::Relation;
use super::role::Qualifier;
use super::words::Words;

/// Everything that the RDF files taught, sorted by IRI.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Ontology {
    /// What articles tell of.
    pub classes: Vec<Class>,
    /// What is read in sentences.
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

impl Ontology {
    /// The class of this number.
    ///
    /// # Panics
    /// If the number is another ontology's, as are all look-ups by number.
    pub fn class(&self, id: ClassId) -> &Class {
        &self.classes[id.0]
    }

    /// The relation of this number.
    pub fn relation(&self, id: RelationId) -> &Relation {
        &self.relations[id.0]
    }

    /// The known individual of this number.
    pub fn individual(&self, id: IndividualId) -> &Individual {
        &self.individuals[id.0]
    }

    /// The numbers of all classes, in order.
    pub fn class_ids(&self) -> impl Iterator<Item = ClassId> + Clone + use<> {
        (0..self.classes.len()).map(ClassId)
    }

    /// The numbers of all relations, in order.
    pub fn relation_ids(&self) -> impl Iterator<Item = RelationId> + Clone + use<> {
        (0..self.relations.len()).map(RelationId)
    }

    /// The numbers of all known individuals, in order.
    pub fn individual_ids(&self) -> impl Iterator<Item = IndividualId> + Clone + use<> {
        (0..self.individuals.len()).map(IndividualId)
    }

    /// The class with this IRI or local name; of several with this name, newsgraph's own.
    pub fn class_named(&self, name: &str) -> Option<ClassId> {
        let own = format!("{}{name}", v::NG);
        let position = |matches: &dyn Fn(&Class) -> bool| self.classes.iter().position(matches);
        position(&|class| class.iri == name || class.iri == own)
            .or_else(|| position(&|class| class.name == name))
            .map(ClassId)
    }

    /// The relation with this local name.
    pub fn relation_named(&self, name: &str) -> Option<&Relation> {
        self.relations.iter().find(|relation| relation.name == name)
    }

    /// The relation with this IRI.
    pub fn relation_with_iri(&self, iri: &str) -> Option<&Relation> {
        self.relations.iter().find(|relation| relation.iri == iri)
    }

    /// The qualifier of this name, if the wording needs it.
    pub fn essential(&self, name: &str) -> Option<&Qualifier> {
        self.qualifiers.iter().find(|qualifier| qualifier.essential && qualifier.name == name)
    }

    /// Whether `class` is `ancestor` or one of its subclasses, at any depth (cycles are tolerated).
    pub fn is_a(&self, class: ClassId, ancestor: ClassId) -> bool {
        is_a(&self.classes, class, ancestor)
    }

    /// The class and all that are above it, at any depth.
    pub fn above(&self, class: ClassId) -> Vec<ClassId> {
        above(&self.classes, class)
    }

    /// Whether `class` is one of these classes or below one.
    pub fn is_any(&self, class: ClassId, ancestors: &[ClassId]) -> bool {
        ancestors.iter().any(|&ancestor| self.is_a(class, ancestor))
    }

    /// Whether one of these classes is `class` or below it.
    pub fn includes_any(&self, class: ClassId, descendants: &[ClassId]) -> bool {
        descendants.iter().any(|&descendant| self.is_a(descendant, class))
    }
}
