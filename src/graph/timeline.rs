//! What happened when: the statements whose time is known, in the order of the calendar.

use jiff::civil::Date;

use crate::story::{Statement, Story};
use crate::time::TimeValue;

/// A statement at its place in time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Entry<'a> {
    /// First and last day of the time that is told.
    /// The first day that the time of the statement covers.
    pub first: Date,
    /// The last one.
    pub last: Date,
    /// What happened then.
    pub statement: &'a Statement,
}

/// The dated statements by their first day; of several with the same one, what is told more exactly comes first, then
/// the story's order counts.
pub fn timeline(story: &Story) -> Vec<Entry<'_>> {
    let mut entries: Vec<Entry<'_>> = story.statements.iter().filter_map(entry).collect();
    entries.sort_by_key(|entry| (entry.first, entry.last));
    entries
}

fn entry(statement: &Statement) -> Option<Entry<'_>> {
    let value = statement.time.as_ref()?.value.as_ref()?;
    let (first, last) = TimeValue::parse(value)?.days()?;
    Some(Entry { first, last, statement })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use crate::story::TimeExpression;

    #[test]
    fn statements_stand_in_the_order_of_the_calendar() {
        let mut story = sample::story();
        for (statement, value) in
            story.statements.iter_mut().zip(["2031", "2030-12-31", "P2W", "2031-01-01TMO"])
        {
            statement.time = Some(TimeExpression { text: String::new(), value: Some(value.to_owned()) });
        }
        let entries = timeline(&story);
        let values: Vec<&str> =
            entries.iter().filter_map(|entry| entry.statement.time.as_ref()?.value.as_deref()).collect();
        assert_eq!(values, ["2030-12-31", "2031-01-01TMO", "2031"]);
    }
}
