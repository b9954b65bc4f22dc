//! Rows of small whole numbers for features: those that training met often enough, found by their hashes.

use std::borrow::Cow;

use crate::relations::Features;
use crate::weights::Weights;

/// A row of numbers for each known feature; those of a list of features are added up.
#[derive(Debug)]
pub struct FeatureTable {
    rows: &'static [i8],
    scales: Cow<'static, [f32]>,
    width: usize,
}

/// The hashes of known features, sorted.
#[derive(Debug)]
pub struct KnownFeatures {
    hashes: Vec<u64>,
}

impl KnownFeatures {
    pub fn load(weights: &Weights, name: &str) -> Self {
        Self { hashes: weights.hashes(name) }
    }

    /// The rows of those features that are known.
    pub fn rows(&self, features: &Features) -> Vec<usize> {
        features.hashes.iter().filter_map(|hash| self.hashes.binary_search(hash).ok()).collect()
    }
}

impl FeatureTable {
    pub fn load(weights: &Weights, name: &str, width: usize) -> Self {
        Self { rows: weights.bytes(name), scales: weights.floats(&format!("{name}.scales")), width }
    }

    /// Adds the rows of these features to `sum`.
    pub fn add(&self, features: &[usize], sum: &mut [f32]) {
        for &feature in features {
            let scale = self.scales[feature];
            let row = &self.rows[feature * self.width..][..self.width];
            for (sum, &number) in sum.iter_mut().zip(row) {
                *sum += f32::from(number) * scale;
            }
        }
    }
}
