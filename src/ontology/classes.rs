//! Which IRIs are classes, under one number each: declared ones, those that a relation uses without saying more,
//! and, by `owl:equivalentClass`, the names that other vocabularies have for them.

use std::collections::{BTreeMap, BTreeSet};

use crate::language::EntityType;
use crate::vocabulary as v;

use super::class::Class;
use super::error::Problem;
use super::facts::{Facts, is_blank};
use super::ids::ClassId;
use super::known_values::known;
use super::locator::local_name;

/// All classes with the numbers that their IRIs lead to.
pub(super) struct Classes {
    pub list: Vec<Class>,
    ids: BTreeMap<String, ClassId>,
}

impl Classes {
    /// Numbers the classes; a type of the name recogniser that does not exist is a problem.
    pub fn new<'a>(facts: &'a Facts, properties: &[&'a str], problems: &mut Vec<Problem>) -> Self {
        let declared = declared_classes(facts);
        let aliases = aliases(facts, &declared);
        let mut names: BTreeSet<&str> = declared;
        names.extend(
            property_classes(facts, properties).into_iter().filter(|class| !aliases.contains_key(class)),
        );
        let mut ids: BTreeMap<String, ClassId> =
            names.iter().enumerate().map(|(index, name)| ((*name).to_owned(), ClassId(index))).collect();
        for (alias, class) in aliases {
            if let Some(&id) = ids.get(class) {
                ids.insert(alias.to_owned(), id);
            }
        }
        let mut equivalents: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for other in facts.subjects() {
            for name in facts.nodes(other, v::OWL_EQUIVALENT_CLASS) {
                equivalents.entry(name).or_default().push(other);
            }
        }
        let others = |name: &str| equivalents.get(name).map_or(&[][..], Vec::as_slice);
        let list = names.iter().map(|name| class(facts, &ids, name, others(name), problems)).collect();
        Self { list, ids }
    }

    pub fn id(&self, iri: &str) -> Option<ClassId> {
        self.ids.get(iri).copied()
    }

    /// The classes that `predicate` leads to, unions opened, sorted.
    pub fn reached(&self, facts: &Facts, subject: &str, predicate: &'static str) -> Vec<ClassId> {
        let ids: BTreeSet<ClassId> =
            class_nodes(facts, subject, predicate).into_iter().filter_map(|node| self.id(node)).collect();
        ids.into_iter().collect()
    }
}

/// The classes that the files say something of.
pub(super) fn declared_classes(facts: &Facts) -> BTreeSet<&str> {
    facts
        .subjects()
        .filter(|subject| {
            facts.is_typed(subject, &[v::OWL_CLASS, v::RDFS_CLASS])
                || facts.nodes(subject, v::RDFS_SUB_CLASS_OF).next().is_some()
        })
        .collect()
}

/// Other vocabularies' names of declared classes, which they themselves are not declared in.
pub(super) fn aliases<'a>(facts: &'a Facts, declared: &BTreeSet<&'a str>) -> BTreeMap<&'a str, &'a str> {
    let mut aliases = BTreeMap::new();
    for &class in declared {
        for other in facts.nodes(class, v::OWL_EQUIVALENT_CLASS) {
            if !is_blank(other) && !declared.contains(other) {
                aliases.entry(other).or_insert(class);
            }
        }
    }
    aliases
}

/// Classes that are used as a relation's domain or range without being declared.
fn property_classes<'a>(facts: &'a Facts, properties: &[&'a str]) -> BTreeSet<&'a str> {
    properties
        .iter()
        .flat_map(|property| {
            let range = if facts.is_datatype_property(property) {
                Vec::new()
            } else {
                class_nodes(facts, property, v::RDFS_RANGE)
            };
            class_nodes(facts, property, v::RDFS_DOMAIN).into_iter().chain(range)
        })
        .collect()
}

/// The class of this name; `equivalents` say that they are the same.
fn class(
    facts: &Facts,
    ids: &BTreeMap<String, ClassId>,
    name: &str,
    equivalents: &[&str],
    problems: &mut Vec<Problem>,
) -> Class {
    let parents: BTreeSet<ClassId> = facts
        .nodes(name, v::RDFS_SUB_CLASS_OF)
        .chain(facts.nodes(name, v::OWL_EQUIVALENT_CLASS))
        .chain(equivalents.iter().copied())
        .filter_map(|parent| ids.get(parent).copied())
        .filter(|&parent| ids.get(name) != Some(&parent))
        .collect();
    Class {
        iri: name.to_owned(),
        name: local_name(name).to_owned(),
        label: facts.label(name),
        parents: parents.into_iter().collect(),
        entity_types: entity_types(facts, name, v::NG_ENTITY_TYPE, problems),
        measures: entity_types(facts, name, v::NG_MEASURE, problems),
        nouns: nouns(facts, name, v::NG_NOUN),
        nouns_like: nouns(facts, name, v::NG_NOUNS_LIKE),
    }
}

/// The types of the name recogniser under `predicate`, sorted, each once.
fn entity_types(
    facts: &Facts,
    class: &str,
    predicate: &'static str,
    problems: &mut Vec<Problem>,
) -> Vec<EntityType> {
    let names: Vec<_> = EntityType::ALL.iter().map(|kind| (kind.as_str(), *kind)).collect();
    let mut found = known(facts, class, predicate, &names, problems);
    found.sort_unstable();
    found.dedup();
    found
}

fn nouns(facts: &Facts, name: &str, predicate: &'static str) -> Vec<String> {
    let lower: BTreeSet<String> = facts.texts(name, predicate).map(|(text, _)| text.to_lowercase()).collect();
    lower.into_iter().collect()
}

/// The classes that `predicate` leads to; a blank node stands for the members of its `owl:unionOf`.
pub(super) fn class_nodes<'a>(facts: &'a Facts, subject: &str, predicate: &'static str) -> Vec<&'a str> {
    facts
        .nodes(subject, predicate)
        .flat_map(|node| {
            if is_blank(node) {
                facts.nodes(node, v::OWL_UNION_OF).flat_map(|head| facts.list(head)).collect()
            } else {
                vec![node]
            }
        })
        .filter(|node| !is_blank(node))
        .collect()
}
