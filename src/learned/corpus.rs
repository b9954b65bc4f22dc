//! The examples of learned relations as a corpus: each sentence once, with all pairs that examples mark in it.

use std::collections::BTreeMap;

use crate::grammar::TokenSpan;
use crate::language::Sentence;
use crate::ontology::{Example, Ontology, Relation, RelationId, Role};

/// Fewer sentences of a corpus than this, all relations together, teach exact patterns and nothing else: the relations
/// are learned side by side, and what one marks is a counterexample for the others.
const LEAST_EXAMPLES: usize = 20;
/// Words outside the marks, in the middle one of a relation's examples, from which on they are sentences of a corpus.
/// An author who writes an example for its wording needs hardly more than five.
const CORPUS_WORDS: usize = 10;

/// A pair that an example marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gold {
    pub relation: RelationId,
    pub subject: TokenSpan,
    pub object: TokenSpan,
}

/// A sentence of the examples with its marked pairs.
#[derive(Debug, Clone)]
pub struct Taught {
    pub sentence: Sentence,
    pub gold: Vec<Gold>,
}

/// The relations that are learned from a corpus: those whose examples say much more than the relation, if
/// they are many.
pub fn learned_relations(ontology: &Ontology) -> Vec<RelationId> {
    let from_corpus: Vec<RelationId> =
        ontology.relation_ids().filter(|&id| is_from_corpus(ontology.relation(id))).collect();
    let examples: usize = from_corpus.iter().map(|&id| ontology.relation(id).examples.len()).sum();
    if examples >= LEAST_EXAMPLES { from_corpus } else { Vec::new() }
}

/// Whether a relation's examples are sentences of a corpus and not written for their wording.
fn is_from_corpus(relation: &Relation) -> bool {
    let mut lengths: Vec<usize> = relation.examples.iter().map(words_outside).collect();
    lengths.sort_unstable();
    lengths.get(lengths.len() / 2).is_some_and(|&middle| middle >= CORPUS_WORDS)
}

/// How many words of an example stand outside its marks.
fn words_outside(example: &Example) -> usize {
    let inside = |at: usize| example.spans.iter().any(|span| (span.begin..span.end).contains(&at));
    let outside: String =
        example.text.chars().enumerate().map(|(at, c)| if inside(at) { ' ' } else { c }).collect();
    outside.split_whitespace().count()
}

/// All sentences that the examples of `relations` are taken from, sorted by their text. `analyse` is the language engine.
pub fn corpus(
    ontology: &Ontology,
    relations: &[RelationId],
    analyse: impl Fn(&[&str]) -> Vec<Vec<Sentence>>,
) -> Vec<Taught> {
    let mut by_text: BTreeMap<&str, Vec<(RelationId, &Example)>> = BTreeMap::new();
    for &relation in relations {
        for example in &ontology.relation(relation).examples {
            by_text.entry(&example.text).or_default().push((relation, example));
        }
    }
    let texts: Vec<&str> = by_text.keys().copied().collect();
    let analysed = analyse(&texts);
    let taught = by_text.values().zip(analysed).flat_map(|(examples, sentences)| {
        sentences.into_iter().filter_map(|sentence| taught(sentence, examples))
    });
    taught.collect()
}

/// The sentence with the pairs that stand in it, if any do.
fn taught(sentence: Sentence, examples: &[(RelationId, &Example)]) -> Option<Taught> {
    let mut pairs: Vec<Gold> = Vec::new();
    for (relation, example) in examples {
        let span = |role: Role| {
            let marked = example.spans.iter().find(|span| span.role == role)?;
            let here = sentence.begin() <= marked.begin && marked.end <= sentence.end();
            TokenSpan::of_characters(&sentence, marked.begin, marked.end).filter(|_| here)
        };
        if let (Some(subject), Some(object)) = (span(Role::Subject), span(Role::Object)) {
            let gold = Gold { relation: *relation, subject, object };
            if !subject.overlaps(object) && !pairs.contains(&gold) {
                pairs.push(gold);
            }
        }
    }
    (!pairs.is_empty()).then_some(Taught { sentence, gold: pairs })
}
