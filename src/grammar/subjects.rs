//! Subjects, sought upwards in a tree.

use crate::language::{Dependency, Sentence};

use super::tree::{ancestors, subject};

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
