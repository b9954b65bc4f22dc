//! What happened when: the events and statements whose time is known, in the order of the calendar.

use std::collections::{BTreeSet, HashMap};

use jiff::civil::Date;

use crate::events::{days, events};
use crate::ontology::Ontology;
use crate::story::{Statement, Story};

/// What happened, at its place in time.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry<'a> {
    /// The first day that the time covers.
    pub first: Date,
    /// The last one.
    pub last: Date,
    /// What happened then, by the report that tells the day most exactly.
    pub statement: &'a Statement,
    /// All statements that tell of it, this one among them, the earliest published first.
    pub reports: Vec<&'a Statement>,
    /// How many of these tell a day.
    pub dated: usize,
}

/// The dated events, and the dated statements that are of none (denials, plans, what lasts), by their first day; of several with the
/// same one, what is told more exactly comes first, then the story's order counts.
pub fn timeline<'a>(story: &'a Story, ontology: &Ontology) -> Vec<Entry<'a>> {
    let events = events(story, ontology);
    let of_events: BTreeSet<&str> =
        events.iter().flat_map(|event| &event.reports).map(|report| &*report.id).collect();
    let alone = story.statements.iter().filter(|statement| !of_events.contains(&*statement.id));
    let all = events.into_iter().map(|event| event.reports).chain(alone.map(|statement| vec![statement]));
    let mut entries: Vec<Entry<'a>> = all.filter_map(entry).collect();
    let places: HashMap<&str, usize> =
        story.statements.iter().enumerate().map(|(place, statement)| (&*statement.id, place)).collect();
    entries.sort_by_key(|entry| (entry.first, entry.last, places.get(&*entry.statement.id)));
    entries
}

fn entry(reports: Vec<&Statement>) -> Option<Entry<'_>> {
    let dated = reports.iter().filter_map(|report| Some((days(report)?, *report)));
    let (days, statement) = dated.clone().min_by_key(|(days, _)| (days.last - days.first).get_days())?;
    let dated = dated.count();
    Some(Entry { first: days.first, last: days.last, statement, reports, dated })
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
        let entries = timeline(&story, &sample::ontology());
        let values: Vec<&str> =
            entries.iter().filter_map(|entry| entry.statement.time.as_ref()?.value.as_deref()).collect();
        assert_eq!(values, ["2030-12-31", "2031-01-01TMO", "2031"]);
    }
}
