//! Where sources disagree, through the real program: each folder of `tests/affairs` is an invented affair of several outlets, with the
//! disagreements that a careful reader finds in it, and with decoys that are none (`expected.json`). What is not found today says
//! why (`missed`).

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use assert_cmd::Command;
use serde_json::Value;

/// The first characters of a quotation by which it is found in a sentence.
const QUOTED: usize = 40;

fn newsgraph(folder: &Path, arguments: &[&str]) -> Vec<u8> {
    let mut command = Command::cargo_bin("newsgraph").expect("the program");
    command.current_dir(folder).args(arguments).assert().success().get_output().stdout.clone()
}

/// What the program finds, and what is expected, of one affair.
fn read(affair: &str) -> (Vec<Value>, Value) {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/affairs").join(affair);
    let folder = tempfile::tempdir().expect("a folder");
    fs::copy(source.join("articles.jsonl"), folder.path().join("articles.jsonl")).expect("the articles");
    newsgraph(folder.path(), &["build", "articles.jsonl"]);
    let found = newsgraph(folder.path(), &["conflicts", "--format", "json"]);
    let expected = fs::read_to_string(source.join("expected.json")).expect("what is expected");
    (serde_json::from_slice(&found).expect("a list"), serde_json::from_str(&expected).expect("JSON"))
}

fn list<'a>(value: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    value[key].as_array().into_iter().flatten()
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

/// Whether the quotations of two values stand on two sides.
fn tells(found: &Value, expected: &Value) -> bool {
    let mut values = BTreeSet::new();
    let mut sides = BTreeSet::new();
    for evidence in list(expected, "evidence") {
        let start: String = text(evidence, "quote").chars().take(QUOTED).collect();
        for (side, content) in list(found, "sides").enumerate() {
            let quotes = list(content, "statements").any(|statement| {
                let sentence = text(&statement["sentence"], "text");
                let begins: String = sentence.chars().take(QUOTED).collect();
                text(&statement["document"], "url") == text(evidence, "url")
                    && (sentence.contains(&start) || text(evidence, "quote").contains(&begins))
            });
            if quotes {
                values.insert(text(evidence, "value"));
                sides.insert(side);
            }
        }
    }
    values.len() > 1 && sides.len() > 1
}

fn check(affair: &str) {
    let (found, expected) = read(affair);
    for conflict in list(&expected, "conflicts") {
        let is_found = found.iter().any(|one| tells(one, conflict));
        let is_missed = conflict.get("missed").is_some();
        assert_ne!(is_found, is_missed, "{affair}: {} ({})", text(conflict, "id"), text(conflict, "note"));
    }
    for decoy in list(&expected, "decoys") {
        assert!(!found.iter().any(|one| tells(one, decoy)), "{affair}: {} is none", text(decoy, "id"));
    }
    for one in &found {
        let is_known = list(&expected, "conflicts").any(|conflict| tells(one, conflict));
        assert!(is_known, "{affair}: nobody expects {}", text(one, "about"));
    }
}

#[test]
fn the_affair_of_the_hospital() {
    check("hospital");
}

#[test]
fn the_affair_of_the_stadium() {
    check("stadium");
}
