//! The dense product that every layer of the networks stands on.

use super::weights::Weights;

/// `output = input · weights + bias` for many rows at once.
#[derive(Debug)]
pub struct Linear {
    /// Input rows × output columns, row by row.
    weights: Vec<f32>,
    bias: Vec<f32>,
    inputs: usize,
}

impl Linear {
    pub fn load(weights: &Weights, name: &str) -> Self {
        let bias = weights.floats(&format!("{name}.bias"));
        Self::new(weights.floats(&format!("{name}.weights")), bias)
    }

    /// A layer with as many outputs as `bias` has numbers.
    pub fn new(weights: Vec<f32>, bias: Vec<f32>) -> Self {
        let inputs = weights.len() / bias.len();
        assert_eq!(weights.len(), inputs * bias.len(), "weights and bias of a layer do not fit");
        Self { weights, bias, inputs }
    }

    pub fn outputs(&self) -> usize {
        self.bias.len()
    }

    /// Multiplies `rows` rows of `input`, each starting `stride` numbers after the one before; rows may overlap,
    /// which gives a window of neighbouring vectors without copying them.
    pub fn apply(&self, input: &[f32], stride: usize, rows: usize, output: &mut [f32]) {
        let columns = self.outputs();
        for row in output[..rows * columns].chunks_exact_mut(columns) {
            row.copy_from_slice(&self.bias);
        }
        add_product(input, stride, rows, &self.weights, self.inputs, &mut output[..rows * columns]);
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

    pub fn outputs(&self) -> usize {
        self.outputs
    }

    /// Writes the layer's outputs for one row of input.
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

/// `output += input · weights`, with `inner` inputs a row.
fn add_product(input: &[f32], stride: usize, rows: usize, weights: &[f32], inner: usize, output: &mut [f32]) {
    if rows == 0 {
        return;
    }
    let columns = output.len() / rows;
    assert!(input.len() >= (rows - 1) * stride + inner && weights.len() == inner * columns);
    // SAFETY: the assertion keeps every row of the input and of the weights inside its slice; the output is `rows`
    // rows of `columns` numbers, and being borrowed mutably overlaps neither.
    unsafe {
        matrixmultiply::sgemm(
            rows,
            inner,
            columns,
            1.0,
            input.as_ptr(),
            stride as isize,
            1,
            weights.as_ptr(),
            columns as isize,
            1,
            1.0,
            output.as_mut_ptr(),
            columns as isize,
            1,
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlapping_rows_make_windows() {
        let layer = Linear::new(vec![1.0, 10.0, 2.0, 20.0], vec![0.5, 0.0]);
        let mut output = [0.0; 4];
        layer.apply(&[1.0, 2.0, 3.0], 1, 2, &mut output);
        assert_eq!(output, [5.5, 50.0, 8.5, 80.0]);
    }

    #[test]
    fn one_row_gives_what_many_rows_give() {
        let weights = Weights::embedded();
        let (many, single) =
            (Linear::load(&weights, "parser.upper"), RowLinear::load(&weights, "parser.upper"));
        let input: Vec<f32> = (0..64).map(|number| (number as f32 / 7.0).sin()).collect();
        let mut outputs = [vec![0.0; many.outputs()], vec![0.0; single.outputs()]];
        many.apply(&input, 64, 1, &mut outputs[0]);
        single.apply(&input, &mut outputs[1]);
        assert!(outputs[0].iter().zip(&outputs[1]).all(|(one, other)| (one - other).abs() < 1e-4));
    }
}
