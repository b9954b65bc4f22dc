//! What counts as a disagreement of sources, and what does not.

use crate::ontology::{Ontology, RelationId, Uniqueness};
use crate::sample;
use crate::story::{Argument, EntityReference, Polarity, Quantity, Statement, Story, TimeExpression};

use super::{DisagreementKind, disagreements};

/// A story of two articles of two outlets that say the same, changed by the test.
fn twice(change: impl Fn(&mut Statement, &mut Statement)) -> Story {
    let mut story = sample::story();
    let (mut one, mut other) = (story.statements[0].clone(), story.statements[1].clone());
    one.polarity = Polarity::Positive;
    other.polarity = Polarity::Positive;
    let mut document = (*other.document).clone();
    document.publisher = Some("Herald".to_owned());
    other.document = document.into();
    change(&mut one, &mut other);
    story.statements = vec![one, other];
    story
}

fn kinds(story: &Story, ontology: &Ontology) -> Vec<DisagreementKind> {
    disagreements(story, ontology).iter().map(|one| one.kind).collect()
}

fn bounds(min: f64, max: f64) -> Option<Quantity> {
    Some(Quantity { text: format!("{min} to {max}"), min: Some(min), max: Some(max) })
}

fn on(day: &str) -> Option<TimeExpression> {
    Some(TimeExpression { text: "then".to_owned(), value: Some(day.to_owned()) })
}

/// The sample's ontology with all that may be said of how reports hang together said of all its relations.
fn strict() -> Ontology {
    let mut ontology = sample::ontology();
    for relation in &mut ontology.relations {
        relation.reporting.once = true;
        relation.reporting.sole_doer = true;
    }
    ontology
}

fn place(label: &str) -> Option<EntityReference> {
    Some(EntityReference {
        id: label.into(),
        label: label.into(),
        types: vec!["Place".into()],
        mention: label.to_owned(),
    })
}

#[test]
fn affirmed_here_and_denied_there_is_a_disagreement() {
    let story = twice(|_, other| other.polarity = Polarity::Negative);
    let ontology = sample::ontology();
    let found = disagreements(&story, &ontology);
    assert_eq!(found.len(), 1);
    let claims: Vec<&str> = found[0].sides.iter().map(|side| side.claim.as_str()).collect();
    assert_eq!((found[0].kind, claims), (DisagreementKind::Polarity, vec!["affirmed", "denied"]));
    assert!(!found[0].correction);
}

#[test]
fn what_an_outlet_takes_back_is_a_correction() {
    let story = twice(|one, other| {
        other.polarity = Polarity::Negative;
        let document = crate::story::DocumentRecord {
            publisher: one.document.publisher.clone(),
            ..(*other.document).clone()
        };
        other.document = document.into();
    });
    let ontology = sample::ontology();
    assert!(disagreements(&story, &ontology)[0].correction);
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
    assert_eq!(kinds(&same_week, &sample::ontology()), [DisagreementKind::Polarity]);
}

#[test]
fn what_happened_after_a_denial_is_news() {
    let denied_first = twice(|one, other| {
        other.polarity = Polarity::Negative;
        one.time = on("2031-04-05");
    });
    assert!(kinds(&denied_first, &sample::ontology()).is_empty());
}

#[test]
fn a_denied_number_leaves_another_one_free() {
    let story = twice(|one, other| {
        other.polarity = Polarity::Negative;
        (one.quantity, other.quantity) = (bounds(300.0, 300.0), bounds(2595.0, 2595.0));
    });
    assert!(kinds(&story, &sample::ontology()).is_empty());
}

#[test]
fn a_denial_that_leaves_the_object_out_denies_any() {
    let story = twice(|_, other| {
        other.polarity = Polarity::Negative;
        other.object = None;
    });
    assert_eq!(kinds(&story, &sample::ontology()), [DisagreementKind::Polarity]);
}

#[test]
fn numbers_conflict_where_no_number_fits_both() {
    let numbers = |a, b| {
        twice(move |one, other| {
            one.quantity = bounds(1.0, a);
            other.quantity = bounds(b, 99.0);
        })
    };
    assert_eq!(kinds(&numbers(5.0, 6.0), &sample::ontology()), [DisagreementKind::Quantity]);
    assert!(kinds(&numbers(6.0, 6.0), &sample::ontology()).is_empty());
}

#[test]
fn a_toll_that_rises_is_news_and_one_that_falls_is_not() {
    let toll = |earlier: f64, later: f64| {
        twice(move |one, other| {
            (one.quantity, other.quantity) = (bounds(earlier, earlier), bounds(later, later));
            let document = crate::story::DocumentRecord {
                date: Some("2031-04-09".to_owned()),
                ..(*other.document).clone()
            };
            other.document = document.into();
        })
    };
    let mut ontology = sample::ontology();
    ontology.relations.iter_mut().for_each(|relation| relation.reporting.cumulative = true);
    assert!(kinds(&toll(7.0, 12.0), &ontology).is_empty());
    assert_eq!(kinds(&toll(23.0, 19.0), &ontology), [DisagreementKind::Quantity]);
}

#[test]
fn two_days_of_what_happens_once_conflict_and_of_what_may_happen_again_do_not() {
    let story = twice(|one, other| {
        one.time = on("2031-03-30");
        other.time = on("2031-04-01");
    });
    assert_eq!(kinds(&story, &strict()), [DisagreementKind::Date]);
    assert!(kinds(&story, &sample::ontology()).is_empty());
    let same_place = twice(|one, other| {
        one.time = on("2031-03-30");
        other.time = on("2031-04-01");
        (one.place, other.place) = (place("Hotel Astra"), place("Hotel Astra"));
    });
    assert_eq!(kinds(&same_place, &sample::ontology()), [DisagreementKind::Date]);
    let after_the_first_article = twice(|one, other| {
        one.time = on("2031-03-30");
        other.time = on("2031-04-30");
    });
    assert!(kinds(&after_the_first_article, &strict()).is_empty());
}

#[test]
fn two_places_conflict_unless_one_lies_in_the_other() {
    let places = |a: &'static str, b: &'static str| {
        twice(move |one, other| (one.place, other.place) = (place(a), place(b)))
    };
    assert_eq!(kinds(&places("Kalmar", "Visby Airport"), &strict()), [DisagreementKind::Place]);
    assert!(kinds(&places("Visby", "Visby Airport"), &strict()).is_empty());
    assert!(kinds(&places("Kalmar", "his home"), &strict()).is_empty());
}

#[test]
fn of_two_contrary_relations_one_holds() {
    let story = twice(|_, other| {
        (other.relation, other.relation_iri) =
            ("deployed".into(), format!("{}deployed", crate::vocabulary::NG).into());
    });
    let mut ontology = sample::ontology();
    assert!(kinds(&story, &ontology).is_empty());
    ontology.relations[1].reporting.contrary_to = vec![RelationId(2)];
    ontology.relations[2].reporting.contrary_to = vec![RelationId(1)];
    assert_eq!(kinds(&story, &ontology), [DisagreementKind::Relation]);
}

#[test]
fn who_is_accused_may_answer() {
    let story = twice(|one, other| {
        let claim = |label: &str| {
            Some(Argument::Entity(EntityReference {
                id: label.into(),
                label: label.into(),
                types: Vec::new(),
                mention: label.to_owned(),
            }))
        };
        one.object = claim("falsifying safety records");
        (other.relation, other.relation_iri) =
            ("deployed".into(), format!("{}deployed", crate::vocabulary::NG).into());
        other.object = claim("it had falsified safety records");
    });
    let mut ontology = sample::ontology();
    ontology.relations[2].reporting.answers = vec![RelationId(1)];
    assert_eq!(kinds(&story, &ontology), [DisagreementKind::Accusation]);
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
    let subjects = twice(|one, other| {
        (one.place, other.place) = (place("Kalmar Bay"), place("Kalmar Bay"));
        if let Some(subject) = &mut other.subject {
            other_one(subject);
            subject.label = "Kalmar Ferries".into();
        }
    });
    let mut ontology = sample::ontology();
    for (story, kind) in [(&objects, DisagreementKind::Object), (&subjects, DisagreementKind::Subject)] {
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
