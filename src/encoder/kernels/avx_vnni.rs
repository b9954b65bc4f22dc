//! The kernel for x86-64 with AVX-VNNI: one instruction multiplies 32 bytes with weights and adds the products to 8 sums.

use std::arch::x86_64::{
    __m256i, _mm256_dpbusd_avx_epi32, _mm256_loadu_si256, _mm256_set1_epi32, _mm256_setzero_si256,
    _mm256_storeu_si256,
};

use super::tile::{self, Row, Tile, TileSums};
use crate::encoder::dense::{Dense, Group};
use crate::encoder::quantised::QuantisedRows;

const ROWS: usize = 6;
/// Registers for the sums of a row.
const PARTS: usize = 2;

struct AvxVnni;

impl Tile<ROWS, 1> for AvxVnni {
    #[inline]
    #[target_feature(enable = "avx2,avxvnni")]
    unsafe fn sums(rows: &[Row<'_>; ROWS], [panel]: &[&[Group]; 1], sums: &mut TileSums<ROWS, 1>) {
        let mut parts = [[_mm256_setzero_si256(); PARTS]; ROWS];
        for (step, group) in panel.iter().enumerate() {
            let place = group.as_ptr().cast::<__m256i>();
            let mut weights = [_mm256_setzero_si256(); PARTS];
            for (part, weights) in weights.iter_mut().enumerate() {
                // SAFETY: a group has two times 32 bytes.
                *weights = unsafe { _mm256_loadu_si256(place.add(part)) };
            }
            for (parts, row) in parts.iter_mut().zip(rows) {
                // SAFETY: all rows have as many groups as the panel.
                let group = i32::from_le_bytes(unsafe { *row.get_unchecked(step) });
                let inputs = _mm256_set1_epi32(group);
                for (part, weights) in parts.iter_mut().zip(weights) {
                    *part = _mm256_dpbusd_avx_epi32(*part, inputs, weights);
                }
            }
        }
        for (sums, parts) in sums.iter_mut().zip(parts) {
            for (sums, part) in sums[0].as_chunks_mut::<8>().0.iter_mut().zip(parts) {
                // SAFETY: eight sums are 256 bits.
                unsafe { _mm256_storeu_si256(sums.as_mut_ptr().cast(), part) };
            }
        }
    }
}

/// Writes the outputs of a layer.
///
/// # Safety
///
/// The processor must know AVX2 and AVX-VNNI.
#[target_feature(enable = "avx2,avxvnni")]
pub unsafe fn apply(layer: &Dense, input: &QuantisedRows, output: &mut [f32]) {
    // SAFETY: the caller vouches for the processor.
    unsafe { tile::apply::<AvxVnni, ROWS, 1>(layer, input, 0, output) };
}
