//! Features of a pair of spans: how the sentence leads from the subject to the object.

use crate::grammar::{TokenSpan, phrase_start};
use crate::language::CoarseTag;

use super::features::Features;
use super::span_features::shape;
use super::view::{Reached, Step, View};

/// Longer ways say nothing as a whole.
const LONGEST_PATH: usize = 6;
/// Words between the arguments that are told one by one.
const MOST_BETWEEN: usize = 12;

/// The features of a pair; `reached` are the ways from the subject's head, `scores` what the span models think.
pub fn pair_features(
    view: &View<'_>,
    subject: TokenSpan,
    object: TokenSpan,
    reached: &Reached,
    scores: (f32, f32),
) -> Features {
    let mut features = Features::default();
    let heads = (subject.head(view.sentence()), object.head(view.sentence()));
    let types = (view.entity_type(heads.0), view.entity_type(heads.1));
    features.add("pair", &[]);
    features.add("types", &[types.0, types.1]);
    features.add("shapes", &[&shape(view, subject), &shape(view, object)]);
    features.add("subject-score", &[&bin(scores.0)]);
    features.add("object-score", &[&bin(scores.1)]);
    features.add("order", &[if subject.first < object.first { "subject first" } else { "object first" }]);
    between(view, subject, object, &mut features);
    path(view, &View::path(reached, heads.0, heads.1), types, &mut features);
    for &kind in view.kinds(heads.0) {
        features.add("kind", &[view.parsed.lemma(kind)]);
    }
    let before = |distance: usize| view.word(object.first.checked_sub(distance));
    features.add("type-before", &[types.1, before(2), before(1)]);
    list(view, object, heads.1, &mut features);
    let labels = view.tree_path(heads.0, heads.1);
    if labels.len() <= LONGEST_PATH {
        features.add("tree", &[&labels.join(" ")]);
    }
    features
}

/// A score in steps of one.
fn bin(score: f32) -> String {
    (score.clamp(-5.0, 5.0).round() as i32).to_string()
}

fn between(view: &View<'_>, subject: TokenSpan, object: TokenSpan, features: &mut Features) {
    let order = if subject.first < object.first { "s" } else { "o" };
    let (from, to) = (subject.end.min(object.end), subject.first.max(object.first));
    let distance = match to.saturating_sub(from) {
        0 => "0",
        1 => "1",
        2..=3 => "2-3",
        4..=6 => "4-6",
        7..=12 => "7-12",
        13..=25 => "13-25",
        _ => "far",
    };
    features.add("distance", &[distance, order]);
    let tokens = &view.sentence().tokens;
    let content = |&token: &usize| {
        matches!(
            tokens[token].pos,
            CoarseTag::Verb
                | CoarseTag::Noun
                | CoarseTag::Adj
                | CoarseTag::Adp
                | CoarseTag::Aux
                | CoarseTag::Propn
        )
    };
    if to > from {
        for token in (from..to).rev().filter(content).take(MOST_BETWEEN) {
            features.add("between", &[view.parsed.lemma(token), order]);
        }
        if to - from <= 4 {
            features.add("between-whole", &[&view.words[from..to].join(" "), order]);
        }
    }
    // The words near the object, whichever side the subject is on.
    for token in object.first.saturating_sub(5)..(object.end + 4).min(view.len()) {
        if !object.contains(token) && content(&token) {
            let side = if token < object.first { "<" } else { ">" };
            features.add("near", &[view.parsed.lemma(token), side]);
        }
    }
}

/// The words before the list that the object is a member of: "directed by" for each of those who did it together.
fn list(view: &View<'_>, object: TokenSpan, head: usize, features: &mut Features) {
    let first = view.parsed.tree.first_of_list(head);
    let start = if first == head { object.first } else { phrase_start(view.sentence(), first) };
    let before = |distance: usize| view.word(start.checked_sub(distance));
    features.add("list", &[before(1), if start < object.first { "later" } else { "first" }]);
    features.add("list2", &[before(2), before(1)]);
    features.add("list3", &[before(3), before(2), before(1)]);
}

fn path(view: &View<'_>, steps: &[Step], types: (&str, &str), features: &mut Features) {
    if steps.is_empty() {
        features.add("no-path", &[]);
        return;
    }
    let inner = &steps[..steps.len() - 1];
    let lemma = |step: &Step| view.parsed.lemma(step.token).to_owned();
    for step in inner {
        features.add("on-path", &[&lemma(step)]);
    }
    let length = ["1", "2", "3", "4", "5", "6+"][steps.len().min(6) - 1];
    features.add("path-length", &[length]);
    let last = &steps[steps.len() - 1];
    features.add("last-link", &[&last.label]);
    let governor = inner.last().map(lemma).unwrap_or_default();
    features.add("last-step-type", &[&governor, &last.label, types.1]);
    if let Some(before) = inner.last() {
        features.add("last-step", &[&lemma(before), &last.label]);
        features.add("last-steps", &[&before.label, &lemma(before), &last.label]);
    }
    if steps.len() > LONGEST_PATH {
        return;
    }
    let labels: Vec<&str> = steps.iter().map(|step| step.label.as_str()).collect();
    features.add("labels", &[&labels.join(" ")]);
    features.add("labels-types", &[&labels.join(" "), types.0, types.1]);
    let whole = |steps: &mut dyn Iterator<Item = &Step>| {
        steps.map(|step| format!("{} {}", step.label, lemma(step))).collect::<Vec<String>>().join(" ")
    };
    features.add("path", &[&whole(&mut inner.iter()), &last.label]);
    let is_copula = |step: &&Step| lemma(step) == "be";
    features.add("path-bare", &[&whole(&mut inner.iter().filter(|step| !is_copula(step))), &last.label]);
}
