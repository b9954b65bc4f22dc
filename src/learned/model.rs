//! What was learned, and its use on a sentence.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::grammar::TokenSpan;
use crate::language::{CoarseTag, Sentence};
use crate::ontology::RelationId;

use super::candidate::Candidate;
use super::candidates::candidates;
use super::features::{Features, Vocabulary};
use super::logistic::{score, sigmoid};
use super::pair_features::pair_features;
use super::span_features::span_features;
use super::view::View;

/// Candidates of a sentence that are paired; most sentences have one subject and many objects.
const MOST_SUBJECTS: usize = 4;
const MOST_OBJECTS: usize = 24;
/// How much it counts whether the sentence has words that look like a subject at all, and how much whether the words
/// of the object look like one: exponents of what the span models say.
const WEIGHT_OF_SUBJECT: f32 = 0.25;
const WEIGHT_OF_OBJECT: f32 = 0.5;

/// Objects of the examples by their key: how many examples of which relation have them.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct KnownObjects {
    pub counts: BTreeMap<String, BTreeMap<RelationId, usize>>,
}

/// The learned models of all relations that have many examples.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Model {
    pub span_vocabulary: Vocabulary,
    pub pair_vocabulary: Vocabulary,
    pub subjects: Vec<f32>,
    pub objects: Vec<f32>,
    pub relations: Vec<RelationModel>,
    pub known: KnownObjects,
}

/// The weights of one relation: over features of the subject, then the object, then the pair.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RelationModel {
    pub relation: RelationId,
    pub weights: Vec<f32>,
    /// The probability that the model gives to the pairs that are marked with the relation, on average.
    pub typical: f32,
    pub threshold: f32,
    /// Whether the examples name their subjects: "the film" says as little there as "it".
    pub names_subjects: bool,
}

/// A statement that the model reads in a sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    pub relation: RelationId,
    pub subject: TokenSpan,
    pub object: TokenSpan,
    pub trigger: usize,
    pub probability: f32,
    /// Whether a subject without a name is none.
    pub names_subject: bool,
}

/// A candidate with its features and what the span models think of it.
#[derive(Debug, Clone)]
pub struct Scored {
    pub span: TokenSpan,
    pub features: Vec<u32>,
    pub subject: f32,
    pub object: f32,
}

impl RelationModel {
    /// How probable the relation is for a pair. Where marked pairs are few among the unmarked, even they look improbable
    /// (Elkan & Noto 2008, "Learning classifiers from only positive and unlabeled data": the true probability is that of
    /// being marked, divided by what marked ones get); half of that is made good, as the marked ones were trained on.
    fn probability(&self, features: &[u32]) -> f32 {
        sigmoid(score(&self.weights, features)) / self.typical.max(f32::MIN_POSITIVE).sqrt()
    }
}

impl KnownObjects {
    /// The relations that a value is known as an object of, with how often, when `own` pairs of the sentence at hand
    /// do not count.
    pub fn of(&self, key: &str, own: &[RelationId]) -> Vec<(String, &'static str)> {
        let Some(counts) = self.counts.get(key) else { return Vec::new() };
        let known = counts.iter().filter_map(|(relation, count)| {
            let own = own.iter().filter(|other| *other == relation).count();
            let size = match count.saturating_sub(own) {
                0 => return None,
                1 => "once",
                2..=4 => "some",
                _ => "many",
            };
            Some((relation.0.to_string(), size))
        });
        known.collect()
    }
}

/// The best candidates as subjects and as objects.
pub fn shortlist(scored: &[Scored]) -> (Vec<usize>, Vec<usize>) {
    let best = |value: &dyn Fn(&Scored) -> f32, most: usize| {
        let mut order: Vec<usize> = (0..scored.len()).collect();
        order.sort_by(|&a, &b| value(&scored[b]).total_cmp(&value(&scored[a])).then(a.cmp(&b)));
        order.truncate(most);
        order
    };
    (best(&|one| one.subject, MOST_SUBJECTS), best(&|one| one.object, MOST_OBJECTS))
}

/// The feature vector of a pair out of those of its parts.
pub fn joined(subject: &[u32], object: &[u32], pair: &[u32], spans: usize) -> Vec<u32> {
    let spans = spans as u32;
    let object = object.iter().map(|index| index + spans);
    subject.iter().copied().chain(object).chain(pair.iter().map(|index| index + 2 * spans)).collect()
}

impl Model {
    /// All statements that the sentence makes, in order of relation and place.
    pub fn find(&self, sentence: &Sentence) -> Vec<Found> {
        if self.relations.is_empty() || sentence.tokens.is_empty() {
            return Vec::new();
        }
        let view = View::new(sentence);
        let scored = self.scored(&view);
        let (subjects, objects) = shortlist(&scored);
        let best = subjects.first().map_or(0.0, |&best| sigmoid(scored[best].subject));
        let mut found: Vec<Found> = Vec::new();
        for &subject in &subjects {
            let subject = &scored[subject];
            let from = subject.span.head(sentence);
            let reached = view.reach(from);
            // A sentence of a corpus is about one thing: what looks less like it than another must have better reasons.
            let standing = sigmoid(subject.subject) / best;
            for object in objects.iter().map(|&object| &scored[object]) {
                if subject.span.overlaps(object.span) {
                    continue;
                }
                let pair = pair_features(
                    &view,
                    subject.span,
                    object.span,
                    &reached,
                    (subject.subject, object.object),
                );
                let pair = self.pair_vocabulary.indices(&pair);
                let features = joined(&subject.features, &object.features, &pair, self.span_vocabulary.len());
                let trigger =
                    || trigger(&view, &View::path(&reached, from, object.span.head(sentence)), object.span);
                for relation in &self.relations {
                    let probability = relation.probability(&features) * standing;
                    if probability >= relation.threshold {
                        found.push(Found {
                            relation: relation.relation,
                            subject: subject.span,
                            object: object.span,
                            trigger: trigger(),
                            probability,
                            names_subject: relation.names_subjects,
                        });
                    }
                }
            }
        }
        let mut found = held_against_each_other(&best_of_rivals(found));
        for one in &mut found {
            let object = scored.iter().find(|candidate| candidate.span == one.object);
            let object = object.map_or(0.0, |object| sigmoid(object.object));
            one.probability *= best.powf(WEIGHT_OF_SUBJECT) * object.powf(WEIGHT_OF_OBJECT);
        }
        found.retain(|one| one.probability >= self.threshold(one.relation));
        found
    }

    fn threshold(&self, relation: RelationId) -> f32 {
        self.relations.iter().find(|model| model.relation == relation).map_or(1.0, |model| model.threshold)
    }

    fn scored(&self, view: &View<'_>) -> Vec<Scored> {
        let is_known = |key: &str| self.known.counts.contains_key(key);
        let candidates = candidates(view.sentence(), &is_known);
        candidates.iter().map(|candidate| self.score(view, candidate)).collect()
    }

    fn score(&self, view: &View<'_>, candidate: &Candidate) -> Scored {
        let known_as = self.known.of(&candidate.span.key(view.sentence()), &[]);
        let features: Features = span_features(view, candidate, &known_as);
        let features = self.span_vocabulary.indices(&features);
        let (subject, object) = (score(&self.subjects, &features), score(&self.objects, &features));
        Scored { span: candidate.span, features, subject, object }
    }
}

/// Of statements of one relation with the same words as an object, the most probable one.
fn best_of_rivals(mut found: Vec<Found>) -> Vec<Found> {
    let order = |one: &Found| (one.relation, one.object, one.subject);
    found.sort_by(|a, b| b.probability.total_cmp(&a.probability).then_with(|| order(a).cmp(&order(b))));
    let mut kept: Vec<Found> = Vec::new();
    for one in found {
        let rival = |other: &Found| other.relation == one.relation && other.object.overlaps(one.object);
        if !kept.iter().any(rival) {
            kept.push(one);
        }
    }
    kept.sort_by_key(order);
    kept
}

/// Lowers the probability of each statement by how far it stays after the best one of its relation in the sentence,
/// and after the best relation of its pair: a list of things is said of them all alike, the rest is chance.
fn held_against_each_other(found: &[Found]) -> Vec<Found> {
    let best = |same: &dyn Fn(&Found) -> bool| {
        found.iter().filter(|other| same(other)).map(|other| other.probability).fold(0.0, f32::max)
    };
    let lowered = |one: &Found| {
        let of_relation = one.probability / best(&|other| other.relation == one.relation);
        let pair = (one.subject, one.object);
        let of_pair = one.probability / best(&|other| (other.subject, other.object) == pair);
        Found { probability: one.probability * of_relation * of_pair.sqrt(), ..one.clone() }
    };
    found.iter().map(lowered).collect()
}

/// The word that states the relation: the last verb or noun on the way to the object, else what governs the object.
fn trigger(view: &View<'_>, path: &[super::view::Step], object: TokenSpan) -> usize {
    let head = object.head(view.sentence());
    let inner = &path[..path.len().saturating_sub(1)];
    let tells = |token: &usize| {
        matches!(view.sentence().tokens[*token].pos, CoarseTag::Verb | CoarseTag::Aux | CoarseTag::Noun)
    };
    let on_path = inner.iter().rev().map(|step| step.token).find(tells);
    on_path.or_else(|| view.governor(head)).unwrap_or(head)
}
