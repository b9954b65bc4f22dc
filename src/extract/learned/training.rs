//! Learning from the corpus of examples: two models of spans, then one of pairs for each relation.
//!
//! A corpus marks one pair in a sentence that holds others too ("silver" examples), so what is not marked is not known
//! to be false: other pairs of a sentence count fully against the relation marked there, pairs of sentences marked
//! with other relations hardly at first; after a first fit those that look true count half for it (a simple
//! form of learning from positive and unlabelled examples).
//!
//! What the span models say of a training sentence comes from models that have not seen it, and a value does not count
//! as known from the sentence itself, or the answer would be among the features.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::ontology::Ontology;

use super::candidates::candidates;
use super::corpus::{Gold, Taught};
use super::features::{Features, Vocabulary};
use super::logistic::{Instance, probability, score, train};
use super::model::{KnownObjects, Model, RelationModel, Scored, joined, shortlist};
use super::pair_features::pair_features;
use super::span::{Candidate, Span};
use super::span_features::span_features;
use super::view::View;

/// Parts of the corpus that are each judged by models of the others.
const FOLDS: usize = 5;
/// Features rarer than this are not worth a weight.
const LEAST_OCCURRENCES: u32 = 2;

/// What an error costs in the span models and in those of relations: the weights' freedom.
const SPAN_COST: f32 = 0.2;
const PAIR_COST: f32 = 0.2;
/// Shares of that cost for what is not surely wrong: a span that is the object of nothing marked; a pair marked with
/// another relation; a pair of another relation's sentence that is not marked at all, at first and after the first fit,
/// and one that then looks true.
const UNMARKED_OBJECT: f32 = 0.2;
const OTHER_RELATION: f32 = 0.2;
const UNMARKED_FIRST: f32 = 0.05;
const UNMARKED_THEN: f32 = 0.2;
const LIKELY: f32 = 0.5;
/// The threshold with endless examples, and the number of examples with which it is half as high.
const HIGHEST_THRESHOLD: f32 = 0.025;
const HALFWAY: f32 = 3.0;
/// The share of an argument's marked spans from which on it has to be what they are.
const MOSTLY: f32 = 0.9;

/// A training sentence with its candidates.
struct Prepared<'a> {
    view: View<'a>,
    gold: &'a [Gold],
    candidates: Vec<Candidate>,
    features: Vec<Vec<u32>>,
}

/// A pair of a training sentence.
struct Pair {
    sentence: usize,
    /// The relations that it is marked with.
    relations: Vec<usize>,
    features: Vec<u32>,
}

/// Learns the models of `relations` from their corpus.
pub fn learn(relations: &[usize], corpus: &[Taught], ontology: &Ontology) -> Model {
    let known = known_objects(corpus);
    let (span_vocabulary, sentences) = prepare(corpus, &known);
    let spans = span_vocabulary.len();
    let subjects = SpanTask { role: |gold| gold.subject, elsewhere: 1.0 };
    let objects = SpanTask { role: |gold| gold.object, elsewhere: UNMARKED_OBJECT };
    let (subjects, objects) =
        rayon::join(|| subjects.learn(&sentences, spans), || objects.learn(&sentences, spans));
    let (pair_vocabulary, pairs) = pairs(&sentences, &subjects, &objects, spans);
    let size = 2 * spans + pair_vocabulary.len();
    let of_relation = |&relation: &usize| {
        let weights = relation_weights(relation, &sentences, &pairs, size);
        let marked = pairs.iter().filter(|pair| pair.relations.contains(&relation));
        let given: Vec<f32> = marked.map(|pair| probability(&weights, &pair.features)).collect();
        let typical = given.iter().sum::<f32>() / given.len().max(1) as f32;
        let threshold = threshold(ontology.relations[relation].examples.len());
        let names_subjects = names_subjects(&sentences, relation);
        RelationModel { relation, weights, typical, threshold, names_subjects }
    };
    Model {
        relations: relations.par_iter().map(of_relation).collect(),
        span_vocabulary,
        pair_vocabulary,
        subjects: subjects.whole,
        objects: objects.whole,
        known,
    }
}

/// The probability from which on a statement is made. Few examples teach few features, so that even what is right
/// looks improbable.
fn threshold(examples: usize) -> f32 {
    let examples = examples as f32;
    HIGHEST_THRESHOLD * examples / (examples + HALFWAY)
}

/// Whether nearly all subjects that are marked with the relation are names.
fn names_subjects(sentences: &[Prepared<'_>], relation: usize) -> bool {
    let marked = sentences.iter().flat_map(|sentence| {
        let of_relation = sentence.gold.iter().filter(|gold| gold.relation == relation);
        of_relation.map(|gold| gold.subject.is_name(sentence.view.sentence()))
    });
    let (names, all) = marked.fold((0, 0), |(names, all), name| (names + usize::from(name), all + 1));
    names as f32 >= MOSTLY * all as f32
}

fn known_objects(corpus: &[Taught]) -> KnownObjects {
    let mut known = KnownObjects::default();
    for taught in corpus {
        for gold in &taught.gold {
            let counts = known.counts.entry(gold.object.key(&taught.sentence)).or_default();
            *counts.entry(gold.relation).or_insert(0) += 1;
        }
    }
    known
}

fn prepare<'a>(corpus: &'a [Taught], known: &KnownObjects) -> (Vocabulary, Vec<Prepared<'a>>) {
    let described: Vec<(View<'a>, Vec<Candidate>, Vec<Features>)> =
        corpus.par_iter().map(|taught| describe(taught, known)).collect();
    let all = described.iter().flat_map(|(_, _, features)| features);
    let vocabulary = Vocabulary::of(all, LEAST_OCCURRENCES);
    let sentences = described
        .into_par_iter()
        .zip(corpus)
        .map(|((view, candidates, features), taught)| Prepared {
            view,
            gold: &taught.gold,
            candidates,
            features: features.iter().map(|features| vocabulary.indices(features)).collect(),
        })
        .collect();
    (vocabulary, sentences)
}

/// The candidates of a training sentence, the marked spans among them, with their features.
fn describe<'a>(taught: &'a Taught, known: &KnownObjects) -> (View<'a>, Vec<Candidate>, Vec<Features>) {
    let view = View::new(&taught.sentence);
    let mut own: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for gold in &taught.gold {
        own.entry(gold.object.key(&taught.sentence)).or_default().push(gold.relation);
    }
    let known_as = |key: &str| known.of(key, own.get(key).map_or(&[], Vec::as_slice));
    let mut found = candidates(&taught.sentence, &|key| !known_as(key).is_empty());
    for span in taught.gold.iter().flat_map(|gold| [gold.subject, gold.object]) {
        if !found.iter().any(|candidate| candidate.span == span) {
            found.push(Candidate { span, origins: BTreeSet::new() });
        }
    }
    let features = found
        .iter()
        .map(|candidate| span_features(&view, candidate, &known_as(&candidate.span.key(&taught.sentence))))
        .collect();
    (view, found, features)
}

/// Learning which spans are arguments in a role.
struct SpanTask {
    role: fn(&Gold) -> Span,
    /// What it costs to take a span for an argument that no marked one overlaps.
    elsewhere: f32,
}

/// The weights from all sentences, and those for each fold from the other folds.
struct SpanModels {
    whole: Vec<f32>,
    folds: Vec<Vec<f32>>,
}

impl SpanTask {
    fn learn(&self, sentences: &[Prepared<'_>], features: usize) -> SpanModels {
        let without = |fold: Option<usize>| {
            let kept = sentences.iter().enumerate().filter(|(index, _)| Some(index % FOLDS) != fold);
            let instances: Vec<Instance<'_>> =
                kept.flat_map(|(_, sentence)| self.instances(sentence)).collect();
            train(features, &instances)
        };
        let (whole, folds) = rayon::join(
            || without(None),
            || (0..FOLDS).into_par_iter().map(|fold| without(Some(fold))).collect(),
        );
        SpanModels { whole, folds }
    }

    fn instances<'b>(&self, sentence: &'b Prepared<'_>) -> Vec<Instance<'b>> {
        let marked: Vec<Span> = sentence.gold.iter().map(self.role).collect();
        let instance = |(candidate, features): (&Candidate, &'b Vec<u32>)| {
            let positive = marked.contains(&candidate.span);
            let beside = marked.iter().any(|span| span.overlaps(candidate.span));
            let cost = if positive || beside { 1.0 } else { self.elsewhere };
            Instance { features, positive, cost: cost * SPAN_COST }
        };
        sentence.candidates.iter().zip(&sentence.features).map(instance).collect()
    }
}

/// The pairs of the most likely arguments of every sentence, with the marked ones.
fn pairs(
    sentences: &[Prepared<'_>],
    subjects: &SpanModels,
    objects: &SpanModels,
    spans: usize,
) -> (Vocabulary, Vec<Pair>) {
    let raw: Vec<(usize, RawPair)> = sentences
        .par_iter()
        .enumerate()
        .flat_map_iter(|(index, sentence)| {
            let scored: Vec<Scored> = sentence
                .candidates
                .iter()
                .zip(&sentence.features)
                .map(|(candidate, features)| Scored {
                    span: candidate.span,
                    features: features.clone(),
                    subject: score(&subjects.folds[index % FOLDS], features),
                    object: score(&objects.folds[index % FOLDS], features),
                })
                .collect();
            sentence_pairs(sentence, &scored).into_iter().map(move |pair| (index, pair))
        })
        .collect();
    let vocabulary = Vocabulary::of(raw.iter().map(|(_, pair)| &pair.features), LEAST_OCCURRENCES);
    let pairs = raw
        .into_par_iter()
        .map(|(sentence, pair)| {
            let of = |span: usize| &sentences[sentence].features[span];
            let own = vocabulary.indices(&pair.features);
            let features = joined(of(pair.subject), of(pair.object), &own, spans);
            Pair { sentence, relations: pair.relations, features }
        })
        .collect();
    (vocabulary, pairs)
}

/// A pair before its features are numbered; subject and object are indices of candidates.
struct RawPair {
    subject: usize,
    object: usize,
    relations: Vec<usize>,
    features: Features,
}

fn sentence_pairs(sentence: &Prepared<'_>, scored: &[Scored]) -> Vec<RawPair> {
    let (mut subjects, mut objects) = shortlist(scored);
    let place = |span: Span| scored.iter().position(|one| one.span == span);
    for gold in sentence.gold {
        subjects.extend(place(gold.subject).filter(|at| !subjects.contains(at)));
        objects.extend(place(gold.object).filter(|at| !objects.contains(at)));
    }
    let mut pairs = Vec::new();
    for &subject in &subjects {
        let reached = sentence.view.reach(scored[subject].span.head(sentence.view.sentence()));
        for &object in &objects {
            let spans = (scored[subject].span, scored[object].span);
            if spans.0.overlaps(spans.1) {
                continue;
            }
            let relations = sentence
                .gold
                .iter()
                .filter(|gold| (gold.subject, gold.object) == spans)
                .map(|gold| gold.relation)
                .collect();
            let scores = (scored[subject].subject, scored[object].object);
            let features = pair_features(&sentence.view, spans.0, spans.1, &reached, scores);
            pairs.push(RawPair { subject, object, relations, features });
        }
    }
    pairs
}

/// Learns one relation, in two passes.
fn relation_weights(relation: usize, sentences: &[Prepared<'_>], pairs: &[Pair], size: usize) -> Vec<f32> {
    let marked_here: Vec<bool> =
        sentences.iter().map(|sentence| sentence.gold.iter().any(|gold| gold.relation == relation)).collect();
    let fit = |looks_true: &dyn Fn(&Pair) -> bool, unmarked: f32| {
        let instance = |pair: &'_ Pair| {
            let marked = pair.relations.contains(&relation);
            let (positive, share) = match (marked_here[pair.sentence], pair.relations.is_empty()) {
                (true, _) => (marked, 1.0),
                (false, false) => (false, OTHER_RELATION),
                (false, true) if looks_true(pair) => (true, LIKELY),
                (false, true) => (false, unmarked),
            };
            (positive, share * PAIR_COST)
        };
        let instances: Vec<Instance<'_>> = pairs
            .iter()
            .map(|pair| {
                let (positive, cost) = instance(pair);
                Instance { features: &pair.features, positive, cost }
            })
            .collect();
        train(size, &instances)
    };
    let first = fit(&|_| false, UNMARKED_FIRST);
    fit(&|pair| probability(&first, &pair.features) > 0.5, UNMARKED_THEN)
}
