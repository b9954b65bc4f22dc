//! Which of two it was, where only one can be: resigned or dismissed, convicted or cleared. The ontology says which relations are
//! contrary to each other (`ng:contraryTo`).

use std::collections::BTreeMap;

use crate::events::Party;
use crate::story::Statement;

use super::disagreement::{Disagreement, DisagreementKind};
use super::ground::{Ground, content_words, grouped, may_be_same_time, published_together};

pub fn find<'a>(ground: &Ground<'a>) -> Vec<Disagreement<'a>> {
    let contrary = |one: &&Statement| ground.is(one, |relation| !relation.reporting.contrary_to.is_empty());
    let of_subject = grouped(ground.affirmed().filter(contrary), |one| match &ground.parties(one)[0] {
        known @ Party::Known(_) => Some(known.clone()),
        Party::Unsaid | Party::Described(_) => None,
    });
    let mut found = Vec::new();
    for group in of_subject.values() {
        let claim =
            |one: &Statement| ground.relation(one).map_or(String::new(), |relation| relation.label.clone());
        let sides: BTreeMap<String, Vec<&'a Statement>> =
            ground.sides(group, claim, |one, other| is_contrary(ground, one, other)).into_iter().collect();
        found.extend(ground.disagreement(DisagreementKind::Relation, sides.into_iter().collect()));
    }
    found
}

fn is_contrary(ground: &Ground<'_>, one: &Statement, other: &Statement) -> bool {
    let contrary = ground.is(one, |relation| {
        let others = &relation.reporting.contrary_to;
        others.iter().any(|&id| *ground.ontology.relation(id).iri == *other.relation_iri)
    });
    contrary && may_be_same_time(one, other) && published_together(one, other) && is_same_object(one, other)
}

/// Whether both are of one thing, as far as both tell: the words of one stand in the other ("chief executive of Sundline").
fn is_same_object(one: &Statement, other: &Statement) -> bool {
    let (Some(one), Some(other)) = (&one.object, &other.object) else { return true };
    let (one, other) = (content_words(one.label()), content_words(other.label()));
    one.is_subset(&other) || other.is_subset(&one)
}
