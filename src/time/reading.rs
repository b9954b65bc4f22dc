//! The grammar of time expressions: what their words say before it is known what they are counted from.
//!
//! Every rule must use up all words, so that "next to", "a second" or "March on" are no times.

use super::dates::date;
use super::reading_types::{DateReading, Reading, TimeOfDay};
use super::value::{PartOfDay, Unit};
use super::words::part_of_day;

/// Reads words (lower case, without punctuation) that are a time expression from the first to the last.
pub fn read(words: &[&str]) -> Option<Reading> {
    if let Some(date) = early_hours(words) {
        return Some(Reading { date: Some(date), time: Some(TimeOfDay::Part(PartOfDay::Morning)) });
    }
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

/// The first hours of a day that is named: `the early hours of Sunday`, `the small hours of Sunday morning`.
fn early_hours(words: &[&str]) -> Option<DateReading> {
    let words = words.strip_prefix(&["the"]).unwrap_or(words);
    let ["early" | "small", "hours", "of" | "on", day @ ..] = words else { return None };
    date(day.strip_suffix(&["morning"]).unwrap_or(day))
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

/// A date with a part of the day or a time by the clock, before it or after it.
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

#[cfg(test)]
mod tests {
    use jiff::civil::Weekday;
    use proptest::prelude::*;

    use super::super::reading_types::{Which, WhichYear};
    use super::super::value::Season;
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
    fn times_of_day_stand_before_and_after_their_date() {
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
