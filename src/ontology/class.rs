//! A class: what things of it are called, and which classes stand above it.

use std::collections::HashSet;

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
    /// Nouns whose kinds name things of this class, too (`ng:nounsLike "ship"`: a frigate), lower case.
    pub nouns_like: Vec<String>,
}

impl Class {
    /// Whether it is the user's, not one of newsgraph's own vocabulary.
    pub fn is_taught(&self) -> bool {
        !self.iri.starts_with(v::NG)
    }
}

/// Ontologies of no more classes are walked without taking memory: every argument of every pattern asks this.
const FEW: usize = u128::BITS as usize;

/// Whether `class` is `ancestor` or below it in `classes`; each class is visited once, so that cycles end.
pub(super) fn is_a(classes: &[Class], class: ClassId, ancestor: ClassId) -> bool {
    class == ancestor
        || if classes.len() > FEW {
            is_above_in_many(classes, class, ancestor)
        } else {
            is_above_in_few(classes, class, ancestor)
        }
}

/// The class and all that are above it, each once, so that cycles end.
pub(super) fn above(classes: &[Class], class: ClassId) -> Vec<ClassId> {
    let mut seen = HashSet::from([class]);
    let mut found = vec![class];
    for next in 0.. {
        let Some(&current) = found.get(next) else { break };
        found.extend(classes[current.0].parents.iter().copied().filter(|&parent| seen.insert(parent)));
    }
    found
}

fn is_above_in_few(classes: &[Class], class: ClassId, ancestor: ClassId) -> bool {
    // Sets of classes, a bit for each.
    let (mut seen, mut open) = (0_u128, 1_u128 << class.0);
    while open != 0 {
        let current = open.trailing_zeros() as usize;
        seen |= 1 << current;
        for parent in &classes[current].parents {
            open |= 1 << parent.0;
        }
        open &= !seen;
        if open >> ancestor.0 & 1 == 1 {
            return true;
        }
    }
    false
}

fn is_above_in_many(classes: &[Class], class: ClassId, ancestor: ClassId) -> bool {
    let mut seen = vec![false; classes.len()];
    let mut open = vec![class];
    while let Some(current) = open.pop() {
        if current == ancestor {
            return true;
        }
        if !std::mem::replace(&mut seen[current.0], true) {
            open.extend(&classes[current.0].parents);
        }
    }
    false
}
