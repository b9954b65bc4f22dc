//! Large buffers of the networks, kept from text to text. To ask for them again with each text takes time, and with many
//! allocators memory, too: they would leave gaps between the small values that stay, into which the next do not fit.

use super::maxout::WIDTH;
use super::transition_model::Shares;

/// What a thread computes a batch of texts in.
#[derive(Debug, Clone, Default)]
pub struct Buffers {
    /// The vectors of the batch's tokens.
    pub vectors: Vec<[f32; WIDTH]>,
    /// What they add to the parser's states, and to those of the entity recogniser.
    pub shares: Shares,
    pub entity_shares: Shares,
    pub work: Work,
}

/// What layers write into before they give their results.
#[derive(Debug, Clone, Default)]
pub struct Work {
    /// Inputs of a layer that are put together for it.
    pub input: Vec<f32>,
    pub products: Vec<f32>,
    /// The vectors of the batch's words.
    pub words: Vec<[f32; WIDTH]>,
    /// The vectors of tokens and of the padding around them, and those of the layer after.
    pub rows: Vec<[f32; WIDTH]>,
    pub next_rows: Vec<[f32; WIDTH]>,
}
