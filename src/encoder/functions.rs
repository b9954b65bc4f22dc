//! The exponential function and the GELU, in additions and multiplications only.
//!
//! Those of the C library differ from platform to platform in the last bits, and take one number at a time.

/// Added to a number below 2^22 in size and subtracted again, it rounds to the next whole number.
const ROUNDING: f32 = 12_582_912.0;

/// The whole number next to `number`, which must be from 0 to 255.
#[inline(always)]
pub fn rounded(number: f32) -> u8 {
    // The lowest bits of the sum are those of the whole number.
    (number + ROUNDING).to_bits() as u8
}

/// e to the power of `number`, which must not be above 0; below -87 as for -87. The relative error is below 1e-6.
#[inline(always)]
pub fn exponential(number: f32) -> f32 {
    const LOWEST: f32 = -87.0;
    // The logarithm of 2 in two parts: the product of the first with a small whole number is exact.
    const LN_2: (f32, f32) = (0.693_359_4, -2.121_944_4e-4);
    const COEFFICIENTS: [f32; 6] =
        [1.987_569_1e-4, 1.398_2e-3, 8.333_452e-3, 4.166_579_6e-2, 0.166_666_65, 0.5];

    let number = if number < LOWEST { LOWEST } else { number };
    let shifted = number * std::f32::consts::LOG2_E + ROUNDING;
    let exponent = shifted - ROUNDING;
    let rest = number - exponent * LN_2.0 - exponent * LN_2.1;
    let power_of_rest = polynomial(&COEFFICIENTS, rest) * (rest * rest) + rest + 1.0;
    let power_of_two = f32::from_bits((shifted.to_bits() << 23).wrapping_add(1.0_f32.to_bits()));
    power_of_rest * power_of_two
}

/// The Gaussian error linear unit, `x · Φ(x)` (Hendrycks & Gimpel 2016). The error is below 3e-5 between -8 and 8.
///
/// `Φ(x) = ½ + x · P(x²)`, with a polynomial fitted to the range where Φ is neither 0 nor 1.
#[inline(always)]
pub fn gelu(number: f32) -> f32 {
    const BOUND: f32 = 4.5;
    const COEFFICIENTS: [f32; 11] = [
        6.483_839e-4,
        -2.110_552_3e-3,
        3.404_236_2e-3,
        -5.684_141e-3,
        1.095_078_6e-2,
        -1.875_44e-2,
        2.842_193_8e-2,
        -4.016_852_8e-2,
        5.468_797_7e-2,
        -7.719_041_4e-2,
        0.156_905_13,
    ];

    let bounded = number.clamp(-BOUND, BOUND);
    let place = bounded * bounded * (2.0 / (BOUND * BOUND)) - 1.0;
    number * (0.5 + bounded * polynomial(&COEFFICIENTS, place))
}

/// All of the lanes joined, half with half until one is left: the processor joins halves at once. Their number must be a
/// power of two.
#[inline(always)]
pub fn joined<const LANES: usize>(mut lanes: [f32; LANES], join: impl Fn(f32, f32) -> f32) -> f32 {
    let mut length = LANES;
    while length > 1 {
        length /= 2;
        for lane in 0..length {
            lanes[lane] = join(lanes[lane], lanes[lane + length]);
        }
    }
    lanes[0]
}

/// The sum of the lanes.
#[inline(always)]
pub fn sum<const LANES: usize>(lanes: [f32; LANES]) -> f32 {
    joined(lanes, |one, other| one + other)
}

/// The larger of two numbers, in one instruction.
#[inline(always)]
pub fn larger(one: f32, other: f32) -> f32 {
    if one > other { one } else { other }
}

/// The smaller of two numbers, in one instruction.
#[inline(always)]
pub fn smaller(one: f32, other: f32) -> f32 {
    if one < other { one } else { other }
}

/// The polynomial with these coefficients, that of the highest power first.
#[inline(always)]
fn polynomial(coefficients: &[f32], number: f32) -> f32 {
    let mut sum = coefficients[0];
    for coefficient in &coefficients[1..] {
        sum = sum * number + coefficient;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Evenly spaced numbers between the bounds.
    fn between(low: f32, high: f32) -> impl Iterator<Item = f32> {
        (0..=10_000).map(move |step| low + (high - low) * step as f32 / 10_000.0)
    }

    #[test]
    fn the_exponential_is_that_of_the_library_but_for_the_last_bits() {
        for number in between(-87.0, 0.0) {
            let expected = number.exp();
            assert!((exponential(number) - expected).abs() <= 1e-6 * expected, "{number}");
        }
        assert_eq!(exponential(0.0), 1.0);
        assert!(exponential(-1e9) < 1e-37);
    }

    #[test]
    fn the_gelu_is_a_bent_line() {
        // Values of ½ x (1 + erf(x / √2)).
        for (number, expected) in [
            (0.0, 0.0),
            (1.0, 0.841_344_8),
            (-1.0, -0.158_655_3),
            (0.5, 0.345_731_2),
            (-2.5, -0.015_524_2),
            (3.0, 2.995_950_3),
        ] {
            assert!((gelu(number) - expected).abs() < 3e-5, "{number}: {}", gelu(number));
        }
        for number in between(4.5, 8.0) {
            assert!((gelu(number) - number).abs() < 5e-5 && gelu(-number).abs() < 5e-5, "{number}");
        }
    }

    #[test]
    fn lanes_are_joined_to_one_number() {
        let lanes = [3.0, -1.0, 7.0, 2.0, 0.0, 5.0, -4.0, 1.0];
        assert_eq!((sum(lanes), joined(lanes, larger), joined(lanes, smaller)), (13.0, 7.0, -4.0));
    }

    #[test]
    fn numbers_are_rounded_to_the_next() {
        assert_eq!([0.0, 0.49, 0.51, 1.5, 2.5, 254.6, 255.0].map(rounded), [0, 0, 1, 2, 2, 255, 255]);
    }
}
