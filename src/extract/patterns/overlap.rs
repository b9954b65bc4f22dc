//! Several readings of the same words: which of them stands.

use crate::ontology::Role;

use super::extractor::Match;
use super::matching::Binding;

/// Of several readings at one trigger, those that say more win: "X shot Y" over "Y was shot", and "asked for help
/// from the army" over "asked for help".
pub(super) fn keep_fullest(matches: Vec<Match>) -> Vec<Match> {
    let mut kept: Vec<Match> = Vec::new();
    for (index, one) in matches.iter().enumerate() {
        let outdone = matches
            .iter()
            .enumerate()
            .any(|(other, more)| other != index && (says_less(one, more) || is_part_of_wording(one, more)));
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
