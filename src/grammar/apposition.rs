//! Phrases that merely stand beside each other (`Finance Minister Anna Weber`, `Harwell, a village`): nothing but their
//! kinds says that a relation holds between them, so their forms must not speak against it.

use crate::language::{CoarseTag, Dependency, FineTag, Sentence};

use super::tree::children;

/// What stands in apposition to this word. One name after two joined posts (`the founder and director, Jane Doe,`) hangs on
/// the first of them and is said of both.
pub fn apposed_to(sentence: &Sentence, token: usize) -> Option<usize> {
    let tokens = &sentence.tokens;
    let after = |noun: usize| {
        children(sentence, noun).find(|&child| tokens[child].dep == Dependency::Appos && child > token)
    };
    let first = tokens[token].head;
    let one_of_two = tokens[token].dep == Dependency::Conj
        && tokens[token].tag == FineTag::Nn
        && tokens[first].tag == FineTag::Nn;
    after(token).or_else(|| after(first).filter(|&name| one_of_two && tokens[name].pos == CoarseTag::Propn))
}
