//! A layer of the encoder: attention, then two dense layers with a GELU between them; what each of the two makes is added
//! to what came in, and normalised.

use std::ops::Range;

use super::attention::{self, attend};
use super::dense::Dense;
use super::kernels::Kernel;
use super::norm::Norm;
use super::quantised::QuantisedRows;
use crate::weights::Weights;

/// One layer.
#[derive(Debug)]
pub struct Layer {
    /// Queries, keys and values of all heads.
    attention_in: Dense,
    attention_out: Dense,
    attention_norm: Norm,
    feed_in: Dense,
    feed_out: Dense,
    feed_norm: Norm,
}

/// What a batch of sentences is computed in.
#[derive(Debug, Default)]
pub struct Buffers {
    /// A row for each piece: what the layers change.
    pub rows: Vec<f32>,
    /// The rows of each sentence.
    pub sentences: Vec<Range<usize>>,
    quantised: QuantisedRows,
    /// Queries, keys and values, or what is between the two dense layers.
    wide: Vec<f32>,
    /// What the pieces gather, or what is added to the rows.
    narrow: Vec<f32>,
    attention: attention::Work,
}

impl Layer {
    /// The layer of the sections that begin with `name`.
    pub fn load(weights: &Weights, name: &str) -> Self {
        let dense = |part: &str| Dense::load(weights, &format!("{name}.{part}"));
        let norm = |part: &str| Norm::load(weights, &format!("{name}.{part}.norm"));
        Self {
            attention_in: dense("attention.in"),
            attention_out: dense("attention.out"),
            attention_norm: norm("attention"),
            feed_in: dense("feed.in"),
            feed_out: dense("feed.out"),
            feed_norm: norm("feed"),
        }
    }

    /// Changes the rows of a batch.
    pub fn apply(&self, kernel: Kernel, buffers: &mut Buffers) {
        let width = self.attention_out.outputs();
        let Buffers { rows, sentences, quantised, wide, narrow, attention } = buffers;

        quantised.fill(rows, width);
        kernel.apply(&self.attention_in, quantised, wide);
        narrow.resize(rows.len(), 0.0);
        for Range { start, end } in sentences.iter().cloned() {
            let inputs = &wide[3 * width * start..3 * width * end];
            attend(inputs, width, attention, &mut narrow[width * start..width * end]);
        }
        quantised.fill(narrow, width);
        kernel.apply(&self.attention_out, quantised, narrow);
        self.attention_norm.apply_to_sum(rows, narrow);

        quantised.fill(rows, width);
        kernel.apply(&self.feed_in, quantised, wide);
        quantised.fill_with_gelu(wide, self.feed_in.outputs());
        kernel.apply(&self.feed_out, quantised, narrow);
        self.feed_norm.apply_to_sum(rows, narrow);
    }
}
