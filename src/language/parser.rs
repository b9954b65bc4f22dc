//! The dependency parser: takes the best allowed action until every text is parsed.

use std::ops::Range;

use super::arc_eager::{Label, Move, State};
use super::maxout::WIDTH;
use super::transition_model::{Shares, TransitionModel};
use super::tree::{ArcLabel, Tree};
use crate::weights::{Weights, label};

/// The network with what each of its actions does.
#[derive(Debug)]
pub struct Parser {
    model: TransitionModel,
    /// The actions' numbers by what they do, in order.
    moves: [(Move, Range<usize>); 5],
    /// The labels of the arcs that actions make, by the action's number.
    labels: Vec<Option<ArcLabel>>,
}

impl Parser {
    /// The parser of the model file's sections `parser.…`.
    pub fn load(weights: &Weights) -> Self {
        let model = TransitionModel::load(weights, "parser");
        let names: Vec<_> = weights.strings("parser.moves").iter().collect();
        assert_eq!(names.len(), model.actions(), "every action of the parser has a name");
        let mut begin = 0;
        let moves = [
            (Move::Shift, "S"),
            (Move::Reduce, "D"),
            (Move::LeftArc, "L-"),
            (Move::RightArc, "R-"),
            (Move::Break, "B-"),
        ]
        .map(|(action, prefix)| {
            let end = begin + names[begin..].iter().take_while(|name| name.starts_with(prefix)).count();
            let range = begin..end;
            begin = end;
            (action, range)
        });
        let arc_label = |name: &&str| name.split_once('-').map(|(_, text)| label(text, "parser.moves"));
        let labels = names.iter().map(arc_label).collect();
        Self { model, moves, labels }
    }

    /// What each token adds to the parser's states.
    pub fn shares(&self, vectors: &[[f32; WIDTH]], reduced: &mut Vec<f32>, shares: &mut Shares) {
        self.model.shares(vectors, reduced, shares);
    }

    /// The tree of the text whose tokens are `tokens` of the batch; `is_space` tells white space tokens by number.
    pub fn parse(
        &self,
        shares: &Shares,
        tokens: Range<usize>,
        first_starts_sentence: bool,
        is_space: impl Fn(usize) -> bool,
    ) -> Tree {
        let mut state = State::new(tokens.len(), first_starts_sentence);
        let mut scores = vec![0.0; self.model.actions()];
        while !state.is_final() {
            self.model.score(shares, &state.features(tokens.start), &mut scores);
            let Some((action, number)) = self.best(&state, &scores) else { break };
            state.apply(action, number as Label);
        }
        let arc = |(head, label): (usize, Label)| Some((head, self.labels[usize::from(label)]?));
        Tree::new(state.into_arcs().into_iter().map(|it| it.and_then(arc)), is_space)
    }

    /// The allowed action with the highest score, the first of equals.
    fn best(&self, state: &State, scores: &[f32]) -> Option<(Move, usize)> {
        let mut best: Option<(Move, usize)> = None;
        for (action, numbers) in &self.moves {
            if !state.allows(*action) {
                continue;
            }
            for number in numbers.clone() {
                if best.is_none_or(|(_, other)| scores[number] > scores[other]) {
                    best = Some((*action, number));
                }
            }
        }
        best
    }
}
