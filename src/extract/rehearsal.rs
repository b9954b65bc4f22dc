//! The ontology put to the test: every example read as if it stood in an article, to see whether what it teaches is
//! found again, and every counterexample, to see that it is not.
//!
//! Writers of an ontology cannot see the trees that their sentences are parsed into; this tells them which of their
//! sentences the engine did not understand as they meant it.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::diagnosis::read_alone;
use super::lexicon::Lexicon;
use super::patterns::Extractor;
use super::statement::ExtractedStatement;
use crate::language::Sentence;
use crate::ontology::{Example, Location, Relation, Role};

/// Something that does not work as its author means it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    pub location: Location,
    /// What is wrong and what to do.
    pub message: String,
}

/// What the rehearsal came to; findings sorted by place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rehearsal {
    pub examples: usize,
    pub found_back: usize,
    pub findings: Vec<Finding>,
}

/// Reads all examples and counterexamples with what was learned from them. `analyse` is the language engine.
pub fn rehearse(
    lexicon: &Lexicon<'_>,
    extractor: &Extractor,
    analyse: impl Fn(&[&str]) -> Vec<Vec<Sentence>>,
) -> Rehearsal {
    let cases = cases(lexicon);
    let texts: Vec<&str> = cases.iter().map(|case| case.example.text.as_str()).collect();
    let parsed = analyse(&texts);
    let learning: BTreeMap<&Location, String> =
        extractor.failures.iter().map(|(location, error)| (location, error.to_string())).collect();
    let readings: Vec<Vec<Reading>> = cases
        .par_iter()
        .zip(parsed.par_iter())
        .map(|(case, sentences)| readings(case.example, sentences, lexicon, extractor))
        .collect();
    let mut rehearsal = Rehearsal::default();
    for (case, readings) in cases.iter().zip(&readings) {
        let message = if case.wanted {
            rehearsal.examples += 1;
            let message = case.missing(readings, learning.get(&case.example.location), lexicon);
            rehearsal.found_back += usize::from(message.is_none());
            message.or_else(|| case.rivals(readings, lexicon))
        } else {
            case.unwanted(readings)
        };
        if let Some(message) = message {
            rehearsal.findings.push(Finding { location: case.example.location.clone(), message });
        }
    }
    rehearsal.findings.extend(lexicon.ontology.relations.iter().flat_map(plan_faults));
    rehearsal.findings.sort();
    rehearsal
}

/// An example or counterexample of a relation.
struct Case<'a> {
    relation: usize,
    example: &'a Example,
    wanted: bool,
}

/// What was read in an example's sentence: a relation, and whether its arguments are the marked ones.
struct Reading {
    relation: usize,
    as_marked: bool,
    words: String,
}

fn cases<'a>(lexicon: &Lexicon<'a>) -> Vec<Case<'a>> {
    let relations = lexicon.ontology.relations.iter().enumerate();
    relations
        .flat_map(|(relation, taught)| {
            let wanted = taught.examples.iter().map(move |example| Case { relation, example, wanted: true });
            let unwanted = taught.counterexamples.iter();
            wanted.chain(unwanted.map(move |example| Case { relation, example, wanted: false }))
        })
        .collect()
}

fn readings(
    example: &Example,
    sentences: &[Sentence],
    lexicon: &Lexicon<'_>,
    extractor: &Extractor,
) -> Vec<Reading> {
    let read = |statement: &ExtractedStatement| {
        let sentence = &sentences[statement.sentence];
        let word = |token: Option<usize>| token.map_or("nothing", |token| &sentence.tokens[token].text);
        Reading {
            relation: statement.relation,
            as_marked: is_as_marked(example, sentence, statement),
            words: format!("subject “{}”, object “{}”", word(statement.subject), word(statement.object)),
        }
    };
    read_alone(&example.text, sentences, lexicon, extractor).iter().map(read).collect()
}

/// Whether subject and object stand in the marked spans, and nothing stands where nothing is marked.
fn is_as_marked(example: &Example, sentence: &Sentence, statement: &ExtractedStatement) -> bool {
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
    agrees(Role::Subject, statement.subject) && agrees(Role::Object, statement.object)
}

impl Case<'_> {
    /// Why the example's own statement is not found back, if it is not.
    fn missing(
        &self,
        readings: &[Reading],
        learning: Option<&String>,
        lexicon: &Lexicon<'_>,
    ) -> Option<String> {
        if readings.iter().any(|reading| reading.relation == self.relation && reading.as_marked) {
            return None;
        }
        let name = &lexicon.ontology.relations[self.relation].name;
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
    fn rivals(&self, readings: &[Reading], lexicon: &Lexicon<'_>) -> Option<String> {
        let relations = &lexicon.ontology.relations;
        let rivals: Vec<&str> = readings
            .iter()
            .filter(|reading| reading.as_marked && reading.relation != self.relation)
            .map(|reading| relations[reading.relation].name.as_str())
            .filter(|rival| !self.is_example_of(rival, lexicon))
            .collect();
        (!rivals.is_empty()).then(|| {
            format!(
                "example of {} is read as {} too: “{}”; fine if both are true, else give the other a counterexample",
                relations[self.relation].name,
                rivals.join(", "),
                self.example.marked
            )
        })
    }

    /// Whether the other relation teaches the very same sentence, so that its author wants both.
    fn is_example_of(&self, relation: &str, lexicon: &Lexicon<'_>) -> bool {
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
