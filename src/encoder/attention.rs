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
/// Pieces whose queries are answered side by side: while one sum is added to, the next is.
const QUERIES: usize = 2;

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
    /// For each block of keys how well they answer each of some queries.
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
            let mut piece = 0;
            for output in output.chunks_mut(QUERIES * inputs.width) {
                if output.len() == QUERIES * inputs.width {
                    answer::<QUERIES>(inputs, head, piece, work, output);
                } else {
                    answer::<1>(inputs, head, piece, work, output);
                }
                piece += QUERIES;
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

/// Writes what each of some pieces, `first` the first, gathers in a head.
#[inline(always)]
fn answer<const COUNT: usize>(
    inputs: &Inputs,
    head: usize,
    first: usize,
    work: &mut Work,
    output: &mut [f32],
) {
    let Work { keys, weights } = work;
    let queries: [_; COUNT] = std::array::from_fn(|query| inputs.part(first + query, 0, head));
    weights.resize(COUNT * keys.len(), [0.0; LANES]);
    let weights: &mut [[[f32; LANES]; COUNT]] = weights[..COUNT * keys.len()].as_chunks_mut().0;
    for (weights, block) in weights.iter_mut().zip(keys.iter()) {
        *weights = compare(&queries, block);
    }
    let padding = inputs.len() % LANES;
    if let Some(last) = weights.last_mut().filter(|_| padding > 0) {
        last.iter_mut().for_each(|weights| weights[padding..].fill(f32::MIN));
    }
    let sums: [f32; COUNT] = std::array::from_fn(|query| soften(weights, query));
    let gathered = gather(inputs, head, weights);
    for ((output, gathered), sum) in output.chunks_exact_mut(inputs.width).zip(gathered).zip(sums) {
        let factor = 1.0 / sum;
        for (output, number) in output[head * HEAD..].iter_mut().zip(gathered) {
            *output = number * factor;
        }
    }
}

/// The products of queries with a block of keys, scaled by the root of their length.
#[inline(always)]
fn compare<const COUNT: usize>(queries: &[&[f32; HEAD]; COUNT], keys: &KeyBlock) -> [[f32; LANES]; COUNT] {
    let factor = 1.0 / (HEAD as f32).sqrt();
    let mut sums = [[0.0; LANES]; COUNT];
    for (place, keys) in keys.iter().enumerate() {
        for (sums, query) in sums.iter_mut().zip(queries) {
            for (sum, key) in sums.iter_mut().zip(keys) {
                *sum += query[place] * key;
            }
        }
    }
    sums.map(|sums| sums.map(|sum| sum * factor))
}

/// Turns the products of one of the queries into weights (softmax but for the division), and returns their sum.
#[inline(always)]
fn soften<const COUNT: usize>(weights: &mut [[[f32; LANES]; COUNT]], query: usize) -> f32 {
    let mut highest = [f32::MIN; LANES];
    for block in weights.iter() {
        for (highest, &number) in highest.iter_mut().zip(&block[query]) {
            *highest = larger(number, *highest);
        }
    }
    let highest = joined(highest, larger);
    let mut sums = [0.0; LANES];
    for block in weights.iter_mut() {
        for (sum, number) in sums.iter_mut().zip(&mut block[query]) {
            *number = exponential(*number - highest);
            *sum += *number;
        }
    }
    sum(sums)
}

/// For each query the weighted sum of the values.
#[inline(always)]
fn gather<const COUNT: usize>(
    inputs: &Inputs,
    head: usize,
    weights: &[[[f32; LANES]; COUNT]],
) -> [[f32; HEAD]; COUNT] {
    let mut sums = [[0.0; HEAD]; COUNT];
    for piece in 0..inputs.len() {
        let (values, weights) = (inputs.part(piece, 2, head), &weights[piece / LANES]);
        for (sums, weights) in sums.iter_mut().zip(weights) {
            let weight = weights[piece % LANES];
            for (sum, value) in sums.iter_mut().zip(values) {
                *sum += weight * value;
            }
        }
    }
    sums
}
