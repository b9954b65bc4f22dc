//! What the words of a time expression say, before it is known what they are counted from.

use jiff::civil::Weekday;

use super::value::{PartOfDay, Season, Unit};

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
    /// A day of the month so many months from now (`the 2nd of this month`: 0).
    DayOfMonth(i32, i8),
    /// A day of a month that nothing tells (`on the 2nd`).
    DayOfUntoldMonth(i8),
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
