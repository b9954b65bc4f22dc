//! Which verbs can have a subject of their own: those with a tense.

use crate::grammar::children;
use crate::language::{Dependency, FineTag, Sentence};

/// Whether the verb or one of its auxiliaries is finite.
pub fn is_finite(sentence: &Sentence, verb: usize) -> bool {
    let tokens = &sentence.tokens;
    let finite = |word: usize| tokens[word].tag.is_finite_verb() || tokens[word].tag == FineTag::Md;
    let auxiliary =
        |&child: &usize| matches!(tokens[child].dep, Dependency::Aux | Dependency::AuxPass) && finite(child);
    tokens[verb].pos.is_verb() && (finite(verb) || children(sentence, verb).any(|child| auxiliary(&child)))
}
