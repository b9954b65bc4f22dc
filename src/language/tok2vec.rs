//! Turns tokens into vectors: hash embeddings of their attributes, mixed by one maxout layer, then four layers that
//! see a token's neighbours (spaCy's `MultiHashEmbed` and `MaxoutWindowEncoder`).
//!
//! The mixed embedding depends on the word alone, so it is computed once for every word and remembered.

use super::buffers::Work;
use super::first_window::FirstWindow;
use super::hash_embed::HashEmbed;
use super::lexicon::{LEXICAL_ATTRIBUTES, Lexicon, WordId};
use super::maxout::{Maxout, WIDTH};
use super::raw::RawToken;
use crate::weights::Weights;

/// Empty rows around every text. Four layers that each see one neighbour reach four rows far, so no text sees
/// another; spaCy pads the same way, and the rows' contents matter because the layers change them too.
const PADDING: usize = 4;

/// A network from tokens to vectors.
#[derive(Debug)]
pub struct Tok2Vec {
    embeddings: Vec<HashEmbed>,
    mix: Maxout,
    first_window: FirstWindow,
    later_windows: Vec<Maxout>,
}

/// A word, and whether a space follows it (never for a network that does not read spaces).
type Key = (WordId, bool);

/// The mixed embeddings of the words seen so far, by word and by whether a space follows.
#[derive(Debug, Clone, Default)]
pub struct EmbeddingCache {
    /// Row of `vectors` for each word, twice: without and with a space after it.
    rows: Vec<[Option<u32>; 2]>,
    vectors: Vec<[f32; WIDTH]>,
    /// The number that each row has among the words of the batch at work.
    numbers: Vec<Option<u32>>,
    /// Rows given out so far, with those whose vectors are still to be computed.
    reserved: u32,
}

impl Tok2Vec {
    /// The network whose sections of the model file begin with `name`.
    pub fn load(weights: &Weights, name: &str) -> Self {
        let seeds = weights.integers(&format!("{name}.seeds"));
        let embeddings = seeds
            .iter()
            .enumerate()
            .map(|(number, &seed)| HashEmbed::load(weights, &format!("{name}.embed.{number}"), seed))
            .collect();
        let window = |number: usize| format!("{name}.window.{number}");
        Self {
            embeddings,
            mix: Maxout::load(weights, &format!("{name}.mix")),
            first_window: FirstWindow::load(weights, &window(0)),
            later_windows: (1..PADDING).map(|number| Maxout::load(weights, &window(number))).collect(),
        }
    }

    /// Whether the network reads more than lexical attributes: the space after a token and white space.
    fn reads_spaces(&self) -> bool {
        self.embeddings.len() > LEXICAL_ATTRIBUTES
    }

    /// Puts the vectors of the tokens of several texts, one text after the other, into `vectors`.
    pub fn vectors(
        &self,
        documents: &[&[RawToken]],
        lexicon: &Lexicon,
        cache: &mut EmbeddingCache,
        work: &mut Work,
        vectors: &mut Vec<[f32; WIDTH]>,
    ) {
        self.embed_new(documents.iter().copied().flatten(), lexicon, cache, work);
        let tokens: usize = documents.iter().map(|document| document.len()).sum();
        // One more row at each end gives the first and the last row a whole window.
        let mut rows = Vec::with_capacity(tokens + PADDING * (documents.len() + 1) + 2);
        let mut words = Vec::new();
        rows.resize(1 + PADDING, None);
        for document in documents {
            rows.extend(document.iter().map(|token| Some(cache.number(self.key(token), &mut words))));
            rows.resize(rows.len() + PADDING, None);
        }
        rows.push(None);
        let inside = 1..rows.len() - 1;
        let Work { products, words: embeddings, rows: inputs, next_rows: outputs, .. } = work;
        cache.take(&words, embeddings);
        self.first_window.apply(&rows, embeddings, products, inputs);
        for window in &self.later_windows {
            outputs.clone_from(inputs);
            window.add_outputs(inputs.as_flattened(), WIDTH, products, &mut outputs[inside.clone()]);
            std::mem::swap(inputs, outputs);
        }
        copy_without_padding(inputs, documents, vectors);
    }

    fn key(&self, token: &RawToken) -> Key {
        (token.word, token.space_after && self.reads_spaces())
    }

    /// Computes the mixed embeddings of tokens that the cache does not have.
    fn embed_new<'a>(
        &self,
        tokens: impl Iterator<Item = &'a RawToken>,
        lexicon: &Lexicon,
        cache: &mut EmbeddingCache,
        work: &mut Work,
    ) {
        let new: Vec<Key> = tokens.map(|token| self.key(token)).filter(|&key| cache.reserve(key)).collect();
        let width = self.embeddings.len() * WIDTH;
        let Work { input, products, .. } = work;
        input.clear();
        input.resize(new.len() * width, 0.0);
        for (row, &(word, space_after)) in input.chunks_exact_mut(width).zip(&new) {
            let word = lexicon.word(word);
            let spaces = [u64::from(space_after), u64::from(word.is_space)];
            let identifiers = word.attributes.iter().chain(&spaces);
            for ((embedding, output), &identifier) in
                self.embeddings.iter().zip(row.chunks_exact_mut(WIDTH)).zip(identifiers)
            {
                embedding.embed(identifier, output);
            }
        }
        let known = cache.vectors.len();
        cache.vectors.resize(known + new.len(), [0.0; WIDTH]);
        self.mix.add_outputs(input, width, products, &mut cache.vectors[known..]);
    }
}

impl EmbeddingCache {
    /// Gives the key a row if it has none; whether it had none.
    fn reserve(&mut self, (word, space_after): Key) -> bool {
        let word = word as usize;
        if word >= self.rows.len() {
            self.rows.resize(word + 1, [None; 2]);
        }
        let row = &mut self.rows[word][usize::from(space_after)];
        let is_new = row.is_none();
        if is_new {
            *row = Some(self.reserved);
            self.reserved += 1;
            self.numbers.push(None);
        }
        is_new
    }

    /// The number of an embedded word in this batch; `words` lists the batch's rows of the cache so far.
    fn number(&mut self, (word, space_after): Key, words: &mut Vec<u32>) -> u32 {
        let row = self.rows[word as usize][usize::from(space_after)];
        let row = row.expect("every token is embedded before it is read");
        *self.numbers[row as usize].get_or_insert_with(|| {
            words.push(row);
            words.len() as u32 - 1
        })
    }

    /// The vectors of the batch's words, in order; their numbers are free again.
    fn take(&mut self, words: &[u32], vectors: &mut Vec<[f32; WIDTH]>) {
        vectors.clear();
        vectors.extend(words.iter().map(|&row| {
            self.numbers[row as usize] = None;
            self.vectors[row as usize]
        }));
    }
}

fn copy_without_padding(vectors: &[[f32; WIDTH]], documents: &[&[RawToken]], kept: &mut Vec<[f32; WIDTH]>) {
    kept.clear();
    let mut row = 1 + PADDING;
    for document in documents {
        kept.extend_from_slice(&vectors[row..row + document.len()]);
        row += document.len() + PADDING;
    }
}
