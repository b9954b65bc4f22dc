//! Relations learned from many examples: sentences of a corpus, with everything else that such sentences say.
//!
//! From such a sentence nobody can tell which of its words state the relation, so no pattern is made of it. Instead
//! every pair of plausible spans ([`candidates`]) is described by features ([`span_features`], [`pair_features`]),
//! and a linear model of each relation ([`logistic`]) learns from the marked pairs, with the other pairs as negatives
//! ([`training`]: [`span_training`], then [`pair_training`]), which to take ([`model`]). The way is that of
//! feature-based relation extraction from silver data (Mintz et al. 2009, "Distant supervision for relation extraction
//! without labeled data").

mod candidate;
mod candidates;
mod corpus;
mod features;
mod logistic;
mod model;
mod pair_features;
mod pair_training;
mod prepared;
mod span_features;
mod span_training;
#[cfg(test)]
mod tests;
mod training;
mod view;

pub use corpus::learned_relations;
pub use features::{FeatureHash, Features};
pub use model::{Found, Model};

use crate::language::Sentence;
use crate::ontology::Ontology;

/// Learns all relations that have many examples. `analyse` is the language engine.
pub fn learn(ontology: &Ontology, analyse: impl Fn(&[&str]) -> Vec<Vec<Sentence>>) -> Model {
    let relations = learned_relations(ontology);
    if relations.is_empty() {
        return Model::default();
    }
    let corpus = corpus::corpus(ontology, &relations, analyse);
    training::learn(&relations, &corpus, ontology)
}
