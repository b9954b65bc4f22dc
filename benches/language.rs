//! How fast the language engine is on one thread, where the time goes, and how far from the limit it is.
//!
//!     cargo bench --bench language -- FILE…
//!
//! Each file is one text; without files, the texts of `tests/language` are taken, which are few and odd, so that real
//! articles tell more. The limit is the speed of the dense product on this machine over the products that a token
//! needs; everything else in the engine costs time on top.

use std::collections::BTreeMap;
use std::fs;
use std::time::{Duration, Instant};

use newsgraph::language::{Engine, Stage};

const ROUNDS: usize = 5;

/// Multiplications and additions a token costs: four window layers of two networks, the shares of parser and entity
/// recogniser, and the tags. Embeddings are remembered by word.
const WORK_PER_TOKEN: usize =
    2 * (2 * 4 * 288 * 288 + (96 * 64 + 64 * 8 * 128) + (96 * 64 + 64 * 3 * 128) + 96 * 50);

fn main() {
    let start = Instant::now();
    let engine = Engine::load();
    println!("load                {:>9.1} ms", start.elapsed().as_secs_f64() * 1e3);

    let texts = texts();
    let (mut tokens, mut total) = (0, Duration::ZERO);
    let mut shares: BTreeMap<Stage, Duration> = BTreeMap::new();
    for round in 0..=ROUNDS {
        if round == 1 {
            // The first round fills the engine's memory of words.
            (tokens, total) = (0, Duration::ZERO);
            shares.clear();
        }
        for text in &texts {
            let start = Instant::now();
            let mut last = start;
            let sentences = engine.analyse_observed(&[text], &mut |stage| {
                let now = Instant::now();
                *shares.entry(stage).or_default() += now - last;
                last = now;
            });
            total += start.elapsed();
            tokens += sentences[0].iter().map(|sentence| sentence.tokens.len()).sum::<usize>();
        }
    }
    for (stage, share) in shares {
        println!("{:<20}{:>9.1} %", format!("{stage:?}"), 100.0 * share.as_secs_f64() / total.as_secs_f64());
    }
    println!("speed               {:>9.0} tokens/s", tokens as f64 / total.as_secs_f64());
    let speed = dense_product_speed();
    println!("dense product       {:>9.1} GFLOP/s", speed / 1e9);
    println!("limit               {:>9.0} tokens/s", speed / WORK_PER_TOKEN as f64);
}

fn texts() -> Vec<String> {
    let files: Vec<_> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
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

/// Operations a second of the product that the window layers make.
fn dense_product_speed() -> f64 {
    const ROWS: usize = 256;
    const INNER: usize = 288;
    const REPEATS: usize = 200;
    let (left, right) = (vec![0.5_f32; ROWS * INNER], vec![0.25_f32; INNER * INNER]);
    let mut product = vec![0.0_f32; ROWS * INNER];
    let start = Instant::now();
    for _ in 0..REPEATS {
        let (inner, product) = (INNER as isize, product.as_mut_ptr());
        // SAFETY: the three matrices have the sizes that the call names.
        unsafe {
            let (left, right) = (left.as_ptr(), right.as_ptr());
            matrixmultiply::sgemm(
                ROWS, INNER, INNER, 1.0, left, inner, 1, right, inner, 1, 0.0, product, inner, 1,
            );
        }
    }
    (2 * ROWS * INNER * INNER * REPEATS) as f64 / start.elapsed().as_secs_f64()
}
