//! What somebody has one of (`owl:FunctionalProperty`), and gets two of.

use crate::events::is_name;
use crate::story::{EntityReference, Statement};

use super::disagreement::{Disagreement, DisagreementKind};
use super::ground::{Ground, grouped, may_be_same_time};

pub fn find<'a>(ground: &Ground<'a>) -> Vec<Disagreement<'a>> {
    let functional = ground.affirmed().filter(|one| ground.is(one, |relation| relation.functional));
    let with_object = functional.filter(|one| one.object.is_some());
    let groups =
        grouped(with_object, |one| Some((one.relation_iri.clone(), one.subject.as_ref()?.id.clone())));
    let sides = groups.values().map(|group| {
        let claim =
            |one: &Statement| one.object.as_ref().map_or(String::new(), |object| object.label().to_string());
        ground.sides(group, claim, |one, other| {
            may_be_same_time(one, other) && comparable(one.object_entity(), other.object_entity())
        })
    });
    sides.filter_map(|sides| ground.disagreement(DisagreementKind::Object, sides)).collect()
}

/// Whether two different ones contradict each other: values do, and two names or two descriptions of the same kind.
fn comparable(one: Option<&EntityReference>, other: Option<&EntityReference>) -> bool {
    let (Some(one), Some(other)) = (one, other) else { return one.is_none() && other.is_none() };
    is_name(one) == is_name(other) && one.types.iter().any(|class| other.types.contains(class))
}
