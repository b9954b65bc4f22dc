//! Loops compiled for the vector unit of the processor at hand.
//!
//! The binary runs on any processor of its architecture, so the compiler may use only what all of them have: on x86-64
//! that is half the width of nearly every machine's. The loops around the dense products are therefore compiled twice,
//! and which of the two runs is decided when it does. Both add and multiply in the same order, so that their results
//! are equal to the last bit.

/// Declares a function that is compiled for the widest vectors, too; what its body calls must be `#[inline(always)]` to
/// have part in it.
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
