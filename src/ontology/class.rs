//! A class: what things of it are called, and which classes stand above it.

use serde::{Deserialize, Serialize};

use crate::language::EntityType;
use crate::vocabulary as v;

use super::ids::ClassId;

/// A kind of thing that articles tell of.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Class {
    /// Its IRI.
    pub iri: String,
    /// Local name of the IRI (`Person`).
    pub name: String,
    /// `rdfs:label` or `skos:prefLabel` in English, else the local name in words.
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

impl Class {
    /// Whether it is the user's, not one of newsgraph's own vocabulary.
    pub fn is_taught(&self) -> bool {
        !self.iri.starts_with(v::NG)
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
