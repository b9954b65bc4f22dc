//! The kernel for x86-64 with AVX-512 and its VNNI: one instruction multiplies 64 bytes with weights and adds the products
//! to the 16 sums of a panel.

use std::arch::x86_64::{
    _mm512_dpbusd_epi32, _mm512_loadu_si512, _mm512_set1_epi32, _mm512_setzero_si512, _mm512_storeu_si512,
};

use super::tile::{self, Row, Tile, TileSums};
use crate::encoder::dense::{Dense, Group};
use crate::encoder::quantised::QuantisedRows;

/// Rows and panels of a tile: their sums take 24 of the 32 registers.
const ROWS: usize = 8;
const PANELS: usize = 3;

struct Avx512Vnni;

impl<const PANELS: usize> Tile<ROWS, PANELS> for Avx512Vnni {
    #[inline]
    #[target_feature(enable = "avx512f,avx512vnni")]
    unsafe fn sums(rows: &[Row<'_>; ROWS], panels: &[&[Group]; PANELS], sums: &mut TileSums<ROWS, PANELS>) {
        let mut registers = [[_mm512_setzero_si512(); PANELS]; ROWS];
        for step in 0..rows[0].len() {
            let mut weights = [_mm512_setzero_si512(); PANELS];
            for (weights, panel) in weights.iter_mut().zip(panels) {
                // SAFETY: all panels have as many groups as the rows, of 64 bytes each.
                *weights = unsafe { _mm512_loadu_si512(panel.as_ptr().add(step).cast()) };
            }
            for (registers, row) in registers.iter_mut().zip(rows) {
                // SAFETY: all rows have as many groups as the first.
                let group = i32::from_le_bytes(unsafe { *row.get_unchecked(step) });
                let inputs = _mm512_set1_epi32(group);
                for (register, weights) in registers.iter_mut().zip(weights) {
                    *register = _mm512_dpbusd_epi32(*register, inputs, weights);
                }
            }
        }
        for (sums, registers) in sums.iter_mut().zip(registers) {
            for (sums, register) in sums.iter_mut().zip(registers) {
                // SAFETY: the sums of a panel are 512 bits.
                unsafe { _mm512_storeu_si512(sums.as_mut_ptr().cast(), register) };
            }
        }
    }
}

/// Writes the outputs of a layer.
///
/// # Safety
///
/// The processor must know AVX-512 F and VNNI.
#[target_feature(enable = "avx512f,avx512vnni")]
pub unsafe fn apply(layer: &Dense, input: &QuantisedRows, output: &mut [f32]) {
    // SAFETY: the caller vouches for the processor.
    unsafe {
        let done = tile::apply::<Avx512Vnni, ROWS, PANELS>(layer, input, 0, output);
        tile::apply::<Avx512Vnni, ROWS, 1>(layer, input, done, output);
    }
}
