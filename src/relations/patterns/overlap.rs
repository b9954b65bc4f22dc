//! Several readings of the same words: which of them stands.

use crate::ontology::{Ontology, Role};

use super::binding::Binding;
use super::found::Match;

/// Of several readings at one trigger, those that say more win: "X shot Y" over "Y was shot", and "asked for help
/// from the army" over "asked for help". Where the ontology says that one relation goes before another, only the first is
/// meant of the same arguments.
///
/// Of a relation that holds both ways, a pair is told once, as it stands: the one named first is the subject.
pub fn keep_fullest(
    ontology: &Ontology,
    mut matches: Vec<Match>,
    is_amount: impl Fn(&Match) -> bool,
) -> Vec<Match> {
    let told_in_order = matches.clone();
    matches.retain(|one| !(ontology.relation(one.relation).symmetric && is_mirrored(one, &told_in_order)));
    let mut kept: Vec<Match> = Vec::new();
    for (index, one) in matches.iter().enumerate() {
        let outdone = matches.iter().enumerate().any(|(other, more)| {
            let is_narrower = || ontology.relation(more.relation).goes_before.contains(&one.relation);
            other != index
                && (says_less(one, more)
                    || (is_part_of_wording(one, more) && !is_amount(one))
                    || (is_narrower() && same_arguments(&one.binding, &more.binding)))
        });
        let doubled = kept.iter().any(|other| {
            other.relation == one.relation
                && same_arguments(&other.binding, &one.binding)
                && other.trigger == one.trigger
        });
        if !outdone && !doubled {
            kept.push(one.clone());
        }
    }
    kept.sort_by(|a, b| (a.trigger, a.relation, &a.binding).cmp(&(b.trigger, b.relation, &b.binding)));
    kept
}

/// Whether another reading has the same two the other way round, and in the order of the text.
fn is_mirrored(one: &Match, all: &[Match]) -> bool {
    let arguments =
        |found: &Match| (found.binding.filler(&Role::Subject), found.binding.filler(&Role::Object));
    let (subject, object) = arguments(one);
    subject > object
        && all.iter().any(|other| {
            (other.relation, other.trigger) == (one.relation, one.trigger)
                && arguments(other) == (object, subject)
        })
}

/// The same relation at the same trigger with more of its roles filled.
fn says_less(less: &Match, more: &Match) -> bool {
    less.relation == more.relation
        && less.trigger == more.trigger
        && less.binding.roles.len() < more.binding.roles.len()
        && less.binding.roles.iter().all(|role| more.binding.roles.contains(role))
}

/// A reading whose words are only a part of another's wording about the same subject ("launched" in "launched legal
/// action against").
fn is_part_of_wording(part: &Match, whole: &Match) -> bool {
    part.relation != whole.relation
        && !part.binding.words.is_empty()
        && part.binding.words.len() < whole.binding.words.len()
        && part.binding.words.iter().all(|word| whole.binding.words.contains(word))
        && part.binding.filler(&Role::Subject) == whole.binding.filler(&Role::Subject)
}

fn same_arguments(a: &Binding, b: &Binding) -> bool {
    [Role::Subject, Role::Object].iter().all(|role| a.filler(role) == b.filler(role))
}
