//! From what a time expression says to its place in the calendar: what it is counted from, and in which direction.

use jiff::ToSpan;
use jiff::civil::{Date, ISOWeekDate, Weekday};

use super::direction::Direction;
use super::reading_types::{DateReading, Reading, TimeOfDay, Which, WhichYear};
use super::value::{Season, TimeValue, Unit};

/// What is known where a time expression stands.
#[derive(Debug, Clone, Copy)]
pub struct Context {
    /// The day on which the article was published.
    pub published: Option<Date>,
    /// The date that the text named last.
    pub named: Option<TimeValue>,
    pub direction: Direction,
}

impl Context {
    /// The value of an expression; `None` where the context does not settle it.
    pub fn value(&self, reading: &Reading) -> Option<TimeValue> {
        let date = match reading.date {
            Some(date) => self.date(date)?,
            None => TimeValue::Day(self.named_day()?),
        };
        match (date, reading.time) {
            (date, None) => Some(date),
            (TimeValue::Day(day), Some(TimeOfDay::Part(part))) => Some(TimeValue::PartOfDay(day, part)),
            (TimeValue::Day(day), Some(TimeOfDay::Clock(hour, minute))) => {
                Some(TimeValue::Clock(day, hour, minute))
            }
            _ => None,
        }
    }

    fn date(&self, reading: DateReading) -> Option<TimeValue> {
        match reading {
            DateReading::Day(year, month, day) => self.day(year, month, day).map(TimeValue::Day),
            DateReading::DayOfMonth(months, day) => self.day_of_month(months, day).map(TimeValue::Day),
            DateReading::DayOfUntoldMonth(day) => self.nearest_day(day).map(TimeValue::Day),
            DateReading::Month(year, month) => self.month(year, month),
            DateReading::Season(year, season) => self.season(year, season),
            DateReading::Quarter(year, quarter) => Some(TimeValue::Quarter(self.told_year(year)?, quarter)),
            DateReading::Half(year, half) => Some(TimeValue::Half(self.told_year(year)?, half)),
            DateReading::Year(year) => Some(TimeValue::Year(year)),
            DateReading::Decade(first) => Some(TimeValue::Decade(first)),
            DateReading::Weekday(which, weekday) => self.weekday(which, weekday).map(TimeValue::Day),
            DateReading::WeekdayOfWeek(weekday, weeks) => {
                let week = shifted(self.published?, weeks, Unit::Week)?.iso_week_date();
                ISOWeekDate::new(week.year(), week.week(), weekday).ok().map(|day| TimeValue::Day(day.date()))
            }
            DateReading::WeekdayAfter(weekday) => {
                self.named_day()?.nth_weekday(1, weekday).ok().map(TimeValue::Day)
            }
            DateReading::Weekend(which) => self.weekend(which),
            DateReading::FromNow(count, unit) => {
                Some(TimeValue::holding(shifted(self.published?, count, unit)?, unit))
            }
            DateReading::FromNamed(count, unit) => self.counted_from_named(count, unit),
            DateReading::Duration(count, unit) => Some(TimeValue::Duration(count, unit)),
        }
    }

    /// The day named last, unless something coarser was named since.
    fn named_day(&self) -> Option<Date> {
        let named = self.named.filter(|named| named.unit() == Some(Unit::Day))?;
        named.days().map(|(day, _)| day)
    }

    /// Counted from the date named last, which must be at least as exact as the unit.
    fn counted_from_named(&self, count: i32, unit: Unit) -> Option<TimeValue> {
        let named = self.named.filter(|named| named.unit().is_some_and(|known| known <= unit))?;
        Some(TimeValue::holding(shifted(named.days()?.0, count, unit)?, unit))
    }

    fn told_year(&self, year: WhichYear) -> Option<i16> {
        match year {
            WhichYear::Named(year) => Some(year),
            WhichYear::FromNow(years) => Some(self.published?.year() + years),
            WhichYear::Untold(_) => None,
        }
    }

    fn day(&self, year: WhichYear, month: i8, day: i8) -> Option<Date> {
        if let Some(year) = self.told_year(year) {
            return Date::new(year, month, day).ok();
        }
        let published = self.published?;
        let in_year = |years: i16| Date::new(published.year() + years, month, day).ok();
        match self.direction {
            Direction::Past => [0, -1].into_iter().filter_map(in_year).find(|date| *date <= published),
            Direction::Future => [0, 1].into_iter().filter_map(in_year).find(|date| *date >= published),
            Direction::Unknown => None,
        }
    }

    fn day_of_month(&self, months: i32, day: i8) -> Option<Date> {
        let month = shifted(self.published?.first_of_month(), months, Unit::Month)?;
        Date::new(month.year(), month.month(), day).ok()
    }

    /// The nearest day with this number in the direction of the clause.
    fn nearest_day(&self, day: i8) -> Option<Date> {
        let published = self.published?;
        let in_month = |months: i32| self.day_of_month(months, day);
        match self.direction {
            Direction::Past => [0, -1].into_iter().filter_map(in_month).find(|date| *date <= published),
            Direction::Future => [0, 1].into_iter().filter_map(in_month).find(|date| *date >= published),
            Direction::Unknown => None,
        }
    }

    fn month(&self, year: WhichYear, month: i8) -> Option<TimeValue> {
        if let Some(year) = self.told_year(year) {
            return Some(TimeValue::Month(year, month));
        }
        let WhichYear::Untold(which) = year else { return None };
        let published = self.published?;
        let (this, before, after) = (published.month(), month < published.month(), month > published.month());
        let years = match (which, self.direction) {
            (Which::Last, _) => -i16::from(!before),
            (Which::Next, _) => i16::from(!after),
            (Which::This, _) => 0,
            (Which::Open, Direction::Past) => -i16::from(month > this),
            (Which::Open, Direction::Future) => i16::from(month < this),
            (Which::Open, Direction::Unknown) => return None,
        };
        Some(TimeValue::Month(published.year() + years, month))
    }

    /// Seasons by their year. Which one is "last summer" depends on the season of the article; only summers, which
    /// never cross the turn of the year, are told by its month.
    fn season(&self, year: WhichYear, season: Season) -> Option<TimeValue> {
        if let Some(year) = self.told_year(year) {
            return Some(TimeValue::Season(year, season));
        }
        let published = self.published?;
        let years = match (year, season) {
            (WhichYear::Untold(Which::Last), Season::Summer) => -i16::from(published.month() <= 8),
            (WhichYear::Untold(Which::Next), Season::Summer) => i16::from(published.month() >= 6),
            (WhichYear::Untold(Which::This), Season::Summer) => 0,
            _ => return None,
        };
        Some(TimeValue::Season(published.year() + years, season))
    }

    /// A weekday alone is the nearest one in the direction of the clause, the day of publication included: agencies
    /// write "on Thursday" on Thursday.
    fn weekday(&self, which: Which, weekday: Weekday) -> Option<Date> {
        let published = self.published?;
        let is_today = published.weekday() == weekday;
        match (which, self.direction) {
            (Which::Last, _) => published.nth_weekday(-1, weekday).ok(),
            (Which::Next, _) => published.nth_weekday(1, weekday).ok(),
            (_, Direction::Unknown) => None,
            _ if is_today => Some(published),
            (_, Direction::Past) => published.nth_weekday(-1, weekday).ok(),
            (_, Direction::Future) => published.nth_weekday(1, weekday).ok(),
        }
    }

    fn weekend(&self, which: Which) -> Option<TimeValue> {
        let published = self.published?;
        let has_begun = matches!(published.weekday(), Weekday::Saturday | Weekday::Sunday);
        let weeks = match (which, self.direction) {
            (Which::Last, _) => -1,
            (Which::Next, _) => 1,
            (Which::This, _) | (Which::Open, Direction::Future) => 0,
            (Which::Open, Direction::Past) => -i32::from(!has_begun),
            (Which::Open, Direction::Unknown) => return None,
        };
        let week = shifted(published, weeks, Unit::Week)?.iso_week_date();
        Some(TimeValue::Weekend(week.year(), week.week()))
    }
}

/// So many days, weeks, months or years from a day.
fn shifted(day: Date, count: i32, unit: Unit) -> Option<Date> {
    let span = match unit {
        Unit::Day => count.days(),
        Unit::Week => count.weeks(),
        Unit::Month => count.months(),
        Unit::Year => count.years(),
    };
    day.checked_add(span).ok()
}
