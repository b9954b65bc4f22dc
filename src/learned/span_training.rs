//! Learning which spans look like subjects and which like objects, whatever the relation.

use super::candidate::Candidate;
use super::corpus::Gold;
use super::logistic::{Goal, train};
use super::prepared::{FOLDS, Prepared};
use crate::grammar::TokenSpan;

/// What an error costs: the weights' freedom.
const COST: f32 = 0.2;

/// Learning which spans are arguments in a role.
pub struct SpanTask {
    pub role: fn(&Gold) -> TokenSpan,
    /// What it costs, as a share, to take a span for an argument that no marked one overlaps.
    pub elsewhere: f32,
}

/// The weights from all sentences, and those for each fold from the other folds.
pub struct SpanModels {
    pub whole: Vec<f32>,
    pub folds: Vec<Vec<f32>>,
}

impl SpanTask {
    pub fn learn(&self, sentences: &[Prepared<'_>], features: usize) -> SpanModels {
        let in_folds = sentences.iter().enumerate().map(|(index, sentence)| (index % FOLDS, sentence));
        let goals: Vec<(usize, Goal)> = in_folds
            .flat_map(|(fold, sentence)| self.goals(sentence).into_iter().map(move |goal| (fold, goal)))
            .collect();
        let instances: Vec<&[u32]> =
            sentences.iter().flat_map(|sentence| sentence.features.iter().map(Vec::as_slice)).collect();
        // One decision for each fold that is left out, and one that leaves out none.
        let goal = |instance: usize, left_out: usize| {
            let (fold, goal) = goals[instance];
            if fold == left_out { Goal { cost: 0.0, ..goal } } else { goal }
        };
        let mut folds = train(features, FOLDS + 1, &instances, &goal);
        let whole = folds.pop().unwrap_or_default();
        SpanModels { whole, folds }
    }

    fn goals(&self, sentence: &Prepared<'_>) -> Vec<Goal> {
        let marked: Vec<TokenSpan> = sentence.gold.iter().map(self.role).collect();
        let goal = |candidate: &Candidate| {
            let positive = marked.contains(&candidate.span);
            let beside = marked.iter().any(|span| span.overlaps(candidate.span));
            let share = if positive || beside { 1.0 } else { self.elsewhere };
            Goal { positive, cost: share * COST }
        };
        sentence.candidates.iter().map(goal).collect()
    }
}
