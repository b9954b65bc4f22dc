//! Learning which pairs stand in which relation.
//!
//! A corpus marks one pair in a sentence that holds others too ("silver" examples), so what is not marked is not known
//! to be false: other pairs of a sentence count fully against the relation marked there, pairs of sentences marked
//! with other relations hardly at first; after a first fit those that look true count half for it (a simple
//! form of learning from positive and unlabelled examples).

use crate::grammar::TokenSpan;
use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::ontology::RelationId;

use super::corpus::Marking;
use super::features::{Features, Vocabulary};
use super::logistic::{Goal, probability, score, train};
use super::model::{Scored, joined, shortlist};
use super::pair_features::pair_features;
use super::prepared::{FOLDS, LEAST_OCCURRENCES, Prepared};
use super::span_training::SpanModels;

/// What an error costs: the weights' freedom.
const COST: f32 = 0.15;
/// Shares of that cost for what is not surely wrong: a pair of another relation's sentence that is not marked at all,
/// at first and after the first fit, and one that then looks true.
const UNMARKED_FIRST: f32 = 0.05;
const UNMARKED_THEN: f32 = 0.3;
const LIKELY: f32 = 0.5;
/// An unmarked pair looks true from this share of what the marked ones get.
const LOOKS_TRUE: f32 = 0.8;
/// The share for a pair that is marked with another relation: where the corpus marks some such pairs with both, and
/// where it never does (nobody is both husband and employer of the same person; many wrote and directed the same film).
const MAY_BE_BOTH: f32 = 0.2;
const NEVER_BOTH: f32 = 0.6;
/// The share of a relation's pairs that has to be marked with another one too, for the two to go together.
const OFTEN_BOTH: f32 = 0.1;

/// A pair of a training sentence.
pub struct Pair {
    sentence: usize,
    /// The relations that it is marked with.
    relations: Vec<RelationId>,
    features: Vec<u32>,
}

/// The pairs of the most likely arguments of every sentence, with the marked ones.
pub fn pairs(
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
    relations: Vec<RelationId>,
    features: Features,
}

fn sentence_pairs(sentence: &Prepared<'_>, scored: &[Scored]) -> Vec<RawPair> {
    let (mut subjects, mut objects) = shortlist(scored);
    let place = |span: TokenSpan| scored.iter().position(|one| one.span == span);
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

/// Learns the weights of all relations, in two passes; in one where the corpus is marked fully, so that nothing unmarked is true.
pub fn relation_weights(
    relations: &[RelationId],
    sentences: &[Prepared<'_>],
    pairs: &[Pair],
    features: usize,
    marking: Marking,
) -> Vec<Vec<f32>> {
    let companions = Companions::of(pairs);
    let instances: Vec<&[u32]> = pairs.iter().map(|pair| pair.features.as_slice()).collect();
    let fit = |looks_true: &(dyn Fn(usize, usize) -> bool + Sync), unmarked: f32| {
        let goal = |instance: usize, decision: usize| {
            let (pair, relation) = (&pairs[instance], relations[decision]);
            let marked_here = sentences[pair.sentence].gold.iter().any(|gold| gold.relation == relation);
            let (positive, share) = match (marked_here, pair.relations.is_empty()) {
                (true, _) => (pair.relations.contains(&relation), 1.0),
                (false, false) => (false, companions.share_against(relation, pair)),
                (false, true) if looks_true(instance, decision) => (true, LIKELY),
                (false, true) => (false, unmarked),
            };
            Goal { positive, cost: share * COST }
        };
        train(features, relations.len(), &instances, &goal)
    };
    if marking == Marking::Full {
        return fit(&|_, _| false, UNMARKED_THEN);
    }
    let first = fit(&|_, _| false, UNMARKED_FIRST);
    let enough: Vec<f32> = relations
        .iter()
        .zip(&first)
        .map(|(&relation, weights)| LOOKS_TRUE * typical(relation, weights, pairs))
        .collect();
    let looks_true = |instance: usize, decision: usize| {
        probability(&first[decision], instances[instance]) > enough[decision]
    };
    fit(&looks_true, UNMARKED_THEN)
}

/// The probability that weights give to the pairs marked with their relation, on average.
pub fn typical(relation: RelationId, weights: &[f32], pairs: &[Pair]) -> f32 {
    let marked = pairs.iter().filter(|pair| pair.relations.contains(&relation));
    let given: Vec<f32> = marked.map(|pair| probability(weights, &pair.features)).collect();
    given.iter().sum::<f32>() / given.len().max(1) as f32
}

/// Which relations the corpus marks on the same pairs.
struct Companions {
    /// For a relation and another one, the share of the first one's pairs that are marked with the other too.
    shares: BTreeMap<(RelationId, RelationId), f32>,
}

impl Companions {
    fn of(pairs: &[Pair]) -> Self {
        let mut counts: BTreeMap<(RelationId, RelationId), f32> = BTreeMap::new();
        for pair in pairs {
            for &one in &pair.relations {
                for &other in &pair.relations {
                    *counts.entry((one, other)).or_insert(0.0) += 1.0;
                }
            }
        }
        let shares = counts.iter().map(|(&(one, other), both)| ((one, other), both / counts[&(one, one)]));
        Self { shares: shares.collect() }
    }

    /// How much a pair that is marked with other relations counts against this one.
    fn share_against(&self, relation: RelationId, pair: &Pair) -> f32 {
        let share = |&marked: &RelationId| self.shares.get(&(marked, relation)).copied().unwrap_or(0.0);
        let together = pair.relations.iter().map(share).fold(0.0, f32::max);
        let apart = (1.0 - together / OFTEN_BOTH).max(0.0);
        MAY_BE_BOTH + apart * (NEVER_BOTH - MAY_BE_BOTH)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(relations: &[usize]) -> Pair {
        let relations = relations.iter().copied().map(RelationId).collect();
        Pair { sentence: 0, relations, features: Vec::new() }
    }

    #[test]
    fn what_the_corpus_never_marks_together_excludes_each_other() {
        let pairs = [pair(&[0, 1]), pair(&[0]), pair(&[0]), pair(&[2])];
        let companions = Companions::of(&pairs);
        assert_eq!(companions.share_against(RelationId(1), &pair(&[0])), MAY_BE_BOTH);
        assert_eq!(companions.share_against(RelationId(2), &pair(&[0])), NEVER_BOTH);
        assert_eq!(companions.share_against(RelationId(0), &pair(&[2, 1])), MAY_BE_BOTH);
    }
}
