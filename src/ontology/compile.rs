//! From triples to the ontology's plain values: which subjects are relations, qualifiers and individuals.
//!
//! Any RDFS or OWL file is welcome, so nothing need be declared that can be inferred: a property is what has a
//! domain or a range, and both may be a union of classes or several.

use std::collections::BTreeMap;

use super::attitudes::{attitudes, stances};
use super::classes::Classes;
use super::error::Problem;
use super::facts::{Facts, is_blank};
use super::locator::local_name;
use super::model::{
    Example, Individual, Location, Ontology, PersonWords, Qualifier, Range, Relation, Uniqueness, is_a,
};
use super::{example, iri};

/// Compiles the triples; every example that cannot be read is a problem of its own.
pub(super) fn compile(facts: &Facts) -> Result<Ontology, Vec<Problem>> {
    let properties = properties(facts);
    let mut problems = Vec::new();
    let classes = Classes::new(facts, &properties, &mut problems);
    let qualifiers = qualifiers(facts, &classes);
    let roles: Vec<&str> = qualifiers.iter().map(|qualifier| qualifier.name.as_str()).collect();
    let individuals = individuals(facts, &classes, &properties);
    let relations = properties
        .into_iter()
        .filter(|property| !describes_records(facts, &classes, property) && !is_qualifier(facts, property))
        .map(|property| relation(facts, &classes, property, &roles, &mut problems))
        .collect();
    let attitudes = attitudes(facts, &mut problems);
    let stances = stances(facts, &mut problems);
    if problems.is_empty() {
        Ok(Ontology {
            classes: classes.list,
            relations,
            qualifiers,
            individuals,
            attitudes,
            stances,
            feminine: person_words(facts, iri::NG_FEMININE),
            masculine: person_words(facts, iri::NG_MASCULINE),
            anybody: person_words(facts, iri::NG_ANYBODY),
            any_body: person_words(facts, iri::NG_ANY_BODY),
            only_one_body: person_words(facts, iri::NG_ONLY_ONE_BODY),
            speaking_for_others: person_words(facts, iri::NG_SPEAKING_FOR_OTHERS),
            title_abbreviations: title_abbreviations(facts),
        })
    } else {
        problems.sort_by(|left, right| left.location.cmp(&right.location));
        Err(problems)
    }
}

fn properties(facts: &Facts) -> Vec<&str> {
    const TYPES: [&str; 4] =
        [iri::OWL_OBJECT_PROPERTY, iri::OWL_DATATYPE_PROPERTY, iri::OWL_SYMMETRIC, iri::RDF_PROPERTY];
    facts
        .subjects()
        .filter(|subject| {
            let described = |predicate| facts.nodes(subject, predicate).next().is_some();
            facts.is_typed(subject, &TYPES) || described(iri::RDFS_DOMAIN) || described(iri::RDFS_RANGE)
        })
        .collect()
}

/// Whether the property tells of newsgraph's own records (statements, attributions), not of the world.
fn describes_records(facts: &Facts, classes: &Classes, property: &str) -> bool {
    let Some(record) = classes.id(iri::NG_RECORD) else { return false };
    let domain = classes.reached(facts, property, iri::RDFS_DOMAIN);
    domain.iter().any(|&class| is_a(&classes.list, class, record))
}

fn is_qualifier(facts: &Facts, property: &str) -> bool {
    facts.nodes(property, iri::RDFS_SUBPROPERTY).any(|parent| parent == iri::NG_QUALIFIER)
}

fn qualifiers(facts: &Facts, classes: &Classes) -> Vec<Qualifier> {
    facts
        .subjects()
        .filter(|subject| {
            facts.nodes(subject, iri::RDFS_SUBPROPERTY).any(|parent| parent == iri::NG_QUALIFIER)
        })
        .map(|subject| Qualifier {
            iri: subject.to_owned(),
            name: local_name(subject).to_owned(),
            range: classes.reached(facts, subject, iri::RDFS_RANGE),
            essential: facts.is_typed(subject, &[iri::NG_ESSENTIAL]),
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
    let mut read = |predicate| examples(facts, subject, predicate, roles, problems);
    Relation {
        iri: subject.to_owned(),
        name: local_name(subject).to_owned(),
        label: facts.label(subject),
        definition: facts.first_text(subject, &[iri::SKOS_DEFINITION, iri::RDFS_COMMENT]),
        domain: classes.reached(facts, subject, iri::RDFS_DOMAIN),
        range: range(facts, classes, subject),
        symmetric: facts.is_typed(subject, &[iri::OWL_SYMMETRIC]),
        functional: facts.is_typed(subject, &[iri::OWL_FUNCTIONAL]),
        uniqueness: uniqueness(facts, subject),
        lasts: facts.is_typed(subject, &[iri::NG_STATE]),
        examples: read(iri::SKOS_EXAMPLE),
        counterexamples: read(iri::NG_COUNTEREXAMPLE),
        location: facts.location(subject),
    }
}

fn uniqueness(facts: &Facts, relation: &str) -> Uniqueness {
    if facts.is_typed(relation, &[iri::OWL_INVERSE_FUNCTIONAL]) {
        Uniqueness::Everywhere
    } else if facts.is_typed(relation, &[iri::NG_IDENTIFYING]) {
        Uniqueness::InOneAffair
    } else {
        Uniqueness::Nowhere
    }
}

fn person_words(facts: &Facts, subject: &str) -> PersonWords {
    let words = |predicate| facts.texts(subject, predicate).map(|(text, _)| text.to_lowercase()).collect();
    PersonWords { given_names: words(iri::NG_GIVEN_NAME), nouns: words(iri::NG_NOUN) }
}

/// Every short form under `ng:abbreviation`, with the label of what it is short for.
fn title_abbreviations(facts: &Facts) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for subject in facts.subjects() {
        for (text, _) in facts.texts(subject, iri::NG_ABBREVIATION) {
            let bare = text.trim_end_matches('.').to_lowercase();
            found.entry(bare).or_insert_with(|| facts.label(subject));
        }
    }
    found
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
    match example::parse(marked, roles) {
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
        let datatype = facts.nodes(property, iri::RDFS_RANGE).find(|node| !is_blank(node));
        return Range::Literal { datatype: datatype.unwrap_or(iri::RDFS_LITERAL).to_owned() };
    }
    Range::Entities(classes.reached(facts, property, iri::RDFS_RANGE))
}

/// What has a class of the ontology and a name; a property with a class of its own is no name that articles use.
fn individuals(facts: &Facts, classes: &Classes, properties: &[&str]) -> Vec<Individual> {
    let subjects = facts.subjects().filter(|subject| !properties.contains(subject));
    subjects.filter_map(|subject| individual(facts, classes, subject)).collect()
}

/// The subject as a known individual, if it has a class and a name.
fn individual(facts: &Facts, classes: &Classes, subject: &str) -> Option<Individual> {
    let types = classes.reached(facts, subject, iri::RDF_TYPE);
    let label = facts.first_text(subject, &[iri::SKOS_PREF_LABEL, iri::RDFS_LABEL])?;
    if types.is_empty() {
        return None;
    }
    let mut alternative_labels =
        facts.sorted_texts(subject, &[iri::RDFS_LABEL, iri::SKOS_PREF_LABEL, iri::SKOS_ALT_LABEL]);
    alternative_labels.retain(|other| *other != label);
    let mut same_as: Vec<String> = [iri::OWL_SAME_AS, iri::SKOS_EXACT_MATCH]
        .into_iter()
        .flat_map(|predicate| facts.nodes(subject, predicate))
        .map(str::to_owned)
        .collect();
    same_as.sort();
    same_as.dedup();
    Some(Individual { iri: subject.to_owned(), label, alternative_labels, classes: types, same_as })
}
