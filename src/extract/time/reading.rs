//! The grammar of time expressions: what their words say before it is known what they are counted from.
//!
//! Every rule must use up all words, so that "next to", "a second" or "March on" are no times.

use jiff::civil::Weekday;

use super::value::{PartOfDay, Season, Unit};
use super::words::{count, day_of_month, decade, month, ordinal, part_of_day, season, unit, weekday, year};

/// What a time expression says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// `None` for a time of some day that other words name (`at 10am`).
    pub date: Option<DateReading>,
    pub time: Option<TimeOfDay>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeOfDay {
    Part(PartOfDay),
    /// Hour and minute.
    Clock(i8, i8),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateReading {
    /// Month and day.
    Day(WhichYear, i8, i8),
    Month(WhichYear, i8),
    Season(WhichYear, Season),
    Quarter(WhichYear, i8),
    Half(WhichYear, i8),
    Year(i16),
    Decade(i16),
    Weekday(Which, Weekday),
    /// A weekday of the week so many weeks from now (`Thursday last week`).
    WeekdayOfWeek(Weekday, i32),
    /// The first such day after the one named last (`the following Tuesday`).
    WeekdayAfter(Weekday),
    Weekend(Which),
    /// So many units from now (`two days ago`: −2).
    FromNow(i32, Unit),
    /// So many units from the date named last (`the following day`).
    FromNamed(i32, Unit),
    /// How long, not when.
    Duration(u16, Unit),
}

/// What picks one of many Mondays or Septembers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// Nothing does (`on Monday`).
    Open,
    Last,
    This,
    Next,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhichYear {
    Named(i16),
    /// So many years from the article's (`last year`: −1).
    FromNow(i16),
    Untold(Which),
}

/// Reads words (lower case, without punctuation) that are a time expression from the first to the last.
pub fn read(words: &[&str]) -> Option<Reading> {
    let words = without_vagueness(words);
    if let Some(time) = clock(words) {
        return Some(Reading { date: None, time: Some(time) });
    }
    if let Some((date, part)) = part_from_context(words) {
        return Some(Reading { date: Some(date), time: Some(TimeOfDay::Part(part)) });
    }
    date(words).map(|date| Reading { date: Some(date), time: None }).or_else(|| with_time_of_day(words))
}

/// Leaves out words that blur the edges of a time or tell which end of it is meant; TIMEX3, too, keeps them out of
/// the value.
fn without_vagueness<'a>(words: &'a [&'a str]) -> &'a [&'a str] {
    match words {
        ["about" | "around" | "approximately" | "circa" | "early" | "late" | "mid", rest @ ..]
        | ["the", "late" | "early" | "mid", rest @ ..]
        | ["the", "end" | "start" | "beginning" | "middle", "of", rest @ ..]
        | ["earlier" | "later", "in" | "on", rest @ ..] => without_vagueness(rest),
        ["earlier" | "later", rest @ ..] if matches!(rest, ["this" | "last" | "that", ..]) => rest,
        _ => words,
    }
}

/// A time of day by the clock, where it is clear which half of the day is meant.
fn clock(words: &[&str]) -> Option<TimeOfDay> {
    let (digits, noon) = match words {
        ["noon" | "midday"] => return Some(TimeOfDay::Clock(12, 0)),
        [digits, "am"] => (*digits, Some(0)),
        [digits, "pm"] => (*digits, Some(12)),
        [digits] | [digits, "gmt" | "bst" | "utc"] => (*digits, None),
        _ => return None,
    };
    let (hour, minute) = match digits.split_once([':', '.']) {
        Some((hour, minute)) if minute.len() == 2 => (hour, minute.parse().ok()?),
        None if noon.is_some() => (digits, 0),
        _ => return None,
    };
    let hour: i8 = hour.parse().ok().filter(|hour| (0..24).contains(hour))?;
    let hour = match noon {
        Some(noon) if (1..=12).contains(&hour) => hour % 12 + noon,
        None if hour > 12 || digits.starts_with('0') || words.len() == 2 => hour,
        _ => return None,
    };
    (0..60).contains(&minute).then_some(TimeOfDay::Clock(hour, minute))
}

/// A part of a day that is told by the article's date (`last night`) or by the date named last (`that evening`).
fn part_from_context(words: &[&str]) -> Option<(DateReading, PartOfDay)> {
    let words = words.strip_prefix(&["the"]).unwrap_or(words);
    match words {
        ["tonight"] => Some((DateReading::FromNow(0, Unit::Day), PartOfDay::Night)),
        ["last", "night"] => Some((DateReading::FromNow(-1, Unit::Day), PartOfDay::Night)),
        ["this", part] => Some((DateReading::FromNow(0, Unit::Day), part_of_day(part)?)),
        ["that" | "same", part] => Some((DateReading::FromNamed(0, Unit::Day), part_of_day(part)?)),
        ["next" | "following", part] => Some((DateReading::FromNamed(1, Unit::Day), part_of_day(part)?)),
        ["previous", part] => Some((DateReading::FromNamed(-1, Unit::Day), part_of_day(part)?)),
        _ => None,
    }
}

/// A date with a part of the day or a time by the clock, before it or behind it.
fn with_time_of_day(words: &[&str]) -> Option<Reading> {
    (1..words.len()).find_map(|cut| {
        let (front, back) = words.split_at(cut);
        let back = match back {
            ["on" | "at" | "of", back @ ..] => back,
            _ => back,
        };
        let joined = |time: &[&str], day: &[&str]| {
            let time = clock(time).or_else(|| match time {
                [part] | ["the", part] => part_of_day(part).map(TimeOfDay::Part),
                _ => None,
            })?;
            Some(Reading { date: Some(date(day)?), time: Some(time) })
        };
        joined(front, back).or_else(|| joined(back, front))
    })
}

/// A date without a time of day.
fn date(words: &[&str]) -> Option<DateReading> {
    from_now(words)
        .or_else(|| from_named(words))
        .or_else(|| weekday_alone(words))
        .or_else(|| in_calendar(words))
        .or_else(|| duration(words))
}

/// Dates that are counted from the day of publication.
fn from_now(words: &[&str]) -> Option<DateReading> {
    let shift = |word: &str| match word {
        "last" => Some(-1),
        "this" => Some(0),
        "next" => Some(1),
        _ => None,
    };
    let from_now = |number: i32, word: &str| {
        let (unit, size) = unit(word)?;
        Some(DateReading::FromNow(number * size, unit))
    };
    match words {
        ["today"] => Some(DateReading::FromNow(0, Unit::Day)),
        ["yesterday"] => Some(DateReading::FromNow(-1, Unit::Day)),
        ["tomorrow"] => Some(DateReading::FromNow(1, Unit::Day)),
        ["the", "day", "before", "yesterday"] => Some(DateReading::FromNow(-2, Unit::Day)),
        ["the", "day", "after", "tomorrow"] => Some(DateReading::FromNow(2, Unit::Day)),
        ["the", "weekend"] => Some(DateReading::Weekend(Which::Open)),
        [which @ ("last" | "this" | "next"), "weekend"] => Some(DateReading::Weekend(which_of(which)?)),
        ["the", "coming", "weekend"] => Some(DateReading::Weekend(Which::This)),
        ["the", "week" | "month" | "year"] => from_now(0, words[1]),
        // What "last day", "this decade" and "next decade" are, calendars do not say.
        [which, unit @ ("week" | "month" | "year")] => from_now(shift(which)?, unit),
        [number @ .., unit, "ago"] => from_now(-count(number)?, unit),
        ["in", number @ .., unit, "'" | "’", "time"] => from_now(count(number)?, unit),
        _ => None,
    }
}

/// Dates that are counted from the date named last.
fn from_named(words: &[&str]) -> Option<DateReading> {
    match words {
        ["the", "next", "day"] => Some(DateReading::FromNamed(1, Unit::Day)),
        ["the", "same" | "very", word] | ["that" | "same", word @ ("day" | "week" | "month" | "year")] => {
            Some(DateReading::FromNamed(0, unit(word).filter(|_| !word.ends_with('s'))?.0))
        }
        ["the", "following", word] => match weekday(word) {
            Some(day) => Some(DateReading::WeekdayAfter(day)),
            None => single_unit(word).map(|unit| DateReading::FromNamed(1, unit)),
        },
        ["the", "previous", word] => single_unit(word).map(|unit| DateReading::FromNamed(-1, unit)),
        ["the", word, "before" | "earlier"] => single_unit(word).map(|unit| DateReading::FromNamed(-1, unit)),
        ["the", word, "after"] => single_unit(word).map(|unit| DateReading::FromNamed(1, unit)),
        [number @ .., word, direction @ ("later" | "earlier" | "before" | "after")] => {
            let (unit, size) = unit(word)?;
            let sign = if matches!(*direction, "later" | "after") { 1 } else { -1 };
            Some(DateReading::FromNamed(sign * count(number)? * size, unit))
        }
        _ => None,
    }
}

fn single_unit(word: &str) -> Option<Unit> {
    matches!(word, "day" | "week" | "month" | "year").then(|| unit(word))?.map(|(unit, _)| unit)
}

fn which_of(word: &str) -> Option<Which> {
    match word {
        "last" => Some(Which::Last),
        "this" => Some(Which::This),
        "next" => Some(Which::Next),
        _ => None,
    }
}

fn weekday_alone(words: &[&str]) -> Option<DateReading> {
    let of_week = |day: &str, which: &str| {
        let weeks = match which {
            "last" => -1,
            "this" => 0,
            "next" => 1,
            _ => return None,
        };
        Some(DateReading::WeekdayOfWeek(weekday(day)?, weeks))
    };
    match words {
        [day] => Some(DateReading::Weekday(Which::Open, weekday(day)?)),
        [which, day] => Some(DateReading::Weekday(which_of(which)?, weekday(day)?)),
        [day, which, "week"] | [day, "of", which, "week"] => of_week(day, which),
        _ => None,
    }
}

/// Dates that the calendar names, with or without their year.
fn in_calendar(words: &[&str]) -> Option<DateReading> {
    if let [word] | ["the", word] = words
        && let Some(first) = decade(word)
    {
        return Some(DateReading::Decade(first));
    }
    let (words, year) = split_year(words);
    let words = match words {
        [day, rest @ ..] if !rest.is_empty() && weekday(day).is_some() => rest,
        _ => words,
    };
    match (words, year) {
        ([], WhichYear::Named(year)) => Some(DateReading::Year(year)),
        ([day, name] | ["the", day, "of", name], _)
            if day_of_month(day).is_some() && month(name).is_some() =>
        {
            Some(DateReading::Day(year, month(name)?, day_of_month(day)?))
        }
        ([name, day], _) if day_of_month(day).is_some() => {
            Some(DateReading::Day(year, month(name)?, day_of_month(day)?))
        }
        (["the", number, "quarter"], _) => Some(DateReading::Quarter(year, ordinal(number)?)),
        (["the", number, "half"], _) => {
            Some(DateReading::Half(year, ordinal(number).filter(|number| *number <= 2)?))
        }
        ([which, name], WhichYear::Untold(_)) if which_of(which).is_some() => {
            month_or_season(name, WhichYear::Untold(which_of(which)?))
        }
        ([name] | ["the", name], _) => month_or_season(name, year),
        _ => None,
    }
}

fn month_or_season(name: &str, year: WhichYear) -> Option<DateReading> {
    month(name)
        .map(|month| DateReading::Month(year, month))
        .or_else(|| season(name).map(|season| DateReading::Season(year, season)))
}

/// The words before the year, and which year the last words name.
fn split_year<'a>(words: &'a [&'a str]) -> (&'a [&'a str], WhichYear) {
    let told = |rest: &'a [&'a str], year| match rest {
        [rest @ .., "of" | "in"] => (rest, year),
        _ => (rest, year),
    };
    match words {
        [rest @ .., "last", "year"] if !rest.is_empty() => told(rest, WhichYear::FromNow(-1)),
        [rest @ .., "this" | "the", "year"] if !rest.is_empty() => told(rest, WhichYear::FromNow(0)),
        [rest @ .., "next", "year"] if !rest.is_empty() => told(rest, WhichYear::FromNow(1)),
        [rest @ .., last] => match year(last) {
            Some(year) => told(rest, WhichYear::Named(year)),
            None => (words, WhichYear::Untold(Which::Open)),
        },
        [] => (words, WhichYear::Untold(Which::Open)),
    }
}

fn duration(words: &[&str]) -> Option<DateReading> {
    let words = match words {
        ["the", "last" | "past" | "next" | "first" | "coming", rest @ ..] => rest,
        _ => words,
    };
    let (word, number) = words.split_last()?;
    let (unit, size) = unit(word)?;
    let length = u16::try_from(count(number)? * size).ok()?;
    Some(DateReading::Duration(length, unit))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn reading(text: &str) -> Option<Reading> {
        read(&text.split(' ').collect::<Vec<_>>())
    }

    fn day(text: &str) -> Option<DateReading> {
        reading(text).filter(|reading| reading.time.is_none())?.date
    }

    #[test]
    fn dates_of_the_calendar_keep_what_is_told_of_their_year() {
        let untold = WhichYear::Untold(Which::Open);
        assert_eq!(day("5 september 2022"), Some(DateReading::Day(WhichYear::Named(2022), 9, 5)));
        assert_eq!(day("monday march 3rd 2019"), Some(DateReading::Day(WhichYear::Named(2019), 3, 3)));
        assert_eq!(day("the 5th of may"), Some(DateReading::Day(untold, 5, 5)));
        assert_eq!(day("9 january next year"), Some(DateReading::Day(WhichYear::FromNow(1), 1, 9)));
        assert_eq!(day("september last year"), Some(DateReading::Month(WhichYear::FromNow(-1), 9)));
        assert_eq!(day("last september"), Some(DateReading::Month(WhichYear::Untold(Which::Last), 9)));
        assert_eq!(day("the end of the year"), Some(DateReading::FromNow(0, Unit::Year)));
        assert_eq!(day("the late 1990s"), Some(DateReading::Decade(1990)));
        assert_eq!(
            day("the summer of 2019"),
            Some(DateReading::Season(WhichYear::Named(2019), Season::Summer))
        );
        assert_eq!(day("the third quarter of 2022"), Some(DateReading::Quarter(WhichYear::Named(2022), 3)));
    }

    #[test]
    fn what_is_counted_from_now_is_told_from_what_is_counted_from_the_story() {
        assert_eq!(day("two days ago"), Some(DateReading::FromNow(-2, Unit::Day)));
        assert_eq!(day("a fortnight ago"), Some(DateReading::FromNow(-2, Unit::Week)));
        assert_eq!(day("next week"), Some(DateReading::FromNow(1, Unit::Week)));
        assert_eq!(day("earlier this month"), Some(DateReading::FromNow(0, Unit::Month)));
        assert_eq!(day("the next day"), Some(DateReading::FromNamed(1, Unit::Day)));
        assert_eq!(day("three weeks later"), Some(DateReading::FromNamed(3, Unit::Week)));
        assert_eq!(day("the following tuesday"), Some(DateReading::WeekdayAfter(Weekday::Tuesday)));
        assert_eq!(day("the past two weeks"), Some(DateReading::Duration(2, Unit::Week)));
    }

    #[test]
    fn times_of_day_stand_before_and_behind_their_date() {
        let monday = Some(DateReading::Weekday(Which::Open, Weekday::Monday));
        for (text, time) in [
            ("monday evening", TimeOfDay::Part(PartOfDay::Evening)),
            ("the night of monday", TimeOfDay::Part(PartOfDay::Night)),
            ("10 am on monday", TimeOfDay::Clock(10, 0)),
            ("monday at 12.30 pm", TimeOfDay::Clock(12, 30)),
            ("monday at 20:15", TimeOfDay::Clock(20, 15)),
        ] {
            assert_eq!(reading(text), Some(Reading { date: monday, time: Some(time) }), "{text}");
        }
        assert_eq!(reading("noon").unwrap().date, None);
        assert_eq!(reading("last night").unwrap().date, Some(DateReading::FromNow(-1, Unit::Day)));
    }

    #[test]
    fn what_is_no_clear_time_is_not_read() {
        for text in [
            "next to",
            "a second",
            "10",
            "7.30",
            "25 pm",
            "recent days",
            "a few days ago",
            "every tuesday",
            "last day",
            "more than a year ago",
            "the year before last",
            "05/06/2022",
            "the",
            "last",
        ] {
            assert_eq!(reading(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_words_are_read_or_refused(
            words in proptest::collection::vec("the|last|year|of|[0-9]{1,4}|may|days|ago|at|pm|\\PC{1,4}", 0..8)
        ) {
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            let _ = read(&words);
        }
    }
}
