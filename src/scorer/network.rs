//! The network over pairs: from the vectors of a sentence's pieces to a number for each relation between each two arguments.
//!
//! The number is the sum of what a small network makes of both arguments and what stands between them, of a bilinear form
//! of the two, of the features of the pair, and of what the patterns say. Sides of a pair are numbered as in
//! [`Question`]: 0 is the unsaid argument.

use std::borrow::Cow;

use crate::encoder::Vectors;
use crate::language::Linear;
use crate::weights::Weights;

use super::evidence::Evidence;
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
    /// For each relation a square matrix.
    bilinear: Cow<'static, [f32]>,
    output: Linear,
    /// What each set of bits counts for, and each bit for each relation.
    bits: Cow<'static, [f32]>,
    relation_bits: Cow<'static, [f32]>,
    /// What an unfit subject, and an unfit object, costs each relation.
    unfit: [Cow<'static, [f32]>; 2],
    relations: usize,
    hidden: usize,
    features: usize,
    low: usize,
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
            bilinear: floats("bilinear"),
            output: linear("output"),
            bits: floats("bits"),
            relation_bits: floats("bits.relations"),
            unfit: [floats("unfit.subject"), floats("unfit.object")],
            relations,
            hidden,
            features,
            low,
        }
    }

    /// Scores all pairs of a sentence, given what is asked of it and the vectors of its pieces.
    pub fn score(&self, inputs: &Inputs, vectors: &Vectors) -> Scores {
        let arguments = [0, 1].map(|role| self.argument_vectors(role, inputs, vectors));
        let hidden_rows = self.hidden_rows(inputs, vectors, &arguments);
        let mut log_odds = Vec::new();
        self.output.apply(&hidden_rows, self.hidden, inputs.sides * inputs.sides, &mut log_odds);
        self.add_bilinear(inputs.sides, &arguments, &mut log_odds);
        self.add_evidence(inputs, &mut log_odds);
        Scores { sides: inputs.sides, relations: self.relations, log_odds, arguments }
    }

    /// The vectors of the sides in a role, one after the other.
    fn argument_vectors(&self, role: usize, inputs: &Inputs, vectors: &Vectors) -> Vec<f32> {
        let mut rows = self.unsaid[role].to_vec();
        for &piece in &inputs.pieces[1..] {
            rows.extend_from_slice(vectors.get(piece));
        }
        rows
    }

    /// What a layer gives for rows of `width` numbers.
    fn applied(layer: &Linear, rows: &[f32], width: usize) -> Vec<f32> {
        let mut output = Vec::new();
        layer.apply(rows, width, rows.len() / width, &mut output);
        output
    }

    fn hidden_rows(&self, inputs: &Inputs, vectors: &Vectors, arguments: &[Vec<f32>; 2]) -> Vec<f32> {
        let (sides, hidden, width) = (inputs.sides, self.hidden, self.unsaid[0].len());
        let roles = [&self.subject, &self.object];
        let tables = self.argument_rows(inputs);
        let of_role = [0, 1].map(|role| {
            let mut rows = Self::applied(roles[role], &arguments[role], width);
            let features = Self::applied(&self.argument_layers[role], &tables, self.features);
            rows.iter_mut().zip(features).for_each(|(sum, feature)| *sum += feature);
            rows
        });
        let pieces = Self::applied(&self.between, vectors.numbers(), width);
        let before = running_sums(&pieces, hidden);
        let pairs = Self::applied(&self.pair_layer, &self.pair_rows(inputs), self.features);
        let mut rows = pairs;
        for (pair, row) in rows.chunks_exact_mut(hidden).enumerate() {
            let (subject, object) = (pair / sides, pair % sides);
            let (from, to) = (inputs.pieces[subject], inputs.pieces[object]);
            let (first, last) = (from.min(to), from.max(to));
            let count = (last - first + 1) as f32;
            let distance = (FARTHEST + to).saturating_sub(from).min(2 * FARTHEST);
            let parts = [&of_role[0][subject * hidden..], &of_role[1][object * hidden..]];
            let distances = &self.distances[distance * hidden..];
            let (low, high) = (&before[first * hidden..], &before[(last + 1) * hidden..]);
            for (place, number) in row.iter_mut().enumerate() {
                let mean = (high[place] - low[place]) / count;
                let sum = *number + parts[0][place] + parts[1][place] + mean + distances[place];
                *number = sum.max(0.0);
            }
        }
        rows
    }

    /// The summed features of every side; of the unsaid, nothing.
    fn argument_rows(&self, inputs: &Inputs) -> Vec<f32> {
        let mut rows = vec![0.0; inputs.sides * self.features];
        for (features, row) in
            inputs.argument_features.iter().zip(rows.chunks_exact_mut(self.features).skip(1))
        {
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

    fn add_bilinear(&self, sides: usize, arguments: &[Vec<f32>; 2], log_odds: &mut [f32]) {
        let width = self.unsaid[0].len();
        let left = Self::applied(&self.left, &arguments[0], width);
        let right = Self::applied(&self.right, &arguments[1], width);
        let square = self.low * self.low;
        for relation in 0..self.relations {
            let matrix = &self.bilinear[relation * square..][..square];
            for (subject, row) in left.chunks_exact(self.low).enumerate() {
                let mut turned = vec![0.0_f32; self.low];
                for (&number, weights) in row.iter().zip(matrix.chunks_exact(self.low)) {
                    turned.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += number * weight);
                }
                for (object, other) in right.chunks_exact(self.low).enumerate() {
                    let product: f32 = turned.iter().zip(other).map(|(a, b)| a * b).sum();
                    log_odds[(subject * sides + object) * self.relations + relation] += product;
                }
            }
        }
    }

    /// Adds what patterns, classes and the features of the pair say.
    fn add_evidence(&self, inputs: &Inputs, log_odds: &mut [f32]) {
        for (pair, row) in log_odds.chunks_exact_mut(self.relations).enumerate() {
            self.pair_scores.add(&inputs.pair_features[pair], row);
            let sides = [pair / inputs.sides, pair % inputs.sides];
            for (relation, number) in row.iter_mut().enumerate() {
                let bits = inputs.evidence[pair][relation];
                *number += self.bits[usize::from(bits)];
                for bit in (0..Evidence::BITS).filter(|bit| bits >> bit & 1 == 1) {
                    *number += self.relation_bits[bit * self.relations + relation];
                }
                for role in [0, 1] {
                    if sides[role].checked_sub(1).is_some_and(|place| inputs.unfit[place][relation][role]) {
                        *number -= self.unfit[role][relation];
                    }
                }
            }
        }
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
