//! The part-of-speech tagger: one linear layer over the shared vectors, and the best label of each row.

use super::labels::FineTag;
use super::linear::Linear;
use super::maxout::WIDTH;
use crate::weights::Weights;

/// One linear layer over the shared vectors, and its labels.
#[derive(Debug)]
pub struct Tagger {
    linear: Linear,
    labels: Vec<FineTag>,
}

impl Tagger {
    /// The tagger of the model file's sections `tagger.…`.
    pub fn load(weights: &Weights) -> Self {
        Self { linear: Linear::load(weights, "tagger"), labels: weights.labels("tagger.labels") }
    }

    /// The Penn Treebank tag of each vector.
    pub fn tags(&self, vectors: &[[f32; WIDTH]], scores: &mut Vec<f32>) -> Vec<FineTag> {
        self.linear.apply(vectors.as_flattened(), WIDTH, vectors.len(), scores);
        scores.chunks_exact(self.labels.len()).map(|row| self.labels[best(row)]).collect()
    }
}

/// The first index of the highest score.
fn best(scores: &[f32]) -> usize {
    let mut best = 0;
    for (index, &score) in scores.iter().enumerate() {
        if score > scores[best] {
            best = index;
        }
    }
    best
}
