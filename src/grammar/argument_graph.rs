//! The predicate–argument graph of a sentence: who does what to whom, whatever the syntax it is said in.
//!
//! A dependency tree changes shape with voice, relative clauses, participles, coordination and control; the graph
//! does not. "The court cleared him", "he was cleared by the court", "the man whom the court cleared", "the court,
//! having cleared him" all yield `clear —Subject→ court`, `clear —Object→ him`. Patterns are learned and matched on
//! this graph, so one example covers all of them. The idea is that of deep syntax (collapsed and propagated
//! dependencies: de Marneffe & Manning 2008, "Stanford typed dependencies manual", §4); the labels read here are
//! those of the ClearNLP scheme.

use crate::language::{CoarseTag, EntityType, Sentence};

use super::argument_edges::edges_of;
use super::link::{Edge, Link};
use super::tree::Tree;

/// The edges of every token of one sentence, sorted, without doubles.
#[derive(Debug, Clone, Default)]
pub struct ArgumentGraph {
    edges: Vec<Vec<Edge>>,
}

impl ArgumentGraph {
    /// Reads the graph off a sentence's tree.
    pub fn new(tree: &Tree<'_>) -> Self {
        let mut edges: Vec<Vec<Edge>> =
            (0..tree.sentence.tokens.len()).map(|token| edges_of(tree, token)).collect();
        lift_prepositions(tree.sentence, &mut edges);
        for list in &mut edges {
            list.sort();
            list.dedup();
        }
        Self { edges }
    }

    pub fn edges(&self, token: usize) -> &[Edge] {
        &self.edges[token]
    }

    pub fn len(&self) -> usize {
        self.edges.len()
    }

    pub fn is_empty(&self) -> bool {
        self.edges.is_empty()
    }
}

/// Parsers guess where a second prepositional phrase hangs ("a request by the council [for help]"), so after a noun
/// the phrases of its phrases count as its own; only "of" is sure of its place.
fn lift_prepositions(sentence: &Sentence, edges: &mut [Vec<Edge>]) {
    let is_noun = |token: usize| {
        matches!(sentence.tokens[token].pos, CoarseTag::Noun | CoarseTag::Propn | CoarseTag::Num)
    };
    let is_phrase = |edge: &&Edge| matches!(edge.link, Link::Preposition(_)) && is_noun(edge.target);
    // Phrases stand after what they modify, so that from right to left every inner list is complete.
    for token in (0..edges.len()).rev().filter(|&token| is_noun(token)) {
        let inner: Vec<Edge> = edges[token]
            .iter()
            .filter(is_phrase)
            .filter(|edge| edge.target > token)
            .flat_map(|edge| edges[edge.target].iter().filter(is_phrase))
            .filter(|edge| edge.link != Link::Preposition("of".to_owned()) && edge.target != token)
            .cloned()
            .collect();
        edges[token].extend(inner);
    }
    // "Pleaded guilty in May to fraud", "died on Sunday of a fever": nothing but times and places hangs on a time.
    let is_argument = |link: &Link| {
        let Link::Preposition(name) = link else { return false };
        matches!(&**name, "to" | "with" | "of")
    };
    let of = Link::Preposition("of".to_owned());
    let is_time = |token: usize| sentence.tokens[token].entity.is_any(&[EntityType::Date, EntityType::Time]);
    for token in (0..edges.len()).filter(|&token| !is_noun(token)) {
        let after_time: Vec<Edge> = edges[token]
            .iter()
            .filter(is_phrase)
            .filter(|edge| edge.target > token && is_time(edge.target))
            .flat_map(|edge| edges[edge.target].iter().filter(|edge| is_argument(&edge.link)))
            .filter(|edge| !is_time(edge.target) || edge.link != of)
            .cloned()
            .collect();
        edges[token].extend(after_time);
    }
}
