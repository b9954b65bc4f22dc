//! Learning from the corpus of examples: two models of spans, then one of pairs for each relation.
//!
//! What the span models say of a training sentence comes from models that have not seen it, and a value does not count
//! as known from the sentence itself, or the answer would be among the features.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::ontology::{Ontology, RelationId};

use super::candidate::Candidate;
use super::candidates::candidates;
use super::corpus::{Marking, Taught, is_third_person};
use super::features::{Features, Vocabulary};
use super::model::{KnownObjects, Model, RelationModel};
use super::pair_training::{pairs, relation_weights, typical};
use super::prepared::{LEAST_OCCURRENCES, Prepared};
use super::span_features::span_features;
use super::span_training::SpanTask;
use super::view::View;

/// What it costs, as a share, to take a span for an object that nothing marked overlaps: it may be one.
const UNMARKED_OBJECT: f32 = 0.2;
/// The threshold with endless examples, and the number of examples with which it is half as high.
const HIGHEST_THRESHOLD: f32 = 0.033;
const HALFWAY: f32 = 3.0;
/// The sentences of a fully marked corpus from which on its threshold is no lower: each that is marked fully has many pairs that
/// are surely false, among which few sentences make what is right look improbable.
const MANY_SENTENCES: f32 = 500.0;
/// What marked pairs get at least on average: what is rarer than that is not learned, and would look as likely as all else.
const LEAST_TYPICAL: f32 = 0.1;
/// The share of an argument's marked spans from which on it has to be what they are.
const MOSTLY: f32 = 0.9;

/// Learns the models of `relations` from their corpus.
pub fn learn(relations: &[RelationId], corpus: &[Taught], ontology: &Ontology) -> Model {
    let known = known_objects(corpus);
    let (span_vocabulary, sentences) = prepare(corpus, &known);
    let spans = span_vocabulary.len();
    let subjects = SpanTask { role: |gold| gold.subject, elsewhere: 1.0 };
    let objects = SpanTask { role: |gold| gold.object, elsewhere: UNMARKED_OBJECT };
    let (subjects, objects) =
        rayon::join(|| subjects.learn(&sentences, spans), || objects.learn(&sentences, spans));
    let (pair_vocabulary, pairs) = pairs(&sentences, &subjects, &objects, spans);
    let marking = Marking::of(corpus);
    let weights = relation_weights(relations, &sentences, &pairs, 2 * spans + pair_vocabulary.len(), marking);
    let of_relation = |(&relation, weights): (&RelationId, Vec<f32>)| {
        let mut typical = typical(relation, &weights, &pairs);
        let mut threshold = threshold(ontology.relation(relation).examples.len());
        if marking == Marking::Full {
            typical = typical.max(LEAST_TYPICAL);
            threshold *= (corpus.len() as f32 / MANY_SENTENCES).min(1.0).powi(2);
        }
        let names_subjects = names_subjects(&sentences, relation);
        RelationModel { relation, weights, typical, threshold, names_subjects }
    };
    Model {
        relations: relations.iter().zip(weights).map(of_relation).collect(),
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
fn names_subjects(sentences: &[Prepared<'_>], relation: RelationId) -> bool {
    let marked = sentences.iter().flat_map(|sentence| {
        let of_relation = sentence.gold.iter().filter(|gold| gold.relation == relation);
        of_relation.map(|gold| {
            let sentence = sentence.view.sentence();
            gold.subject.is_name(sentence) || is_third_person(sentence, gold.subject)
        })
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
    let mut own: BTreeMap<String, Vec<RelationId>> = BTreeMap::new();
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
