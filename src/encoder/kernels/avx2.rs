//! The kernel for x86-64 with AVX2.
//!
//! Its product of bytes with signed bytes (`vpmaddubsw`) cuts large sums off, so both are widened to 16 bits first; the
//! weights are, once for three rows.

use std::arch::x86_64::{
    __m128i, __m256i, _mm_loadu_si128, _mm_set1_epi32, _mm256_add_epi32, _mm256_cvtepi8_epi16,
    _mm256_cvtepu8_epi16, _mm256_hadd_epi32, _mm256_madd_epi16, _mm256_permute4x64_epi64,
    _mm256_setzero_si256, _mm256_storeu_si256,
};

use super::tile::{self, Row, Tile, TileSums};
use crate::encoder::dense::{Dense, Group, Sums};
use crate::encoder::quantised::QuantisedRows;

const ROWS: usize = 3;
/// Registers for the sums of a row: two halves of four outputs' sums each.
const PARTS: usize = 4;

struct Avx2;

impl Tile<ROWS, 1> for Avx2 {
    #[inline]
    #[target_feature(enable = "avx2")]
    unsafe fn sums(rows: &[Row<'_>; ROWS], [panel]: &[&[Group]; 1], sums: &mut TileSums<ROWS, 1>) {
        let mut parts = [[_mm256_setzero_si256(); ROWS]; PARTS];
        for (step, group) in panel.iter().enumerate() {
            let mut inputs = [_mm256_setzero_si256(); ROWS];
            for (inputs, row) in inputs.iter_mut().zip(rows) {
                // SAFETY: all rows have as many groups as the panel.
                let group = i32::from_le_bytes(unsafe { *row.get_unchecked(step) });
                *inputs = _mm256_cvtepu8_epi16(_mm_set1_epi32(group));
            }
            let weights = group.as_ptr().cast::<__m128i>();
            for (part, sums) in parts.iter_mut().enumerate() {
                // SAFETY: a group has four times 16 bytes.
                let weights = _mm256_cvtepi8_epi16(unsafe { _mm_loadu_si128(weights.add(part)) });
                for (sum, inputs) in sums.iter_mut().zip(inputs) {
                    *sum = _mm256_add_epi32(*sum, _mm256_madd_epi16(inputs, weights));
                }
            }
        }
        for (row, sums) in sums.iter_mut().enumerate() {
            join(&[parts[0][row], parts[1][row], parts[2][row], parts[3][row]], &mut sums[0]);
        }
    }
}

/// Adds the halves of each output's sum.
#[inline]
#[target_feature(enable = "avx2")]
fn join(parts: &[__m256i; PARTS], sums: &mut Sums) {
    for (sums, parts) in sums.as_chunks_mut::<8>().0.iter_mut().zip(parts.as_chunks::<2>().0) {
        // Of each half register, the sums of two outputs come out side by side.
        let added = _mm256_permute4x64_epi64::<0b11_01_10_00>(_mm256_hadd_epi32(parts[0], parts[1]));
        // SAFETY: eight sums are 256 bits.
        unsafe { _mm256_storeu_si256(sums.as_mut_ptr().cast(), added) };
    }
}

/// Writes the outputs of a layer.
///
/// # Safety
///
/// The processor must know AVX2.
#[target_feature(enable = "avx2")]
pub unsafe fn apply(layer: &Dense, input: &QuantisedRows, output: &mut [f32]) {
    // SAFETY: the caller vouches for the processor.
    unsafe { tile::apply::<Avx2, ROWS, 1>(layer, input, 0, output) };
}
