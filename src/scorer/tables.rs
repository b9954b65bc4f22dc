//! Rows of small whole numbers for features: those that training met often enough, found by their hashes.

use std::borrow::Cow;

use crate::relations::Features;
use crate::vector_unit::vectorised;
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
    /// For each value of their first bits, how many hashes begin with a lower one.
    starts: Vec<usize>,
}

/// Bits of a hash by which it is looked for: about as many values as there are features.
const FIRST_BITS: u32 = 14;

/// The rows of the known features of several things, one list after the other.
#[derive(Debug, Default)]
pub struct FeatureRows {
    rows: Vec<usize>,
    /// Where each list ends.
    ends: Vec<usize>,
}

impl FeatureRows {
    /// The lists in order.
    pub fn iter(&self) -> impl Iterator<Item = &[usize]> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, &end)| &self.rows[start..end])
    }

    /// Number of lists.
    pub fn len(&self) -> usize {
        self.ends.len()
    }
}

impl KnownFeatures {
    pub fn load(weights: &Weights, name: &str) -> Self {
        let hashes = weights.hashes(name);
        let start = |first: u64| hashes.partition_point(|&hash| first_bits(hash) < first);
        Self { starts: (0..=1 << FIRST_BITS).map(start).collect(), hashes }
    }

    /// The rows of those features that are known.
    pub fn rows(&self, all: &[Features]) -> FeatureRows {
        let mut found = FeatureRows::default();
        for features in all {
            found.rows.extend(features.hashes.iter().filter_map(|&hash| self.row(hash)));
            found.ends.push(found.rows.len());
        }
        found
    }

    fn row(&self, hash: u64) -> Option<usize> {
        let first = first_bits(hash) as usize;
        let (start, end) = (self.starts[first], self.starts[first + 1]);
        let place = self.hashes[start..end].iter().position(|&known| known == hash)?;
        Some(start + place)
    }
}

fn first_bits(hash: u64) -> u64 {
    hash >> (u64::BITS - FIRST_BITS)
}

impl FeatureTable {
    pub fn load(weights: &Weights, name: &str, width: usize) -> Self {
        Self { rows: weights.bytes(name), scales: weights.floats(&format!("{name}.scales")), width }
    }

    /// Adds the rows of these features to `sum`.
    pub fn add(&self, features: &[usize], sum: &mut [f32]) {
        for &feature in features {
            add_scaled(&self.rows[feature * self.width..][..self.width], self.scales[feature], sum);
        }
    }
}

vectorised! {
    fn add_scaled(row: &[i8], scale: f32, sum: &mut [f32]) {
        for (sum, &number) in sum.iter_mut().zip(row) {
            *sum += f32::from(number) * scale;
        }
    }
}
