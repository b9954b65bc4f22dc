//! A maxout layer with layer normalisation, the building block of the networks.
//!
//! Maxout (Goodfellow et al. 2013): each output is the largest of three linear pieces. Layer normalisation (Ba et
//! al. 2016): each row is brought to mean 0 and variance 1, then scaled and shifted.

use super::linear::Linear;
use crate::vector_unit::vectorised;
use crate::weights::Weights;

/// Numbers in every vector of the networks.
pub const WIDTH: usize = 96;
const PIECES: usize = 3;
/// Rows that are multiplied at a time, so that the pieces stay in the processor's cache.
const BLOCK: usize = 256;

/// Numbers in a layer's pieces together.
pub const PIECES_WIDTH: usize = PIECES * WIDTH;

/// One layer, [`WIDTH`] numbers to a row of the output.
#[derive(Debug)]
pub struct Maxout {
    linear: Linear,
    bias: [f32; PIECES_WIDTH],
    scale: [f32; WIDTH],
    shift: [f32; WIDTH],
}

impl Maxout {
    /// The layer of the sections `name.weights`, `name.bias`, `name.scale` and `name.shift`.
    pub fn load(weights: &Weights, name: &str) -> Self {
        let linear = Linear::load(weights, name);
        assert_eq!(linear.outputs(), PIECES_WIDTH, "{name} has the wrong shape");
        let bias = linear.bias().try_into().expect("a bias for every piece");
        let floats = |part: &str| {
            let numbers = weights.floats(&format!("{name}.{part}"));
            numbers.as_ref().try_into().expect("a number for every output")
        };
        Self { linear, bias, scale: floats("scale"), shift: floats("shift") }
    }

    /// Adds the layer's outputs to `sums`, for as many rows as these; rows of `input` start `stride` numbers apart.
    pub fn add_outputs(
        &self,
        input: &[f32],
        stride: usize,
        pieces: &mut Vec<f32>,
        sums: &mut [[f32; WIDTH]],
    ) {
        for (number, sums) in sums.chunks_mut(BLOCK).enumerate() {
            self.linear.product(&input[number * BLOCK * stride..], stride, sums.len(), pieces);
            add_finished(self, pieces.as_chunks().0, sums);
        }
    }

    /// The layer's outputs from its products.
    #[inline(always)]
    pub fn finish(&self, products: &[f32; PIECES_WIDTH]) -> [f32; WIDTH] {
        let mut pieces = *products;
        add(&mut pieces, &self.bias);
        self.normalised(&largest(&pieces))
    }

    #[inline(always)]
    fn normalised(&self, row: &[f32; WIDTH]) -> [f32; WIDTH] {
        const COUNT: f32 = WIDTH as f32;
        let mean = sum(row) / COUNT;
        let centred = row.map(|number| number - mean);
        let variance = sum(&centred.map(|number| number * number)) / COUNT;
        let factor = 1.0 / (variance + 1e-8).sqrt();
        let mut output = [0.0; WIDTH];
        for ((number, &centred), (&scale, &shift)) in
            output.iter_mut().zip(&centred).zip(self.scale.iter().zip(&self.shift))
        {
            *number = centred * factor * scale + shift;
        }
        output
    }
}

vectorised! {
    fn add_finished(layer: &Maxout, products: &[[f32; PIECES_WIDTH]], sums: &mut [[f32; WIDTH]]) {
        for (sums, products) in sums.iter_mut().zip(products) {
            add(sums, &layer.finish(products));
        }
    }
}

/// Adds number by number.
#[inline(always)]
pub fn add<const LENGTH: usize>(sums: &mut [f32; LENGTH], numbers: &[f32; LENGTH]) {
    for (sum, number) in sums.iter_mut().zip(numbers) {
        *sum += number;
    }
}

/// The largest of the pieces, output by output.
#[inline(always)]
fn largest(row: &[f32; PIECES_WIDTH]) -> [f32; WIDTH] {
    let mut best = [0.0; WIDTH];
    for (index, number) in best.iter_mut().enumerate() {
        let (first, second, third) = (row[index], row[WIDTH + index], row[2 * WIDTH + index]);
        let larger = if second > first { second } else { first };
        *number = if third > larger { third } else { larger };
    }
    best
}

/// The sum in sixteen lanes, which the processor adds side by side.
#[inline(always)]
fn sum(row: &[f32; WIDTH]) -> f32 {
    let mut lanes = [0.0; 16];
    for chunk in row.as_chunks::<16>().0 {
        for (lane, number) in lanes.iter_mut().zip(chunk) {
            *lane += number;
        }
    }
    lanes.iter().sum()
}
