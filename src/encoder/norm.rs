//! Layer normalisation (Ba et al. 2016): each row is brought to mean 0 and variance 1, then scaled and shifted.

use std::borrow::Cow;

use super::functions;
use crate::vector_unit::vectorised;
use crate::weights::Weights;

/// Numbers that are summed side by side.
const LANES: usize = 16;
/// Keeps a row without variance from dividing by zero.
const EPSILON: f32 = 1e-12;

/// One normalisation.
#[derive(Debug)]
pub struct Norm {
    scale: Cow<'static, [f32]>,
    shift: Cow<'static, [f32]>,
}

impl Norm {
    /// The normalisation of the sections `name.scale` and `name.shift`.
    pub fn load(weights: &Weights, name: &str) -> Self {
        let part = |part: &str| weights.floats(&format!("{name}.{part}"));
        Self { scale: part("scale"), shift: part("shift") }
    }

    /// Normalises each row of `rows`.
    pub fn apply(&self, rows: &mut [f32]) {
        normalise_rows(self, rows);
    }

    /// Adds `more` to `rows`, number by number, and normalises each row.
    pub fn apply_to_sum(&self, rows: &mut [f32], more: &[f32]) {
        add(rows, more);
        normalise_rows(self, rows);
    }
}

vectorised! {
    fn add(sums: &mut [f32], numbers: &[f32]) {
        for (sum, number) in sums.iter_mut().zip(numbers) {
            *sum += number;
        }
    }
}

vectorised! {
    fn normalise_rows(norm: &Norm, rows: &mut [f32]) {
        for row in rows.chunks_exact_mut(norm.scale.len()) {
            let count = row.len() as f32;
            let mean = sum(row, |number| number) / count;
            for number in row.iter_mut() {
                *number -= mean;
            }
            let variance = sum(row, |number| number * number) / count;
            let factor = 1.0 / (variance + EPSILON).sqrt();
            for ((number, scale), shift) in row.iter_mut().zip(&*norm.scale).zip(&*norm.shift) {
                *number = *number * factor * scale + shift;
            }
        }
    }
}

/// The sum of what `of` makes of the numbers, in lanes that the processor adds side by side.
#[inline(always)]
fn sum(row: &[f32], of: impl Fn(f32) -> f32) -> f32 {
    let mut lanes = [0.0; LANES];
    for chunk in row.as_chunks::<LANES>().0 {
        for (lane, &number) in lanes.iter_mut().zip(chunk) {
            *lane += of(number);
        }
    }
    functions::sum(lanes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_have_mean_0_and_variance_1_before_scale_and_shift() {
        let norm = Norm { scale: vec![2.0; 16].into(), shift: vec![0.5; 16].into() };
        let mut rows: Vec<f32> = (0..32).map(|number| (number * number) as f32).collect();
        norm.apply_to_sum(&mut rows, &[1.0; 32]);
        for row in rows.chunks(16) {
            let mean = row.iter().sum::<f32>() / 16.0;
            let variance = row.iter().map(|number| (number - mean) * (number - mean)).sum::<f32>() / 16.0;
            assert!((mean - 0.5).abs() < 1e-5 && (variance - 4.0).abs() < 1e-4);
        }
    }
}
