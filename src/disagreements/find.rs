//! All disagreements of a story, the weightiest first.

use std::cmp::Reverse;

use crate::ontology::{Ontology, Relation};
use crate::story::Story;

use super::disagreement::Disagreement;
use super::ground::Ground;
use super::{accusation, amount, contrary, denial, doer, object, office, place, quantity, sum, when};

/// The disagreements of a story: what several outlets say on each side before what one does, accusations before the rest, what an
/// outlet corrects last.
pub fn disagreements<'a>(story: &'a Story, ontology: &'a Ontology) -> Vec<Disagreement<'a>> {
    let ground = Ground::new(story, ontology);
    let finders = [
        denial::find,
        accusation::find,
        doer::find,
        contrary::find,
        quantity::find,
        amount::find,
        sum::find,
        when::find,
        place::find,
        office::find,
        object::find,
    ];
    let mut found: Vec<Disagreement<'a>> = finders.iter().flat_map(|find| find(&ground)).collect();
    found.sort_by_cached_key(|one| {
        let first = one.statements().map(|statement| (&*statement.relation, &*statement.id)).min();
        (one.correction, Reverse(weight(one, &ground)), one.kind, first)
    });
    found
}

/// How much hangs on a disagreement: the witnesses of its weaker side, whether it accuses, and all its witnesses.
fn weight(disagreement: &Disagreement<'_>, ground: &Ground<'_>) -> (usize, bool, usize) {
    let mut witnesses: Vec<usize> = disagreement.sides.iter().map(|side| side.independent).collect();
    witnesses.sort_unstable_by_key(|&count| Reverse(count));
    let accuses = disagreement.statements().any(|statement| ground.is(statement, Relation::accuses));
    (witnesses.get(1).copied().unwrap_or(0), accuses, witnesses.iter().sum())
}
