//! Asides: what the article tells of something beside what somebody is reported to have said of it.
//!
//! "The mayor said the inquiry, which families have demanded for years, would begin in May": that they have demanded it
//! is no part of the mayor's words. A relative clause after a comma is the article's own, unless the words are quoted.

use crate::grammar::{Tree, leftmost};
use crate::language::Dependency;

/// Whether a word stands in a relative clause set off by a comma, or in one that belongs to an apposition, below the word that
/// reports (`cue`).
pub fn is_aside(tree: &Tree<'_>, word: usize, cue: usize) -> bool {
    let mut current = word;
    for _ in 0..tree.sentence.tokens.len() {
        let Some(head) = tree.head(current).filter(|_| current != cue) else { return false };
        if tree.dep(current) == Dependency::Relcl
            && (is_set_off(tree, current) || is_set_off_apposition(tree, head))
        {
            return true;
        }
        current = head;
    }
    false
}

/// Whether a comma stands right before the clause.
fn is_set_off(tree: &Tree<'_>, clause: usize) -> bool {
    leftmost(tree.sentence, clause).checked_sub(1).is_some_and(|before| &*tree.token(before).text == ",")
}

/// "…, an accusation the firm rejects".
fn is_set_off_apposition(tree: &Tree<'_>, noun: usize) -> bool {
    tree.dep(noun) == Dependency::Appos && is_set_off(tree, noun)
}
