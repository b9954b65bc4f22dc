//! The ontology put to the test: every example read as if it stood in an article, to see whether what it teaches is
//! found again, and every counterexample, to see that it is not.
//!
//! Writers of an ontology cannot see the trees that their sentences are parsed into; this tells them which of their
//! sentences the engine did not understand as they meant it.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::attribution::Cues;
use crate::extract::ExtractedStatement;
use crate::language::Sentence;
use crate::mentions::OntologyIndex;
use crate::ontology::{Example, Location, Relation, RelationId, Role};
use crate::relations::Extractor;

use super::diagnosis::{read_alone, read_without};
use super::leave_one_out::LeaveOneOut;

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
}

/// Reads all examples and counterexamples with what was learned from them. `analyse` is the language engine.
pub fn check_ontology(
    lexicon: &OntologyIndex<'_>,
    extractor: &Extractor,
    analyse: impl Fn(&[&str]) -> Vec<Vec<Sentence>>,
) -> OntologyCheck {
    let cases = cases(lexicon);
    let texts: Vec<&str> = cases.iter().map(|case| case.example.text.as_str()).collect();
    let parsed = analyse(&texts);
    let learning: BTreeMap<&Location, String> =
        extractor.failures.iter().map(|(location, error)| (location, error.to_string())).collect();
    let cues = Cues::new(lexicon.ontology);
    let readings: Vec<Vec<Reading>> = cases
        .par_iter()
        .zip(parsed.par_iter())
        .map(|(case, sentences)| readings(case.example, sentences, lexicon, extractor, &cues))
        .collect();
    let mut check = OntologyCheck::default();
    for (case, readings) in cases.iter().zip(&readings) {
        let message = if case.wanted {
            check.examples += 1;
            let message = case.missing(readings, learning.get(&case.example.location), lexicon);
            check.found_back += usize::from(message.is_none());
            message.or_else(|| case.rivals(readings, lexicon))
        } else {
            case.unwanted(readings)
        };
        if let Some(message) = message {
            check.findings.push(Finding { location: case.example.location.clone(), message });
        }
    }
    check.findings.extend(lexicon.ontology.relations.iter().filter_map(plan_faults));
    check.findings.sort();
    check.reaches = reaches(&cases, &parsed, &readings, lexicon, extractor);
    check
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

/// An example or counterexample of a relation.
struct Case<'a> {
    relation: RelationId,
    /// Its place among the relation's examples, or counterexamples.
    index: usize,
    example: &'a Example,
    wanted: bool,
}

/// What was read in an example's sentence: a relation, and whether its arguments are the marked ones.
struct Reading {
    relation: RelationId,
    as_marked: bool,
    words: String,
}

fn cases<'a>(lexicon: &OntologyIndex<'a>) -> Vec<Case<'a>> {
    let ontology = lexicon.ontology;
    ontology
        .relation_ids()
        .flat_map(|relation| {
            let taught = ontology.relation(relation);
            let case = move |wanted: bool| {
                move |(index, example): (usize, &'a Example)| Case { relation, index, example, wanted }
            };
            let wanted = taught.examples.iter().enumerate().map(case(true));
            wanted.chain(taught.counterexamples.iter().enumerate().map(case(false)))
        })
        .collect()
}

fn readings(
    example: &Example,
    sentences: &[Sentence],
    lexicon: &OntologyIndex<'_>,
    extractor: &Extractor,
    cues: &Cues,
) -> Vec<Reading> {
    let read = |statement: &ExtractedStatement| {
        let sentence = &sentences[statement.sentence.0];
        let word = |token: Option<usize>| token.map_or("nothing", |token| &sentence.tokens[token].text);
        Reading {
            relation: statement.relation,
            as_marked: is_as_marked(example, sentence, statement.subject, statement.object),
            words: format!("subject “{}”, object “{}”", word(statement.subject), word(statement.object)),
        }
    };
    read_alone(&example.text, sentences, lexicon, extractor, cues).iter().map(read).collect()
}

/// Whether subject and object stand in the marked spans, and nothing stands where nothing is marked.
fn is_as_marked(
    example: &Example,
    sentence: &Sentence,
    subject: Option<usize>,
    object: Option<usize>,
) -> bool {
    let agrees = |role: Role, token: Option<usize>| {
        let span = example.spans.iter().find(|span| span.role == role);
        match (span, token) {
            (Some(span), Some(token)) => {
                let token = &sentence.tokens[token];
                span.begin <= token.begin && token.end <= span.end
            }
            (None, None) => true,
            _ => false,
        }
    };
    agrees(Role::Subject, subject) && agrees(Role::Object, object)
}

impl Case<'_> {
    /// Why the example's own statement is not found back, if it is not.
    fn missing(
        &self,
        readings: &[Reading],
        learning: Option<&String>,
        lexicon: &OntologyIndex<'_>,
    ) -> Option<String> {
        if readings.iter().any(|reading| reading.relation == self.relation && reading.as_marked) {
            return None;
        }
        let name = &lexicon.ontology.relation(self.relation).name;
        let other = readings.iter().find(|reading| reading.relation == self.relation);
        let reason = match (learning, other) {
            (Some(error), _) => error.clone(),
            (None, Some(other)) => format!("read back with {}; mark the head of the phrase", other.words),
            (None, None) => {
                "its arguments do not fit the relation's domain and range, or the engine parses it differently; \
                 write it plainer or widen them"
                    .to_owned()
            }
        };
        Some(format!("example of {name} not found back: “{}”: {reason}", self.example.marked))
    }

    /// Other relations that claim the same words for the same arguments.
    fn rivals(&self, readings: &[Reading], lexicon: &OntologyIndex<'_>) -> Option<String> {
        let name = |id: RelationId| lexicon.ontology.relation(id).name.as_str();
        let rivals = self.rival_relations(readings, lexicon);
        let rivals: Vec<&str> = rivals.iter().map(|&rival| name(rival)).collect();
        (!rivals.is_empty()).then(|| {
            format!(
                "example of {} is read as {} too: “{}”; fine if both are true, else give the other a counterexample",
                name(self.relation),
                rivals.join(", "),
                self.example.marked
            )
        })
    }

    /// Other relations that are read with the same arguments, each once, but for those that teach the same sentence.
    fn rival_relations(&self, readings: &[Reading], lexicon: &OntologyIndex<'_>) -> BTreeSet<RelationId> {
        readings
            .iter()
            .filter(|reading| reading.as_marked && reading.relation != self.relation)
            .map(|reading| reading.relation)
            .filter(|&rival| !self.is_example_of(&lexicon.ontology.relation(rival).name, lexicon))
            .collect()
    }

    /// Whether the relation's other examples find this one's statement.
    fn is_found_without(
        &self,
        sentences: &[Sentence],
        lexicon: &OntologyIndex<'_>,
        extractor: &Extractor,
    ) -> bool {
        let left_out = (self.relation, self.index);
        self.wanted
            && read_without(&self.example.text, sentences, lexicon, extractor, left_out).iter().any(
                |(sentence, found)| {
                    let filler = |role: Role| found.binding.filler(&role);
                    let sentence = &sentences[sentence.0];
                    is_as_marked(self.example, sentence, filler(Role::Subject), filler(Role::Object))
                },
            )
    }

    /// Whether the other relation teaches the very same sentence, so that its author wants both.
    fn is_example_of(&self, relation: &str, lexicon: &OntologyIndex<'_>) -> bool {
        let relation = lexicon.ontology.relation_named(relation);
        relation.is_some_and(|other| other.examples.iter().any(|example| example.text == self.example.text))
    }

    fn unwanted(&self, readings: &[Reading]) -> Option<String> {
        let found = readings.iter().find(|reading| reading.relation == self.relation)?;
        Some(format!("counterexample is read all the same, with {}: “{}”", found.words, self.example.marked))
    }
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
