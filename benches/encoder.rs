//! How fast the encoder is on one thread, with each kernel that the processor knows.
//!
//!     cargo bench --bench encoder -- MODEL FILE…
//!
//! The model is what `scripts/convert_encoder.py` has written. Each file is one text; without files, the texts of
//! `tests/language` are taken.

use std::fs;
use std::time::{Duration, Instant};

use newsgraph::encoder::{Encoder, Kernel, Pieces};
use newsgraph::language::Engine;

const ROUNDS: usize = 5;
/// Sentences that are encoded at a time, as those of an article are.
const ARTICLE: usize = 25;

fn main() {
    let arguments: Vec<_> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let Some((model, files)) = arguments.split_first() else {
        println!("no model given, nothing measured");
        return;
    };
    let file = fs::read(model).unwrap_or_else(|error| panic!("{model}: {error}")).leak();
    let start = Instant::now();
    let encoder = Encoder::load(file);
    println!("load                {:>9.2} ms", start.elapsed().as_secs_f64() * 1e3);

    let sentences = sentences(files);
    let start = Instant::now();
    let pieces: Vec<Pieces> = sentences
        .iter()
        .map(|words| encoder.pieces(&words.iter().map(String::as_str).collect::<Vec<_>>()))
        .collect();
    let count: usize = pieces.iter().map(|pieces| pieces.ids.len()).sum();
    println!("sentences           {:>9}", sentences.len());
    println!("pieces              {count:>9}");
    println!("into pieces         {:>9.0} pieces/s", count as f64 / start.elapsed().as_secs_f64());

    let mut encoder = encoder;
    for kernel in Kernel::available() {
        encoder = encoder.with_kernel(kernel);
        let total: Duration = (0..ROUNDS).map(|_| round(&encoder, &pieces)).sum();
        let speed = (count * ROUNDS) as f64 / total.as_secs_f64();
        println!("{:<20}{speed:>9.0} pieces/s", kernel.name());
    }
}

fn round(encoder: &Encoder, pieces: &[Pieces]) -> Duration {
    let start = Instant::now();
    for article in pieces.chunks(ARTICLE) {
        assert_eq!(encoder.encode(article).len(), article.len());
    }
    start.elapsed()
}

/// The words of the texts' sentences.
fn sentences(files: &[String]) -> Vec<Vec<String>> {
    let texts = texts(files);
    let analysed = Engine::load().analyse(&texts.iter().map(String::as_str).collect::<Vec<_>>());
    let words = |sentence: newsgraph::language::Sentence| {
        sentence.tokens.iter().map(|token| token.text.to_string()).collect()
    };
    analysed.into_iter().flatten().map(words).collect()
}

fn texts(files: &[String]) -> Vec<String> {
    if files.is_empty() {
        let lines = fs::read_to_string("tests/language/texts.jsonl").expect("the tests' texts are there");
        let text =
            |line| serde_json::from_str::<serde_json::Value>(line).ok()?["text"].as_str().map(str::to_owned);
        return lines.lines().filter_map(text).collect();
    }
    files
        .iter()
        .map(|file| fs::read_to_string(file).unwrap_or_else(|error| panic!("{file}: {error}")))
        .collect()
}
