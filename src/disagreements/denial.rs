//! Affirmed here, denied there. Who only claims it stands beside those who affirm it.

use crate::events::{Party, days, published};
use crate::story::{Polarity, Statement};

use super::disagreement::{Disagreement, DisagreementKind};
use super::ground::{Ground, grouped, may_be_same_time, source};

/// One disagreement for all denials of one thing.
pub fn find<'a>(ground: &Ground<'a>) -> Vec<Disagreement<'a>> {
    let positive = |statement: &&Statement| statement.polarity == Polarity::Positive;
    let of_relation =
        grouped(ground.story.statements.iter().filter(positive), |one| Some(one.relation_iri.clone()));
    let is_denial = |one: &&Statement| one.asserted && one.polarity == Polarity::Negative;
    let denials = grouped(ground.story.statements.iter().filter(is_denial), |one| {
        Some((one.relation_iri.clone(), ground.parties(one)))
    });
    let found = denials.iter().filter_map(|((relation, _), denials)| {
        denied(ground, denials, of_relation.get(relation).map_or(&[], Vec::as_slice))
    });
    found.collect()
}

fn denied<'a>(
    ground: &Ground<'a>,
    denials: &[&'a Statement],
    others: &[&'a Statement],
) -> Option<Disagreement<'a>> {
    let contradicts = |denial: &Statement, other: &Statement| {
        share_party(&ground.parties(denial), &ground.parties(other))
            && source(denial) != source(other)
            && may_be_same_time(denial, other)
            && !counts_others(denial, other)
            && !is_news(ground, denial, other)
    };
    let contradicted = |other: &&&Statement| denials.iter().any(|denial| contradicts(denial, other));
    let affirmed: Vec<&Statement> =
        others.iter().filter(|other| other.asserted).filter(contradicted).copied().collect();
    let is_contradicted = |denial: &&&Statement| affirmed.iter().any(|other| contradicts(denial, other));
    let denied: Vec<&Statement> = denials.iter().filter(is_contradicted).copied().collect();
    if denied.is_empty() {
        return None;
    }
    let is_claim = |other: &&&Statement| !other.asserted && other.attributed_to.is_some();
    let claimed: Vec<&Statement> = others.iter().filter(is_claim).filter(contradicted).copied().collect();
    let sides = [("affirmed", affirmed), ("claimed", claimed), ("denied", denied)];
    let sides = sides.into_iter().filter(|(_, statements)| !statements.is_empty());
    ground.disagreement(
        DisagreementKind::Polarity,
        sides.map(|(claim, statements)| (claim.to_owned(), statements)).collect(),
    )
}

/// Whether each party of both is the same, or left out by one ("was not charged", "was charged with theft"), and one is named by both.
fn share_party(one: &[Party; 2], other: &[Party; 2]) -> bool {
    let same = |a: &Party, b: &Party| a == b && matches!(a, Party::Known(_));
    let pairs = || one.iter().zip(other);
    pairs().all(|(a, b)| a.may_be(b)) && pairs().any(|(a, b)| same(a, b))
}

/// Whether the denial is of a number only ("not all 2,595 did"), which leaves another number free to be right.
fn counts_others(denial: &Statement, other: &Statement) -> bool {
    denial.quantity.is_some() && denial.quantity != other.quantity
}

/// Whether both can be right because the denial came first: "has not been charged" on Monday, charged on Tuesday.
fn is_news(ground: &Ground<'_>, denial: &Statement, other: &Statement) -> bool {
    let (Some(denied), None) = (published(&denial.document), days(denial)) else { return false };
    let speaker = denial.attributed_to.as_ref().map(|speaker| &speaker.id);
    let denies_own_deed = speaker.is_some() && speaker == denial.subject.as_ref().map(|subject| &subject.id);
    match days(other) {
        Some(day) => day.first > denied.last,
        None => {
            let later = published(&other.document).is_some_and(|day| day.first > denied.last);
            later && !denies_own_deed && ground.is(other, |relation| relation.reporting.once)
        }
    }
}
