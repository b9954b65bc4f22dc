//! Putting reports of one event together: relation and participants are the same, as far as they are told, and days and places do
//! not exclude each other. Denials and plans tell of no event; what somebody claims does. What lasts (an office) is no event.

use std::collections::BTreeMap;

use crate::ontology::{Ontology, Relation};
use crate::story::{Polarity, Statement, Story};

use super::affairs::Affairs;
use super::days::{Days, days, published};
use super::event::Event;
use super::parties::{Party, parties};

/// Days between the publication of two reports that tell no day, at most; of what happens to nobody twice it may be more.
const SAME_NEWS: i32 = 14;

/// Statements by relation and participants.
type Groups<'k, 'a> = BTreeMap<(&'k str, [Party; 2]), Vec<&'a Statement>>;

/// All events of a story, those of one relation together; each statement that tells of one belongs to exactly one.
pub fn events<'a>(story: &'a Story, ontology: &Ontology) -> Vec<Event<'a>> {
    let affairs = Affairs::of(story);
    let relation =
        |statement: &Statement| -> Option<&Relation> { ontology.relation_with_iri(&statement.relation_iri) };
    let mut groups: Groups<'_, 'a> = BTreeMap::new();
    for statement in story.statements.iter().filter(|statement| tells_of_event(statement)) {
        if relation(statement).is_some_and(|relation| relation.lasts) {
            continue;
        }
        let symmetric = relation(statement).is_some_and(|relation| relation.symmetric);
        groups.entry((&statement.relation_iri, parties(statement, symmetric))).or_default().push(statement);
    }
    fill_in(&mut groups);
    let mut events = Vec::new();
    for ((iri, _), mut reports) in groups {
        reports.sort_by_key(|report| {
            (days(report).is_none(), days(report), published(&report.document), &report.id)
        });
        let once = ontology.relation_with_iri(iri).is_some_and(|relation| relation.reporting.once);
        events.extend(split(&reports, once, &affairs));
    }
    events
}

/// Whether a statement tells of something that is said to have happened: as a fact, or by the word of somebody.
fn tells_of_event(statement: &Statement) -> bool {
    statement.polarity == Polarity::Positive && (statement.asserted || statement.attributed_to.is_some())
}

/// Moves the statements that leave one argument out to those that tell it, where these tell one only.
fn fill_in(groups: &mut Groups<'_, '_>) {
    let mut fuller: BTreeMap<(&str, usize, Party), Vec<[Party; 2]>> = BTreeMap::new();
    for (relation, both) in groups.keys().filter(|(_, both)| !both.contains(&Party::Unsaid)) {
        for (place, party) in both.iter().enumerate() {
            fuller.entry((*relation, place, party.clone())).or_default().push(both.clone());
        }
    }
    let lesser: Vec<_> = groups.keys().filter(|(_, both)| both.contains(&Party::Unsaid)).cloned().collect();
    for (relation, both) in lesser {
        let known = both.iter().enumerate().find(|(_, party)| matches!(party, Party::Known(_)));
        let Some((place, party)) = known else { continue };
        if let Some([only]) = fuller.get(&(relation, place, party.clone())).map(Vec::as_slice) {
            let moved = groups.remove(&(relation, both)).unwrap_or_default();
            groups.entry((relation, only.clone())).or_default().extend(moved);
        }
    }
}

/// The events of reports of one relation and the same participants, which are sorted by what day they tell.
fn split<'a>(reports: &[&'a Statement], once: bool, affairs: &Affairs<'_>) -> Vec<Event<'a>> {
    let mut events: Vec<Event<'a>> = Vec::new();
    for &report in reports {
        let fits = |event: &&mut Event<'a>| belongs(report, event, once, affairs);
        let mut fitting: Vec<&mut Event<'a>> = events.iter_mut().filter(fits).collect();
        // A report without a day that fits two dated events is of neither, as far as anybody can tell.
        match fitting.as_mut_slice() {
            [event] => event.reports.push(report),
            _ => events.push(Event { reports: vec![report] }),
        }
    }
    for event in &mut events {
        event.reports.sort_by_key(|report| {
            (published(&report.document), &report.document.id, report.sentence.begin, &report.id)
        });
    }
    events
}

fn belongs(report: &Statement, event: &Event<'_>, once: bool, affairs: &Affairs<'_>) -> bool {
    let one_affair = || event.reports.iter().any(|other| affairs.is_one(&report.document, &other.document));
    match (days(report), event.days()) {
        (Some(day), Some(others)) => day.common(others).is_some() && (is_known(report) || one_affair()),
        _ if once => one_affair() || is_known(report) && is_same_news(report, event),
        _ => is_same_news(report, event) && (is_known(report) || one_affair()),
    }
}

/// Whether a participant has a name.
fn is_known(report: &Statement) -> bool {
    parties(report, false).iter().any(|party| matches!(party, Party::Known(_)))
}

/// Whether a report was published about when the event happened, or others told of it.
fn is_same_news(report: &Statement, event: &Event<'_>) -> bool {
    let told = |statement: &Statement| -> Option<Days> {
        days(statement).or_else(|| published(&statement.document))
    };
    let near = |other: &&Statement| {
        told(report).zip(told(other)).is_none_or(|(one, other)| one.distance(other) <= SAME_NEWS)
    };
    event.reports.iter().any(near)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use crate::story::{DocumentRecord, TimeExpression};

    /// One charge, told by articles of these days as of these days.
    fn told(reports: &[(&str, Option<&str>)]) -> Story {
        let mut story = sample::story();
        let one = story.statements[0].clone();
        story.statements.clear();
        for (number, (published, day)) in reports.iter().enumerate() {
            let document = DocumentRecord {
                id: format!("article-{number}").into(),
                date: Some((*published).to_owned()),
                ..(*one.document).clone()
            };
            let time = day.map(|day| TimeExpression { text: String::new(), value: Some(day.to_owned()) });
            story.statements.push(Statement {
                id: format!("statement-{number}").into(),
                document: document.into(),
                time,
                ..one.clone()
            });
        }
        story
    }

    fn sizes(story: &Story) -> Vec<usize> {
        events(story, &sample::ontology()).iter().map(|event| event.reports.len()).collect()
    }

    #[test]
    fn reports_of_one_day_are_one_event_and_those_of_two_days_are_two() {
        assert_eq!(
            sizes(&told(&[("2031-04-02", Some("2031-04-01")), ("2031-05-09", Some("2031-04-01"))])),
            [2]
        );
        assert_eq!(
            sizes(&told(&[("2031-04-02", Some("2031-04-01")), ("2031-04-02", Some("2031-03-30"))])),
            [1, 1]
        );
    }

    #[test]
    fn a_report_without_a_day_belongs_to_the_one_event_of_its_weeks() {
        assert_eq!(sizes(&told(&[("2031-04-02", Some("2031-04-01")), ("2031-04-05", None)])), [2]);
        assert_eq!(sizes(&told(&[("2031-04-02", Some("2031-04-01")), ("2031-07-05", None)])), [1, 1]);
        let two =
            [("2031-04-02", Some("2031-04-01")), ("2031-04-09", Some("2031-04-08")), ("2031-04-10", None)];
        assert_eq!(sizes(&told(&two)), [1, 1, 1]);
    }

    #[test]
    fn neither_denials_nor_plans_tell_of_an_event() {
        let mut story = told(&[("2031-04-02", None), ("2031-04-02", None)]);
        story.statements[1].polarity = Polarity::Negative;
        assert_eq!(sizes(&story), [1]);
        story.statements[1].polarity = Polarity::Positive;
        story.statements[1].asserted = false;
        assert_eq!(sizes(&story), [1]);
    }

    #[test]
    fn what_one_report_leaves_out_another_fills_in() {
        let mut story = told(&[("2031-04-02", None), ("2031-04-03", None)]);
        story.statements[1].object = None;
        assert_eq!(sizes(&story), [2]);
    }
}
