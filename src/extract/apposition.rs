//! Phrases that merely stand beside each other (`Finance Minister Anna Weber`, `Harwell, a village`): nothing but their
//! kinds says that a relation holds between them, so their forms must not speak against it.

use super::mention::{Mention, MentionKind, Mentions, Number};
use super::patterns::Binding;
use crate::language::Sentence;
use crate::ontology::Role;

/// What stands in apposition to this word. One name behind two joined posts (`the founder and director, Jane Doe,`) hangs on
/// the first of them and is said of both.
pub fn apposed_to(sentence: &Sentence, token: usize) -> Option<usize> {
    let tokens = &sentence.tokens;
    let behind =
        |noun: usize| sentence.children(noun).find(|&child| tokens[child].dep == "appos" && child > token);
    let first = tokens[token].head;
    let one_of_two = tokens[token].dep == "conj" && tokens[token].tag == "NN" && tokens[first].tag == "NN";
    behind(token).or_else(|| behind(first).filter(|&name| one_of_two && tokens[name].pos == "PROPN"))
}

/// Whether the phrases at these tokens of a sentence can say something of each other without a word between them: both
/// are phrases of their own (not the `chief` of a `chief executive`), and several or counted things are not one name.
pub fn can_be_said_of_each_other(mentions: &Mentions, sentence: usize, binding: &Binding) -> bool {
    let (Some(subject), Some(object)) = (binding.filler(&Role::Subject), binding.filler(&Role::Object))
    else {
        return true;
    };
    let (Some(subject), Some(object)) =
        (mentions.standing_at(sentence, subject), mentions.standing_at(sentence, object))
    else {
        return false;
    };
    let (one, other) = (&mentions[subject], &mentions[object]);
    let described = |mention: &Mention| mention.kind == MentionKind::Description;
    let members = described(one) && one.number == Number::Plural && !described(other);
    let counted = described(other) && other.quantity.is_some() && one.quantity.is_none();
    subject != object && !members && !counted
}
