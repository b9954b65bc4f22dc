//! The grammar of dates: days, weeks, months and years as words name them.

use super::reading_types::{DateReading, Which, WhichYear};
use super::value::Unit;
use super::words::{count, day_of_month, decade, month, ordinal, season, unit, weekday, year};

/// A date without a time of day.
pub fn date(words: &[&str]) -> Option<DateReading> {
    from_now(words)
        .or_else(|| day_alone(words))
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

/// A day by its number, without the name of its month.
fn day_alone(words: &[&str]) -> Option<DateReading> {
    let ordinal = |word: &str| day_of_month(word).filter(|_| word.ends_with(char::is_alphabetic));
    match words {
        ["the", day] => Some(DateReading::DayOfUntoldMonth(ordinal(day)?)),
        ["the", day, "of", "this" | "the", "month"] => Some(DateReading::DayOfMonth(0, ordinal(day)?)),
        ["the", day, "of", "last", "month"] => Some(DateReading::DayOfMonth(-1, ordinal(day)?)),
        ["the", day, "of", "next", "month"] => Some(DateReading::DayOfMonth(1, ordinal(day)?)),
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
