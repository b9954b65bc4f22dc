//! From a relation's examples to its patterns: each example's own, and the other shapes that it teaches.

use crate::language::Sentence;
use crate::mentions::OntologyIndex;
use crate::ontology::{Example, Ontology, RelationId, Role};

use super::derived::derived;
use super::learn::learn;
use super::learning_error::LearningError;
use super::pattern::Pattern;
use super::plain_wording::plain_wording;
use super::variants::{Says, Shape, reciprocal, variants};

/// An example, read and learned from.
pub struct Taught {
    pub relation: RelationId,
    /// Its place among the relation's examples, or counterexamples.
    pub example: usize,
    pub sentences: Vec<Sentence>,
    pub pattern: Result<Pattern, LearningError>,
}

/// Reads and learns the examples, or the counterexamples, of one relation.
pub fn learn_all(
    lexicon: &OntologyIndex<'_>,
    relation: RelationId,
    examples: &[Example],
    analyse: &(impl Fn(&[&str]) -> Vec<Vec<Sentence>> + Sync),
) -> Vec<Taught> {
    let texts: Vec<&str> = examples.iter().map(|example| example.text.as_str()).collect();
    let read = examples.iter().zip(analyse(&texts)).enumerate();
    let reread = |example: &Example| analyse(&[&example.text]).into_iter().next().unwrap_or_default();
    read.map(|(index, (example, sentences))| {
        let pattern = match plain_wording(example, &sentences) {
            Some(plain) => learn(lexicon, relation, index, &plain, &reread(&plain)),
            None => learn(lexicon, relation, index, example, &sentences),
        };
        Taught { relation, example: index, pattern, sentences }
    })
    .collect()
}

/// The pattern and its other shapes.
pub fn with_variants(ontology: &Ontology, pattern: Pattern) -> Vec<Pattern> {
    let mut shapes = variants(&pattern.root);
    if ontology.relation(pattern.relation).is_taught() {
        shapes.extend(derived(&pattern.root));
    }
    if ontology.relation(pattern.relation).symmetric {
        shapes.extend(reciprocal(&pattern.root).map(|root| Shape { root, says: Says::Same }));
    }
    let others = shapes.into_iter().map(|shape| {
        let mut other =
            Pattern { says_little: shape.root.says_little(), root: shape.root, ..pattern.clone() };
        other.of_people = shape.says == Says::OfPeople;
        if shape.says != Says::Same {
            other.says_little = true;
            other.named.push(Role::Object);
        }
        other
    });
    let others: Vec<Pattern> = others.collect();
    std::iter::once(pattern).chain(others).collect()
}

/// The patterns, those that several examples teach once.
pub fn without_doubles(patterns: Vec<Pattern>) -> Vec<Pattern> {
    let mut kept: Vec<Pattern> = Vec::with_capacity(patterns.len());
    for pattern in patterns {
        let same = |other: &&mut Pattern| {
            other.relation == pattern.relation && other.root == pattern.root && other.named == pattern.named
        };
        match kept.iter_mut().find(same) {
            Some(known) => {
                known.also.push(pattern.example);
                known.taught.extend(pattern.taught);
            }
            None => kept.push(pattern),
        }
    }
    kept
}
