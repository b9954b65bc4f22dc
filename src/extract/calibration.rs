//! From the scorer's log-odds to a confidence that can be taken at its word: of the statements with confidence .9, nine in ten
//! are right. Measured on articles that the scorer was not trained on (`docs/calibration.md`).

use crate::confidence::Confidence;

/// Log-odds and the share of right statements there, rising; between two points a straight line.
type Curve = [(f32, f64)];

/// Of statements that a pattern found.
const OF_PATTERNS: &Curve = &[
    (-5.0, 0.22),
    (-3.5, 0.42),
    (-2.0, 0.47),
    (-1.0, 0.56),
    (0.0, 0.56),
    (1.0, 0.73),
    (2.0, 0.79),
    (3.0, 0.85),
    (4.0, 0.91),
    (5.0, 0.94),
    (7.0, 0.99),
];
/// Of statements that no pattern found.
const WITHOUT_PATTERN: &Curve = &[
    (-2.5, 0.24),
    (-1.5, 0.32),
    (-0.5, 0.40),
    (0.5, 0.58),
    (1.5, 0.64),
    (2.5, 0.71),
    (3.5, 0.82),
    (4.5, 0.83),
    (5.5, 0.89),
    (7.0, 0.97),
];
/// The same of what accuses somebody, whose words are plainer.
const OF_ACCUSATIONS: &Curve = &[(-1.0, 0.34), (0.5, 0.55), (2.0, 0.78), (3.5, 0.91), (5.0, 0.94)];

/// What the scorer judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Judged {
    /// What a pattern found.
    Match,
    /// What no pattern found.
    Proposal,
    /// What no pattern found, and accuses somebody.
    Accusation,
}

/// The share of statements with these log-odds that are right.
pub fn confidence(log_odds: f32, judged: Judged) -> Confidence {
    let curve = match judged {
        Judged::Match => OF_PATTERNS,
        Judged::Proposal => WITHOUT_PATTERN,
        Judged::Accusation => OF_ACCUSATIONS,
    };
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
        for judged in [Judged::Match, Judged::Proposal, Judged::Accusation] {
            let values: Vec<Confidence> =
                (-80..100).map(|tenths| confidence(tenths as f32 / 10.0, judged)).collect();
            assert!(values.is_sorted(), "{values:?}");
        }
        assert!(confidence(0.0, Judged::Match) > confidence(0.0, Judged::Proposal));
        assert_eq!(confidence(2.0, Judged::Accusation), Confidence::of_hundredths(78));
    }
}
