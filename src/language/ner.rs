//! The entity recogniser: names are opened, continued and closed by the best allowed action (the BILUO scheme,
//! Ratinov & Roth 2009; spaCy's `ner.pyx`).

use std::ops::Range;

use super::maxout::WIDTH;
use super::sentence::EntityTag;
use super::transition_model::{Feature, Shares, TransitionModel};
use super::weights::Weights;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Action {
    Begin,
    Inside,
    Last,
    Unit,
    Outside,
    /// An action that only preset entities allow; newsgraph has none.
    Never,
}

#[derive(Debug)]
pub struct EntityRecogniser {
    model: TransitionModel,
    actions: Vec<(Action, &'static str)>,
}

/// What bounds the names of one text, by token number.
pub struct Limits<'a> {
    pub sentence_starts: &'a [bool],
    pub is_space: &'a dyn Fn(usize) -> bool,
}

impl EntityRecogniser {
    pub fn load(weights: &Weights) -> Self {
        let model = TransitionModel::load(weights, "ner");
        let actions: Vec<_> = weights.strings("ner.moves").iter().map(action).collect();
        assert_eq!(actions.len(), model.actions(), "every action of the entity recogniser has a name");
        Self { model, actions }
    }

    /// What each token adds to the recogniser's states.
    pub fn shares(&self, vectors: &[[f32; WIDTH]], reduced: &mut Vec<f32>, shares: &mut Shares) {
        self.model.shares(vectors, reduced, shares);
    }

    /// The entity tag of each token of the text whose tokens are `tokens` of the batch.
    pub fn tags(&self, shares: &Shares, tokens: Range<usize>, limits: &Limits) -> Vec<EntityTag> {
        let mut tags = Vec::with_capacity(tokens.len());
        let mut scores = vec![0.0; self.model.actions()];
        // Start and label of the open entity.
        let mut open: Option<(usize, &'static str)> = None;
        for token in 0..tokens.len() {
            self.model.score(shares, &features(token, open, tokens.start), &mut scores);
            let allowed = Allowed::new(token, open, limits);
            let Some((action, label)) = self.best(&allowed, &scores) else {
                tags.resize(tokens.len(), EntityTag::Outside);
                break;
            };
            tags.push(match (action, open) {
                (Action::Outside | Action::Never, _) => EntityTag::Outside,
                (_, Some((_, label))) => EntityTag::Inside(label),
                (_, None) => EntityTag::Begin(label),
            });
            open = match action {
                Action::Begin => Some((token, label)),
                Action::Inside => open,
                _ => None,
            };
        }
        tags
    }

    fn best(&self, allowed: &Allowed, scores: &[f32]) -> Option<(Action, &'static str)> {
        let mut best: Option<usize> = None;
        for (number, &(action, label)) in self.actions.iter().enumerate() {
            if best.is_none_or(|other| scores[number] > scores[other]) && allowed.action(action, label) {
                best = Some(number);
            }
        }
        best.map(|number| self.actions[number])
    }
}

/// The token, the first of the open entity and the one before the token.
fn features(token: usize, open: Option<(usize, &str)>, offset: usize) -> [Feature; 3] {
    let first = open.map(|(first, _)| first + offset);
    [Some(token + offset), first, first.map(|_| token + offset - 1)]
}

fn action(name: &'static str) -> (Action, &'static str) {
    let (action, label) = name.split_once('-').unwrap_or((name, ""));
    let action = match (action, label) {
        ("O", _) => Action::Outside,
        (_, "") => Action::Never,
        ("B", _) => Action::Begin,
        ("I", _) => Action::Inside,
        ("L", _) => Action::Last,
        ("U", _) => Action::Unit,
        _ => Action::Never,
    };
    (action, label)
}

/// What may be done with a token.
struct Allowed {
    open: Option<&'static str>,
    is_space: bool,
    ends_sentence: bool,
}

impl Allowed {
    fn new(token: usize, open: Option<(usize, &'static str)>, limits: &Limits) -> Self {
        let ends_sentence = limits.sentence_starts.get(token + 1).copied().unwrap_or(true);
        Self { open: open.map(|(_, label)| label), is_space: (limits.is_space)(token), ends_sentence }
    }

    fn action(&self, action: Action, label: &str) -> bool {
        match action {
            Action::Begin => self.open.is_none() && !self.is_space && !self.ends_sentence,
            Action::Inside => self.open == Some(label) && !self.ends_sentence,
            Action::Last => self.open == Some(label),
            Action::Unit => self.open.is_none() && !self.is_space,
            Action::Outside => self.open.is_none(),
            Action::Never => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_end_with_their_sentence() {
        let limits = Limits { sentence_starts: &[true, false, true], is_space: &|_| false };
        let allowed = Allowed::new(1, Some((0, "ORG")), &limits);
        assert!(allowed.action(Action::Last, "ORG"));
        assert!(!allowed.action(Action::Inside, "ORG") && !allowed.action(Action::Last, "GPE"));
        assert!(!Allowed::new(1, None, &limits).action(Action::Begin, "ORG"));
    }

    #[test]
    fn white_space_starts_no_name() {
        let limits = Limits { sentence_starts: &[true, false], is_space: &|_| true };
        let allowed = Allowed::new(0, None, &limits);
        assert!(allowed.action(Action::Outside, "") && !allowed.action(Action::Unit, "ORG"));
    }
}
