//! What hangs on when, where and by whom something was done belongs to the predicate: "was convicted March 20 of theft", "convicted in
//! Leeds of theft", "accused by the union of lying". The parser takes the nearest noun, which takes no such phrase.

use crate::language::Dependency;

use super::entity_kinds::{is_place, is_time};
use super::tree::Tree;

/// The prepositions that make a phrase the predicate's though it hangs on a time, a named place or the one who did it.
const AFTER_TIMES: [&str; 5] = ["of", "to", "with", "for", "on"];
const AFTER_PLACES: [&str; 3] = ["of", "with", "for"];
const AFTER_AGENTS: [&str; 2] = ["of", "with"];

/// The prepositions whose phrases are a predicate's, but hang on its circumstances; of an adjective that completes a verb
/// ("found guilty by a jury of theft"), on the verb's.
pub fn prepositions_on_circumstances(tree: &Tree<'_>, predicate: usize) -> Vec<usize> {
    let completes = matches!(tree.dep(predicate), Dependency::Oprd | Dependency::Acomp);
    let verb = tree.head(predicate).filter(|_| completes);
    let mut found = Vec::new();
    for verb in std::iter::once(predicate).chain(verb) {
        for &child in tree.children(verb).iter().filter(|&&child| child > predicate) {
            match tree.dep(child) {
                Dependency::Npadvmod if is_time(tree.token(child).entity) => {
                    on_circumstance(tree, child, &AFTER_TIMES, &mut found);
                }
                Dependency::Agent => {
                    if let Some(agent) = tree.child(child, &[Dependency::Pobj]) {
                        on_circumstance(tree, agent, &AFTER_AGENTS, &mut found);
                    }
                }
                Dependency::Prep => on_place(tree, child, &mut found),
                _ => {}
            }
        }
    }
    found
}

/// Those that hang on the time or the named place of this phrase.
fn on_place(tree: &Tree<'_>, preposition: usize, found: &mut Vec<usize>) {
    let is_circumstance = |&noun: &usize| {
        let entity = tree.token(noun).entity;
        is_time(entity) || is_place(entity)
    };
    if let Some(place) = tree.child(preposition, &[Dependency::Pobj]).filter(is_circumstance) {
        on_circumstance(tree, place, &AFTER_PLACES, found);
    }
}

fn on_circumstance(tree: &Tree<'_>, noun: usize, taken: &[&str], found: &mut Vec<usize>) {
    for &child in tree.children(noun).iter().filter(|&&child| child > noun) {
        match tree.dep(child) {
            Dependency::Prep if taken.contains(&&*tree.token(child).lemma) => found.push(child),
            Dependency::Prep => on_place(tree, child, found),
            // "By a jury last month of theft".
            Dependency::Npadvmod if is_time(tree.token(child).entity) => {
                on_circumstance(tree, child, &AFTER_TIMES, found);
            }
            _ => {}
        }
    }
}
