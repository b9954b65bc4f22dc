//! Loops compiled for the vector unit of the processor at hand.
//!
//! The binary runs on any processor of its architecture, so the compiler may use only what all of them have: on x86-64
//! that is half or a quarter of the width of nearly every machine's. The loops around the dense products are therefore
//! compiled three times, and which of them runs is decided when it does. All add and multiply in the same order, so
//! that their results are equal to the last bit.

/// Declares a function that is compiled for wider vectors, too; what its body calls must be `#[inline(always)]` to have
/// part in it.
macro_rules! vectorised {
    ($(#[$attribute:meta])* $visibility:vis fn $name:ident($($argument:ident: $type:ty),* $(,)?) $body:block) => {
        $(#[$attribute])*
        $visibility fn $name($($argument: $type),*) {
            #[inline(always)]
            fn plain($($argument: $type),*) $body

            #[cfg(target_arch = "x86_64")]
            {
                #[target_feature(enable = "avx2")]
                fn wide($($argument: $type),*) {
                    plain($($argument),*)
                }
                #[target_feature(enable = "avx512f,avx512vl,avx512bw,avx512dq")]
                fn widest($($argument: $type),*) {
                    plain($($argument),*)
                }
                if $crate::vector_unit::has_avx512() {
                    // SAFETY: the processor has just been asked.
                    return unsafe { widest($($argument),*) };
                }
                if is_x86_feature_detected!("avx2") {
                    // SAFETY: the processor has just been asked.
                    return unsafe { wide($($argument),*) };
                }
            }
            plain($($argument),*)
        }
    };
}

pub(crate) use vectorised;

/// Whether the processor has vectors of 512 bits, with what belongs to them since they are common.
#[cfg(target_arch = "x86_64")]
pub fn has_avx512() -> bool {
    is_x86_feature_detected!("avx512f")
        && is_x86_feature_detected!("avx512vl")
        && is_x86_feature_detected!("avx512bw")
        && is_x86_feature_detected!("avx512dq")
}
