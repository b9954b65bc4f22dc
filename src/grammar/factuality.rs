//! Polarity and assertedness: whether a statement is said to hold, said not to hold, or left open.
//!
//! From the trigger the way goes up the tree, governor by governor, and each may change the reading: a modal, a
//! negation, a condition, a wish, a refusal. A clause that is presupposed (a relative clause, "after …", "because
//! …") is untouched by what governs it, so the way ends there. This follows De Facto (Saurí & Pustejovsky 2012,
//! "Are you sure that this happened?"), reduced to the values that the graph keeps.

use super::factuality_words::FactualityWords;
use super::governors::Reader;
use super::lemma::lemma_of;
use super::modality::{is_open_here, is_question};
use super::stance::Factuality;
use super::tree::Tree;
use crate::language::Dependency;

/// Reads the factuality of the event at `trigger`, whose arguments are headed by `arguments`; `words` tells what
/// other words say of it.
pub fn factuality(
    tree: &Tree<'_>,
    trigger: usize,
    arguments: &[usize],
    words: &FactualityWords,
) -> Factuality {
    let reading = Factuality { negative: false, asserted: true };
    let mut reader = Reader { tree, words, event: trigger, reading };
    reader.weigh_own_words(trigger, arguments);
    reader.climb_from(trigger);
    if is_question(tree) {
        reader.reading.asserted = false;
    }
    reader.reading
}

/// Whether a noun names a claim that the sentence says is rejected, or false.
pub fn is_denied_claim(tree: &Tree<'_>, noun: usize, words: &FactualityWords) -> bool {
    let reading = Factuality { negative: false, asserted: true };
    Reader { tree, words, event: noun, reading }.is_denied(noun)
}

/// The factuality of what two phrases say of each other without a word between them ("President Ana Moreno"): it is
/// presupposed, whatever is said of them, unless one of them is only planned or alleged.
pub fn presupposed(tree: &Tree<'_>, arguments: &[usize], words: &FactualityWords) -> Factuality {
    // "Neither Mayor Reed nor her aide left": she is mayor.
    let is_no = |&child: &usize| tree.dep(child) == Dependency::Det && &*lemma_of(tree.token(child)) == "no";
    let negative = arguments.iter().any(|&argument| tree.children(argument).iter().any(is_no));
    // "A planned rally in Orrin."
    let asserted = !arguments.iter().any(|&argument| is_open_here(tree, argument, words));
    Factuality { negative, asserted }
}
