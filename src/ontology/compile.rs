//! From triples to the ontology's plain values: which subjects are relations, qualifiers and individuals.
//!
//! Any RDFS or OWL file is welcome, so nothing need be declared that can be inferred: a property is what has a
//! domain or a range, and both may be a union of classes or several.

use crate::vocabulary as v;

use super::attitude_lists::attitudes;
use super::class::is_a;
use super::classes::Classes;
use super::error::Problem;
use super::example::Example;
use super::facts::{Facts, is_blank};
use super::individual::Individual;
use super::least_confidence::{least_confidence, misplaced};
use super::location::Location;
use super::locator::local_name;
use super::marks;
use super::model::Ontology;
use super::relation::{Range, Relation, Reporting, Uniqueness};
use super::rivals;
use super::role::Qualifier;
use super::word_lists::words;

/// Compiles the triples; every example that cannot be read is a problem of its own.
pub(super) fn compile(facts: &Facts) -> Result<Ontology, Vec<Problem>> {
    let properties = properties(facts);
    let mut problems = Vec::new();
    let classes = Classes::new(facts, &properties, &mut problems);
    let qualifiers = qualifiers(facts, &classes);
    let roles: Vec<&str> = qualifiers.iter().map(|qualifier| qualifier.name.as_str()).collect();
    let individuals = individuals(facts, &classes, &properties);
    let mut relations: Vec<Relation> = properties
        .into_iter()
        .filter(|property| !describes_records(facts, &classes, property) && !is_qualifier(facts, property))
        .map(|property| relation(facts, &classes, property, &roles, &mut problems))
        .collect();
    problems.extend(misplaced(facts, &relations));
    rivals::read(facts, &mut relations, &mut problems);
    let attitudes = attitudes(facts, &mut problems);
    let words = words(facts, &mut problems);
    if problems.is_empty() {
        Ok(Ontology { classes: classes.list, relations, qualifiers, individuals, attitudes, words })
    } else {
        problems.sort_by(|left, right| left.location.cmp(&right.location));
        Err(problems)
    }
}

fn properties(facts: &Facts) -> Vec<&str> {
    const TYPES: [&str; 4] =
        [v::OWL_OBJECT_PROPERTY, v::OWL_DATATYPE_PROPERTY, v::OWL_SYMMETRIC_PROPERTY, v::RDF_PROPERTY];
    facts
        .subjects()
        .filter(|subject| {
            let described = |predicate| facts.nodes(subject, predicate).next().is_some();
            facts.is_typed(subject, &TYPES) || described(v::RDFS_DOMAIN) || described(v::RDFS_RANGE)
        })
        .collect()
}

/// Whether the property tells of newsgraph's own records (statements, attributions), not of the world.
fn describes_records(facts: &Facts, classes: &Classes, property: &str) -> bool {
    let Some(record) = classes.id(v::NG_RECORD) else { return false };
    let domain = classes.reached(facts, property, v::RDFS_DOMAIN);
    domain.iter().any(|&class| is_a(&classes.list, class, record))
}

fn is_qualifier(facts: &Facts, property: &str) -> bool {
    facts.nodes(property, v::RDFS_SUB_PROPERTY_OF).any(|parent| parent == v::NG_QUALIFIER)
}

fn qualifiers(facts: &Facts, classes: &Classes) -> Vec<Qualifier> {
    facts
        .subjects()
        .filter(|subject| {
            facts.nodes(subject, v::RDFS_SUB_PROPERTY_OF).any(|parent| parent == v::NG_QUALIFIER)
        })
        .map(|subject| Qualifier {
            iri: subject.to_owned(),
            name: local_name(subject).to_owned(),
            range: classes.reached(facts, subject, v::RDFS_RANGE),
            essential: facts.is_typed(subject, &[v::NG_ESSENTIAL_QUALIFIER]),
        })
        .collect()
}

fn relation(
    facts: &Facts,
    classes: &Classes,
    subject: &str,
    roles: &[&str],
    problems: &mut Vec<Problem>,
) -> Relation {
    let least_confidence = least_confidence(facts, subject, problems);
    let mut read = |predicate| examples(facts, subject, predicate, roles, problems);
    Relation {
        iri: subject.to_owned(),
        name: local_name(subject).to_owned(),
        label: facts.label(subject),
        definition: facts.first_text(subject, &[v::SKOS_DEFINITION, v::RDFS_COMMENT]),
        domain: classes.reached(facts, subject, v::RDFS_DOMAIN),
        range: range(facts, classes, subject),
        symmetric: facts.is_typed(subject, &[v::OWL_SYMMETRIC_PROPERTY]),
        functional: facts.is_typed(subject, &[v::OWL_FUNCTIONAL_PROPERTY]),
        uniqueness: uniqueness(facts, subject),
        lasts: facts.is_typed(subject, &[v::NG_STATE_PROPERTY]),
        reporting: Reporting {
            once: facts.is_typed(subject, &[v::NG_ONCE_PROPERTY]),
            cumulative: facts.is_typed(subject, &[v::NG_CUMULATIVE_PROPERTY]),
            sole_doer: facts.is_typed(subject, &[v::NG_SOLE_DOER_PROPERTY]),
            ..Reporting::default()
        },
        least_confidence,
        goes_before: Vec::new(),
        excludes: Vec::new(),
        examples: read(v::SKOS_EXAMPLE),
        counterexamples: read(v::NG_COUNTEREXAMPLE),
        location: facts.location(subject),
    }
}

fn uniqueness(facts: &Facts, relation: &str) -> Uniqueness {
    if facts.is_typed(relation, &[v::OWL_INVERSE_FUNCTIONAL_PROPERTY]) {
        Uniqueness::Everywhere
    } else if facts.is_typed(relation, &[v::NG_IDENTIFYING_PROPERTY]) {
        Uniqueness::InOneAffair
    } else {
        Uniqueness::Nowhere
    }
}

/// The examples of a relation; those that cannot be read become problems.
fn examples(
    facts: &Facts,
    subject: &str,
    predicate: &'static str,
    roles: &[&str],
    problems: &mut Vec<Problem>,
) -> Vec<Example> {
    let mut examples = Vec::new();
    for (marked, location) in facts.texts(subject, predicate) {
        match read_example(marked, location, roles) {
            Ok(example) => examples.push(example),
            Err(problem) => problems.push(problem),
        }
    }
    examples
}

fn read_example(marked: &str, location: &Location, roles: &[&str]) -> Result<Example, Problem> {
    let location = location.clone();
    match marks::parse(marked, roles) {
        Ok(read) => Ok(Example { marked: marked.to_owned(), text: read.text, spans: read.spans, location }),
        Err(message) => {
            Err(Problem {
                location, column: None, message: format!("in the example “{marked}”: {message}")
            })
        }
    }
}

fn range(facts: &Facts, classes: &Classes, property: &str) -> Range {
    if facts.is_datatype_property(property) {
        let datatype = facts.nodes(property, v::RDFS_RANGE).find(|node| !is_blank(node));
        return Range::Literal { datatype: datatype.unwrap_or(v::RDFS_LITERAL).to_owned() };
    }
    Range::Entities(classes.reached(facts, property, v::RDFS_RANGE))
}

/// What has a class of the ontology and a name; a property with a class of its own is no name that articles use.
fn individuals(facts: &Facts, classes: &Classes, properties: &[&str]) -> Vec<Individual> {
    let subjects = facts.subjects().filter(|subject| !properties.contains(subject));
    subjects.filter_map(|subject| individual(facts, classes, subject)).collect()
}

/// The subject as a known individual, if it has a class and a name.
fn individual(facts: &Facts, classes: &Classes, subject: &str) -> Option<Individual> {
    let types = classes.reached(facts, subject, v::RDF_TYPE);
    let label = facts.first_text(subject, &[v::SKOS_PREF_LABEL, v::RDFS_LABEL])?;
    if types.is_empty() {
        return None;
    }
    let mut alternative_labels =
        facts.sorted_texts(subject, &[v::RDFS_LABEL, v::SKOS_PREF_LABEL, v::SKOS_ALT_LABEL]);
    alternative_labels.retain(|other| *other != label);
    let mut same_as: Vec<String> = [v::OWL_SAME_AS, v::SKOS_EXACT_MATCH]
        .into_iter()
        .flat_map(|predicate| facts.nodes(subject, predicate))
        .map(str::to_owned)
        .collect();
    same_as.sort();
    same_as.dedup();
    Some(Individual {
        iri: subject.to_owned(),
        label,
        alternative_labels,
        classes: types,
        same_as,
        country: facts.nodes(subject, v::NG_COUNTRY).next().map(str::to_owned),
        shared_names: facts.sorted_texts(subject, &[v::NG_SHARED_NAME]),
    })
}
