//! The days that statements and articles tell of.

use jiff::civil::Date;

use crate::story::{DocumentRecord, Statement};
use crate::time::TimeValue;

/// The first and the last day of a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Days {
    /// The first day.
    pub first: Date,
    /// The last one.
    pub last: Date,
}

impl Days {
    /// The days of both; nothing where they have none in common.
    pub fn common(self, other: Self) -> Option<Self> {
        let (first, last) = (self.first.max(other.first), self.last.min(other.last));
        (first <= last).then_some(Self { first, last })
    }

    /// How many days lie between these and those; 0 where they meet.
    pub fn distance(self, other: Self) -> i32 {
        let between = |from: Date, until: Date| (until - from).get_days().max(0);
        between(self.last, other.first).max(between(other.last, self.first))
    }
}

/// When what a statement tells happened, as far as its time has a value.
pub fn days(statement: &Statement) -> Option<Days> {
    let value = statement.time.as_ref()?.value.as_ref()?;
    let (first, last) = TimeValue::parse(value)?.days()?;
    Some(Days { first, last })
}

/// The day on which an article was published.
pub fn published(document: &DocumentRecord) -> Option<Days> {
    let day: Date = document.date.as_ref()?.get(..10)?.parse().ok()?;
    Some(Days { first: day, last: day })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(first: &str, last: &str) -> Days {
        Days { first: first.parse().unwrap(), last: last.parse().unwrap() }
    }

    #[test]
    fn a_day_of_a_week_is_common_to_both_and_a_week_later_seven_days_off() {
        let (week, day) = (of("2031-03-03", "2031-03-09"), of("2031-03-05", "2031-03-05"));
        assert_eq!(week.common(day), Some(day));
        assert_eq!(day.distance(week), 0);
        let later = of("2031-03-16", "2031-03-16");
        assert_eq!(week.common(later), None);
        assert_eq!((week.distance(later), later.distance(week)), (7, 7));
    }
}
