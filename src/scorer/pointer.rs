//! Which word states it: a question made of both arguments and the relation, held against every word.

use std::borrow::Cow;

use crate::encoder::exponential;
use crate::language::Linear;
use crate::weights::Weights;

use super::network::Scores;

/// Points at the word that states a relation.
#[derive(Debug)]
pub struct Pointer {
    sides: [Linear; 2],
    relations: Cow<'static, [f32]>,
    words: Linear,
}

impl Pointer {
    pub fn load(weights: &Weights) -> Self {
        let linear = |name: &str| Linear::load(weights, name);
        Self {
            sides: [linear("trigger.subject"), linear("trigger.object")],
            relations: weights.floats("trigger.relations"),
            words: linear("trigger.words"),
        }
    }

    /// The word that most likely states the relation, numbered as the network does, between two sides; each word comes with
    /// its vector.
    pub fn best<'a>(
        &self,
        relation: usize,
        sides: [usize; 2],
        scores: &Scores,
        words: impl Iterator<Item = (usize, &'a [f32])>,
    ) -> Option<usize> {
        let width = self.words.outputs();
        let mut question = self.relations[relation * width..][..width].to_vec();
        let mut part = Vec::new();
        for role in [0, 1] {
            let rows = &scores.arguments[role];
            let length = rows.len() / scores.sides();
            self.sides[role].apply(&rows[sides[role] * length..][..length], length, 1, &mut part);
            question.iter_mut().zip(&part).for_each(|(sum, number)| *sum += number);
        }
        question.iter_mut().for_each(|number| *number = tangent(*number));
        let (words, vectors): (Vec<usize>, Vec<&[f32]>) = words.unzip();
        let mut keys = Vec::new();
        self.words.apply(&vectors.concat(), vectors.first()?.len(), words.len(), &mut keys);
        let fit = |key: &[f32]| question.iter().zip(key).map(|(a, b)| a * b).sum::<f32>();
        let fits = words.into_iter().zip(keys.chunks_exact(width).map(fit));
        fits.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0))).map(|(word, _)| word)
    }
}

/// The hyperbolic tangent.
fn tangent(number: f32) -> f32 {
    let shrunk = exponential(-2.0 * number.abs());
    (1.0 - shrunk) / (1.0 + shrunk) * number.signum()
}
