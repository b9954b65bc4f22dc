//! A maxout layer with layer normalisation, the building block of the networks.
//!
//! Maxout (Goodfellow et al. 2013): each output is the largest of three linear pieces. Layer normalisation (Ba et
//! al. 2016): each row is brought to mean 0 and variance 1, then scaled and shifted.

use super::linear::Linear;
use super::weights::Weights;

/// Numbers in every vector of the networks.
pub const WIDTH: usize = 96;
const PIECES: usize = 3;
/// Rows that are multiplied at a time, so that the pieces stay in the processor's cache.
const BLOCK: usize = 256;

/// Numbers in a layer's pieces together.
pub const PIECES_WIDTH: usize = PIECES * WIDTH;

#[derive(Debug)]
pub struct Maxout {
    linear: Linear,
    scale: Vec<f32>,
    shift: Vec<f32>,
}

impl Maxout {
    pub fn load(weights: &Weights, name: &str) -> Self {
        let linear = Linear::load(weights, name);
        assert_eq!(linear.outputs(), PIECES_WIDTH, "{name} has the wrong shape");
        let floats = |part: &str| weights.floats(&format!("{name}.{part}"));
        Self { linear, scale: floats("scale"), shift: floats("shift") }
    }

    /// Calls `receive` with each row's number and its [`WIDTH`] outputs; rows of `input` start `stride` numbers apart.
    pub fn apply(
        &self,
        input: &[f32],
        stride: usize,
        rows: usize,
        mut receive: impl FnMut(usize, &[f32; WIDTH]),
    ) {
        let mut pieces = vec![0.0; BLOCK.min(rows) * PIECES_WIDTH];
        for begin in (0..rows).step_by(BLOCK) {
            let count = BLOCK.min(rows - begin);
            self.linear.apply(&input[begin * stride..], stride, count, &mut pieces);
            for (number, row) in pieces.as_chunks::<PIECES_WIDTH>().0[..count].iter().enumerate() {
                receive(begin + number, &self.finish(row));
            }
        }
    }

    /// The layer's outputs from the sums of its pieces.
    pub fn finish(&self, pieces: &[f32; PIECES_WIDTH]) -> [f32; WIDTH] {
        self.normalised(&largest(pieces))
    }

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

/// The largest of the pieces, output by output.
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
fn sum(row: &[f32; WIDTH]) -> f32 {
    let mut lanes = [0.0; 16];
    for chunk in row.as_chunks::<16>().0 {
        for (lane, number) in lanes.iter_mut().zip(chunk) {
            *lane += number;
        }
    }
    lanes.iter().sum()
}
