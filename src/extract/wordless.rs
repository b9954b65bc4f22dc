//! Relations that two phrases state by standing beside each other, without a word between them.

use crate::grammar::{Number, SentenceId};
use crate::mentions::{Mention, MentionKind, Mentions};
use crate::ontology::Role;
use crate::relations::Binding;

/// Whether the phrases at these tokens of a sentence can say something of each other without a word between them: both
/// are phrases of their own (not the `chief` of a `chief executive`), and several or counted things are not one name.
pub fn can_be_said_of_each_other(mentions: &Mentions, sentence: SentenceId, binding: &Binding) -> bool {
    let (Some(subject), Some(object)) = (binding.filler(&Role::Subject), binding.filler(&Role::Object))
    else {
        return true;
    };
    let (Some(subject), Some(object)) =
        (mentions.standing_at(sentence.token(subject)), mentions.standing_at(sentence.token(object)))
    else {
        return false;
    };
    let (one, other) = (&mentions[subject], &mentions[object]);
    let described = |mention: &Mention| mention.kind == MentionKind::Description;
    let members = described(one) && one.number == Number::Plural && !described(other);
    let counted = described(other) && other.quantity.is_some() && one.quantity.is_none();
    subject != object && !members && !counted
}
