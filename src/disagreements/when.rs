//! On which day one event happened. Of what may happen again, only reports that agree on more than who took part tell of one event.

use crate::events::{Party, days, published};
use crate::story::Statement;

use super::disagreement::{Disagreement, DisagreementKind};
use super::ground::{Ground, ONE_AFFAIR, grouped, published_together};

pub fn find<'a>(ground: &Ground<'a>) -> Vec<Disagreement<'a>> {
    let dated = ground.affirmed().filter(|one| days(one).is_some());
    let groups = grouped(dated, |one| Some((one.relation_iri.clone(), known(ground, one)?)));
    let sides = groups.values().map(|group| {
        let claim = |one: &Statement| {
            one.time.as_ref().and_then(|time| time.value.clone()).map_or(String::new(), day_of)
        };
        ground.sides(group, claim, |one, other| is_other_day(ground, one, other))
    });
    sides.filter_map(|sides| ground.disagreement(DisagreementKind::Date, sides)).collect()
}

/// The day without its hour.
fn day_of(value: String) -> String {
    value.split_once('T').map_or(value.clone(), |(day, _)| day.to_owned())
}

/// The party that a statement is about: the one with a name, else both together where both are told.
pub fn known(ground: &Ground<'_>, statement: &Statement) -> Option<Vec<Party>> {
    let parties = ground.parties(statement);
    let named = parties.iter().find(|party| matches!(party, Party::Known(_)));
    match named {
        Some(known) => Some(vec![known.clone()]),
        None => (!parties.contains(&Party::Unsaid)).then(|| parties.to_vec()),
    }
}

/// Whether the participants of both may be the same.
pub fn may_be_same_parties(ground: &Ground<'_>, one: &Statement, other: &Statement) -> bool {
    ground.parties(one).iter().zip(&ground.parties(other)).all(|(one, other)| one.may_be(other))
}

fn is_other_day(ground: &Ground<'_>, one: &Statement, other: &Statement) -> bool {
    let (Some(day), Some(another)) = (days(one), days(other)) else { return false };
    let apart = day.distance(another);
    let by_hour = |statement: &Statement| {
        statement.time.as_ref().and_then(|time| time.value.as_ref()).is_some_and(|value| value.contains('T'))
    };
    // Friday night and the early hours of Saturday are the same night.
    let one_night = apart == 1 && (by_hour(one) || by_hour(other));
    let once = ground.is(one, |relation| relation.reporting.once);
    apart > 0
        && apart <= ONE_AFFAIR
        && !one_night
        && (once || agree_on_more(one, other) || is_same_time_of_several(ground, one, other))
        && may_be_same_parties(ground, one, other)
        && ground.same_affair(one, other)
        && published_together(one, other)
        && knew_of_both(one, other)
        && !ground.tells_of_repetition(one)
        && !ground.tells_of_repetition(other)
}

/// Whether both give the same place, or the same further part.
fn agree_on_more(one: &Statement, other: &Statement) -> bool {
    let place = |statement: &Statement| statement.place.as_ref().map(|place| place.label.clone());
    let same_place = place(one).is_some() && place(one) == place(other);
    same_place
        || one
            .qualifiers
            .iter()
            .any(|(name, entity)| other.qualifiers.get(name).is_some_and(|another| another.id == entity.id))
}

/// Whether both speak of the last time, or both of the first.
fn is_same_time_of_several(ground: &Ground<'_>, one: &Statement, other: &Statement) -> bool {
    let says = |statement: &Statement, word: &str| {
        let before = statement.trigger.begin.saturating_sub(statement.sentence.begin);
        let start: String = statement.sentence.text.chars().take(before).collect();
        start.split_whitespace().next_back().is_some_and(|last| last.to_lowercase() == word)
    };
    ground.ontology.words.reports.only_time.iter().any(|word| says(one, word) && says(other, word))
}

/// Whether each article was published after both days: an article of Sunday says nothing against what happened on Thursday.
fn knew_of_both(one: &Statement, other: &Statement) -> bool {
    let after = |article: &Statement, event: &Statement| {
        published(&article.document)
            .zip(days(event))
            .is_none_or(|(published, day)| day.first <= published.last)
    };
    after(one, other) && after(other, one)
}
