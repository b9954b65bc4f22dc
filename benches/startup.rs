//! How long a start takes, by its parts, and what it would take to learn the built-in ontology at every start.
//!
//!     cargo bench --bench startup

use divan::Bencher;
use newsgraph::language::Engine;
use newsgraph::ontology::Ontology;
use newsgraph::pipeline::Pipeline;
use newsgraph::read::{Article, Passage, PassageKind};
use newsgraph::story::Story;
use newsgraph::taught::{Taught, built_in};

const SENTENCE: &str = "The harbour master was charged with fraud in Hull on Monday.";

fn main() {
    divan::main();
}

#[divan::bench]
fn language_engine() -> Engine {
    Engine::load()
}

#[divan::bench]
fn what_the_built_in_ontology_teaches(bencher: Bencher) {
    let engine = Engine::load();
    bencher.bench(|| built_in(&engine).unwrap());
}

/// All of the above, then one sentence: what `extract` does but for reading and writing.
#[divan::bench]
fn start_and_one_sentence() -> Story {
    let engine = Engine::load();
    let taught = built_in(&engine).unwrap();
    Pipeline::builder().engine(engine).taught(taught).build().unwrap().story(vec![article()])
}

/// What a start took if nothing were kept: the ontology read as RDF, and all its examples learned.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn learning_anew(bencher: Bencher) {
    let engine = Engine::load();
    bencher.bench(|| Taught::learn(Ontology::embedded().unwrap(), None, &engine));
}

/// The sentence as an article of its own.
fn article() -> Article {
    let passage = Passage { kind: PassageKind::Paragraph, begin: 0, end: SENTENCE.chars().count() };
    Article { path: "-".to_owned(), text: SENTENCE.to_owned(), passages: vec![passage], ..Article::default() }
}
