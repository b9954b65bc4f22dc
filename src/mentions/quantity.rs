//! Number words and the bounds they state.
//!
//! What is said is kept apart from what is meant: `around 100` has no bounds, because no reader could say which; a
//! plain number bounds from both sides; `dozens`, `scores` and `hundreds` mean at least two of their unit.

use crate::grammar::{children, is_time, leftmost, surface};
use crate::language::{CoarseTag, Dependency, FineTag, Sentence};

use super::number_words::{numbers, plural_collective, singular_collective};

/// Number words as they stand, with the bounds they state (`up to 300`: no minimum, maximum 300).
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    pub text: String,
    pub min: Option<f64>,
    pub max: Option<f64>,
}

/// What the words around a number do to it.
enum Bound {
    Exact,
    AtLeast,
    AtMost,
    About,
}

const AT_MOST: &[&str] = &[
    "up to",
    "at most",
    "no more than",
    "not more than",
    "fewer than",
    "less than",
    "under",
    "below",
    "as many as",
];
const AT_LEAST: &[&str] =
    &["more than", "at least", "over", "above", "no fewer than", "no less than", "upwards of"];
const ABOUT: &[&str] =
    &["about", "around", "approximately", "roughly", "some", "nearly", "almost", "circa", "an estimated"];

/// Words that stand for an unnamed number; in `dozens of drivers` they head the tree but the drivers are meant.
const VAGUE: &[&str] = &[
    "number",
    "total",
    "handful",
    "couple",
    "majority",
    "minority",
    "group",
    "series",
    "range",
    "plenty",
    "lot",
    "bulk",
    "rest",
    "lots",
    "variety",
    "string",
    "part",
    "half",
    "portion",
    "remainder",
    "most",
    "thirds",
    "quarters",
    "fifths",
    "tenths",
    "forms",
    "kinds",
    "sorts",
    "strains",
    "types",
];

/// Adjectives that state a quantity without a number (`several officers`).
pub const QUANTIFIERS: &[&str] = &["several", "many", "few", "numerous", "countless"];

/// Whether this lower-case noun counts what follows its `of` instead of naming something itself.
pub fn counts_others(word: &str) -> bool {
    VAGUE.contains(&word) || singular_collective(word).is_some()
}

/// The number words at a word that no mention has read: a bare number (`nine killed`), or those before a noun (`a further
/// 800 soldiers`). Of a span of time the unit belongs to them (`nine years`).
pub fn counted_by(sentence: &Sentence, token: usize) -> Option<Quantity> {
    let tokens = &sentence.tokens;
    let is_number = |index: usize| tokens[index].pos == CoarseTag::Num || tokens[index].tag == FineTag::Cd;
    let alone = is_number(token) || singular_collective(&tokens[token].text.to_lowercase()).is_some();
    // "The Dutch eight" is a crew and no number.
    if alone && is_described(sentence, token) {
        return None;
    }
    let before_it = || {
        children(sentence, token).find(|&child| tokens[child].dep == Dependency::Nummod && is_number(child))
    };
    let number = if alone { token } else { before_it()? };
    let span_of_time = !alone && is_time(tokens[token].entity) && number < token;
    let first = leftmost(sentence, number);
    let end = if span_of_time { token } else { number } + 1;
    read(&surface(sentence, first, end.max(first + 1)))
}

/// Whether something before a number word says more of what it stands for than how many.
pub fn is_described(sentence: &Sentence, number: usize) -> bool {
    let counts = |word: &str| {
        matches!(word, "more" | "further" | "additional" | "extra" | "other" | "estimated" | "fewer" | "less")
    };
    let describes = |child: usize| match sentence.tokens[child].dep {
        Dependency::Compound | Dependency::Nmod | Dependency::Poss => true,
        Dependency::Amod => !counts(&sentence.tokens[child].text.to_lowercase()),
        _ => false,
    };
    children(sentence, number).any(|child| child < number && describes(child))
}

/// Reads number words. `None` where they hold neither a number nor a word like `several` or `dozens`.
pub fn read(text: &str) -> Option<Quantity> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split(' ').filter(|word| !word.is_empty()).collect();
    let numbers = numbers(&words);
    let (min, max) = match numbers.as_slice() {
        [] => vague_bounds(&words)?,
        [low, high, ..] if is_range(&words) => (Some(*low), Some(*high)),
        [number, ..] => match bound(&lower) {
            Bound::Exact => (Some(*number), Some(*number)),
            Bound::AtLeast => (Some(*number), None),
            Bound::AtMost => (None, Some(*number)),
            Bound::About => (None, None),
        },
    };
    Some(Quantity { text: text.to_owned(), min, max })
}

/// The bounds of words without a number.
fn vague_bounds(words: &[&str]) -> Option<(Option<f64>, Option<f64>)> {
    if let Some(unit) = words.iter().find_map(|word| plural_collective(word)) {
        return Some((Some(2.0 * unit), None));
    }
    let counts = |word: &&str| VAGUE.contains(word) || QUANTIFIERS.contains(word);
    words.iter().any(counts).then_some((None, None))
}

fn bound(lower: &str) -> Bound {
    // Longest list first: `no more than` contains `more than`.
    let starts = |list: &[&str]| list.iter().any(|words| lower.starts_with(words));
    if starts(AT_MOST) {
        Bound::AtMost
    } else if starts(AT_LEAST) || lower.ends_with("or more") || lower.ends_with('+') {
        Bound::AtLeast
    } else if starts(ABOUT) {
        Bound::About
    } else {
        Bound::Exact
    }
}

fn is_range(words: &[&str]) -> bool {
    words.first() == Some(&"between") || words.iter().any(|word| matches!(*word, "to" | "-" | "–" | "—"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::read;

    fn bounds(text: &str) -> (Option<f64>, Option<f64>) {
        read(text).map(|quantity| (quantity.min, quantity.max)).expect(text)
    }

    #[test]
    fn reads_bounds() {
        assert_eq!(bounds("up to 300"), (None, Some(300.0)));
        assert_eq!(bounds("More than 100"), (Some(100.0), None));
        assert_eq!(bounds("all 2,595"), (Some(2595.0), Some(2595.0)));
        assert_eq!(bounds("around 40"), (None, None));
        assert_eq!(bounds("between 40 and 50"), (Some(40.0), Some(50.0)));
        assert_eq!(bounds("dozens"), (Some(24.0), None));
        assert_eq!(bounds("a dozen"), (Some(12.0), Some(12.0)));
        assert_eq!(bounds("no more than six"), (None, Some(6.0)));
        assert_eq!(bounds("three million"), (Some(3e6), Some(3e6)));
        assert_eq!(bounds("two hundred and five"), (Some(205.0), Some(205.0)));
        assert_eq!(bounds("£4.5 m"), (Some(4.5), Some(4.5)));
        assert_eq!(bounds("£4.5m"), (Some(4.5e6), Some(4.5e6)));
        assert_eq!(bounds("20 %"), (Some(20.0), Some(20.0)));
        assert_eq!(bounds("several"), (None, None));
        assert_eq!(bounds("A number"), (None, None));
    }

    #[test]
    fn other_words_are_no_quantity() {
        for text in ["the", "", "brave", "second-hand", "e5", "inf", "nan"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn never_panics(text in "\\PC{0,30}") {
            if let Some(quantity) = read(&text) {
                prop_assert_eq!(quantity.text, text);
            }
        }
    }
}
