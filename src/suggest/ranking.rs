//! What is suggested, in the order in which it is worth being read: how much a wording would add, and how sure it is.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::Arc;

use crate::language::Engine;
use crate::mentions::OntologyIndex;
use crate::ontology::RelationId;
use crate::scorer::Scorer;

use super::candidate::{Candidate, Kinship};
use super::corpus::Corpus;
use super::mining::{Miner, minable};
use super::trial::{Find, Finds, finds};

/// Below this a suggestion is not worth being read.
const LEAST_SURE: f64 = 0.25;
/// What is less like any example is not less sure for that: other things speak for it, or it would not have been tried.
const LEAST_LIKENESS: f64 = 0.3;
/// Sentences that are shown of each.
const QUOTES: usize = 2;

/// A wording that a relation could be taught.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggestion {
    pub relation: RelationId,
    /// The marked example.
    pub example: String,
    /// Statements of the corpus that it finds and the ontology does not.
    pub new: usize,
    /// From 0 to 1.
    pub sureness: f64,
    /// Of the new ones, how many join a pair that is known to stand in the relation.
    pub known_pairs: usize,
    /// Of the new ones, how many another relation claims.
    pub claimed: usize,
    /// The relation's example that is nearest in meaning, as an index.
    pub nearest: usize,
    /// How near, from -1 to 1.
    pub likeness: f64,
    pub quotes: Vec<Quote>,
}

/// A sentence of the corpus with its arguments marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// The path of its article.
    pub article: Arc<str>,
    pub marked: String,
}

/// What the corpus suggests for these relations (all where none is named), the best first.
pub fn suggestions(
    corpus: &Corpus,
    lexicon: &OntologyIndex<'_>,
    engine: &Engine,
    wanted: Option<RelationId>,
) -> Vec<Suggestion> {
    let ontology = lexicon.ontology;
    let mut relations = minable(ontology);
    relations.retain(|relation| wanted.is_none_or(|wanted| wanted == *relation));
    let encoder = Scorer::built_in().encoder();
    let miner = Miner { corpus, lexicon, engine, encoder };
    let candidates = miner.candidates(&relations);
    let finds = finds(&candidates, corpus, ontology, engine);
    let mut tried: Vec<(f64, &Candidate, Finds)> = candidates
        .iter()
        .zip(finds)
        .map(|(candidate, finds)| (sureness(candidate, &finds), candidate, finds))
        .collect();
    tried.retain(|(sure, _, finds)| *sure >= LEAST_SURE && finds.are_as_meant());
    let worth = |sure: f64, new: usize| sure * sure * (1.0 + new as f64).ln();
    tried.sort_by(|(sure_a, a, finds_a), (sure_b, b, finds_b)| {
        let by_worth = worth(*sure_b, finds_b.new.len()).total_cmp(&worth(*sure_a, finds_a.new.len()));
        by_worth.then_with(|| (a.relation, &a.example.marked).cmp(&(b.relation, &b.example.marked)))
    });
    let mut told: BTreeSet<(RelationId, Find)> = BTreeSet::new();
    let mut suggested = Vec::new();
    for (sureness, candidate, mut finds) in tried {
        // What a better one adds is not added again.
        let had = finds.new.len();
        finds.new.retain(|&find| told.insert((candidate.relation, find)));
        if finds.new.len() * 2 >= had && !finds.new.is_empty() {
            suggested.push(suggestion(candidate, &finds, sureness, corpus));
        }
    }
    suggested
}

fn suggestion(candidate: &Candidate, finds: &Finds, sureness: f64, corpus: &Corpus) -> Suggestion {
    Suggestion {
        relation: candidate.relation,
        example: candidate.example.marked.clone(),
        new: finds.new.len(),
        sureness,
        known_pairs: finds.known_pairs,
        claimed: finds.claimed,
        nearest: candidate.nearness.example,
        likeness: candidate.nearness.likeness,
        quotes: quotes(&finds.new, corpus),
    }
}

/// How sure it is that the wording states the relation: the odds rise with its likeness to the examples, with kin
/// among the words, with pairs that are known, and with arguments of known classes; they fall where other relations' examples are
/// nearer, or their patterns claim the same words.
fn sureness(candidate: &Candidate, finds: &Finds) -> f64 {
    let near = &candidate.nearness;
    let share = |count: usize| count as f64 / finds.new.len().max(1) as f64;
    // Of two of whom one thing is known, many others are said: known pairs tell the more, the more of a wording's pairs they are.
    let known = finds.known_pairs.min(3) as f64 * share(finds.known_pairs).sqrt();
    let odds = 8.0 * (near.likeness.max(LEAST_LIKENESS) - 0.6)
        + 4.0 * near.lead.clamp(-0.25, 0.25)
        + kinship(near.kinship)
        + 2.0 * known
        + 1.5 * (candidate.class_fit - 0.5)
        - 3.0 * share(finds.claimed);
    1.0 / (1.0 + (-odds).exp())
}

/// A noun of an example's verb speaks for a wording. Its very word in another construction makes the two look alike though they may
/// mean different things ("called for", "called"), and that is taken off again.
fn kinship(kinship: Kinship) -> f64 {
    match kinship {
        Kinship::None => 0.0,
        Kinship::Derived => 0.8,
        Kinship::SameWord => -0.8,
    }
}

/// Sentences that show the wording, short ones with names first, of several articles where there are.
pub fn quotes(finds: &[Find], corpus: &Corpus) -> Vec<Quote> {
    let mut sorted: Vec<&Find> = finds.iter().collect();
    let unnamed = |find: &Find| {
        let keys = &corpus.sentences[find.sentence].keys;
        [find.subject, find.object].into_iter().flatten().filter(|&token| keys[token].is_none()).count()
    };
    sorted.sort_by_key(|find| (unnamed(find), corpus.sentences[find.sentence].sentence.tokens.len(), **find));
    let mut quotes: Vec<(Reverse<bool>, Quote)> = Vec::new();
    let mut articles: BTreeSet<Arc<str>> = BTreeSet::new();
    for find in sorted {
        let sentence = &corpus.sentences[find.sentence];
        let marked = sentence.marked(find.subject, find.object);
        let is_other = articles.insert(Arc::clone(&sentence.article));
        quotes.push((Reverse(is_other), Quote { article: Arc::clone(&sentence.article), marked }));
    }
    quotes.sort_by_key(|(is_other, _)| *is_other);
    quotes.truncate(QUOTES);
    quotes.into_iter().map(|(_, quote)| quote).collect()
}
