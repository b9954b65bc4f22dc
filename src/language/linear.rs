//! The dense product that every layer of the networks stands on.

use std::borrow::Cow;

use crate::weights::Weights;

/// `output = input · weights + bias` for many rows at once.
#[derive(Debug)]
pub struct Linear {
    /// Input rows × output columns, row by row.
    weights: Cow<'static, [f32]>,
    bias: Cow<'static, [f32]>,
    inputs: usize,
}

impl Linear {
    /// The layer of the sections `name.weights` and `name.bias`.
    pub fn load(weights: &Weights, name: &str) -> Self {
        let bias = weights.floats(&format!("{name}.bias"));
        Self::new(weights.floats(&format!("{name}.weights")), bias)
    }

    /// A layer with as many outputs as `bias` has numbers.
    pub fn new(weights: Cow<'static, [f32]>, bias: Cow<'static, [f32]>) -> Self {
        let inputs = weights.len() / bias.len();
        assert_eq!(weights.len(), inputs * bias.len(), "weights and bias of a layer do not fit");
        Self { weights, bias, inputs }
    }

    /// Numbers in a row of the output.
    pub fn outputs(&self) -> usize {
        self.bias.len()
    }

    /// One number for every output.
    pub fn bias(&self) -> &[f32] {
        &self.bias
    }

    /// The outputs of many rows, one row after the other; see [`Linear::product`] for the arguments.
    pub fn apply(&self, input: &[f32], stride: usize, rows: usize, output: &mut Vec<f32>) {
        self.product(input, stride, rows, output);
        for row in output.chunks_exact_mut(self.outputs()) {
            for (sum, bias) in row.iter_mut().zip(self.bias()) {
                *sum += bias;
            }
        }
    }

    /// Puts into `output` what `rows` rows of `input` give without the bias; each starts `stride` numbers after the one
    /// before, and they may overlap, which makes windows of neighbouring vectors without copying them.
    pub fn product(&self, input: &[f32], stride: usize, rows: usize, output: &mut Vec<f32>) {
        output.clear();
        if rows == 0 {
            return;
        }
        let (inner, columns) = (self.inputs, self.outputs());
        assert!(input.len() >= (rows - 1) * stride + inner && self.weights.len() == inner * columns);
        output.reserve(rows * columns);
        // SAFETY: the assertion keeps every row of the input and of the weights inside its slice. The output has room
        // for `rows` rows of `columns` numbers; with a factor of 0 they are not read, and all of them are written.
        unsafe {
            matrixmultiply::sgemm(
                rows,
                inner,
                columns,
                1.0,
                input.as_ptr(),
                stride as isize,
                1,
                self.weights.as_ptr(),
                columns as isize,
                1,
                0.0,
                output.as_mut_ptr(),
                columns as isize,
                1,
            );
            output.set_len(rows * columns);
        }
    }
}

/// Outputs that are summed side by side in the processor's registers.
const LANES: usize = 32;

/// The same layer for one row at a time, where packing the weights for a large product would cost more than it.
#[derive(Debug)]
pub struct RowLinear {
    /// Blocks of [`LANES`] outputs, each with a row of weights for every input; the last is filled up with zeros.
    blocks: Vec<Vec<[f32; LANES]>>,
    bias: Vec<[f32; LANES]>,
    outputs: usize,
}

impl RowLinear {
    /// The layer of the sections `name.weights` and `name.bias`.
    pub fn load(weights: &Weights, name: &str) -> Self {
        let Linear { weights, bias, .. } = Linear::load(weights, name);
        let outputs = bias.len();
        let block = |row: &[f32], number: usize| {
            let mut lanes = [0.0; LANES];
            let part = &row[number * LANES..outputs.min((number + 1) * LANES)];
            lanes[..part.len()].copy_from_slice(part);
            lanes
        };
        let numbers = 0..outputs.div_ceil(LANES);
        Self {
            blocks: numbers
                .clone()
                .map(|number| weights.chunks_exact(outputs).map(|row| block(row, number)).collect())
                .collect(),
            bias: numbers.map(|number| block(&bias, number)).collect(),
            outputs,
        }
    }

    /// Numbers in the output.
    pub fn outputs(&self) -> usize {
        self.outputs
    }

    /// Writes the layer's outputs for one row of input.
    #[inline(always)]
    pub fn apply(&self, input: &[f32], output: &mut [f32]) {
        for ((block, bias), output) in self.blocks.iter().zip(&self.bias).zip(output.chunks_mut(LANES)) {
            let mut sums = [0.0; LANES];
            for (number, weights) in input.iter().zip(block) {
                for (sum, weight) in sums.iter_mut().zip(weights) {
                    *sum += number * weight;
                }
            }
            for ((output, sum), bias) in output.iter_mut().zip(sums).zip(bias) {
                *output = sum + bias;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::built_in;

    #[test]
    fn overlapping_rows_make_windows() {
        let layer = Linear::new(vec![1.0, 10.0, 2.0, 20.0].into(), vec![0.5, 0.0].into());
        let mut output = Vec::new();
        layer.apply(&[1.0, 2.0, 3.0], 1, 2, &mut output);
        assert_eq!(output, [5.5, 50.0, 8.5, 80.0]);
        layer.apply(&[], 1, 0, &mut output);
        assert!(output.is_empty());
    }

    #[test]
    fn one_row_gives_what_many_rows_give() {
        let weights = built_in::weights();
        let (many, single) =
            (Linear::load(&weights, "parser.upper"), RowLinear::load(&weights, "parser.upper"));
        let input: Vec<f32> = (0..64).map(|number| (number as f32 / 7.0).sin()).collect();
        let mut alone = vec![0.0; single.outputs()];
        single.apply(&input, &mut alone);
        let mut together = Vec::new();
        many.apply(&input, 64, 1, &mut together);
        assert!(together.iter().zip(&alone).all(|(one, other)| (one - other).abs() < 1e-4));
    }
}
