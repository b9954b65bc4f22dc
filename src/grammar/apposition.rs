//! Phrases that merely stand beside each other (`Finance Minister Anna Weber`, `Harwell, a village`): nothing but their
//! kinds says that a relation holds between them, so their forms must not speak against it.

use crate::language::{CoarseTag, Dependency, FineTag, Sentence};

use super::tree::{Tree, children};

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

/// Whether a noun stands for whoever it describes: as a subject or an object, with no name beside it and not as what somebody
/// else is said to be ("[a member of the club] spoke", but not "as a member of the club").
pub fn stands_for_somebody(tree: &Tree<'_>, noun: usize) -> bool {
    let first = tree.first_of_list(noun);
    let is_argument = match tree.dep(first) {
        Dependency::Nsubj | Dependency::NsubjPass | Dependency::Dobj => true,
        Dependency::Pobj => tree.head(first).is_some_and(|word| !likens(&tree.token(word).lemma)),
        _ => false,
    };
    is_argument && tree.token(noun).pos == CoarseTag::Noun && apposed_to(tree.sentence, noun).is_none()
}

/// Whether a preposition says what somebody is, and not who.
fn likens(preposition: &str) -> bool {
    matches!(preposition, "as" | "like" | "unlike" | "than" | "including")
}
