//! The encoder against the original libraries, by a small network that `tests/encoder/make_sample.py` has made: the pieces
//! are the same, the vectors are as near as numbers of 8 bits come.

use std::fs;
use std::sync::LazyLock;

use newsgraph::encoder::{Encoder, Kernel, LIMIT, Pieces, Vectors};
use serde::Deserialize;

/// What the original libraries make of a sentence.
#[derive(Deserialize)]
struct Sentence {
    words: Vec<String>,
    ids: Vec<u32>,
    /// The last piece of each word.
    last: Vec<Option<usize>>,
    /// The vectors of the last pieces.
    vectors: Vec<Vec<f32>>,
}

static SENTENCES: LazyLock<Vec<Sentence>> = LazyLock::new(|| {
    let lines = fs::read_to_string("tests/encoder/sentences.jsonl").unwrap();
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
});

fn encoder() -> Encoder {
    Encoder::load(include_bytes!("encoder/sample.bin"))
}

fn pieces(encoder: &Encoder) -> Vec<Pieces> {
    let of_sentence =
        |sentence: &Sentence| encoder.pieces(&sentence.words.iter().map(String::as_str).collect::<Vec<_>>());
    SENTENCES.iter().map(of_sentence).collect()
}

fn cosine(one: &[f32], other: &[f32]) -> f32 {
    let product =
        |one: &[f32], other: &[f32]| one.iter().zip(other).map(|(one, other)| one * other).sum::<f32>();
    product(one, other) / (product(one, one) * product(other, other)).sqrt()
}

#[test]
fn words_have_the_pieces_of_the_original() {
    for (pieces, sentence) in pieces(&encoder()).into_iter().zip(&*SENTENCES) {
        let expected = Pieces { ids: sentence.ids.clone(), last_of_words: sentence.last.clone() };
        assert_eq!(pieces, expected, "{:?}", sentence.words);
    }
}

#[test]
fn a_sentence_beyond_the_limit_is_cut_off() {
    let encoder = encoder();
    let pieces = encoder.pieces(&["left"; 200]);
    assert_eq!(pieces.ids.len(), LIMIT);
    assert_eq!(pieces.last_of_words[LIMIT - 3], Some(LIMIT - 2));
    assert_eq!(pieces.last_of_words[LIMIT - 2], None);
    assert_eq!(encoder.encode(&[pieces])[0].len(), LIMIT);
}

#[test]
fn vectors_are_near_those_of_the_original() {
    let encoder = encoder();
    let mut compared = 0;
    for (vectors, sentence) in encoder.encode(&pieces(&encoder)).iter().zip(&*SENTENCES) {
        for (place, expected) in (0..vectors.len()).rev().zip(sentence.vectors.iter().rev()) {
            let found = cosine(vectors.get(place), expected);
            assert!(found > 0.995, "{:?}, piece {place}: {found}", sentence.words);
            compared += 1;
        }
    }
    assert_eq!(compared, 24);
}

#[test]
fn what_a_sentence_gives_does_not_depend_on_the_others() {
    let encoder = encoder();
    let pieces = pieces(&encoder);
    let alone: Vec<Vectors> =
        pieces.iter().flat_map(|sentence| encoder.encode(std::slice::from_ref(sentence))).collect();
    assert_eq!(encoder.encode(&pieces), alone);
    assert!(encoder.encode(&[]).is_empty());
}

#[test]
fn all_kernels_give_the_same_bits() {
    let encoder = encoder();
    let pieces = pieces(&encoder);
    let expected = encoder.encode(&pieces);
    for kernel in Kernel::available() {
        let encoder = self::encoder().with_kernel(kernel);
        assert_eq!(encoder.encode(&pieces), expected, "{}", kernel.name());
    }
}
