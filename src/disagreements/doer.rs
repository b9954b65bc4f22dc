//! Who did what only one did: the ontology says of which relations that is true, everywhere (`owl:InverseFunctionalProperty`) or
//! within one affair (`ng:SoleDoerProperty`).

use crate::events::{Party, is_name};
use crate::ontology::Uniqueness;
use crate::story::{EntityReference, Statement};

use super::disagreement::{Disagreement, DisagreementKind};
use super::ground::{Ground, content_words, grouped, is_person, may_be_same_time, published_together};

pub fn find<'a>(ground: &Ground<'a>) -> Vec<Disagreement<'a>> {
    let with_doer = ground.affirmed().filter(|one| one.subject.is_some());
    let groups = grouped(with_doer, |one| Some((one.relation_iri.clone(), deed(ground, one)?)));
    let sides = groups.values().map(|group| {
        let claim =
            |one: &Statement| one.subject.as_ref().map_or(String::new(), |subject| subject.label.to_string());
        ground.sides(group, claim, |one, other| is_other_doer(ground, one, other))
    });
    sides.filter_map(|sides| ground.disagreement(DisagreementKind::Subject, sides)).collect()
}

/// What was done, if it can have one doer only: to somebody with a name, or, within one affair, what is told in several words.
fn deed(ground: &Ground<'_>, statement: &Statement) -> Option<Party> {
    let unique = ground.is(statement, |relation| relation.uniqueness == Uniqueness::Everywhere);
    let sole = ground.is(statement, |relation| relation.reporting.sole_doer);
    let [_, object] = ground.parties(statement);
    match &object {
        Party::Known(_) if unique || sole => Some(object),
        Party::Described(words) if unique || sole && content_words(words).len() > 1 => Some(object),
        Party::Unsaid | Party::Known(_) | Party::Described(_) => None,
    }
}

fn is_other_doer(ground: &Ground<'_>, one: &Statement, other: &Statement) -> bool {
    let (Some(doer), Some(another)) = (&one.subject, &other.subject) else { return false };
    doer.id != another.id
        && are_two(ground, doer, another)
        && may_be_same_time(one, other)
        && published_together(one, other)
        && ground.same_affair(one, other)
        && !ground.are_tied(&doer.id, &another.id)
}

/// Whether two are surely not one: two people with names, or two bodies of which none is called what any body may be called. "The
/// gunman" and "the driver" may be one, and what a person did, a force may have done too.
fn are_two(ground: &Ground<'_>, one: &EntityReference, other: &EntityReference) -> bool {
    let any_body = &ground.ontology.words.any_body;
    let is_told = |entity: &EntityReference| {
        let is_any = any_body.contains(&entity.label.to_lowercase());
        is_name(entity) || !is_person(entity) && !entity.types.is_empty() && !is_any
    };
    let no_common_word = content_words(&one.label).is_disjoint(&content_words(&other.label));
    is_person(one) == is_person(other) && no_common_word && is_told(one) && is_told(other)
}
