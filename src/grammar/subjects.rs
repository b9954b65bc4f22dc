//! Subjects, sought upwards in a tree.

use crate::language::{Dependency, Sentence};

/// The subject of the clause that a token stands in, also through infinitives and participles that share it.
pub fn subject_above(sentence: &Sentence, token: usize) -> Option<usize> {
    let tokens = &sentence.tokens;
    for verb in climb(sentence, token).skip(1).filter(|&index| tokens[index].pos.is_verb()) {
        let is_subject = |&child: &usize| tokens[child].dep.is_subject();
        if let Some(subject) = sentence.children(verb).find(is_subject) {
            return Some(subject).filter(|&subject| subject != token);
        }
        if matches!(tokens[verb].dep, Dependency::Acl | Dependency::Relcl | Dependency::Ccomp) {
            return None;
        }
    }
    None
}

/// A token and those above it, up to the root.
pub fn climb(sentence: &Sentence, token: usize) -> impl Iterator<Item = usize> + '_ {
    let next = move |&index: &usize| Some(sentence.tokens[index].head).filter(|&head| head != index);
    // No path in a tree is longer than the tree has tokens.
    std::iter::successors(Some(token), next).take(sentence.tokens.len())
}
