//! Calendar values in the notation of TIMEX3 (TimeML 1.2.1; ISO 8601 where that has a form): a day `2022-09-05`, a
//! week `2022-W36`, its weekend `2022-W36-WE`, a decade `199X`, an evening `2022-09-06TEV`, a duration `P2W`.

use std::fmt;

use jiff::civil::{Date, ISOWeekDate, Weekday};

/// When something happened, as exactly as the text says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeValue {
    Day(Date),
    /// Hour and minute of a day.
    Clock(Date, i8, i8),
    PartOfDay(Date, PartOfDay),
    /// Year and number of an ISO week.
    Week(i16, i8),
    Weekend(i16, i8),
    Month(i16, i8),
    Season(i16, Season),
    /// Year and number of the quarter, from 1.
    Quarter(i16, i8),
    /// Year and number of its half, from 1.
    Half(i16, i8),
    Year(i16),
    /// The first year of a decade.
    Decade(i16),
    /// How long, not when.
    Duration(u16, Unit),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartOfDay {
    Morning,
    Afternoon,
    Evening,
    Night,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// A unit of the calendar, finest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    Day,
    Week,
    Month,
    Year,
}

const PARTS: [(PartOfDay, &str); 4] = [
    (PartOfDay::Morning, "MO"),
    (PartOfDay::Afternoon, "AF"),
    (PartOfDay::Evening, "EV"),
    (PartOfDay::Night, "NI"),
];
const SEASONS: [(Season, &str); 4] =
    [(Season::Spring, "SP"), (Season::Summer, "SU"), (Season::Autumn, "FA"), (Season::Winter, "WI")];
const UNITS: [(Unit, &str); 4] = [(Unit::Day, "D"), (Unit::Week, "W"), (Unit::Month, "M"), (Unit::Year, "Y")];

fn code<T: PartialEq>(codes: &[(T, &'static str)], wanted: &T) -> &'static str {
    codes.iter().find(|(value, _)| value == wanted).map_or("", |(_, code)| code)
}

fn coded<T: Copy>(codes: &[(T, &str)], wanted: &str) -> Option<T> {
    codes.iter().find(|(_, code)| *code == wanted).map(|(value, _)| *value)
}

impl fmt::Display for TimeValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => write!(f, "{day}"),
            Self::Clock(day, hour, minute) => write!(f, "{day}T{hour:02}:{minute:02}"),
            Self::PartOfDay(day, part) => write!(f, "{day}T{}", code(&PARTS, part)),
            Self::Week(year, week) => write!(f, "{year:04}-W{week:02}"),
            Self::Weekend(year, week) => write!(f, "{year:04}-W{week:02}-WE"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Season(year, season) => write!(f, "{year:04}-{}", code(&SEASONS, season)),
            Self::Quarter(year, quarter) => write!(f, "{year:04}-Q{quarter}"),
            Self::Half(year, half) => write!(f, "{year:04}-H{half}"),
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Decade(first) => write!(f, "{:03}X", first / 10),
            Self::Duration(count, unit) => write!(f, "P{count}{}", code(&UNITS, unit)),
        }
    }
}

impl TimeValue {
    /// The value that is written so; `None` for any other text.
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(duration) = text.strip_prefix('P') {
            let (count, unit) = duration.split_at_checked(duration.len().checked_sub(1)?)?;
            return Some(Self::Duration(count.parse().ok()?, coded(&UNITS, unit)?));
        }
        if let Some(decade) = text.strip_suffix('X') {
            return Some(Self::Decade(decade.parse::<i16>().ok()?.checked_mul(10)?));
        }
        if let Some((day, time)) = text.split_once('T') {
            let day = day.parse().ok()?;
            let Some((hour, minute)) = time.split_once(':') else {
                return Some(Self::PartOfDay(day, coded(&PARTS, time)?));
            };
            return Some(Self::Clock(day, hour.parse().ok()?, minute.parse().ok()?));
        }
        let Some((year, rest)) = text.split_once('-') else { return Some(Self::Year(text.parse().ok()?)) };
        let year = year.parse().ok()?;
        let number = |digits: &str| digits.parse::<i8>().ok();
        match (rest.get(..1)?, rest.get(1..)?) {
            ("W", week) => match week.strip_suffix("-WE") {
                Some(week) => Some(Self::Weekend(year, number(week)?)),
                None => Some(Self::Week(year, number(week)?)),
            },
            ("Q", quarter) => Some(Self::Quarter(year, number(quarter)?)),
            ("H", half) => Some(Self::Half(year, number(half)?)),
            _ => coded(&SEASONS, rest)
                .map(|season| Self::Season(year, season))
                .or_else(|| number(rest).map(|month| Self::Month(year, month)))
                .or_else(|| Some(Self::Day(text.parse().ok()?))),
        }
    }

    /// The first and the last day that it covers. Nothing for durations, and for seasons, which begin on other days
    /// in other countries.
    pub fn days(self) -> Option<(Date, Date)> {
        let months = |year: i16, first: i8, last: i8| {
            Some((Date::new(year, first, 1).ok()?, Date::new(year, last, 1).ok()?.last_of_month()))
        };
        let weekdays = |year: i16, week: i8, first: Weekday| {
            let day = |weekday| Some(ISOWeekDate::new(year, week, weekday).ok()?.date());
            Some((day(first)?, day(Weekday::Sunday)?))
        };
        match self {
            Self::Day(day) | Self::Clock(day, ..) | Self::PartOfDay(day, _) => Some((day, day)),
            Self::Week(year, week) => weekdays(year, week, Weekday::Monday),
            Self::Weekend(year, week) => weekdays(year, week, Weekday::Saturday),
            Self::Month(year, month) => months(year, month, month),
            Self::Quarter(year, quarter @ 1..=4) => months(year, 3 * quarter - 2, 3 * quarter),
            Self::Half(year, half @ 1..=2) => months(year, 6 * half - 5, 6 * half),
            Self::Year(year) => months(year, 1, 12),
            Self::Decade(first) => {
                Some((Date::new(first, 1, 1).ok()?, Date::new(first.checked_add(9)?, 12, 31).ok()?))
            }
            Self::Quarter(..) | Self::Half(..) | Self::Season(..) | Self::Duration(..) => None,
        }
    }

    /// The coarsest unit in which one can count on from it.
    pub fn unit(self) -> Option<Unit> {
        match self {
            Self::Day(_) | Self::Clock(..) | Self::PartOfDay(..) => Some(Unit::Day),
            Self::Week(..) | Self::Weekend(..) => Some(Unit::Week),
            Self::Month(..) => Some(Unit::Month),
            Self::Year(_) => Some(Unit::Year),
            _ => None,
        }
    }

    /// The calendar's day, week, month or year that holds this day.
    pub fn holding(day: Date, unit: Unit) -> Self {
        let week = day.iso_week_date();
        match unit {
            Unit::Day => Self::Day(day),
            Unit::Week => Self::Week(week.year(), week.week()),
            Unit::Month => Self::Month(day.year(), day.month()),
            Unit::Year => Self::Year(day.year()),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn values_are_written_as_timex3_has_them_and_read_back() {
        let day = date(2022, 9, 6);
        for (value, text, first, last) in [
            (TimeValue::Day(day), "2022-09-06", "2022-09-06", "2022-09-06"),
            (TimeValue::Clock(day, 9, 5), "2022-09-06T09:05", "2022-09-06", "2022-09-06"),
            (TimeValue::PartOfDay(day, PartOfDay::Evening), "2022-09-06TEV", "2022-09-06", "2022-09-06"),
            (TimeValue::Week(2022, 36), "2022-W36", "2022-09-05", "2022-09-11"),
            (TimeValue::Weekend(2022, 36), "2022-W36-WE", "2022-09-10", "2022-09-11"),
            (TimeValue::Month(2024, 2), "2024-02", "2024-02-01", "2024-02-29"),
            (TimeValue::Quarter(2022, 4), "2022-Q4", "2022-10-01", "2022-12-31"),
            (TimeValue::Half(2022, 1), "2022-H1", "2022-01-01", "2022-06-30"),
            (TimeValue::Year(2022), "2022", "2022-01-01", "2022-12-31"),
            (TimeValue::Decade(1990), "199X", "1990-01-01", "1999-12-31"),
        ] {
            assert_eq!(value.to_string(), text);
            assert_eq!(TimeValue::parse(text), Some(value));
            assert_eq!(value.days(), Some((first.parse().unwrap(), last.parse().unwrap())), "{text}");
        }
        for value in [TimeValue::Duration(2, Unit::Week), TimeValue::Season(2019, Season::Summer)] {
            assert_eq!(TimeValue::parse(&value.to_string()), Some(value));
            assert_eq!(value.days(), None);
        }
    }

    proptest! {
        #[test]
        fn any_text_is_a_value_or_none(text in "[0-9PTWQHX:é-]{0,12}|\\PC{0,12}") {
            let _ = TimeValue::parse(&text).and_then(TimeValue::days);
        }
    }
}
