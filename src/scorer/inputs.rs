//! A question in the network's own numbers: features as rows of its tables, relations as it counts them.

use crate::encoder::Pieces;
use crate::ontology::RelationId;

use super::question::Question;
use super::tables::{FeatureRows, KnownFeatures};

/// What the network is given beside the vectors of the pieces.
#[derive(Debug)]
pub struct Inputs {
    /// Sides of a pair, the unsaid first.
    pub sides: usize,
    /// The piece at which each side stands; the unsaid stands at the sentence's beginning, and so does an argument
    /// that the encoder does not reach.
    pub pieces: Vec<usize>,
    pub argument_features: FeatureRows,
    pub pair_features: FeatureRows,
    /// Of each pair, the bits of each relation of the network.
    pub evidence: Vec<u8>,
    /// Of each argument, for each relation of the network whether it cannot be its subject, and its object.
    pub unfit: Vec<Vec<[bool; 2]>>,
}

impl Inputs {
    /// `relations` are those of the network, in its order, as the ontology numbers them; those that the ontology lacks
    /// are told nothing.
    pub fn new(
        question: &Question,
        pieces: &Pieces,
        relations: &[Option<RelationId>],
        [of_arguments, of_pairs]: [&KnownFeatures; 2],
    ) -> Self {
        let piece = |&token: &usize| pieces.last_of_words.get(token).copied().flatten().unwrap_or(0);
        let sides = question.sides();
        let bits = |pair: usize| {
            let bits = question.evidence(pair);
            relations.iter().map(move |relation| relation.map_or(0, |relation| bits[relation.0]))
        };
        let unfit = |unfit: &Vec<[bool; 2]>| {
            let of = |relation: &Option<RelationId>| relation.map_or([true; 2], |relation| unfit[relation.0]);
            relations.iter().map(of).collect()
        };
        Self {
            sides,
            pieces: std::iter::once(0).chain(question.arguments.iter().map(piece)).collect(),
            argument_features: of_arguments.rows(&question.argument_features),
            pair_features: of_pairs.rows(&question.pair_features),
            evidence: (0..sides * sides).flat_map(bits).collect(),
            unfit: question.unfit.iter().map(unfit).collect(),
        }
    }
}
