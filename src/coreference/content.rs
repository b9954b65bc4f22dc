//! What a description says, as words to compare: its noun and what narrows the noun down.

use std::collections::BTreeSet;

use crate::grammar::{TokenSpan, noun_phrase, object_of};
use crate::language::FineTag;
use crate::mentions::{Mention, label};

use super::input::CoreferenceInput;
use super::posts::owners_beside;

/// A description's noun in its base form and the other words with meaning; names in it stand as what they name, so that
/// `Met commissioner` and `Metropolitan Police commissioner` say the same.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Content {
    pub noun: String,
    pub modifiers: BTreeSet<String>,
    /// Those of the modifiers that make another one of whoever is spoken of: a former mayor, or a deputy one, is not the mayor.
    pub ranks: BTreeSet<String>,
    /// How many of the modifiers stand after the noun (`the director of the institute`).
    pub complements: usize,
}

impl Content {
    /// The same as one string.
    pub fn key(&self) -> String {
        let modifiers: Vec<&str> = self.modifiers.iter().map(String::as_str).collect();
        format!("{}|{}", self.noun, modifiers.join(" "))
    }

    /// Whether the other phrase has the same noun and all of this one's modifiers, and none that makes it another one.
    pub fn says_no_more_than(&self, other: &Self) -> bool {
        self.noun == other.noun && self.ranks == other.ranks && self.modifiers.is_subset(&other.modifiers)
    }
}

/// The content of a description; of an amount (`dozens of drivers`), of what is counted.
pub fn content(input: &CoreferenceInput, mention: &Mention) -> Content {
    let sentence = input.document.sentence(mention.sentence);
    let counted =
        object_of(sentence, mention.head).filter(|_| mention.quantity.is_some() && mention.counts_object);
    let head = counted.unwrap_or(mention.head);
    let TokenSpan { first, end } = match counted {
        Some(object) => noun_phrase(sentence, object),
        None => mention.span,
    };
    let mut modifiers = owners_beside(input, mention);
    let mut complements = 0;
    let mut index = label::start(sentence, first, head);
    while index < end.min(sentence.tokens.len()) {
        let token = &sentence.tokens[index];
        let name = input.known_at(mention.sentence, index, end);
        if let Some((name_end, name)) = name.filter(|(name_end, _)| !(index..*name_end).contains(&head)) {
            modifiers.insert(name);
            complements += usize::from(index > head);
            index = name_end;
            continue;
        }
        let empty = matches!(
            token.tag,
            FineTag::Dt
                | FineTag::Pdt
                | FineTag::PrpPossessive
                | FineTag::Cd
                | FineTag::Pos
                | FineTag::In
                | FineTag::Hyph
                | FineTag::OpeningQuote
                | FineTag::ClosingQuote
                | FineTag::Comma
        );
        let word = token.lemma.to_lowercase();
        if index != head && !empty {
            modifiers.insert(word);
            complements += usize::from(index > head);
        }
        index += 1;
    }
    let words = input.lexicon.words();
    let is_rank = |word: &&String| words.ranks.contains(*word) || words.factuality.no_longer.contains(*word);
    let ranks = modifiers.iter().filter(is_rank).cloned().collect();
    Content { noun: noun(input, mention, head), modifiers, ranks, complements }
}

/// The head's base form; of proper nouns too, which the engine leaves as they stand.
fn noun(input: &CoreferenceInput, mention: &Mention, head: usize) -> String {
    crate::grammar::lemma(&input.document.sentence(mention.sentence).tokens[head])
}
