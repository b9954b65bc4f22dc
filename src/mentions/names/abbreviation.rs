//! Abbreviations that an article explains: `Harbour Rescue Service (HRS)`.
//!
//! After Schwartz & Hearst (2003), narrowed to initials of capitalised words: whoever puts an abbreviation in brackets
//! tells exactly where the name begins, which the recogniser often does not know.

use crate::grammar::{TokenSpan, is_capitalised};
use crate::language::Sentence;
use crate::mentions::ontology_index::OntologyIndex;
use crate::ontology::ClassId;

use super::span::{NameSpan, Source};

/// Adds both the long and the short name wherever brackets explain one by the other.
pub fn add(sentence: &Sentence, lexicon: &OntologyIndex, spans: &mut Vec<NameSpan>) {
    for open in 1..sentence.tokens.len().saturating_sub(2) {
        if &*sentence.tokens[open].text != "(" || &*sentence.tokens[open + 2].text != ")" {
            continue;
        }
        let short = &*sentence.tokens[open + 1].text;
        let Some(first) = long_form_start(sentence, open, short) else { continue };
        let (long, abbreviation) = (TokenSpan::new(first, open), TokenSpan::of_token(open + 1));
        let known = spans.iter().find(|name| name.span == long);
        let (class, individual) = match known {
            Some(name) => (name.class, name.individual),
            None => (class_of(sentence, lexicon, first, open), None),
        };
        spans.retain(|name| !name.span.overlaps(long) && !name.span.overlaps(abbreviation));
        for span in [long, abbreviation] {
            let source = if individual.is_some() { Source::Gazetteer } else { Source::Abbreviation };
            spans.push(NameSpan { span, class, individual, source });
        }
    }
}

/// The token where the words begin whose initials make up `short`; they end before the bracket.
pub fn long_form_start(sentence: &Sentence, open: usize, short: &str) -> Option<usize> {
    let mut letters: Vec<char> = short.chars().filter(|c| c.is_alphabetic()).collect();
    // Some houses write acronyms like words: `Fifa`, `Ipoa`.
    let capitals = letters.iter().filter(|letter| letter.is_uppercase()).count();
    if letters.len() < 2 || capitals < 2 && !(letters.len() > 2 && letters[0].is_uppercase()) {
        return None;
    }
    for index in (0..open).rev() {
        let word = &*sentence.tokens[index].text;
        let initial = word.chars().next()?;
        let wanted = *letters.last()?;
        if is_capitalised(word) {
            if !initial.to_lowercase().eq(wanted.to_lowercase()) {
                return None;
            }
            letters.pop();
        } else if wanted.is_lowercase() && initial == wanted {
            letters.pop();
        } else if initial.is_alphabetic() && !is_small_word(word) {
            return None;
        }
        if letters.is_empty() {
            return Some(index);
        }
    }
    None
}

fn is_small_word(word: &str) -> bool {
    matches!(word, "of" | "for" | "and" | "the" | "to" | "on" | "in" | "at" | "against" | "with" | "de" | "s")
}

/// By the last noun of the long form, else by what the recogniser says of its last word or of the abbreviation.
fn class_of(sentence: &Sentence, lexicon: &OntologyIndex, first: usize, open: usize) -> Option<ClassId> {
    let by_noun =
        (first..open).rev().find_map(|head| lexicon.noun_class(sentence, head, head)).map(|(class, _)| class);
    let by_type = |index: usize| lexicon.entity_type(sentence.tokens[index].entity.kind()?);
    by_type(open - 1).or_else(|| by_type(open + 1)).or(by_noun)
}
