//! Where sources disagree. Only what somebody asserts can be contradicted, and only by somebody else: another
//! article, or another speaker. What is said of different days is no contradiction either.
//!
//! Four kinds: one source affirms what another denies; two give numbers that exclude each other; a relation that has
//! one object (`owl:FunctionalProperty`) or one subject (`owl:InverseFunctionalProperty`) gets two.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::ontology::{Ontology, Relation, Uniqueness};
use crate::story::{EntityReference, Polarity, Quantity, Statement, Story};
use crate::time::TimeValue;

/// What the sides of a conflict disagree about.
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
    /// What the sides disagree about.
    pub kind: ConflictKind,
    /// Sorted by claim.
    pub sides: Vec<Side<'a>>,
}

/// Those who say the same, in the story's order.
#[derive(Debug, Clone, PartialEq)]
pub struct Side<'a> {
    /// What sets this side apart: `affirmed`, number words, an entity's name.
    pub claim: String,
    /// At least one.
    pub statements: Vec<&'a Statement>,
}

/// All conflicts of a story, in the order of their first statements' relation and subject.
pub fn conflicts<'a>(story: &'a Story, ontology: &Ontology) -> Vec<Conflict<'a>> {
    let asserted = || story.statements.iter().filter(|statement| statement.asserted);
    let affirmed = || asserted().filter(|statement| statement.polarity == Polarity::Positive);
    let relation =
        |statement: &Statement| -> Option<&Relation> { ontology.relation_with_iri(&statement.relation_iri) };
    let symmetric = |statement: &Statement| relation(statement).is_some_and(|relation| relation.symmetric);

    let mut conflicts = Vec::new();
    let both = |statement: &Statement| Some(both_names(statement, symmetric(statement)));
    for denials in groups(asserted().filter(|statement| statement.polarity == Polarity::Negative), both) {
        let symmetric = denials.iter().any(|denial| symmetric(denial));
        conflicts.extend(denied(&denials, affirmed(), symmetric));
    }
    for group in groups(affirmed().filter(|statement| statement.quantity.is_some()), both) {
        let claim = |statement: &Statement| quantity(statement).map(|q| q.text.clone()).unwrap_or_default();
        conflicts.extend(conflict(ConflictKind::Quantity, &group, claim, |one, other| {
            share_argument(one, other) && numbers_exclude(one, other)
        }));
    }
    let same_subject = |statement: &Statement| {
        let functional = relation(statement).is_some_and(|relation| relation.functional);
        functional.then(|| statement.subject.as_ref().map(|subject| subject.id.clone()))?
    };
    for group in groups(affirmed().filter(|statement| statement.object.is_some()), same_subject) {
        conflicts.extend(conflict(
            ConflictKind::Object,
            &group,
            |s| object(s).1.to_owned(),
            |one, other| comparable(one.object_entity(), other.object_entity()),
        ));
    }
    let same_object = |statement: &Statement| {
        let once = relation(statement).is_some_and(|relation| relation.uniqueness == Uniqueness::Everywhere);
        (once && statement.object.is_some()).then(|| object(statement).0.to_owned())
    };
    // "The gunman" and "the driver" may be one; whoever has a name is somebody else than another name.
    let is_named = |statement: &&Statement| statement.subject.as_ref().is_some_and(is_name);
    for group in groups(affirmed().filter(is_named), same_object) {
        let claim = |statement: &Statement| {
            statement.subject.as_ref().map(|subject| subject.label.to_string()).unwrap_or_default()
        };
        conflicts.extend(conflict(ConflictKind::Subject, &group, claim, |one, other| {
            comparable(one.subject.as_ref(), other.subject.as_ref())
        }));
    }
    conflicts
}

/// Statements of one relation that have the same key.
fn groups<'a, K: Ord>(
    statements: impl Iterator<Item = &'a Statement>,
    key: impl Fn(&Statement) -> Option<K>,
) -> Vec<Vec<&'a Statement>> {
    let mut groups: BTreeMap<(&str, K), Vec<&Statement>> = BTreeMap::new();
    for statement in statements {
        if let Some(key) = key(statement) {
            groups.entry((&statement.relation_iri, key)).or_default().push(statement);
        }
    }
    groups.into_values().collect()
}

/// The conflict of denials of one thing with what others affirm of it.
fn denied<'a>(
    denials: &[&'a Statement],
    affirmed: impl Iterator<Item = &'a Statement>,
    symmetric: bool,
) -> Option<Conflict<'a>> {
    let contradicts = |one: &Statement, other: &Statement| {
        one.relation_iri == other.relation_iri
            && share_argument(one, other)
            && fit_together(one, other, symmetric)
            && source(one) != source(other)
            && may_be_same_time(one, other)
    };
    let affirmed: Vec<&Statement> =
        affirmed.filter(|other| denials.iter().any(|denial| contradicts(denial, other))).collect();
    let is_contradicted = |denial: &&&Statement| affirmed.iter().any(|other| contradicts(denial, other));
    let denied: Vec<&Statement> = denials.iter().filter(is_contradicted).copied().collect();
    let side = |claim: &str, statements| Side { claim: claim.to_owned(), statements };
    (!denied.is_empty()).then(|| Conflict {
        kind: ConflictKind::Polarity,
        sides: vec![side("affirmed", affirmed), side("denied", denied)],
    })
}

/// Whether each argument of both has the same name, or one leaves it out ("was not charged", "was charged with theft").
fn fit_together(one: &Statement, other: &Statement, symmetric: bool) -> bool {
    let agree = |a: &String, b: &String| a.is_empty() || b.is_empty() || a == b;
    let (one, other) = (both_names(one, false), both_names(other, false));
    agree(&one[0], &other[0]) && agree(&one[1], &other[1])
        || symmetric && agree(&one[0], &other[1]) && agree(&one[1], &other[0])
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
    (&statement.document.id, statement.attributed_to.as_ref().map(|speaker| speaker.id.as_ref()))
}

/// Whether both may tell of the same days, as far as these are known.
fn may_be_same_time(one: &Statement, other: &Statement) -> bool {
    let days = |statement: &Statement| {
        TimeValue::parse(statement.time.as_ref()?.value.as_ref()?).and_then(TimeValue::days)
    };
    match (days(one), days(other)) {
        (Some((first, last)), Some((from, until))) => first <= until && from <= last,
        _ => true,
    }
}

/// The names of subject and object. "The pilots" of two articles stay two entities, but where both are said of one
/// harbour board, the articles speak of the same thing.
fn both_names(statement: &Statement, symmetric: bool) -> [String; 2] {
    let subject = statement.subject.as_ref().map(|subject| subject.label.to_lowercase()).unwrap_or_default();
    let mut both = [subject, object(statement).1.to_lowercase()];
    if symmetric {
        both.sort();
    }
    both
}

/// Whether at least one argument of both is the same entity or value.
fn share_argument(one: &Statement, other: &Statement) -> bool {
    fn arguments(statement: &Statement) -> Vec<&str> {
        let subject = statement.subject.as_ref().map(|subject| &*subject.id);
        subject.into_iter().chain(statement.object.as_ref().map(|_| object(statement).0)).collect()
    }
    let others = arguments(other);
    arguments(one).iter().any(|argument| others.contains(argument))
}

/// Whether two different ones contradict each other: values do, and two names or two descriptions of the same kind.
/// "An officer" may be the very officer whom another article names, and what a person did, a force may have done too.
fn comparable(one: Option<&EntityReference>, other: Option<&EntityReference>) -> bool {
    let (Some(one), Some(other)) = (one, other) else { return one.is_none() && other.is_none() };
    is_name(one) == is_name(other) && one.types.iter().any(|class| other.types.contains(class))
}

fn is_name(entity: &EntityReference) -> bool {
    entity.label.chars().any(char::is_uppercase)
}

/// What an object is known by, and its name.
fn object(statement: &Statement) -> (&str, &str) {
    statement.object.as_ref().map_or(("", ""), |object| (object.key(), object.label()))
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
