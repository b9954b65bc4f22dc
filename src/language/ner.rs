//! The entity recogniser: names are opened, continued and closed by the best allowed action (the BILUO scheme,
//! Ratinov & Roth 2009; spaCy's `ner.pyx`).

use std::ops::Range;

use super::labels::EntityType;
use super::maxout::WIDTH;
use super::sentence::EntityTag;
use super::transition_model::{Feature, Shares, TransitionModel};
use crate::weights::{Weights, label};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Action {
    Begin(EntityType),
    Inside(EntityType),
    Last(EntityType),
    Unit(EntityType),
    Outside,
    /// An action that only preset entities allow; newsgraph has none.
    Never,
}

/// The network with what each of its actions does.
#[derive(Debug)]
pub struct EntityRecogniser {
    model: TransitionModel,
    actions: Vec<Action>,
}

/// What bounds the names of one text, by token number.
pub struct Limits<'a> {
    pub sentence_starts: &'a [bool],
    pub is_space: &'a dyn Fn(usize) -> bool,
}

impl EntityRecogniser {
    /// The entity recogniser of the model file's sections `ner.…`.
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
        // Start and type of the open entity.
        let mut open: Option<(usize, EntityType)> = None;
        for token in 0..tokens.len() {
            self.model.score(shares, &features(token, open, tokens.start), &mut scores);
            let allowed = Allowed::new(token, open, limits);
            let Some(action) = self.best(&allowed, &scores) else {
                tags.resize(tokens.len(), EntityTag::Outside);
                break;
            };
            tags.push(match action {
                Action::Begin(kind) | Action::Unit(kind) => EntityTag::Begin(kind),
                Action::Inside(kind) | Action::Last(kind) => EntityTag::Inside(kind),
                Action::Outside | Action::Never => EntityTag::Outside,
            });
            open = match action {
                Action::Begin(kind) => Some((token, kind)),
                Action::Inside(_) => open,
                _ => None,
            };
        }
        tags
    }

    fn best(&self, allowed: &Allowed, scores: &[f32]) -> Option<Action> {
        let mut best: Option<usize> = None;
        for (number, &action) in self.actions.iter().enumerate() {
            if best.is_none_or(|other| scores[number] > scores[other]) && allowed.action(action) {
                best = Some(number);
            }
        }
        best.map(|number| self.actions[number])
    }
}

/// The token, the first of the open entity and the one before the token.
fn features(token: usize, open: Option<(usize, EntityType)>, offset: usize) -> [Feature; 3] {
    let first = open.map(|(first, _)| first + offset);
    [Some(token + offset), first, first.map(|_| token + offset - 1)]
}

/// Reads an action as the model names it: `O`, `B-ORG`, or `U-`, which is for preset entities.
fn action(name: &str) -> Action {
    let kind = |text: &str| label(text, "ner.moves");
    match name.split_once('-') {
        None => Action::Outside,
        Some((_, "")) => Action::Never,
        Some(("B", text)) => Action::Begin(kind(text)),
        Some(("I", text)) => Action::Inside(kind(text)),
        Some(("L", text)) => Action::Last(kind(text)),
        Some(("U", text)) => Action::Unit(kind(text)),
        Some(_) => panic!("the embedded model file, section ner.moves: {name} is no action"),
    }
}

/// What may be done with a token.
struct Allowed {
    open: Option<EntityType>,
    is_space: bool,
    ends_sentence: bool,
}

impl Allowed {
    fn new(token: usize, open: Option<(usize, EntityType)>, limits: &Limits) -> Self {
        let ends_sentence = limits.sentence_starts.get(token + 1).copied().unwrap_or(true);
        Self { open: open.map(|(_, kind)| kind), is_space: (limits.is_space)(token), ends_sentence }
    }

    fn action(&self, action: Action) -> bool {
        match action {
            Action::Begin(_) => self.open.is_none() && !self.is_space && !self.ends_sentence,
            Action::Inside(kind) => self.open == Some(kind) && !self.ends_sentence,
            Action::Last(kind) => self.open == Some(kind),
            Action::Unit(_) => self.open.is_none() && !self.is_space,
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
        let allowed = Allowed::new(1, Some((0, EntityType::Org)), &limits);
        assert!(allowed.action(Action::Last(EntityType::Org)));
        assert!(
            !allowed.action(Action::Inside(EntityType::Org))
                && !allowed.action(Action::Last(EntityType::Gpe))
        );
        assert!(!Allowed::new(1, None, &limits).action(Action::Begin(EntityType::Org)));
    }

    #[test]
    fn white_space_starts_no_name() {
        let limits = Limits { sentence_starts: &[true, false], is_space: &|_| true };
        let allowed = Allowed::new(0, None, &limits);
        assert!(allowed.action(Action::Outside) && !allowed.action(Action::Unit(EntityType::Org)));
    }
}
