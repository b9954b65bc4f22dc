//! Where sources disagree. Only what somebody asserts can be contradicted, and only by somebody else: another
//! article, or another speaker. What is said of different days is no contradiction either.
//!
//! Four kinds: one source affirms what another denies; two give numbers that exclude each other; a relation that has
//! one object (`owl:FunctionalProperty`) or one subject (`owl:InverseFunctionalProperty`) gets two.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::extract::TimeValue;
use crate::ontology::{Ontology, Relation, Uniqueness};
use crate::resolve::{Argument, Polarity, Quantity, Statement, Story};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ConflictKind {
    /// Affirmed and denied.
    Polarity,
    /// Numbers that cannot both be right.
    Quantity,
    /// Different subjects of what happens to somebody once.
    Subject,
    /// Different objects of what somebody has one of.
    Object,
}

/// A disagreement: at least two sides.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict<'a> {
    pub kind: ConflictKind,
    /// Sorted by claim.
    pub sides: Vec<Side<'a>>,
}

/// Those who say the same, in the story's order.
#[derive(Debug, Clone, PartialEq)]
pub struct Side<'a> {
    /// What sets this side apart: `affirmed`, number words, an entity's name.
    pub claim: String,
    pub statements: Vec<&'a Statement>,
}

/// All conflicts of a story, in the order of their first statements' relation and subject.
pub fn conflicts<'a>(story: &'a Story, ontology: &Ontology) -> Vec<Conflict<'a>> {
    let asserted = || story.statements.iter().filter(|statement| statement.asserted);
    let affirmed = || asserted().filter(|statement| statement.polarity == Polarity::Positive);
    let relation = |statement: &Statement| -> Option<&Relation> {
        ontology.relations.iter().find(|relation| relation.iri == statement.relation_iri)
    };
    let symmetric = |statement: &Statement| relation(statement).is_some_and(|relation| relation.symmetric);

    let mut conflicts = Vec::new();
    let both = |statement: &Statement| Some(both_names(statement, symmetric(statement)));
    for group in groups(asserted(), both) {
        let claim = |statement: &Statement| match statement.polarity {
            Polarity::Positive => "affirmed".to_owned(),
            Polarity::Negative => "denied".to_owned(),
        };
        conflicts.extend(conflict(ConflictKind::Polarity, &group, claim, share_argument));
    }
    for group in groups(affirmed().filter(|statement| statement.quantity.is_some()), both) {
        let claim = |statement: &Statement| quantity(statement).map(|q| q.text.clone()).unwrap_or_default();
        conflicts.extend(conflict(ConflictKind::Quantity, &group, claim, |one, other| {
            share_argument(one, other) && numbers_exclude(one, other)
        }));
    }
    let same_subject = |statement: &Statement| {
        let functional = relation(statement).is_some_and(|relation| relation.functional);
        functional.then(|| statement.subject.as_ref().map(|subject| vec![subject.id.clone()]))?
    };
    for group in groups(affirmed().filter(|statement| statement.object.is_some()), same_subject) {
        conflicts.extend(conflict(ConflictKind::Object, &group, |s| object(s).1, |_, _| true));
    }
    let same_object = |statement: &Statement| {
        let once = relation(statement).is_some_and(|relation| relation.uniqueness == Uniqueness::Everywhere);
        (once && statement.object.is_some()).then(|| vec![object(statement).0])
    };
    for group in groups(affirmed().filter(|statement| statement.subject.is_some()), same_object) {
        let claim = |statement: &Statement| {
            statement.subject.as_ref().map(|subject| subject.label.clone()).unwrap_or_default()
        };
        conflicts.extend(conflict(ConflictKind::Subject, &group, claim, |_, _| true));
    }
    conflicts
}

/// Statements of one relation that have the same key.
fn groups<'a>(
    statements: impl Iterator<Item = &'a Statement>,
    key: impl Fn(&Statement) -> Option<Vec<String>>,
) -> Vec<Vec<&'a Statement>> {
    let mut groups: BTreeMap<(&str, Vec<String>), Vec<&Statement>> = BTreeMap::new();
    for statement in statements {
        if let Some(key) = key(statement) {
            groups.entry((&statement.relation_iri, key)).or_default().push(statement);
        }
    }
    groups.into_values().filter(|group| group.len() > 1).collect()
}

/// The conflict among these statements, if there is one: of sides with different claims, those that contradict another
/// side by the word of somebody else, about the same time.
fn conflict<'a>(
    kind: ConflictKind,
    group: &[&'a Statement],
    claim: impl Fn(&Statement) -> String,
    excludes: impl Fn(&Statement, &Statement) -> bool,
) -> Option<Conflict<'a>> {
    let contradicts = |one: &Statement, other: &Statement| {
        claim(one) != claim(other)
            && excludes(one, other)
            && source(one) != source(other)
            && may_be_same_time(one, other)
    };
    let mut sides: BTreeMap<String, Vec<&Statement>> = BTreeMap::new();
    for &statement in group {
        if group.iter().any(|other| contradicts(statement, other)) {
            sides.entry(claim(statement)).or_default().push(statement);
        }
    }
    let sides: Vec<Side<'a>> =
        sides.into_iter().map(|(claim, statements)| Side { claim, statements }).collect();
    (!sides.is_empty()).then_some(Conflict { kind, sides })
}

/// Article and speaker.
fn source(statement: &Statement) -> (&str, Option<&str>) {
    (&statement.document.id, statement.attributed_to.as_ref().map(|speaker| speaker.id.as_str()))
}

/// Whether both may tell of the same days, as far as these are known.
fn may_be_same_time(one: &Statement, other: &Statement) -> bool {
    let days = |statement: &Statement| {
        TimeValue::parse(statement.time.as_ref()?.value.as_ref()?).and_then(|value| value.days())
    };
    match (days(one), days(other)) {
        (Some((first, last)), Some((from, until))) => first <= until && from <= last,
        _ => true,
    }
}

/// The names of subject and object. "The pilots" of two articles stay two entities, but where both are said of one
/// harbour board, the articles speak of the same thing.
fn both_names(statement: &Statement, symmetric: bool) -> Vec<String> {
    let subject = statement.subject.as_ref().map(|subject| subject.label.to_lowercase()).unwrap_or_default();
    let mut both = vec![subject, object(statement).1.to_lowercase()];
    if symmetric {
        both.sort();
    }
    both
}

/// Whether at least one argument of both is the same entity or value.
fn share_argument(one: &Statement, other: &Statement) -> bool {
    let arguments = |statement: &Statement| {
        let subject = statement.subject.as_ref().map(|subject| subject.id.clone());
        subject.into_iter().chain(statement.object.as_ref().map(|_| object(statement).0)).collect::<Vec<_>>()
    };
    let others = arguments(other);
    arguments(one).iter().any(|argument| others.contains(argument))
}

/// What an object is known by, and its name.
fn object(statement: &Statement) -> (String, String) {
    match &statement.object {
        Some(Argument::Entity(entity)) => (entity.id.clone(), entity.label.clone()),
        Some(Argument::Literal(literal)) => (literal.value.clone(), literal.value.clone()),
        None => (String::new(), String::new()),
    }
}

fn quantity(statement: &Statement) -> Option<&Quantity> {
    statement.quantity.as_ref()
}

/// Whether no number is within the bounds of both.
fn numbers_exclude(one: &Statement, other: &Statement) -> bool {
    let (Some(one), Some(other)) = (quantity(one), quantity(other)) else { return false };
    let below = |one: &Quantity, other: &Quantity| matches!((one.max, other.min), (Some(max), Some(min)) if max < min);
    below(one, other) || below(other, one)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::resolve::{EntityReference, TimeExpression};
    use crate::sample;

    /// A story of two articles that say the same, changed by the test.
    fn twice(change: impl Fn(&mut Statement, &mut Statement)) -> Story {
        let mut story = sample::story();
        let (mut one, mut other) = (story.statements[0].clone(), story.statements[1].clone());
        one.polarity = Polarity::Positive;
        other.polarity = Polarity::Positive;
        change(&mut one, &mut other);
        story.statements = vec![one, other];
        story
    }

    fn kinds(story: &Story, ontology: &Ontology) -> Vec<ConflictKind> {
        conflicts(story, ontology).iter().map(|conflict| conflict.kind).collect()
    }

    fn bounds(min: f64, max: f64) -> Option<Quantity> {
        Some(Quantity { text: format!("{min} to {max}"), min: Some(min), max: Some(max) })
    }

    fn on(day: &str) -> Option<TimeExpression> {
        Some(TimeExpression { text: "then".to_owned(), value: Some(day.to_owned()) })
    }

    #[test]
    fn affirmed_here_and_denied_there_is_a_conflict() {
        let story = sample::story();
        let conflicts = conflicts(&story, &sample::ontology());
        assert_eq!(conflicts.len(), 1);
        let claims: Vec<&str> = conflicts[0].sides.iter().map(|side| side.claim.as_str()).collect();
        assert_eq!((conflicts[0].kind, claims), (ConflictKind::Polarity, vec!["affirmed", "denied"]));
    }

    #[test]
    fn nobody_contradicts_himself_or_what_is_not_asserted() {
        let denied = |other: &mut Statement| other.polarity = Polarity::Negative;
        let unasserted = twice(|_, other| {
            denied(other);
            other.asserted = false;
        });
        let same_source = twice(|one, other| {
            denied(other);
            other.document = one.document.clone();
        });
        let other_day = twice(|one, other| {
            denied(other);
            one.time = on("2031-04-02");
            other.time = on("2031-04-03");
        });
        for story in [unasserted, same_source, other_day] {
            assert!(kinds(&story, &sample::ontology()).is_empty());
        }
        let same_week = twice(|one, other| {
            denied(other);
            one.time = on("2031-04-02");
            other.time = on("2031-W14");
        });
        assert_eq!(kinds(&same_week, &sample::ontology()), [ConflictKind::Polarity]);
    }

    #[test]
    fn numbers_conflict_where_no_number_fits_both() {
        let numbers = |a, b| {
            twice(move |one, other| {
                one.quantity = bounds(1.0, a);
                other.quantity = bounds(b, 99.0);
            })
        };
        assert_eq!(kinds(&numbers(5.0, 6.0), &sample::ontology()), [ConflictKind::Quantity]);
        assert!(kinds(&numbers(6.0, 6.0), &sample::ontology()).is_empty());
    }

    #[test]
    fn a_second_object_or_subject_conflicts_where_the_ontology_allows_one() {
        let other_one = |reference: &mut EntityReference| reference.id += "-2";
        let objects = twice(|_, other| {
            if let Some(Argument::Entity(object)) = &mut other.object {
                other_one(object);
                object.label = "arson".to_owned();
            }
        });
        let subjects = twice(|_, other| {
            if let Some(subject) = &mut other.subject {
                other_one(subject);
                subject.label = "Kalmar Lines".to_owned();
            }
        });
        let mut ontology = sample::ontology();
        for (story, kind) in [(&objects, ConflictKind::Object), (&subjects, ConflictKind::Subject)] {
            for relation in &mut ontology.relations {
                (relation.functional, relation.uniqueness) = (false, Uniqueness::Nowhere);
            }
            assert!(kinds(story, &ontology).is_empty());
            for relation in &mut ontology.relations {
                (relation.functional, relation.uniqueness) = (true, Uniqueness::Everywhere);
            }
            assert_eq!(kinds(story, &ontology), [kind]);
        }
    }
}
