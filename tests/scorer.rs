//! The scorer from outside: it finds what no pattern finds, drops what patterns misread, is sure where the sentence is, and its
//! answer hangs on nothing but the sentence.

use assert_cmd::Command;
use serde_json::{Value, json};

/// A pattern takes the minister for somebody who was sent to a post.
const APPOINTED: &str = "Rita Lund was given the post of fisheries minister.";
const PLAIN: &str = "The former postman was convicted of theft on Monday.";

/// The statements of articles of one sentence each.
fn extract(sentences: &[&str], arguments: &[&str], threads: &str) -> Vec<Value> {
    let line = |(number, text): (usize, &&str)| {
        json!({"text": text, "title": "", "url": format!("https://example.org/{number}")}).to_string()
    };
    let input: Vec<String> = sentences.iter().enumerate().map(line).collect();
    let output = Command::cargo_bin("newsgraph")
        .unwrap()
        .env("RAYON_NUM_THREADS", threads)
        .arg("extract")
        .args(arguments)
        .write_stdin(input.join("\n"))
        .assert()
        .success();
    let lines = String::from_utf8(output.get_output().stdout.clone()).unwrap();
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Relation, subject and object of each statement, in words.
fn told(statements: &[Value]) -> Vec<[String; 3]> {
    let words = |value: &Value| value.as_str().unwrap_or("").to_owned();
    let of = |one: &Value| {
        [words(&one["relation"]), words(&one["subject"]["mention"]), words(&one["object"]["mention"])]
    };
    statements.iter().map(of).collect()
}

#[test]
fn it_finds_what_no_pattern_finds_and_doubts_what_patterns_misread() {
    let quick = extract(&[APPOINTED], &["--quick"], "1");
    let scored = extract(&[APPOINTED], &[], "1");
    let post = ["holds_office", "Rita Lund", "fisheries minister"].map(str::to_owned);
    assert!(told(&scored).contains(&post) && !told(&quick).contains(&post), "{scored:#?}");
    let sent = |one: &&Value| one["relation"] == "deployed";
    let believed = |one: &Value| one["confidence"].as_f64().is_some_and(|confidence| confidence >= 0.5);
    assert!(quick.iter().any(|one| sent(&one)), "{quick:#?}");
    assert!(!scored.iter().filter(sent).any(believed), "{scored:#?}");
}

#[test]
fn it_is_sure_of_plain_sentences() {
    let scored = extract(&[PLAIN], &[], "1");
    let conviction = scored.iter().find(|one| one["relation"] == "convicted_of").expect("it is told");
    assert!(conviction["confidence"].as_f64().unwrap() >= 0.9, "{conviction}");
    let quick = extract(&[PLAIN], &["--quick"], "1");
    assert!(quick.iter().all(|one| one["confidence"] == 0.8), "{quick:#?}");
}

#[test]
fn plain_accusations_are_sure_whoever_is_named() {
    let forms = [
        ("arrested_for", "Police arrested {} on Monday."),
        ("charged_with", "Prosecutors charged {} with murder."),
        ("charged_with", "{} was charged with murder on Tuesday."),
        ("convicted_of", "{} was convicted of fraud."),
        ("shot", "A gunman shot {} outside a bank."),
        ("accused_of", "{} is accused of stealing a car."),
    ];
    let names =
        ["Robert Miller", "Karl Stone", "Lena Moss", "Ahmed Hassan", "Bernard Achterberg", "Tuula Virtanen"];
    for (relation, form) in forms {
        let sentences = names.map(|name| form.replace("{}", name));
        let told = extract(&sentences.each_ref().map(String::as_str), &[], "2");
        let sure = told.iter().filter(|one| one["relation"] == relation);
        let sure = sure.filter(|one| one["confidence"].as_f64().is_some_and(|confidence| confidence >= 0.9));
        assert_eq!(sure.count(), names.len(), "{form}: {told:#?}");
    }
}

#[test]
fn other_sentences_and_threads_change_nothing() {
    let long = "The council, which met in Leeds on Friday, said that it would not pay for the bridge.";
    let together = extract(&[APPOINTED, PLAIN, long, PLAIN], &[], "2");
    assert_eq!(together, extract(&[APPOINTED, PLAIN, long, PLAIN], &[], "1"));
    let alone = extract(&[APPOINTED], &[], "1");
    assert_eq!(together[..alone.len()], alone[..]);
}

#[test]
fn a_sentence_without_arguments_changes_nothing_of_the_next() {
    let weighed = |text: &str| -> Vec<(Value, Value)> {
        let statements = extract(&[text], &[], "1");
        statements.iter().map(|one| (one["relation"].clone(), one["confidence"].clone())).collect()
    };
    let text = format!("{APPOINTED} {PLAIN}");
    assert_eq!(weighed(&format!("Not so fast. {text}")), weighed(&text));
}
