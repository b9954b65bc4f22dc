//! Numbers of the same that cannot both be right. "About 40" and 41 can; and of a toll that grows a later, higher number is news.

use std::collections::BTreeSet;

use crate::events::{Party, days, published};
use crate::language::NounKinds;
use crate::story::{Quantity, Statement};

use super::disagreement::{Disagreement, DisagreementKind};
use super::ground::{Ground, content_words, grouped, has_word, may_be_same_time, published_together};

pub fn find<'a>(ground: &Ground<'a>) -> Vec<Disagreement<'a>> {
    let counted_ones = ground.affirmed().filter(|one| one.quantity.is_some());
    let groups = grouped(counted_ones, |one| Some((counting(ground, one), counted(one)?)));
    let mut found = Vec::new();
    for group in groups.values() {
        let claim = |one: &Statement| one.quantity.as_ref().map_or(String::new(), number);
        let sides = ground.sides(group, claim, |one, other| excludes(ground, one, other));
        found.extend(ground.disagreement(DisagreementKind::Quantity, sides));
    }
    found
}

/// The relation that stands for all that count the same.
pub fn counting(ground: &Ground<'_>, statement: &Statement) -> String {
    let iri = statement.relation_iri.to_string();
    let others = ground.relation(statement).map(|relation| &relation.reporting.counts_with);
    let others = others.into_iter().flatten().map(|&other| ground.ontology.relation(other).iri.clone());
    others.chain([iri.clone()]).min().unwrap_or(iri)
}

/// Which of the arguments is counted, by its words.
pub fn counted(statement: &Statement) -> Option<String> {
    let quantity = statement.quantity.as_ref()?;
    let object = statement.object.as_ref().filter(|object| object.mention().contains(&quantity.text));
    let label = match (object, &statement.subject) {
        (Some(object), _) => object.label().clone(),
        (None, Some(subject)) => subject.label.clone(),
        (None, None) => statement.object.as_ref()?.label().clone(),
    };
    Some(label.to_lowercase())
}

/// The number itself where it is one, else its words.
fn number(quantity: &Quantity) -> String {
    match (quantity.min, quantity.max) {
        (Some(min), Some(max)) if min == max => min.to_string(),
        _ => quantity.text.to_lowercase(),
    }
}

fn excludes(ground: &Ground<'_>, one: &Statement, other: &Statement) -> bool {
    let (Some(quantity), Some(another)) = (&one.quantity, &other.quantity) else { return false };
    let below = |one: &Quantity, other: &Quantity| matches!((one.max, other.min), (Some(max), Some(min)) if max < min);
    (below(quantity, another) || below(another, quantity))
        && may_be_same_time(one, other)
        && published_together(one, other)
        && is_same_event(ground, one, other)
        && !is_news(ground, one, other)
}

/// Whether both count those whom one event befell: somebody with a name takes part in both, or two articles on one affair speak of
/// the same fire, crash or strike, or count others than just people.
fn is_same_event(ground: &Ground<'_>, one: &Statement, other: &Statement) -> bool {
    let parties = [ground.parties(one), ground.parties(other)];
    let named = |[a, b]: [&Party; 2]| a == b && matches!(a, Party::Known(_));
    let share = (0..2).any(|place| named([&parties[0][place], &parties[1][place]]));
    let same_day = days(one).is_some() && days(one) == days(other);
    let same_event = same_day || !is_anybody(ground, one) || !happenings(one).is_disjoint(&happenings(other));
    share || ground.same_affair(one, other) && same_event
}

/// Whether just people are counted, as many an event has them: not passengers or officers.
fn is_anybody(ground: &Ground<'_>, statement: &Statement) -> bool {
    let anybody = &ground.ontology.words.anybody;
    counted(statement).is_some_and(|counted| {
        anybody.contains(&counted) || counted.strip_suffix('s').is_some_and(|one| anybody.contains(one))
    })
}

/// The nouns of a sentence that WordNet takes for something that happens.
fn happenings(statement: &Statement) -> BTreeSet<String> {
    let kinds = NounKinds::built_in();
    let event = kinds.synset("event");
    let mut words = content_words(&statement.sentence.text);
    words.retain(|word| event.is_some() && kinds.from(word).any(|above| Some(above) == event));
    words
}

/// Whether the higher number is the later one, of what grows, or of what was counted so far.
fn is_news(ground: &Ground<'_>, one: &Statement, other: &Statement) -> bool {
    let middle = |statement: &Statement| {
        statement.quantity.as_ref().and_then(|quantity| quantity.min.or(quantity.max)).unwrap_or(0.0)
    };
    let (lower, higher) = if middle(one) <= middle(other) { (one, other) } else { (other, one) };
    let grows = ground.is(one, |relation| relation.reporting.cumulative);
    let so_far = has_word(&lower.sentence.text, &ground.ontology.words.reports.so_far);
    let later = published(&lower.document)
        .zip(published(&higher.document))
        .is_some_and(|(lower, higher)| lower.last < higher.first);
    (grows || so_far) && (later || so_far && published(&lower.document) == published(&higher.document))
}
