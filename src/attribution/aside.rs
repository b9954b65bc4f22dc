//! Asides: what the article tells of something beside what somebody is reported to have said of it.
//!
//! "The mayor said the inquiry, which families have demanded for years, would begin in May": that they have demanded it
//! is no part of the mayor's words. A relative clause after a comma is the article's own, unless the words are quoted.

use crate::grammar::Tree;
use crate::language::{Dependency, FineTag};

/// Whether a word stands in a relative clause set off by a comma, or in one that belongs to an apposition, below the word that
/// reports (`cue`).
pub fn is_aside(tree: &Tree<'_>, word: usize, cue: usize) -> bool {
    let is_aside = |clause: usize, noun: usize| {
        tree.dep(clause) == Dependency::Relcl
            && (is_set_off(tree, clause) || is_set_off_apposition(tree, noun))
            || is_known_of_object(tree, clause, noun, cue)
    };
    let mut below_cue = tree.path_to_root(word).take_while(|&token| token != cue);
    below_cue.any(|token| tree.head(token).is_some_and(|head| head != cue && is_aside(token, head)))
}

/// Whether a comma stands right before the clause.
fn is_set_off(tree: &Tree<'_>, clause: usize) -> bool {
    tree.leftmost(clause).checked_sub(1).is_some_and(|before| &*tree.token(before).text == ",")
}

/// "Rejected the plan [backed by the union]": what is rejected is the plan.
fn is_known_of_object(tree: &Tree<'_>, clause: usize, noun: usize, cue: usize) -> bool {
    tree.dep(clause) == Dependency::Acl
        && tree.token(clause).tag == FineTag::Vbn
        && matches!(tree.dep(noun), Dependency::Dobj | Dependency::NsubjPass)
        && tree.head(noun) == Some(cue)
}

/// "…, an accusation the firm rejects".
fn is_set_off_apposition(tree: &Tree<'_>, noun: usize) -> bool {
    tree.dep(noun) == Dependency::Appos && is_set_off(tree, noun)
}
