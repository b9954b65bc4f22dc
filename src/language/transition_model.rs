//! The network that scores the next action of the parser and of the entity recogniser (spaCy's
//! `TransitionBasedParser`).
//!
//! A state is described by a few tokens. Every token's share in every feature is computed beforehand, so that a
//! state costs a sum of rows, a maxout of two pieces and one small product.

use std::borrow::Cow;

use super::linear::{Linear, RowLinear};
use super::maxout::WIDTH;
use crate::vector_unit::vectorised;
use crate::weights::Weights;

const HIDDEN: usize = 64;
const PIECES: usize = 2;
/// Numbers that one token adds to the hidden layer in one feature.
const SHARE: usize = HIDDEN * PIECES;

/// A token of a state, if there is one at that place.
pub type Feature = Option<usize>;

/// From the vectors of a few tokens to a score for every action.
#[derive(Debug)]
pub struct TransitionModel {
    reduce: Linear,
    lower: Linear,
    /// What a missing token adds, by feature.
    padding: Cow<'static, [[f32; SHARE]]>,
    bias: [f32; SHARE],
    upper: RowLinear,
}

/// What each token of a batch adds to the hidden layer, by feature.
#[derive(Debug, Clone, Default)]
pub struct Shares {
    rows: Vec<f32>,
    features: usize,
}

impl TransitionModel {
    /// The networks of the sections that begin with `name`.
    pub fn load(weights: &Weights, name: &str) -> Self {
        let floats = |part: &str| weights.floats(&format!("{name}.lower.{part}"));
        let padding = weights.rows(&format!("{name}.lower.padding"));
        let lower = Linear::new(floats("weights"), vec![0.0; padding.len() * SHARE].into());
        let bias = floats("bias").as_ref().try_into().expect("a bias for every hidden piece");
        Self {
            reduce: Linear::load(weights, &format!("{name}.reduce")),
            lower,
            padding,
            bias,
            upper: RowLinear::load(weights, &format!("{name}.upper")),
        }
    }

    /// Number of actions that are scored.
    pub fn actions(&self) -> usize {
        self.upper.outputs()
    }

    /// What each of the tokens adds to any state that it takes part in.
    pub fn shares(&self, vectors: &[[f32; WIDTH]], reduced: &mut Vec<f32>, shares: &mut Shares) {
        self.reduce.apply(vectors.as_flattened(), WIDTH, vectors.len(), reduced);
        self.lower.product(reduced, HIDDEN, vectors.len(), &mut shares.rows);
        shares.features = self.padding.len();
    }

    /// Scores every action in the state that `features` describe; token numbers count from the start of the batch.
    pub fn score(&self, shares: &Shares, features: &[Feature], scores: &mut [f32]) {
        score(self, shares, features, scores);
    }
}

vectorised! {
    fn score(model: &TransitionModel, shares: &Shares, features: &[Feature], scores: &mut [f32]) {
        let mut pieces = model.bias;
        for (number, feature) in features.iter().enumerate() {
            let share = match feature {
                Some(token) => &shares.rows[(token * shares.features + number) * SHARE..],
                None => model.padding[number].as_slice(),
            };
            for (sum, number) in pieces.iter_mut().zip(share) {
                *sum += number;
            }
        }
        let mut hidden = [0.0; HIDDEN];
        for (index, output) in hidden.iter_mut().enumerate() {
            let (first, second) = (pieces[index], pieces[HIDDEN + index]);
            *output = if first > second { first } else { second };
        }
        model.upper.apply(&hidden, scores);
    }
}
