//! The whole encoder: embeddings, then the layers, for many sentences at a time.

use std::borrow::Cow;
use std::ops::Range;

use super::attention::HEAD;
use super::kernels::Kernel;
use super::layer::{Buffers, Layer};
use super::norm::Norm;
use super::wordpiece::{Pieces, WordPiece};
use crate::weights::Weights;

/// Pieces that go through the layers together, as long as no sentence has more: enough that a layer's weights are read
/// from memory seldom, and few enough that the rows stay in the processor's cache.
const BATCH: usize = 192;

/// An encoder with its vocabulary. Its weights are read where they lie, so that loading it costs next to nothing.
#[derive(Debug)]
pub struct Encoder {
    vocabulary: WordPiece,
    /// A row for every piece of the vocabulary, and its scale.
    words: &'static [i8],
    word_scales: Cow<'static, [f32]>,
    positions: Cow<'static, [f32]>,
    norm: Norm,
    layers: Vec<Layer>,
    width: usize,
    kernel: Kernel,
}

/// A vector for each piece of a sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct Vectors {
    numbers: Vec<f32>,
    width: usize,
}

impl Vectors {
    /// Number of vectors, as many as the sentence has pieces.
    pub fn len(&self) -> usize {
        self.numbers.len() / self.width
    }

    /// Whether there are none; every sentence that was encoded has some.
    pub fn is_empty(&self) -> bool {
        self.numbers.is_empty()
    }

    /// The vector of the piece at `index`, which must be below [`Vectors::len`].
    pub fn get(&self, index: usize) -> &[f32] {
        &self.numbers[index * self.width..][..self.width]
    }

    /// All vectors, one after the other.
    pub fn numbers(&self) -> &[f32] {
        &self.numbers
    }
}

impl Encoder {
    /// The encoder of a file that `scripts/convert_encoder.py` has written, for the processor at hand.
    ///
    /// # Panics
    ///
    /// Panics when the file is damaged: it is a part of the program, not of anybody's input.
    pub fn load(file: &'static [u8]) -> Self {
        let weights = Weights::of(file);
        let shape = weights.integers("shape");
        let (layers, width) = (shape[0], shape[1] as usize);
        assert!(width.is_multiple_of(HEAD), "the encoder has heads of a wrong width");
        Self {
            vocabulary: WordPiece::load(&weights),
            words: weights.bytes("embeddings.words"),
            word_scales: weights.floats("embeddings.words.scales"),
            positions: weights.floats("embeddings.positions"),
            norm: Norm::load(&weights, "embeddings.norm"),
            layers: (0..layers).map(|number| Layer::load(&weights, &format!("layer.{number}"))).collect(),
            width,
            kernel: Kernel::best(),
        }
    }

    /// The same encoder with another kernel, which changes its speed and nothing else.
    #[must_use]
    pub fn with_kernel(self, kernel: Kernel) -> Self {
        Self { kernel, ..self }
    }

    /// Numbers in a vector.
    pub fn width(&self) -> usize {
        self.width
    }

    /// The pieces of a sentence, given by its words.
    pub fn pieces(&self, words: &[&str]) -> Pieces {
        self.vocabulary.pieces(words)
    }

    /// Hides some of a sentence's words: of what stands there, only that something does is left.
    pub fn hide(&self, words: Range<usize>, pieces: &mut Pieces) {
        pieces.cover(words, self.vocabulary.mask);
    }

    /// The vectors of each sentence's pieces. What a sentence gives does not depend on the others; many at a time are
    /// faster than one at a time.
    pub fn encode(&self, sentences: &[Pieces]) -> Vec<Vectors> {
        let mut buffers = Buffers::default();
        let mut results = Vec::with_capacity(sentences.len());
        let mut rest = sentences;
        while !rest.is_empty() {
            let (batch, after) = rest.split_at(batch_length(rest));
            rest = after;
            self.embed(batch, &mut buffers);
            for layer in &self.layers {
                layer.apply(self.kernel, &mut buffers);
            }
            results.extend(buffers.sentences.iter().map(|range| Vectors {
                numbers: buffers.rows[range.start * self.width..range.end * self.width].to_vec(),
                width: self.width,
            }));
        }
        results
    }

    /// Puts what pieces and places give by themselves into the rows.
    fn embed(&self, batch: &[Pieces], buffers: &mut Buffers) {
        let Buffers { rows, sentences, .. } = buffers;
        rows.clear();
        sentences.clear();
        for Pieces { ids, .. } in batch {
            let begin = rows.len() / self.width;
            sentences.push(begin..begin + ids.len());
            for (&id, position) in ids.iter().zip(self.positions.chunks_exact(self.width)) {
                let scale = self.word_scales[id as usize];
                let word = &self.words[id as usize * self.width..][..self.width];
                rows.extend(
                    word.iter().zip(position).map(|(&word, position)| f32::from(word) * scale + position),
                );
            }
        }
        self.norm.apply(rows);
    }
}

/// How many of the first sentences make a batch.
fn batch_length(sentences: &[Pieces]) -> usize {
    let mut pieces = 0;
    let fitting = sentences.iter().take_while(|sentence| {
        pieces += sentence.ids.len();
        pieces <= BATCH
    });
    fitting.count().max(1)
}
