//! Nicknames in quotation marks inside names (`Dana “Bo” Keller`). Nobody says them, and a tagger and a parser that meet the
//! marks take the name for two and the nickname for a remark; so the language engine reads the name without, and the first
//! name gets the nickname back afterwards.

use std::ops::Range;

use super::ontology_index::OntologyIndex;

/// A longer remark, in characters, is no nickname.
const LONGEST: usize = 25;

/// The nicknames in a text with their marks and the space before, as places in it; `is_common` tells whether a word in small
/// letters is one of the language.
pub fn nicknames(
    text: &[char],
    lexicon: &OntologyIndex,
    is_common: impl Fn(&str) -> bool,
) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for open in 1..text.len() {
        let after_last = found.last().is_none_or(|last| last.end < open);
        let Some(close) = closing(text, open).filter(|_| after_last && text[open - 1] == ' ') else {
            continue;
        };
        let inside: String = text[open + 1..close].iter().collect();
        let (begin, end) = (word_begin(text, open - 1), word_end(text, close + 2));
        let (before, after) = (word(text, begin, open - 1), word(text, close + 2, end));
        let opens_sentence =
            begin == 0 || begin > 1 && matches!(text[begin - 2], '.' | '!' | '?' | '”' | '"');
        if is_nickname(&inside)
            && is_given(&before, opens_sentence && is_common(&before.to_lowercase()), lexicon)
            && is_surname(&after, lexicon)
        {
            found.push(open - 1..close + 1);
        }
    }
    found
}

/// Where the mark closes that opens here, before a space.
fn closing(text: &[char], open: usize) -> Option<usize> {
    let mark = match text[open] {
        '“' => '”',
        '‘' => '’',
        '«' => '»',
        '"' => '"',
        '\'' => '\'',
        _ => return None,
    };
    let reach = text.len().min(open + LONGEST);
    let close = (open + 2..reach).find(|&at| text[at] == mark)?;
    (text.get(close + 1) == Some(&' ')).then_some(close)
}

/// One to three words with capitals, but for small ones between them (`Jack the Hat`).
fn is_nickname(inside: &str) -> bool {
    let words: Vec<&str> = inside.split(' ').collect();
    let letters =
        |word: &&str| word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '.' | '\'' | '’'));
    let capital = |word: &&str| word.starts_with(char::is_uppercase);
    words.len() <= 3
        && words.iter().all(|word| letters(word) && (capital(word) || matches!(*word, "the" | "of")))
        && words.first().is_some_and(capital)
        && words.last().is_some_and(capital)
}

/// Whether the word before can be a given name: no title, no noun, nobody's possession, and no common word that has its capital
/// from the beginning of a sentence, unless it is known for a name.
fn is_given(word: &str, only_begins: bool, lexicon: &OntologyIndex) -> bool {
    let lower = word.to_lowercase();
    let known = lexicon.gender_of_name(word).is_some();
    let small = word.chars().any(char::is_lowercase) || word.trim_end_matches('.').chars().count() == 1;
    let possessive = word.ends_with("'s") || word.ends_with("’s");
    let common = lexicon.is_honorific(word) || lexicon.word_class(&lower).is_some();
    known
        || !only_begins
            && word.starts_with(char::is_uppercase)
            && small
            && !possessive
            && !common
            && !matches!(word, "The" | "A" | "An" | "His" | "Her" | "Their" | "Its")
}

/// Whether the word after can be a surname: no noun for a thing or a body.
fn is_surname(word: &str, lexicon: &OntologyIndex) -> bool {
    let class = lexicon.word_class(&word.to_lowercase());
    word.starts_with(char::is_uppercase) && class.is_none_or(|class| lexicon.is_person(class))
}

fn word_begin(text: &[char], end: usize) -> usize {
    text[..end].iter().rposition(|c| c.is_whitespace()).map_or(0, |space| space + 1)
}

fn word_end(text: &[char], begin: usize) -> usize {
    let rest = text.get(begin..).unwrap_or_default();
    begin + rest.iter().position(|c| !c.is_alphabetic() && *c != '-').unwrap_or(rest.len())
}

fn word(text: &[char], begin: usize, end: usize) -> String {
    text.get(begin..end).unwrap_or_default().iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample_language::{engine, lexicon};

    fn found(text: &str) -> Vec<String> {
        let text: Vec<char> = text.chars().collect();
        let found = nicknames(&text, lexicon(), |word| engine().is_common_word(word));
        found.into_iter().map(|range| text[range].iter().collect()).collect()
    }

    #[test]
    fn nicknames_stand_between_a_given_name_and_a_surname() {
        for (text, nickname) in [
            ("Police charged Bob “The Knife” Bryan with fraud.", " “The Knife”"),
            ("Police charged Bob \"The Knife\" Bryan with fraud.", " \"The Knife\""),
            ("“We lost it,” said Dana “Bo” Keller, a baker.", " “Bo”"),
            ("Edward ‘Fast’ Marsh was arrested.", " ‘Fast’"),
            ("Eddie ‘Fast’ Marsh was arrested.", " ‘Fast’"),
            ("It was Luis Gerardo 'Jerry' Ortega who left.", " 'Jerry'"),
            ("They met Marek J. «Orzel» Holub.", " «Orzel»"),
        ] {
            assert_eq!(found(text), [nickname], "{text}");
        }
    }

    #[test]
    fn titles_of_works_and_remarks_are_none() {
        for text in [
            "The “New Deal” Act was passed.",
            "He called the “Big Short” Movie dull.",
            "The mayor said “No” Tuesday.",
            "President “Bo” Keller left.",
            "Orrin’s “Question Time” Hour ended.",
            "Ann “went home” Tuesday.",
            "Yesterday “Harbour Lights” Company closed.",
        ] {
            assert_eq!(found(text), Vec::<String>::new(), "{text}");
        }
    }
}
