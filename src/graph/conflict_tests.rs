//! What counts as a disagreement of sources, and what does not.

use crate::ontology::{Ontology, Uniqueness};
use crate::sample;
use crate::story::{Argument, EntityReference, Polarity, Quantity, Statement, Story, TimeExpression};

use super::conflicts::{ConflictKind, conflicts};

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
fn a_denial_that_leaves_the_object_out_denies_any() {
    let story = twice(|_, other| {
        other.polarity = Polarity::Negative;
        other.object = None;
    });
    assert_eq!(kinds(&story, &sample::ontology()), [ConflictKind::Polarity]);
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
    let other_one = |reference: &mut EntityReference| reference.id = format!("{}-2", reference.id).into();
    let objects = twice(|_, other| {
        if let Some(Argument::Entity(object)) = &mut other.object {
            other_one(object);
            object.label = "arson".into();
        }
    });
    let subjects = twice(|_, other| {
        if let Some(subject) = &mut other.subject {
            other_one(subject);
            subject.label = "Kalmar Lines".into();
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
