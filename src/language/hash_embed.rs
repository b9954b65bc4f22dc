//! Hash embeddings (Svenstrup et al. 2017): a word's attribute is the sum of four rows of a small table, which four
//! hashes of the attribute choose.

use std::borrow::Cow;

use super::hash::row_keys;
use super::maxout::WIDTH;
use crate::weights::Weights;

/// The table of one attribute, a vector a row.
#[derive(Debug)]
pub struct HashEmbed {
    rows: Cow<'static, [[f32; WIDTH]]>,
    seed: u32,
}

impl HashEmbed {
    /// The table of the section `name`; `seed` says which rows belong to an identifier.
    pub fn load(weights: &Weights, name: &str, seed: u32) -> Self {
        Self { rows: weights.rows(name), seed }
    }

    /// Writes the vector of an attribute's identifier into `output`, which has [`WIDTH`] numbers.
    pub fn embed(&self, identifier: u64, output: &mut [f32]) {
        output.fill(0.0);
        for key in row_keys(identifier, self.seed) {
            for (sum, number) in output.iter_mut().zip(&self.rows[key as usize % self.rows.len()]) {
                *sum += number;
            }
        }
    }
}
