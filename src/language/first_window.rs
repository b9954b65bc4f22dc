//! The first layer that sees a token's neighbours, computed by the word.
//!
//! Its input is the mixed embedding, which depends on the word alone, and its product falls into three: what a word
//! adds as the left neighbour, as the token itself and as the right neighbour. So each distinct word of a batch is
//! multiplied once, and each token takes the sum of three rows.

use super::linear::Linear;
use super::maxout::{Maxout, PIECES_WIDTH, WIDTH};
use super::weights::Weights;

/// Left neighbour, the token itself, right neighbour.
const PLACES: usize = 3;

#[derive(Debug)]
pub struct FirstWindow {
    /// From a word's vector to its shares in the pieces at each of the places.
    shares: Linear,
    bias: [f32; PIECES_WIDTH],
    layer: Maxout,
}

impl FirstWindow {
    pub fn load(weights: &Weights, name: &str) -> Self {
        let rows = weights.floats(&format!("{name}.weights"));
        let rows = rows.as_chunks::<PIECES_WIDTH>().0;
        let beside: Vec<f32> = (0..WIDTH)
            .flat_map(|input| (0..PLACES).flat_map(move |place| rows[place * WIDTH + input]))
            .collect();
        let bias = weights.floats(&format!("{name}.bias"));
        Self {
            shares: Linear::new(beside, vec![0.0; PLACES * PIECES_WIDTH]),
            bias: bias.try_into().expect("a bias for every piece"),
            layer: Maxout::load(weights, name),
        }
    }

    /// The layer's outputs added to its inputs, for rows that hold the number of a word, or none where they are empty;
    /// the first and the last row stay empty.
    pub fn apply(&self, rows: &[Option<u32>], words: &[[f32; WIDTH]]) -> Vec<[f32; WIDTH]> {
        let mut shares = vec![[0.0; PIECES_WIDTH]; words.len() * PLACES];
        self.shares.apply(words.as_flattened(), WIDTH, words.len(), shares.as_flattened_mut());
        let mut outputs = vec![[0.0; WIDTH]; rows.len()];
        for (output, neighbours) in outputs[1..].iter_mut().zip(rows.windows(PLACES)) {
            let mut pieces = self.bias;
            for (place, word) in neighbours.iter().enumerate() {
                if let Some(word) = word {
                    add(&mut pieces, &shares[*word as usize * PLACES + place]);
                }
            }
            *output = self.layer.finish(&pieces);
            if let Some(word) = neighbours[1] {
                add(output, &words[word as usize]);
            }
        }
        outputs
    }
}

fn add<const LENGTH: usize>(sums: &mut [f32; LENGTH], numbers: &[f32; LENGTH]) {
    for (sum, number) in sums.iter_mut().zip(numbers) {
        *sum += number;
    }
}
