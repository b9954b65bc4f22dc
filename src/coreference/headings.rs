//! Names that stand as headings of their own: what follows "Ana Moreno" on a line by itself speaks of her, whatever "the
//! actor" was called so before. (`tests/cases/names-as-headings` shows it: only whole articles have headings.)

use crate::mentions::{Mention, MentionId, MentionKind};

use super::candidates::in_sentence;
use super::input::CoreferenceInput;

/// The person whose name is the heading over a sentence, where the phrase is the sentence's first.
pub fn person_of_heading(input: &CoreferenceInput<'_>, phrase: &Mention) -> Option<MentionId> {
    let before = phrase.sentence.previous()?;
    let heading = input.document.sentence(before);
    let mentions: Vec<MentionId> = in_sentence(input, before).collect();
    let [only] = mentions.as_slice() else { return None };
    let name = &input.document.mentions[*only];
    // "Ana Moreno:" says who speaks.
    let is_label = heading.tokens.last().is_some_and(|last| &*last.text == ":");
    let is_all = |token: usize| {
        name.span.contains(token) || !heading.tokens[token].text.chars().any(char::is_alphanumeric)
    };
    let is_person = name.class.is_some_and(|class| input.lexicon.is_person(class));
    let opens = in_sentence(input, phrase.sentence).next();
    let is_first = opens.is_some_and(|first| input.document.mentions[first].span == phrase.span);
    let is_heading =
        name.kind == MentionKind::Name && is_person && !is_label && (0..heading.tokens.len()).all(is_all);
    (is_heading && is_first).then_some(*only)
}
