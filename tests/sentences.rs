//! A snapshot for every stage and rule: each file in `tests/sentences` holds sentences of one phenomenon, and beside it
//! stands what every stage makes of them (`newsgraph::evaluate::layers`). `INSTA_UPDATE=always cargo test --test sentences`
//! writes the snapshots again; what changed is then for a person to judge.
//!
//! A file is blocks with blank lines between. Lines with `#` tell which rule the sentences below are for; in a block with
//! a sentence, what is read wrong today and what is wanted. All other lines of a block are the paragraphs of one
//! article, which was published on Wednesday 7 September 2022.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use newsgraph::evaluate::layers;
use newsgraph::pipeline::Pipeline;
use newsgraph::read::{Article, PageWords, jsonl_records};

const PUBLISHED: &str = "2022-09-07";

#[test]
fn every_sentence_is_read_as_its_snapshot_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sentences");
    let mut files: Vec<PathBuf> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "txt"));
    files.sort();
    assert!(!files.is_empty());
    let pipeline = Pipeline::builder().quick(true).build().unwrap();
    let mut settings = insta::Settings::new();
    settings.set_snapshot_path(folder.join("snapshots"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    // One file that has changed shall not hide the others.
    let changed: Vec<&PathBuf> = files
        .iter()
        .filter(|file| {
            let name = file.file_stem().unwrap().to_str().unwrap();
            let snapshot = snapshot(&pipeline, &fs::read_to_string(file).unwrap());
            let compare = || settings.bind(|| insta::assert_snapshot!(name, snapshot));
            catch_unwind(AssertUnwindSafe(compare)).is_err()
        })
        .collect();
    assert!(changed.is_empty(), "read otherwise than before: {changed:?}");
}

/// A piece of a file between blank lines.
struct Block<'t> {
    comments: Vec<&'t str>,
    paragraphs: Vec<&'t str>,
}

/// The file's blocks, each sentence with what is read in it.
fn snapshot(pipeline: &Pipeline, file: &str) -> String {
    let blocks: Vec<Block> = file.split("\n\n").map(Block::of).collect();
    let told = blocks.iter().filter(|block| !block.paragraphs.is_empty());
    let articles: Vec<Article> = told.map(|block| block.article(&pipeline.ontology().words.page)).collect();
    let mut read = layers(pipeline, &articles).into_iter();
    let mut snapshot = String::new();
    for block in &blocks {
        let layers = if block.paragraphs.is_empty() { String::new() } else { read.next().unwrap() };
        for line in block.comments.iter().chain(&block.paragraphs) {
            snapshot.push_str(line);
            snapshot.push('\n');
        }
        snapshot.push_str(&layers);
        snapshot.push('\n');
    }
    snapshot
}

impl<'t> Block<'t> {
    fn of(text: &'t str) -> Self {
        let lines = text.lines().filter(|line| !line.is_empty());
        let (comments, paragraphs) = lines.partition(|line| line.starts_with('#'));
        Self { comments, paragraphs }
    }

    fn article(&self, words: &PageWords) -> Article {
        let text = self.paragraphs.join("\n\n");
        let record = serde_json::json!({ "text": text, "date": PUBLISHED }).to_string();
        jsonl_records(record.as_bytes(), "-", words).next().unwrap().unwrap()
    }
}
