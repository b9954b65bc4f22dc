//! Subjects, sought upwards in a tree.

use crate::language::Sentence;

/// The subject of the clause that a token stands in, also through infinitives and participles that share it.
pub fn subject_above(sentence: &Sentence, token: usize) -> Option<usize> {
    let tokens = &sentence.tokens;
    for verb in climb(sentence, token).skip(1).filter(|&index| matches!(tokens[index].pos, "VERB" | "AUX")) {
        let is_subject = |&child: &usize| matches!(tokens[child].dep, "nsubj" | "nsubjpass");
        if let Some(subject) = sentence.children(verb).find(is_subject) {
            return Some(subject).filter(|&subject| subject != token);
        }
        if matches!(tokens[verb].dep, "acl" | "relcl" | "ccomp") {
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
