//! The first layer that sees a token's neighbours, computed by the word.
//!
//! Its input is the mixed embedding, which depends on the word alone, and its product falls into three: what a word
//! adds as the left neighbour, as the token itself and as the right neighbour. So each distinct word of a batch is
//! multiplied once, and each token takes the sum of three rows.

use super::linear::Linear;
use super::maxout::{Maxout, PIECES_WIDTH, WIDTH, add};
use crate::vector_unit::vectorised;
use crate::weights::Weights;

/// Left neighbour, the token itself, right neighbour.
const PLACES: usize = 3;

/// The layer with its weights by place.
#[derive(Debug)]
pub struct FirstWindow {
    /// From a word's vector to its shares in the pieces at each of the places.
    shares: Linear,
    layer: Maxout,
}

impl FirstWindow {
    /// The layer of the sections that begin with `name`, its weights rearranged by place.
    pub fn load(weights: &Weights, name: &str) -> Self {
        let rows = &weights.rows::<PIECES_WIDTH>(&format!("{name}.weights"));
        let beside: Vec<f32> = (0..WIDTH)
            .flat_map(|input| (0..PLACES).flat_map(move |place| rows[place * WIDTH + input]))
            .collect();
        Self {
            shares: Linear::new(beside.into(), vec![0.0; PLACES * PIECES_WIDTH].into()),
            layer: Maxout::load(weights, name),
        }
    }

    /// The layer's outputs added to its inputs, for rows that hold the number of a word, or none where they are empty;
    /// the first and the last row stay empty.
    pub fn apply(
        &self,
        rows: &[Option<u32>],
        words: &[[f32; WIDTH]],
        shares: &mut Vec<f32>,
        outputs: &mut Vec<[f32; WIDTH]>,
    ) {
        self.shares.product(words.as_flattened(), WIDTH, words.len(), shares);
        outputs.clear();
        outputs.resize(rows.len(), [0.0; WIDTH]);
        finish_windows(&self.layer, rows, words, shares.as_chunks().0, &mut outputs[1..]);
    }
}

vectorised! {
    fn finish_windows(
        layer: &Maxout,
        rows: &[Option<u32>],
        words: &[[f32; WIDTH]],
        shares: &[[f32; PIECES_WIDTH]],
        outputs: &mut [[f32; WIDTH]],
    ) {
        for (output, neighbours) in outputs.iter_mut().zip(rows.windows(PLACES)) {
            let mut products = [0.0; PIECES_WIDTH];
            for (place, word) in neighbours.iter().enumerate() {
                if let Some(word) = word {
                    add(&mut products, &shares[*word as usize * PLACES + place]);
                }
            }
            *output = layer.finish(&products);
            if let Some(word) = neighbours[1] {
                add(output, &words[word as usize]);
            }
        }
    }
}
