//! The network over pairs: from the vectors of a sentence's pieces to a number for each relation between each two arguments.
//!
//! The number is the sum of what a small network makes of both arguments and what stands between them, of a bilinear form
//! of the two, of the features of the pair, and of what the patterns say. Side 0 is the unsaid argument.

use std::borrow::Cow;
use std::iter;
use std::ops::Range;

use crate::encoder::Vectors;
use crate::language::Linear;
use crate::vector_unit::vectorised;
use crate::weights::Weights;

use super::bilinear::{Bilinear, LOW};
use super::inputs::Inputs;
use super::tables::FeatureTable;

/// Words farther apart than this are as far as these.
const FARTHEST: usize = 16;

/// The weights over pairs.
#[derive(Debug)]
pub struct Network {
    /// Vectors of the unsaid subject and object.
    unsaid: [Cow<'static, [f32]>; 2],
    subject: Linear,
    object: Linear,
    between: Linear,
    /// A row for each distance from `-FARTHEST` to `FARTHEST`.
    distances: Cow<'static, [f32]>,
    argument_table: FeatureTable,
    argument_layers: [Linear; 2],
    pair_table: FeatureTable,
    pair_layer: Linear,
    pair_scores: FeatureTable,
    left: Linear,
    right: Linear,
    bilinear: Bilinear,
    output: Linear,
    /// What each set of bits counts for, and each bit for each relation.
    bits: Cow<'static, [f32]>,
    relation_bits: Cow<'static, [f32]>,
    /// What an unfit subject, and an unfit object, costs each relation.
    unfit: [Cow<'static, [f32]>; 2],
    relations: usize,
    hidden: usize,
    features: usize,
}

/// What the layers that look at one side or one piece make of several sentences, one sentence after the other: a sentence alone
/// has too few rows to be worth the packing of their weights.
struct Parts {
    /// The vectors of all subjects, and of all objects, the unsaid one of each sentence first.
    arguments: [Vec<f32>; 2],
    /// What they and their features add to the hidden numbers of a pair.
    hidden: [Vec<f32>; 2],
    /// What they are for the bilinear forms.
    low: [Vec<f32>; 2],
    /// What the pieces between them add to the hidden numbers.
    pieces: Vec<f32>,
}

/// What the hidden numbers of a sentence's pairs are joined of, `width` numbers each.
struct HiddenParts<'a> {
    width: usize,
    sides: [&'a [f32]; 2],
    /// For every piece the sum of all before it, and the sum of all.
    running: Vec<f32>,
    distances: &'a [f32],
}

/// What the network makes of a sentence.
#[derive(Debug)]
pub struct Scores {
    sides: usize,
    relations: usize,
    /// For each pair of sides, the log-odds of every relation.
    log_odds: Vec<f32>,
    /// The vectors of all subjects, and of all objects, the unsaid one first.
    pub arguments: [Vec<f32>; 2],
}

impl Scores {
    /// The log-odds of every relation between subject and object, given by their sides.
    pub fn of(&self, subject: usize, object: usize) -> &[f32] {
        &self.log_odds[(subject * self.sides + object) * self.relations..][..self.relations]
    }

    /// How many sides there are.
    pub fn sides(&self) -> usize {
        self.sides
    }
}

impl Network {
    pub fn load(weights: &Weights) -> Self {
        let floats = |name: &str| weights.floats(name);
        let linear = |name: &str| Linear::load(weights, name);
        let shape = weights.integers("shape");
        let [relations, hidden, features, low] = [0, 1, 2, 3].map(|place| shape[place] as usize);
        assert_eq!(low, LOW, "the scorer's network has sides of a wrong width");
        Self {
            unsaid: [floats("unsaid.subject"), floats("unsaid.object")],
            subject: linear("subject"),
            object: linear("object"),
            between: linear("between"),
            distances: floats("distances"),
            argument_table: FeatureTable::load(weights, "argument.table", features),
            argument_layers: [linear("argument.subject"), linear("argument.object")],
            pair_table: FeatureTable::load(weights, "pair.table", features),
            pair_layer: linear("pair"),
            pair_scores: FeatureTable::load(weights, "pair.scores", relations),
            left: linear("left"),
            right: linear("right"),
            bilinear: Bilinear::load(weights, "bilinear"),
            output: linear("output"),
            bits: floats("bits"),
            relation_bits: floats("bits.relations"),
            unfit: [floats("unfit.subject"), floats("unfit.object")],
            relations,
            hidden,
            features,
        }
    }

    /// Scores all pairs of each sentence, given what is asked of it and the vectors of its pieces. Where there are no vectors,
    /// there are no scores.
    pub fn score(&self, inputs: &[Inputs], vectors: &[Vectors]) -> Vec<Scores> {
        let parts = self.parts(inputs, vectors);
        let (mut sides, mut pieces) = (0..0, 0..0);
        let of_sentence = |(inputs, vectors): (&Inputs, &Vectors)| {
            sides = sides.end..sides.end + inputs.sides;
            pieces = pieces.end..pieces.end + vectors.len();
            self.score_sentence(inputs, &parts, &sides, &pieces)
        };
        inputs.iter().zip(vectors).map(of_sentence).collect()
    }

    fn parts(&self, inputs: &[Inputs], vectors: &[Vectors]) -> Parts {
        let width = self.unsaid[0].len();
        let arguments = [0, 1].map(|role| self.argument_vectors(role, inputs, vectors));
        let of_roles =
            |layers: [&Linear; 2]| [0, 1].map(|role| applied(layers[role], &arguments[role], width));
        let features = self.argument_rows(inputs);
        let mut hidden = of_roles([&self.subject, &self.object]);
        for (rows, layer) in hidden.iter_mut().zip(&self.argument_layers) {
            let features = applied(layer, &features, self.features);
            rows.iter_mut().zip(features).for_each(|(sum, feature)| *sum += feature);
        }
        let pieces: Vec<f32> = vectors.iter().flat_map(Vectors::numbers).copied().collect();
        Parts {
            hidden,
            low: of_roles([&self.left, &self.right]),
            pieces: applied(&self.between, &pieces, width),
            arguments,
        }
    }

    fn score_sentence(
        &self,
        inputs: &Inputs,
        parts: &Parts,
        sides: &Range<usize>,
        pieces: &Range<usize>,
    ) -> Scores {
        let mut log_odds = Vec::new();
        if !pieces.is_empty() {
            let width = self.hidden;
            let joined = HiddenParts {
                width,
                sides: rows_at(&parts.hidden, sides, width),
                running: running_sums(&parts.pieces[pieces.start * width..pieces.end * width], width),
                distances: &self.distances,
            };
            let mut rows = applied(&self.pair_layer, &self.pair_rows(inputs), self.features);
            join_hidden(inputs, &joined, &mut rows);
            self.output.apply(&rows, width, inputs.sides * inputs.sides, &mut log_odds);
            let [subjects, objects] = rows_at(&parts.low, sides, LOW);
            self.bilinear.add(subjects, objects, &mut log_odds);
            self.add_evidence(inputs, &mut log_odds);
        }
        let arguments = rows_at(&parts.arguments, sides, self.unsaid[0].len()).map(<[f32]>::to_vec);
        Scores { sides: inputs.sides, relations: self.relations, log_odds, arguments }
    }

    /// The vectors of the sides of all sentences in a role, one after the other.
    fn argument_vectors(&self, role: usize, inputs: &[Inputs], vectors: &[Vectors]) -> Vec<f32> {
        let mut rows = Vec::new();
        for (inputs, vectors) in inputs.iter().zip(vectors) {
            rows.extend_from_slice(&self.unsaid[role]);
            for &piece in &inputs.pieces[1..] {
                rows.extend_from_slice(vectors.get(piece));
            }
        }
        rows
    }

    /// The summed features of every side; of the unsaid, nothing.
    fn argument_rows<'a>(&self, inputs: &'a [Inputs]) -> Vec<f32> {
        let sides: usize = inputs.iter().map(|inputs| inputs.sides).sum();
        let mut rows = vec![0.0; sides * self.features];
        let unsaid: &[usize] = &[];
        let of_sentence = |inputs: &'a Inputs| iter::once(unsaid).chain(inputs.argument_features.iter());
        for (features, row) in inputs.iter().flat_map(of_sentence).zip(rows.chunks_exact_mut(self.features)) {
            self.argument_table.add(features, row);
        }
        rows
    }

    fn pair_rows(&self, inputs: &Inputs) -> Vec<f32> {
        let mut rows = vec![0.0; inputs.pair_features.len() * self.features];
        for (features, row) in inputs.pair_features.iter().zip(rows.chunks_exact_mut(self.features)) {
            self.pair_table.add(features, row);
        }
        rows
    }

    /// Adds what patterns, classes and the features of the pair say.
    fn add_evidence(&self, inputs: &Inputs, log_odds: &mut [f32]) {
        let costs = [0, 1].map(|role| self.costs(role, inputs));
        let rows = log_odds.chunks_exact_mut(self.relations);
        let evidence = inputs.evidence.chunks_exact(self.relations);
        for (pair, ((row, features), evidence)) in
            rows.zip(inputs.pair_features.iter()).zip(evidence).enumerate()
        {
            self.pair_scores.add(features, row);
            for (relation, (number, &bits)) in row.iter_mut().zip(evidence).enumerate() {
                *number += self.bits[usize::from(bits)];
                let mut rest = bits;
                while rest != 0 {
                    *number += self.relation_bits[rest.trailing_zeros() as usize * self.relations + relation];
                    rest &= rest - 1;
                }
            }
            for (costs, side) in costs.iter().zip([pair / inputs.sides, pair % inputs.sides]) {
                let costs = &costs[side * self.relations..][..self.relations];
                row.iter_mut().zip(costs).for_each(|(number, cost)| *number -= cost);
            }
        }
    }

    /// What it costs each relation that an argument cannot be its subject, or object; one row a side.
    fn costs(&self, role: usize, inputs: &Inputs) -> Vec<f32> {
        let mut costs = vec![0.0; self.relations];
        for unfit in &inputs.unfit {
            let cost = |(unfit, &cost): (&[bool; 2], &f32)| if unfit[role] { cost } else { 0.0 };
            costs.extend(unfit.iter().zip(&*self.unfit[role]).map(cost));
        }
        costs
    }
}

/// The rows at these places, of both roles.
fn rows_at<'a>(rows: &'a [Vec<f32>; 2], places: &Range<usize>, width: usize) -> [&'a [f32]; 2] {
    [0, 1].map(|role| &rows[role][places.start * width..places.end * width])
}

/// What a layer makes of rows of `width` numbers.
fn applied(layer: &Linear, rows: &[f32], width: usize) -> Vec<f32> {
    let mut output = Vec::new();
    layer.apply(rows, width, rows.len() / width, &mut output);
    output
}

vectorised! {
    fn join_hidden(inputs: &Inputs, parts: &HiddenParts, rows: &mut [f32]) {
        for (pair, row) in rows.chunks_exact_mut(parts.width).enumerate() {
            join_pair(inputs, parts, [pair / inputs.sides, pair % inputs.sides], row);
        }
    }
}

/// Adds to what the features of a pair make what its sides are, the mean of what stands between them, and their distance;
/// below zero nothing is left.
#[inline(always)]
fn join_pair(inputs: &Inputs, parts: &HiddenParts, [subject, object]: [usize; 2], row: &mut [f32]) {
    let HiddenParts { width, sides, running, distances } = parts;
    let (from, to) = (inputs.pieces[subject], inputs.pieces[object]);
    let (first, last) = (from.min(to), from.max(to));
    let count = (last - first + 1) as f32;
    let distance = (FARTHEST + to).saturating_sub(from).min(2 * FARTHEST);
    let place = |number: usize| number * width..(number + 1) * width;
    let sides = sides[0][place(subject)].iter().zip(&sides[1][place(object)]);
    let between = running[place(first)].iter().zip(&running[place(last + 1)]);
    let parts = sides.zip(between).zip(&distances[place(distance)]);
    for (number, (((subject, object), (low, high)), distance)) in row.iter_mut().zip(parts) {
        let mean = (high - low) / count;
        *number = (*number + subject + object + mean + distance).max(0.0);
    }
}

/// For every row the sum of all rows before it, and the sum of all.
fn running_sums(rows: &[f32], width: usize) -> Vec<f32> {
    let mut sums = vec![0.0; rows.len() + width];
    for (place, &number) in rows.iter().enumerate() {
        sums[place + width] = sums[place] + number;
    }
    sums
}
