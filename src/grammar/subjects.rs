//! Subjects, sought upwards in a tree, and whether a verb tells of one or of several.

use crate::language::{Dependency, FineTag, Sentence};

use super::features::Number;
use super::tree::{ancestors, children, subject};

/// The subject of the clause that a token stands in, also through infinitives and participles that share it.
pub fn subject_above(sentence: &Sentence, token: usize) -> Option<usize> {
    let tokens = &sentence.tokens;
    for verb in ancestors(sentence, token).filter(|&index| tokens[index].pos.is_verb()) {
        if let Some(subject) = subject(sentence, verb) {
            return Some(subject).filter(|&subject| subject != token);
        }
        if matches!(tokens[verb].dep, Dependency::Acl | Dependency::Relcl | Dependency::Ccomp) {
            return None;
        }
    }
    None
}

/// Whether the form of a verb, or of its first auxiliary, agrees with one or with several; most pasts agree with both.
pub fn number_of_verb(sentence: &Sentence, verb: usize) -> Number {
    let tokens = &sentence.tokens;
    let is_auxiliary = |child: &usize| matches!(tokens[*child].dep, Dependency::Aux | Dependency::AuxPass);
    let finite = children(sentence, verb).find(is_auxiliary).unwrap_or(verb);
    match (&*tokens[finite].text.to_lowercase(), tokens[finite].tag) {
        ("was", _) | (_, FineTag::Vbz) => Number::Singular,
        ("were", _) | (_, FineTag::Vbp) => Number::Plural,
        _ => Number::Unknown,
    }
}
