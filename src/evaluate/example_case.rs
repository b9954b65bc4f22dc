//! One example of an ontology, held against what is read in its sentence: whether its own statement is there, what else
//! is, and, where it is not there, why not.

use std::collections::BTreeSet;

use crate::attribution::Cues;
use crate::extract::ExtractedStatement;
use crate::grammar::{Category, Link};
use crate::language::Sentence;
use crate::mentions::OntologyIndex;
use crate::ontology::{Example, RelationId, Role};
use crate::relations::{Content, Extractor, Node, Pattern};

use super::diagnosis::{lacks, read_alone, read_without};

/// An example or counterexample of a relation.
pub struct Case<'a> {
    pub relation: RelationId,
    /// Its place among the relation's examples, or counterexamples.
    pub index: usize,
    pub example: &'a Example,
    /// Whether it is an example; else it is a counterexample.
    pub wanted: bool,
}

/// What was read in an example's sentence: a relation, and whether its arguments are the marked ones.
pub struct Reading {
    relation: RelationId,
    as_marked: bool,
    words: String,
}

/// All examples and counterexamples, by relation.
pub fn cases<'a>(lexicon: &OntologyIndex<'a>) -> Vec<Case<'a>> {
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

/// What is read in an example's sentence.
pub fn readings(
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
    /// What keeps the example from teaching what its author means, if anything does. `failure` is why nothing could be
    /// learned from it.
    pub fn missing(
        &self,
        readings: &[Reading],
        sentences: &[Sentence],
        failure: Option<&str>,
        lexicon: &OntologyIndex<'_>,
        extractor: &Extractor,
    ) -> Option<String> {
        let is_own = |reading: &&Reading| reading.relation == self.relation;
        if readings.iter().filter(is_own).any(|reading| reading.as_marked) {
            return None;
        }
        let name = &lexicon.ontology.relation(self.relation).name;
        if !self.example.spans.iter().any(|span| matches!(span.role, Role::Subject | Role::Object)) {
            return Some(format!(
                "example of {name} without marks teaches nothing: “{}”: put its arguments in brackets, \
                 “[subject: …] … [object: …]”",
                self.example.marked
            ));
        }
        let other = readings.iter().find(is_own);
        let reason = match (failure, other) {
            (Some(failure), _) => failure.to_owned(),
            (None, Some(other)) => format!("read back with {}; mark the head of the phrase", other.words),
            (None, None) => {
                let reasons =
                    lacks(&self.example.text, sentences, lexicon, extractor, (self.relation, self.index));
                if reasons.is_empty() {
                    "the engine parses it otherwise than it was learned; write it plainer".to_owned()
                } else {
                    format!("{}; write it plainer, or widen rdfs:domain or rdfs:range", reasons.join("; "))
                }
            }
        };
        Some(format!("example of {name} not found back: “{}”: {reason}", self.example.marked))
    }

    /// That the example's statement is looked for with a verb alone which says nothing of its arguments, if it is.
    pub fn carried(
        &self,
        sentences: &[Sentence],
        lexicon: &OntologyIndex<'_>,
        extractor: &Extractor,
    ) -> Option<String> {
        let own = |pattern: &&Pattern| pattern.relation == self.relation && pattern.example == self.index;
        let verb = extractor.patterns().iter().find(own).and_then(|pattern| carrier(&pattern.root))?;
        if self.is_found_without(sentences, lexicon, extractor) {
            return None;
        }
        Some(format!(
            "example of {} learns its verb “{verb}”, too, and is found with no other: “{}”; leave the verb and the full \
             stop out, or write “[subject: …] is …”",
            lexicon.ontology.relation(self.relation).name,
            self.example.marked
        ))
    }

    /// Other relations that claim the same words for the same arguments.
    pub fn rivals(&self, readings: &[Reading], lexicon: &OntologyIndex<'_>) -> Option<String> {
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
    pub fn rival_relations(&self, readings: &[Reading], lexicon: &OntologyIndex<'_>) -> BTreeSet<RelationId> {
        readings
            .iter()
            .filter(|reading| reading.as_marked && reading.relation != self.relation)
            .map(|reading| reading.relation)
            .filter(|&rival| !self.is_example_of(&lexicon.ontology.relation(rival).name, lexicon))
            .collect()
    }

    /// Whether the relation's other examples find this one's statement.
    pub fn is_found_without(
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

    /// That a counterexample is read as its relation, if it is.
    pub fn unwanted(&self, readings: &[Reading]) -> Option<String> {
        let found = readings.iter().find(|reading| reading.relation == self.relation)?;
        Some(format!("counterexample is read all the same, with {}: “{}”", found.words, self.example.marked))
    }
}

/// The verb of which the whole wording is the subject ("[object: The firm]'s founder [subject: X] spoke"): it says nothing of the
/// two, but the wording is looked for with it alone.
fn carrier(root: &Node) -> Option<&str> {
    let Content::Word { lemma, category: Category::Verb } = &root.content else { return None };
    let holds_both = |node: &Node| holds(node, &Role::Subject) && holds(node, &Role::Object);
    let mut branches = root.branches.iter();
    let carries = branches.any(|branch| branch.link == Link::Subject && holds_both(&branch.node));
    carries.then_some(lemma.as_str())
}

/// Whether an argument in this role stands at the node or below it.
fn holds(node: &Node, wanted: &Role) -> bool {
    matches!(&node.content, Content::Slot { role, .. } if role == wanted)
        || node.branches.iter().any(|branch| holds(&branch.node, wanted))
}
