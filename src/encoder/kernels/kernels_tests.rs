//! Every kernel against sums made one by one, with the largest numbers that there are.

use super::*;
use crate::encoder::dense::Dense;
use crate::encoder::quantised::QuantisedRows;

/// Each output is the sum of the inputs' bytes times the integers of the layer.
fn expected(integers: &[Vec<i8>], input: &QuantisedRows) -> Vec<f32> {
    let sum = |row: usize, integers: &Vec<i8>| {
        let products =
            input.row(row).iter().zip(integers).map(|(&byte, &weight)| i32::from(byte) * i32::from(weight));
        products.sum::<i32>() as f32
    };
    (0..input.len()).flat_map(|row| integers.iter().map(move |integers| sum(row, integers))).collect()
}

/// Rows from 0 to 255, whose bytes are their numbers.
fn input(rows: usize, width: usize) -> QuantisedRows {
    let number = |place: usize| match place % width {
        0 => 0,
        1 => 255,
        _ if place / width == 1 => 255,
        _ => place * 89 % 256,
    };
    let numbers: Vec<f32> = (0..rows * width).map(|place| number(place) as f32).collect();
    let mut quantised = QuantisedRows::default();
    quantised.fill(&numbers, width);
    quantised
}

#[test]
fn every_kernel_gives_exact_sums() {
    let width = 1536;
    let integer = |output: usize, input: usize| match output {
        0 => 127,
        1 => -127,
        _ => (((output * 31 + input * 57) % 255) as u8).cast_signed(),
    };
    // One panel, and numbers of rows and panels that leave rests in every tile.
    for (rows, outputs) in [(1, 16), (7, 64), (9, 48), (25, 80)] {
        let integers: Vec<Vec<i8>> =
            (0..outputs).map(|output| (0..width).map(|input| integer(output, input)).collect()).collect();
        let layer = Dense::of_integers(&integers);
        let input = input(rows, width);
        for kernel in Kernel::available() {
            let mut output = Vec::new();
            kernel.apply(&layer, &input, &mut output);
            assert!(
                output == expected(&integers, &input),
                "{}, {rows} rows, {outputs} outputs",
                kernel.name()
            );
        }
    }
}
