//! Where one event happened. Two names are two places only where no word is in both and no article puts one into the other.

use crate::events::days;
use crate::story::Statement;

use super::disagreement::{Disagreement, DisagreementKind};
use super::ground::{Ground, content_words, grouped, may_be_same_time};
use super::when::{known, may_be_same_parties};

pub fn find<'a>(ground: &Ground<'a>) -> Vec<Disagreement<'a>> {
    let placed = ground.affirmed().filter(|one| ground.named_place(one).is_some());
    let groups = grouped(placed, |one| Some((one.relation_iri.clone(), known(ground, one)?)));
    let sides = groups.values().map(|group| {
        let claim =
            |one: &Statement| ground.named_place(one).map_or(String::new(), |place| place.label.to_string());
        ground.sides(group, claim, |one, other| is_elsewhere(ground, one, other))
    });
    sides.filter_map(|sides| ground.disagreement(DisagreementKind::Place, sides)).collect()
}

fn is_elsewhere(ground: &Ground<'_>, one: &Statement, other: &Statement) -> bool {
    let (Some(place), Some(another)) = (ground.named_place(one), ground.named_place(other)) else {
        return false;
    };
    let (words, others) = (content_words(&place.label), content_words(&another.label));
    let same_day = days(one).is_some() && days(other).is_some();
    let once = ground.is(one, |relation| relation.reporting.once);
    may_be_same_time(one, other)
        && (once || same_day)
        && place.id != another.id
        && words.is_disjoint(&others)
        && !ground.are_tied(&place.id, &another.id)
        && may_be_same_parties(ground, one, other)
        && ground.same_affair(one, other)
        && !ground.tells_of_repetition(one)
        && !ground.tells_of_repetition(other)
}
