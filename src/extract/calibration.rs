//! From the scorer's log-odds to a confidence that can be taken at its word: of the statements with confidence .9, nine in ten
//! are right. Measured on articles that the scorer was not trained on (`docs/calibration.md`).

use crate::confidence::Confidence;

/// Log-odds and the share of right statements there, rising; between two points a straight line.
type Curve = [(f32, f64)];

/// Of statements that a pattern found.
const OF_PATTERNS: &Curve = &[
    (-5.0, 0.13),
    (-3.5, 0.38),
    (-2.0, 0.41),
    (-1.0, 0.55),
    (0.0, 0.63),
    (1.0, 0.71),
    (2.0, 0.78),
    (3.0, 0.86),
    (4.0, 0.93),
    (5.0, 0.97),
    (7.0, 0.99),
];
/// Of statements that no pattern found.
const WITHOUT_PATTERN: &Curve = &[
    (-2.5, 0.22),
    (-1.5, 0.32),
    (-0.5, 0.39),
    (0.5, 0.55),
    (1.5, 0.65),
    (2.5, 0.78),
    (3.5, 0.88),
    (4.5, 0.92),
    (5.5, 0.98),
];

/// The share of statements with these log-odds that are right; `matched` tells whether a pattern found it.
pub fn confidence(log_odds: f32, matched: bool) -> Confidence {
    let curve = if matched { OF_PATTERNS } else { WITHOUT_PATTERN };
    let after = curve.iter().position(|point| log_odds < point.0);
    let probability = match after {
        Some(0) => curve[0].1,
        Some(after) => {
            let ((from, low), (to, high)) = (curve[after - 1], curve[after]);
            low + (high - low) * f64::from((log_odds - from) / (to - from))
        }
        None => curve[curve.len() - 1].1,
    };
    Confidence::of_probability(probability)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn confidence_rises_with_the_log_odds_and_a_pattern_is_worth_something() {
        for matched in [false, true] {
            let values: Vec<Confidence> =
                (-80..100).map(|tenths| confidence(tenths as f32 / 10.0, matched)).collect();
            assert!(values.is_sorted(), "{values:?}");
        }
        assert!(confidence(0.0, true) > confidence(0.0, false));
        assert_eq!(confidence(1.0, false), Confidence::of_hundredths(60));
    }
}
