//! The ontology put to the test: every example read as if it stood in an article, to see whether what it teaches is
//! found again, and every counterexample, to see that it is not.
//!
//! Writers of an ontology cannot see the trees that their sentences are parsed into; this tells them which of their
//! sentences the engine did not understand as they meant it.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::attribution::Cues;
use crate::language::Sentence;
use crate::mentions::OntologyIndex;
use crate::ontology::{Location, Relation, RelationId, UndeclaredClass};
use crate::relations::Extractor;

use super::example_case::{Case, Reading, cases, readings};
use super::leave_one_out::LeaveOneOut;
use super::slot_names::{SlotNames, slot_names};

/// Something that does not work as its author means it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// File and line.
    pub location: Location,
    /// What is wrong and what to do.
    pub message: String,
}

/// What the check came to; findings sorted by place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OntologyCheck {
    /// How many examples were read.
    pub examples: usize,
    /// Of these, how many were read as what they teach.
    pub found_back: usize,
    /// What cannot work.
    pub findings: Vec<Finding>,
    /// Of every relation that patterns were learned for, in the ontology's order.
    pub reaches: Vec<LeaveOneOut>,
    /// Of every class that the user's relations name, which unknown names stand for its members; sorted by class.
    pub slots: Vec<SlotNames>,
}

/// Reads all examples and counterexamples with what was learned from them. `analyse` is the language engine, and
/// `undeclared` the classes that the ontology's files use and do not declare.
pub fn check_ontology(
    lexicon: &OntologyIndex<'_>,
    extractor: &Extractor,
    undeclared: &[UndeclaredClass],
    analyse: impl Fn(&[&str]) -> Vec<Vec<Sentence>>,
) -> OntologyCheck {
    let cases = cases(lexicon);
    let texts: Vec<&str> = cases.iter().map(|case| case.example.text.as_str()).collect();
    let parsed = analyse(&texts);
    let failures: BTreeMap<(RelationId, usize), String> =
        extractor.failures.iter().map(|(example, error)| (*example, error.to_string())).collect();
    let cues = Cues::new(lexicon.ontology);
    let readings: Vec<Vec<Reading>> = cases
        .par_iter()
        .zip(parsed.par_iter())
        .map(|(case, sentences)| readings(case.example, sentences, lexicon, extractor, &cues))
        .collect();
    let mut check = OntologyCheck::default();
    for ((case, readings), sentences) in cases.iter().zip(&readings).zip(&parsed) {
        let message = if case.wanted {
            check.examples += 1;
            let failure = failures.get(&(case.relation, case.index)).map(String::as_str);
            let message = case.missing(readings, sentences, failure, lexicon, extractor);
            check.found_back += usize::from(message.is_none());
            message
                .or_else(|| case.carried(sentences, lexicon, extractor))
                .or_else(|| case.rivals(readings, lexicon))
        } else {
            case.unwanted(readings)
        };
        if let Some(message) = message {
            check.findings.push(Finding { location: case.example.location.clone(), message });
        }
    }
    check.findings.extend(undeclared.iter().map(undeclared_fault));
    check.findings.extend(lexicon.ontology.relations.iter().filter_map(plan_faults));
    check.findings.sort();
    check.reaches = reaches(&cases, &parsed, &readings, lexicon, extractor);
    check.slots = slot_names(lexicon);
    check
}

/// A class that nothing is said of lets nothing in that has a class of its own.
fn undeclared_fault(class: &UndeclaredClass) -> Finding {
    let UndeclaredClass { name, used_by, location, .. } = class;
    let message = match &class.meant {
        Some(meant) => format!("{used_by} names the class {name}, which no file declares; is {meant} meant?"),
        None if class.written.starts_with("ng:") => format!(
            "{used_by} names the class {name}, which newsgraph does not have; take one that `newsgraph ontology doc` \
             lists, or declare one of your own"
        ),
        None => format!(
            "{used_by} names the class {name}, which no file declares, so that nothing is known to be one; mend the \
             name, or declare it: `{} a owl:Class ; rdfs:subClassOf ng:Organisation ; ng:noun \"{}\" .`, with ng:Person, \
             ng:Place or ng:Entity in place of ng:Organisation where that is what it is",
            class.written, class.noun
        ),
    };
    Finding { location: location.clone(), message }
}

/// How far the examples of every worded relation carry.
fn reaches(
    cases: &[Case<'_>],
    parsed: &[Vec<Sentence>],
    readings: &[Vec<Reading>],
    lexicon: &OntologyIndex<'_>,
    extractor: &Extractor,
) -> Vec<LeaveOneOut> {
    let worded: BTreeSet<RelationId> = extractor.patterns().iter().map(|pattern| pattern.relation).collect();
    let blank = |&relation: &RelationId| {
        (
            relation,
            LeaveOneOut {
                relation: lexicon.ontology.relation(relation).name.clone(),
                paraphrases: extractor.paraphrases_of(relation),
                ..LeaveOneOut::default()
            },
        )
    };
    let mut reaches: BTreeMap<RelationId, LeaveOneOut> = worded.iter().map(blank).collect();
    let found: Vec<bool> = cases
        .par_iter()
        .zip(parsed)
        .map(|(case, sentences)| case.is_found_without(sentences, lexicon, extractor))
        .collect();
    for ((case, found), readings) in
        cases.iter().zip(found).zip(readings).filter(|((case, _), _)| case.wanted)
    {
        if let Some(reach) = reaches.get_mut(&case.relation) {
            reach.examples += 1;
            reach.found_without += usize::from(found);
        }
        for rival in case.rival_relations(readings, lexicon) {
            if let Some(reach) = reaches.get_mut(&rival) {
                reach.mistaken += 1;
            }
        }
    }
    reaches.into_values().collect()
}

/// What a relation lacks, whatever its examples are.
fn plan_faults(relation: &Relation) -> Option<Finding> {
    let message = if relation.examples.is_empty() {
        "has no skos:example, so that nothing is ever read as it; write one sentence for each wording"
    } else if relation.domain.is_empty() {
        "has no rdfs:domain, so that anything passes as its subject; name a class"
    } else {
        return None;
    };
    Some(Finding { location: relation.location.clone(), message: format!("{} {message}", relation.name) })
}
