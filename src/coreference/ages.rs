//! How old an article says that somebody is: `Clara Moss, 34,`, `Clara Moss (34)`, `Clara Moss, aged 34`, `a 34-year-old cook`.
//! Whoever is 34 is not whoever is 61.

use std::ops::RangeInclusive;

use crate::language::Sentence;
use crate::mentions::{Mention, MentionKind};

use super::clusters::Clusters;
use super::input::CoreferenceInput;

const AGES: RangeInclusive<u8> = 1..=110;

/// Words of a description between `34-year-old` and a name.
const REACH: usize = 4;

/// Notes the ages of the people of an article, before anybody is joined.
pub fn note(input: &CoreferenceInput, clusters: &mut Clusters) {
    for (id, mention) in input.document.mentions.iter() {
        let person = mention.class.is_none_or(|class| input.lexicon.is_person(class));
        if let Some(age) = age(input.document.sentence(mention.sentence), mention).filter(|_| person) {
            clusters.set_age(id, age);
        }
    }
}

/// The age that stands in or beside a phrase.
pub fn age(sentence: &Sentence, mention: &Mention) -> Option<u8> {
    let span = mention.span;
    if mention.kind == MentionKind::Name {
        return after(sentence, span.end).or_else(|| before(sentence, span.first));
    }
    span.tokens().find_map(|token| in_years(sentence, token))
}

/// The number after a name, between commas or in brackets.
fn after(sentence: &Sentence, end: usize) -> Option<u8> {
    let text = |at: usize| sentence.tokens.get(at).map_or("", |token| &*token.text);
    let close = match text(end) {
        "," => ",",
        "(" => ")",
        _ => return None,
    };
    let at = if text(end + 1).eq_ignore_ascii_case("aged") { end + 2 } else { end + 1 };
    let closes = text(at + 1) == close || close == "," && matches!(text(at + 1), "." | "and" | ";");
    years(text(at)).filter(|_| closes)
}

/// `34-year-old` before a name, with a word or some between.
fn before(sentence: &Sentence, first: usize) -> Option<u8> {
    let word = |&at: &usize| sentence.tokens[at].text.chars().any(char::is_alphabetic);
    let near = (first.saturating_sub(REACH)..first).rev().take_while(word);
    let old = near.into_iter().find(|&at| &*sentence.tokens[at].text == "old")?;
    old.checked_sub(4).and_then(|number| in_years(sentence, number))
}

/// The age that begins at a token: `34-year-old`.
fn in_years(sentence: &Sentence, number: usize) -> Option<u8> {
    let text = |at: usize| sentence.tokens.get(at).map_or("", |token| &*token.text);
    let old =
        ["-", "year", "-", "old"].iter().enumerate().all(|(place, word)| text(number + 1 + place) == *word);
    years(text(number)).filter(|_| old)
}

fn years(text: &str) -> Option<u8> {
    text.parse().ok().filter(|years| AGES.contains(years))
}

#[cfg(test)]
mod tests {
    use super::age;
    use crate::sample_language::{find, mended, mentions};

    fn age_of(text: &str, words: &str) -> Option<u8> {
        age(&mended(text)[0], find(&mentions(text).1, words))
    }

    #[test]
    fn an_age_stands_after_a_name_or_before_it() {
        for text in [
            "Clara Moss, 34, was arrested in Lisbon.",
            "Clara Moss (34) was arrested in Lisbon.",
            "Clara Moss, aged 34, was arrested in Lisbon.",
            "The 34-year-old cook Clara Moss was arrested.",
        ] {
            assert_eq!(age_of(text, "Clara Moss"), Some(34), "{text}");
        }
        assert_eq!(age_of("The 34-year-old was arrested.", "The 34-year-old"), Some(34));
    }

    #[test]
    fn other_numbers_are_no_ages() {
        for text in
            ["Clara Moss won 34 medals.", "For Clara Moss, 34 was enough.", "Clara Moss, 1934, was shown."]
        {
            assert_eq!(age_of(text, "Clara Moss"), None, "{text}");
        }
    }
}
