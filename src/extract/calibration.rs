//! From the scorer's log-odds to a confidence that can be taken at its word: of the statements with confidence .9, nine in ten
//! are right. Measured on articles that the scorer was not trained on (`docs/calibration.md`).

use crate::confidence::Confidence;

/// Log-odds and the share of right ones there, rising; between two points a straight line.
const CURVE: &[(f32, f64)] = &[(-4.0, 0.05), (-1.0, 0.35), (0.0, 0.6), (1.0, 0.8), (2.0, 0.9), (4.0, 0.97), (7.0, 0.99)];

/// The share of statements with these log-odds that are right.
pub fn confidence(log_odds: f32) -> Confidence {
    let last = CURVE[CURVE.len() - 1];
    let after = CURVE.iter().position(|point| log_odds < point.0);
    let probability = match after {
        Some(0) => CURVE[0].1,
        Some(after) => {
            let ((from, low), (to, high)) = (CURVE[after - 1], CURVE[after]);
            low + (high - low) * f64::from((log_odds - from) / (to - from))
        }
        None => last.1,
    };
    Confidence::of_probability(probability)
}
