//! Products of bytes with 8-bit weights, for the processors that there are.
//!
//! A kernel computes a tile: some rows of the input with some panels of weights, whose sums stay in the processor's
//! registers. The sums are exact, so every kernel gives the same, and the fastest that the processor has is taken.

#[cfg(target_arch = "x86_64")]
mod avx2;
#[cfg(target_arch = "x86_64")]
mod avx512_vnni;
#[cfg(target_arch = "x86_64")]
mod avx_vnni;
mod portable;
mod tile;

use super::dense::Dense;
use super::quantised::QuantisedRows;

/// A way to compute products that the processor at hand knows; there are no values of any other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kernel(Kind);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Portable,
    #[cfg(target_arch = "x86_64")]
    Avx2,
    #[cfg(target_arch = "x86_64")]
    AvxVnni,
    #[cfg(target_arch = "x86_64")]
    Avx512Vnni,
}

impl Kernel {
    /// Those that the processor knows, from the slowest to the fastest.
    pub fn available() -> Vec<Self> {
        let known = [
            (true, Kind::Portable),
            #[cfg(target_arch = "x86_64")]
            (is_x86_feature_detected!("avx2"), Kind::Avx2),
            #[cfg(target_arch = "x86_64")]
            (is_x86_feature_detected!("avx2") && is_x86_feature_detected!("avxvnni"), Kind::AvxVnni),
            #[cfg(target_arch = "x86_64")]
            (is_x86_feature_detected!("avx512f") && is_x86_feature_detected!("avx512vnni"), Kind::Avx512Vnni),
        ];
        known.into_iter().filter(|(known, _)| *known).map(|(_, kind)| Self(kind)).collect()
    }

    /// The fastest that the processor knows.
    pub fn best() -> Self {
        Self::available().pop().unwrap_or(Self(Kind::Portable))
    }

    /// What the kernel is called after.
    pub fn name(self) -> &'static str {
        match self.0 {
            Kind::Portable => "portable",
            #[cfg(target_arch = "x86_64")]
            Kind::Avx2 => "AVX2",
            #[cfg(target_arch = "x86_64")]
            Kind::AvxVnni => "AVX-VNNI",
            #[cfg(target_arch = "x86_64")]
            Kind::Avx512Vnni => "AVX-512 VNNI",
        }
    }

    /// Writes the outputs of a layer, a row for each row of the input.
    pub(super) fn apply(self, layer: &Dense, input: &QuantisedRows, output: &mut Vec<f32>) {
        output.resize(input.len() * layer.outputs(), 0.0);
        match self.0 {
            Kind::Portable => portable::apply(layer, input, output),
            // SAFETY: there is such a value only where the processor was asked.
            #[cfg(target_arch = "x86_64")]
            Kind::Avx2 => unsafe { avx2::apply(layer, input, output) },
            // SAFETY: as above.
            #[cfg(target_arch = "x86_64")]
            Kind::AvxVnni => unsafe { avx_vnni::apply(layer, input, output) },
            // SAFETY: as above.
            #[cfg(target_arch = "x86_64")]
            Kind::Avx512Vnni => unsafe { avx512_vnni::apply(layer, input, output) },
        }
    }
}

#[cfg(test)]
mod kernels_tests;
