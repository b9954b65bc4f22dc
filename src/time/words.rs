//! The words that time expressions are made of.

use jiff::civil::Weekday;

use crate::language::Token;
use crate::mentions::quantity;

use super::value::{PartOfDay, Season, Unit};

/// A token's words as the grammar compares them: lower case, `p.m.` as `pm`, `7.30pm` as `7.30` `pm`.
pub fn words_of(token: &Token) -> Vec<String> {
    let lower = token.text.to_lowercase();
    let plain = match lower.as_str() {
        "a.m." | "a.m" => "am",
        "p.m." | "p.m" => "pm",
        other => other.strip_suffix('.').filter(|bare| month(bare).is_some()).unwrap_or(other),
    };
    let number = plain.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    match &plain[number.len()..] {
        half @ ("am" | "pm") if number.starts_with(|c: char| c.is_ascii_digit()) => {
            vec![number.to_owned(), half.to_owned()]
        }
        _ => vec![plain.to_owned()],
    }
}

/// Whether a time expression can begin with this word: most words are told apart by it at once.
pub fn can_begin(word: &str) -> bool {
    const OPENERS: &[&str] = &[
        "the",
        "this",
        "that",
        "same",
        "last",
        "next",
        "earlier",
        "later",
        "early",
        "small",
        "late",
        "mid",
        "about",
        "around",
        "approximately",
        "circa",
        "today",
        "tonight",
        "yesterday",
        "tomorrow",
        "noon",
        "midday",
        "a",
        "an",
        "in",
    ];
    word.starts_with(|c: char| c.is_ascii_digit())
        || OPENERS.contains(&word)
        || month(word).is_some()
        || weekday(word).is_some()
        || season(word).is_some()
        || part_of_day(word).is_some()
        || quantity::read(word).is_some()
}

/// The number of a month named in full or by its usual abbreviation.
pub fn month(word: &str) -> Option<i8> {
    crate::read::month(word)
}

pub fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "monday" => Weekday::Monday,
        "tuesday" => Weekday::Tuesday,
        "wednesday" => Weekday::Wednesday,
        "thursday" => Weekday::Thursday,
        "friday" => Weekday::Friday,
        "saturday" => Weekday::Saturday,
        "sunday" => Weekday::Sunday,
        _ => return None,
    })
}

pub fn part_of_day(word: &str) -> Option<PartOfDay> {
    Some(match word {
        "morning" => PartOfDay::Morning,
        "afternoon" => PartOfDay::Afternoon,
        "evening" => PartOfDay::Evening,
        "night" => PartOfDay::Night,
        _ => return None,
    })
}

pub fn season(word: &str) -> Option<Season> {
    Some(match word {
        "spring" => Season::Spring,
        "summer" => Season::Summer,
        "autumn" | "fall" => Season::Autumn,
        "winter" => Season::Winter,
        _ => return None,
    })
}

/// A unit of the calendar and how many of it the word means, in singular or plural (`fortnight`: two weeks).
pub fn unit(word: &str) -> Option<(Unit, i32)> {
    Some(match word.strip_suffix('s').unwrap_or(word) {
        "day" => (Unit::Day, 1),
        "week" => (Unit::Week, 1),
        "fortnight" => (Unit::Week, 2),
        "month" => (Unit::Month, 1),
        "year" => (Unit::Year, 1),
        "decade" => (Unit::Year, 10),
        _ => return None,
    })
}

/// A count that the words state exactly: `a`, `two`, `12`.
pub fn count(words: &[&str]) -> Option<i32> {
    if let ["a" | "an" | "one"] = words {
        return Some(1);
    }
    let is_number = |word: &&str| quantity::read(word).is_some_and(|quantity| quantity.min.is_some());
    if words.len() > 2 || !words.iter().all(is_number) {
        return None;
    }
    let quantity = quantity::read(&words.join(" "))?;
    let exact = quantity.min.filter(|_| quantity.min == quantity.max)?;
    (exact.fract() == 0.0 && (1.0..=1000.0).contains(&exact)).then_some(exact as i32)
}

/// `5`, `5th`, `3rd`: a number that a day of a month can have.
pub fn day_of_month(word: &str) -> Option<i8> {
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word);
    let is_number = !digits.is_empty() && digits.len() <= 2 && digits.bytes().all(|b| b.is_ascii_digit());
    digits.parse().ok().filter(|day| is_number && (1..=31).contains(day))
}

/// `first` to `fourth`, as of quarters.
pub fn ordinal(word: &str) -> Option<i8> {
    let names = ["first", "second", "third", "fourth"];
    let index = names.iter().position(|name| *name == word)?;
    i8::try_from(index + 1).ok()
}

/// A year written in four digits that news may speak of.
pub fn year(word: &str) -> Option<i16> {
    let is_year = word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    word.parse().ok().filter(|year| is_year && (1000..=2199).contains(year))
}

/// The first year of a decade written as `1990s`.
pub fn decade(word: &str) -> Option<i16> {
    year(word.strip_suffix('s')?).filter(|year| year % 10 == 0)
}
