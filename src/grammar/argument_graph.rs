//! The predicate–argument graph of a sentence: who does what to whom, whatever the syntax it is said in.
//!
//! A dependency tree changes shape with voice, relative clauses, participles, coordination and control; the graph
//! does not. "The court cleared him", "he was cleared by the court", "the man whom the court cleared", "the court,
//! having cleared him" all yield `clear —Subject→ court`, `clear —Object→ him`. Patterns are learned and matched on
//! this graph, so one example covers all of them. The idea is that of deep syntax (collapsed and propagated
//! dependencies: de Marneffe & Manning 2008, "Stanford typed dependencies manual", §4); the labels read here are
//! those of the ClearNLP scheme.

use crate::language::{CoarseTag, Sentence};

use super::argument_edges::edges_of;
use super::entity_kinds::is_time;
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
    let is_time = |token: usize| is_time(sentence.tokens[token].entity);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample_language::{parse, token};

    /// The arguments of a word, each as `link target`.
    fn arguments(text: &str, word: &str) -> Vec<String> {
        let sentences = parse(text);
        let sentence = &sentences[0];
        let graph = ArgumentGraph::new(&Tree::new(sentence));
        let argument = |edge: &Edge| {
            let link = match &edge.link {
                Link::Preposition(name) => name.clone(),
                link => format!("{link:?}"),
            };
            format!("{link} {}", sentence.tokens[edge.target].text)
        };
        graph.edges(token(sentence, word)).iter().map(argument).collect()
    }

    #[test]
    fn voice_and_participles_change_nothing() {
        let clear = ["Subject court", "Object captain"];
        assert_eq!(arguments("The court cleared the captain.", "cleared"), clear);
        assert_eq!(arguments("The captain was cleared by the court.", "cleared"), clear);
        assert_eq!(arguments("The court, having cleared the captain, rose.", "cleared"), clear);
    }

    #[test]
    fn a_relative_clause_has_its_noun_for_an_argument() {
        let rejected = arguments("The plan the council rejected was cheap.", "rejected");
        assert_eq!(rejected, ["Subject council", "Object plan"]);
    }

    #[test]
    fn whoever_is_given_something_counts_as_to_whom() {
        let gave = arguments("The council gave the town a boat.", "gave");
        assert_eq!(gave, ["Subject council", "Object boat", "to town"]);
    }

    #[test]
    fn a_plural_that_names_spell_out_stands_for_them() {
        let robbed = arguments("Two men, Tom Berg and Ian Roe, robbed the bank.", "robbed");
        assert_eq!(robbed, ["Subject Berg", "Subject Roe", "Object bank"]);
    }

    #[test]
    fn a_noun_has_the_phrases_of_its_phrases_but_for_of() {
        let letter =
            arguments("The mayor read a letter from the captain of the ferry to the bishop.", "letter");
        assert_eq!(letter, ["from captain", "to bishop"]);
    }

    #[test]
    fn nothing_but_times_and_places_hangs_on_a_time() {
        let spoke = arguments("The guard spoke in May of theft.", "spoke");
        assert_eq!(spoke, ["Subject guard", "in May", "of theft"]);
    }

    #[test]
    fn what_hangs_on_a_circumstance_is_the_predicates() {
        let convicted = |text| arguments(text, "convicted");
        assert_eq!(
            convicted("Lisa Moran was convicted on 3 March in Leeds of fraud."),
            ["Object Moran", "of fraud", "on March"]
        );
        assert_eq!(
            convicted("She was convicted by a court in Paris of tax fraud."),
            ["Subject court", "Object She", "of fraud"]
        );
        let guilty = arguments("Brennan was found guilty by a jury last month of manslaughter.", "guilty");
        assert_eq!(guilty, ["of manslaughter"]);
    }
}
