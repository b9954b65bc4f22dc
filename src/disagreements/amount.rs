//! Amounts that cannot both be right where they are the object itself: four years in prison and six, of what happens once.

use crate::mentions::amount_in;
use crate::story::Statement;

use super::disagreement::{Disagreement, DisagreementKind};
use super::ground::{Ground, grouped, may_be_same_time, published_together};

pub fn find<'a>(ground: &Ground<'a>) -> Vec<Disagreement<'a>> {
    let once = ground.affirmed().filter(|one| ground.is(one, |relation| relation.reporting.once));
    let groups = grouped(once, |one| {
        let subject = one.subject.as_ref()?.id.clone();
        Some((one.relation_iri.clone(), subject, amount(one)?.1))
    });
    let sides = groups.values().map(|group| {
        let claim = |one: &Statement| {
            one.object.as_ref().map_or(String::new(), |object| object.label().to_lowercase())
        };
        ground.sides(group, claim, |one, other| {
            let numbers = |statement: &Statement| amount(statement).map(|(numbers, _)| numbers);
            numbers(one) != numbers(other) && may_be_same_time(one, other) && published_together(one, other)
        })
    });
    sides.filter_map(|sides| ground.disagreement(DisagreementKind::Quantity, sides)).collect()
}

/// The numbers in an object's label, and its other words; nothing where it has no number.
fn amount(statement: &Statement) -> Option<(Vec<f64>, Vec<String>)> {
    let label = statement.object.as_ref()?.label().to_lowercase();
    let (numbers, words) = amount_in(&label);
    (!numbers.is_empty()).then(|| (numbers, words.into_iter().map(str::to_owned).collect()))
}
