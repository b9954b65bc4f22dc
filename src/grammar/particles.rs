//! Particles, which make one verb with another meaning of another ("stood down", "carried out").

use crate::language::{Dependency, FineTag};

use super::lemma::lemma_of;
use super::tree::Tree;

/// The particles of a verb, lower case and sorted: those the parser calls so, and adverbs of direction right after it.
pub fn particles(tree: &Tree<'_>, token: usize) -> Vec<String> {
    let is_particle = |child: &usize| match tree.dep(*child) {
        Dependency::Prt => true,
        Dependency::Advmod => {
            tree.token(*child).tag == FineTag::Rp
                || (*child > token && is_direction(&lemma_of(tree.token(*child))))
        }
        // A preposition without an object after a verb is a particle that was misread, but for "was called for".
        Dependency::Prep => {
            tree.is_verb(token)
                && tree.children(*child).is_empty()
                && *child == token + 1
                && tree.dep(token) != Dependency::Relcl
                && (is_direction(&lemma_of(tree.token(*child))) || !tree.is_passive(token))
        }
        _ => false,
    };
    let mut particles: Vec<String> = tree
        .children(token)
        .iter()
        .filter(|child| is_particle(child))
        .map(|&child| lemma_of(tree.token(child)))
        .collect();
    particles.sort();
    particles
}

pub fn is_direction(lemma: &str) -> bool {
    matches!(lemma, "down" | "up" | "out" | "in" | "off" | "back" | "away" | "over" | "aside" | "on")
}
