//! Rows of numbers in 8 bits each, made anew for every product.
//!
//! The bytes of a row are evenly spaced between its smallest number and its largest (asymmetric quantisation), because
//! the rows after a GELU have hardly anything below zero.

use super::functions::{gelu, joined, larger, rounded, smaller};
use crate::vector_unit::vectorised;

/// Numbers that are looked at side by side.
const LANES: usize = 16;
/// Steps between the smallest number and the largest.
const STEPS: f32 = 255.0;

/// Rows of equal length, in which a byte stands for `low + step · byte`.
#[derive(Debug, Default)]
pub struct QuantisedRows {
    bytes: Vec<u8>,
    width: usize,
    scales: Vec<Scale>,
}

/// What the bytes of a row stand for.
#[derive(Debug, Default, Clone, Copy, PartialEq)]
pub struct Scale {
    /// The number of byte 0.
    pub low: f32,
    /// From one byte to the next.
    pub step: f32,
}

impl QuantisedRows {
    /// Number of rows.
    pub fn len(&self) -> usize {
        self.scales.len()
    }

    /// The bytes of a row.
    pub fn row(&self, number: usize) -> &[u8] {
        &self.bytes[number * self.width..][..self.width]
    }

    /// What they stand for.
    pub fn scale(&self, number: usize) -> Scale {
        self.scales[number]
    }

    /// Takes over `numbers`, in rows of `width`, a multiple of 16.
    pub fn fill(&mut self, numbers: &[f32], width: usize) {
        self.resize(numbers, width);
        quantise_rows(numbers, &mut self.scales, &mut self.bytes);
    }

    /// Takes over the GELU of `numbers`, which is written in their place.
    pub fn fill_with_gelu(&mut self, numbers: &mut [f32], width: usize) {
        self.resize(numbers, width);
        quantise_gelu(numbers, &mut self.scales, &mut self.bytes);
    }

    fn resize(&mut self, numbers: &[f32], width: usize) {
        assert!(width.is_multiple_of(LANES) && numbers.len().is_multiple_of(width), "rows of a wrong width");
        self.width = width;
        self.bytes.resize(numbers.len(), 0);
        self.scales.resize(numbers.len() / width, Scale::default());
    }
}

vectorised! {
    fn quantise_rows(numbers: &[f32], scales: &mut [Scale], bytes: &mut [u8]) {
        let width = numbers.len() / scales.len().max(1);
        for (row, scale) in scales.iter_mut().enumerate() {
            let place = row * width..(row + 1) * width;
            *scale = quantise(&numbers[place.clone()], &mut bytes[place]);
        }
    }
}

vectorised! {
    fn quantise_gelu(numbers: &mut [f32], scales: &mut [Scale], bytes: &mut [u8]) {
        let width = numbers.len() / scales.len().max(1);
        for (row, scale) in scales.iter_mut().enumerate() {
            let place = row * width..(row + 1) * width;
            let numbers = &mut numbers[place.clone()];
            for number in numbers.iter_mut() {
                *number = gelu(*number);
            }
            *scale = quantise(numbers, &mut bytes[place]);
        }
    }
}

#[inline(always)]
fn quantise(row: &[f32], bytes: &mut [u8]) -> Scale {
    let (low, high) = extremes(row);
    let range = high - low;
    let factor = if range > 0.0 { STEPS / range } else { 0.0 };
    for (byte, number) in bytes.iter_mut().zip(row) {
        *byte = rounded((number - low) * factor);
    }
    Scale { low, step: range / STEPS }
}

/// The smallest number and the largest.
#[inline(always)]
fn extremes(row: &[f32]) -> (f32, f32) {
    let chunks = row.as_chunks::<LANES>().0;
    let (mut lows, mut highs) = (chunks[0], chunks[0]);
    for chunk in chunks {
        for ((low, high), &number) in lows.iter_mut().zip(&mut highs).zip(chunk) {
            *low = smaller(number, *low);
            *high = larger(number, *high);
        }
    }
    (joined(lows, smaller), joined(highs, larger))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_is_the_nearest_of_256_steps() {
        let numbers: Vec<f32> = (0..64).map(|number| (number as f32 - 9.0) * 0.37).collect();
        let mut rows = QuantisedRows::default();
        rows.fill(&numbers, 32);
        assert_eq!((rows.len(), rows.row(1).len()), (2, 32));
        for (row, numbers) in numbers.chunks(32).enumerate() {
            let Scale { low, step } = rows.scale(row);
            for (byte, number) in rows.row(row).iter().zip(numbers) {
                assert!((low + step * f32::from(*byte) - number).abs() <= step * 0.501);
            }
        }
    }

    #[test]
    fn a_row_of_equal_numbers_has_no_steps() {
        let mut rows = QuantisedRows::default();
        rows.fill(&[2.5; 16], 16);
        assert_eq!((rows.row(0), rows.scale(0)), ([0; 16].as_slice(), Scale { low: 2.5, step: 0.0 }));
    }
}
