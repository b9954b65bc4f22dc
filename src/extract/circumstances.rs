//! Where and when: the time and the place that hang on the word which states a relation.
//!
//! Both are found by the tree. Words that stand for a time or a place elsewhere in the sentence belong to something
//! else that it tells, and a wrong date is worse than none.

use crate::grammar::{Tree, lemma_of};
use crate::language::{CoarseTag, Dependency};
use crate::time::TimeMention;

/// The time that hangs on the trigger: bare ("last September") or by a preposition ("on Thursday"). Of several the
/// first one that has a value, else the first.
pub fn time_of(tree: &Tree<'_>, trigger: usize, times: &[TimeMention]) -> Option<TimeMention> {
    let sites = sites(tree, trigger);
    let hanging = |time: &TimeMention| {
        let head = tree.head(time.head)?;
        match tree.dep(time.head) {
            Dependency::Npadvmod | Dependency::Advmod | Dependency::Prep => {
                (sites.contains(&head) && !is_measured_from(tree, head, time.head)).then(|| time.clone())
            }
            Dependency::Pobj => {
                let preposition = preposition(&lemma_of(tree.token(head)))?;
                let here = tree.head(head).is_some_and(|site| sites.contains(&site));
                here.then(|| worded(time, head, preposition))
            }
            _ => None,
        }
    };
    let mut here: Vec<TimeMention> = times.iter().filter_map(hanging).collect();
    let best = here.iter().position(|time| time.value.is_some()).unwrap_or(0);
    (!here.is_empty()).then(|| here.swap_remove(best))
}

/// "A year after he was charged": how long before or after the clause something else happened.
fn is_measured_from(tree: &Tree<'_>, verb: usize, time: usize) -> bool {
    let mark = |child: &&usize| tree.dep(**child) == Dependency::Mark && **child > time;
    tree.children(verb).iter().any(|child| mark(&child))
}

/// What a preposition says of its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Preposition {
    /// It happened then.
    Then,
    /// The time is a limit of it; the preposition belongs to the words that say when.
    Limit,
}

fn preposition(word: &str) -> Option<Preposition> {
    match word {
        "on" | "in" | "at" | "over" | "during" => Some(Preposition::Then),
        "by" | "since" | "from" | "until" | "till" | "before" | "after" | "within" | "around" | "between" => {
            Some(Preposition::Limit)
        }
        _ => None,
    }
}

/// The time with its preposition, where the words would mean something else without it.
fn worded(time: &TimeMention, preposition: usize, kind: Preposition) -> TimeMention {
    let mut time = time.clone();
    if kind == Preposition::Limit && preposition < time.span.first {
        time.span.first = preposition;
    }
    time
}

/// The place that hangs on the trigger by a preposition. `is_place` and `is_body` tell what a noun stands for; a
/// body is a place where something happens at it or outside it ("at Hull Crown Court").
pub fn place_of(
    tree: &Tree<'_>,
    trigger: usize,
    is_place: &dyn Fn(usize) -> bool,
    is_body: &dyn Fn(usize) -> bool,
) -> Option<usize> {
    sites(tree, trigger)
        .into_iter()
        .chain(occasions(tree, trigger))
        .flat_map(|site| tree.children(site).iter().copied())
        .filter(|&child| tree.dep(child) == Dependency::Prep)
        .filter_map(|preposition| Some((preposition, tree.child(preposition, &[Dependency::Pobj])?)))
        .find(|&(preposition, object)| match lemma_of(tree.token(preposition)).as_str() {
            "in" | "across" | "on" => is_place(object),
            "at" | "near" | "outside" | "inside" => is_place(object) || is_body(object),
            _ => false,
        })
        .map(|(_, object)| object)
}

/// What it happened at, in or before: "appeared before a judge in Leeds", "died in a fire in Leeds" tell where, too.
fn occasions(tree: &Tree<'_>, trigger: usize) -> impl Iterator<Item = usize> {
    let holds = |preposition: &usize| {
        tree.dep(*preposition) == Dependency::Prep
            && matches!(lemma_of(tree.token(*preposition)).as_str(), "in" | "at" | "before")
    };
    let prepositions = tree.children(trigger).iter().copied().filter(holds);
    prepositions.filter_map(|preposition| tree.child(preposition, &[Dependency::Pobj]))
}

/// The trigger, and the names right below it: a name is not told from others by time or place, so that what hangs on
/// it belongs to the trigger ("appeared at Leeds Crown Court [on Monday]").
fn sites(tree: &Tree<'_>, trigger: usize) -> Vec<usize> {
    let below = tree.children(trigger).iter().copied().filter_map(|child| match tree.dep(child) {
        Dependency::Prep | Dependency::Agent => tree.child(child, &[Dependency::Pobj]),
        Dependency::Dobj => Some(child),
        _ => None,
    });
    std::iter::once(trigger).chain(below.filter(|&noun| tree.token(noun).pos == CoarseTag::Propn)).collect()
}
