//! The kernel for any processor.
//!
//! A byte times a weight fits into 16 bits. The loop is shaped so that compilers turn it into the vector instructions that
//! every x86-64 and every ARM processor has.

use super::tile::{self, Row, Tile, TileSums};
use crate::encoder::dense::{Dense, GROUP, Group, PANEL};
use crate::encoder::quantised::QuantisedRows;

/// Products that are summed side by side.
const LANES: usize = PANEL * GROUP;

struct Portable;

impl Tile<1, 1> for Portable {
    #[inline(always)]
    unsafe fn sums(&[row]: &[Row<'_>; 1], [panel]: &[&[Group]; 1], sums: &mut TileSums<1, 1>) {
        let mut lanes = [0_i32; LANES];
        for (inputs, group) in row.iter().zip(*panel) {
            let inputs: [[i16; GROUP]; PANEL] = [inputs.map(i16::from); PANEL];
            for ((sum, input), &weight) in
                lanes.iter_mut().zip(inputs.as_flattened()).zip(group.as_flattened())
            {
                *sum += i32::from(input * i16::from(weight));
            }
        }
        for (output, lanes) in sums[0][0].iter_mut().zip(lanes.as_chunks::<GROUP>().0) {
            *output = lanes.iter().sum();
        }
    }
}

/// Writes the outputs of a layer.
pub fn apply(layer: &Dense, input: &QuantisedRows, output: &mut [f32]) {
    // SAFETY: the kernel stands on nothing in particular.
    unsafe { tile::apply::<Portable, 1, 1>(layer, input, 0, output) };
}
