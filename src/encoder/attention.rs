//! Self-attention (Vaswani et al. 2017): each piece gathers from all pieces of its sentence what they offer, weighted by
//! how well their keys answer its query, in several heads side by side.
//!
//! It is a hundredth of the network's work, so it stays in `f32`; each sum has one order.

use super::functions::{exponential, joined, larger, sum};
use crate::vector_unit::vectorised;

/// Numbers of a head in the vector of a piece.
pub const HEAD: usize = 32;
/// Keys that are compared side by side.
const LANES: usize = 32;

/// Keys of [`LANES`] pieces: the first number of each, then the second …
type KeyBlock = [[f32; LANES]; HEAD];

/// Queries, keys and values of a sentence.
#[derive(Debug, Clone, Copy)]
struct Inputs<'a> {
    /// A row for each piece: the numbers of its query, of its key, of its value, `width` each.
    rows: &'a [f32],
    width: usize,
}

/// What the attention is computed in.
#[derive(Debug, Default)]
pub struct Work {
    keys: Vec<KeyBlock>,
    /// For each block of keys how well they answer a query.
    weights: Vec<[f32; LANES]>,
}

/// Writes what each piece of a sentence gathers, `width` numbers each; see [`Inputs`] for `rows`.
pub fn attend(rows: &[f32], width: usize, work: &mut Work, output: &mut [f32]) {
    attend_in_heads(&Inputs { rows, width }, work, output);
}

vectorised! {
    fn attend_in_heads(inputs: &Inputs, work: &mut Work, output: &mut [f32]) {
        for head in 0..inputs.width / HEAD {
            gather_keys(inputs, head, &mut work.keys);
            for (piece, output) in output.chunks_exact_mut(inputs.width).enumerate() {
                answer(inputs, head, piece, work, &mut output[head * HEAD..][..HEAD]);
            }
        }
    }
}

impl<'a> Inputs<'a> {
    /// Number of pieces.
    fn len(&self) -> usize {
        self.rows.len() / (3 * self.width)
    }

    /// A head's part of the query (0), key (1) or value (2) of a piece.
    #[inline(always)]
    fn part(&self, piece: usize, which: usize, head: usize) -> &'a [f32; HEAD] {
        self.rows[(3 * piece + which) * self.width..].as_chunks().0[head..]
            .first()
            .expect("the head is there")
    }
}

#[inline(always)]
fn gather_keys(inputs: &Inputs, head: usize, keys: &mut Vec<KeyBlock>) {
    keys.clear();
    keys.resize(inputs.len().div_ceil(LANES), [[0.0; LANES]; HEAD]);
    for piece in 0..inputs.len() {
        let block = &mut keys[piece / LANES];
        for (lanes, &number) in block.iter_mut().zip(inputs.part(piece, 1, head)) {
            lanes[piece % LANES] = number;
        }
    }
}

/// Writes what a piece gathers in a head.
#[inline(always)]
fn answer(inputs: &Inputs, head: usize, piece: usize, work: &mut Work, output: &mut [f32]) {
    let Work { keys, weights } = work;
    let query = inputs.part(piece, 0, head);
    weights.resize(keys.len(), [0.0; LANES]);
    for (weights, block) in weights.iter_mut().zip(keys.iter()) {
        *weights = compare(query, block);
    }
    let padding = inputs.len() % LANES;
    if let Some(last) = weights.last_mut().filter(|_| padding > 0) {
        last[padding..].fill(f32::MIN);
    }
    let factor = 1.0 / soften(weights);
    let gathered = gather(inputs, head, weights.as_flattened());
    for (output, number) in output.iter_mut().zip(gathered) {
        *output = number * factor;
    }
}

/// The products of a query with a block of keys, scaled by the root of their length.
#[inline(always)]
fn compare(query: &[f32; HEAD], keys: &KeyBlock) -> [f32; LANES] {
    let factor = 1.0 / (HEAD as f32).sqrt();
    let mut sums = [0.0; LANES];
    for (number, keys) in query.iter().zip(keys) {
        for (sum, key) in sums.iter_mut().zip(keys) {
            *sum += number * key;
        }
    }
    sums.map(|sum| sum * factor)
}

/// Turns a query's products into weights (softmax but for the division), and returns their sum.
#[inline(always)]
fn soften(weights: &mut [[f32; LANES]]) -> f32 {
    let mut highest = [f32::MIN; LANES];
    for block in weights.iter() {
        for (highest, &number) in highest.iter_mut().zip(block) {
            *highest = larger(number, *highest);
        }
    }
    let highest = joined(highest, larger);
    let mut sums = [0.0; LANES];
    for block in weights.iter_mut() {
        for (sum, number) in sums.iter_mut().zip(block) {
            *number = exponential(*number - highest);
            *sum += *number;
        }
    }
    sum(sums)
}

/// The weighted sum of the values.
#[inline(always)]
fn gather(inputs: &Inputs, head: usize, weights: &[f32]) -> [f32; HEAD] {
    let mut sums = [0.0; HEAD];
    for (piece, weight) in weights.iter().enumerate().take(inputs.len()) {
        for (sum, number) in sums.iter_mut().zip(inputs.part(piece, 2, head)) {
            *sum += weight * number;
        }
    }
    sums
}
