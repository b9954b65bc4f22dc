//! The kernel for any processor.
//!
//! A byte times a weight fits into 16 bits. The loop is shaped so that compilers turn it into the vector instructions that
//! every x86-64 and every ARM processor has.

use super::tile::{self, GROUP, Group, Row, Tile, TileSums};
use crate::encoder::dense::Dense;
use crate::encoder::quantised::QuantisedRows;

/// Products that are summed side by side: those of four outputs.
const LANES: usize = 4 * GROUP;

struct Portable;

impl Tile<1, 1> for Portable {
    #[inline(always)]
    unsafe fn sums(&[row]: &[Row<'_>; 1], [panel]: &[&[Group]; 1], sums: &mut TileSums<1, 1>) {
        for (part, outputs) in sums[0][0].as_chunks_mut::<{ LANES / GROUP }>().0.iter_mut().enumerate() {
            let mut lanes = [0_i32; LANES];
            for (inputs, group) in row.iter().zip(*panel) {
                let weights = &group.as_flattened().as_chunks::<LANES>().0[part];
                let inputs: [i16; LANES] = std::array::from_fn(|lane| i16::from(inputs[lane % GROUP]));
                for ((sum, input), &weight) in lanes.iter_mut().zip(inputs).zip(weights) {
                    *sum += i32::from(input * i16::from(weight));
                }
            }
            for (output, lanes) in outputs.iter_mut().zip(lanes.as_chunks::<GROUP>().0) {
                *output = lanes.iter().sum();
            }
        }
    }
}

/// Writes the outputs of a layer.
pub fn apply(layer: &Dense, input: &QuantisedRows, output: &mut [f32]) {
    // SAFETY: the kernel stands on nothing in particular.
    unsafe { tile::apply::<Portable, 1, 1>(layer, input, 0, output) };
}
