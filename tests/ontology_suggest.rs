//! `newsgraph ontology suggest` from outside: what it finds in a corpus works when it is taught, answers change one place of the user's
//! file, and what cannot be written into is told.

use std::fs;
use std::path::Path;
use std::process::Output;

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

/// Written in a manner of its own, which has to stay.
const ONTOLOGY: &str = r#"@prefix ex:   <http://example.org/> .
@prefix ng:   <https://w3id.org/newsgraph/ontology#> .
@prefix owl:  <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

# who bought whom
ex:acquired   a   owl:ObjectProperty ;
    rdfs:domain ng:Organisation ; rdfs:range ng:Organisation ;
    skos:example
      "[subject: The firm] bought [object: the bank]."@en ,   # the plain one
      "[subject: The firm] acquired [object: the bank]."@en
    .
ex:criticised a owl:ObjectProperty ;
    rdfs:domain ng:Agent ; rdfs:range ng:Agent ;
    skos:example "[subject: The judge] criticised [object: the minister]."@en .
"#;

const ARTICLES: [(&str, &str); 3] = [
    (
        "a.txt",
        "Banks in a hurry\n\nNordholm Bank bought Kelby Insurance in May. The council met on Tuesday. The minister rebuked the \
         bank. Orsa Holdings took over Tallow Bank on Friday. Tern Airlines bought Vale Airways in March.\n",
    ),
    (
        "b.txt",
        "Insurers merge\n\nLast year, Nordholm Bank took over Kelby Insurance. Tern Airlines absorbed Vale Airways. The mayor \
         visited Leeds.\n",
    ),
    (
        "c.txt",
        "Anger in Kelby\n\nThe union rebuked the minister. Vale Airways was absorbed by the group in June. Anna Weber employs Tom \
         Berg. Ruth Calder employs Ida Lund. Helen Prior employs Colin Latham. Grace Reed employs Ian Roe.\n",
    ),
];

fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("mine.ttl"), ONTOLOGY).unwrap();
    fs::create_dir(folder.path().join("articles")).unwrap();
    for (name, text) in ARTICLES {
        fs::write(folder.path().join("articles").join(name), text).unwrap();
    }
    folder
}

fn suggest(folder: &Path, arguments: &[&str], input: &str) -> Output {
    let mut command = Command::cargo_bin("newsgraph").unwrap();
    command.current_dir(folder).env("NEWSGRAPH_CACHE", "").args(["ontology", "suggest", "articles"]);
    command.args(arguments).write_stdin(input).output().unwrap()
}

fn suggestions(folder: &Path, arguments: &[&str]) -> Vec<Value> {
    let arguments = [&["--ontology", "mine.ttl", "--format", "json"], arguments].concat();
    let output = suggest(folder, &arguments, "");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn examples(suggestions: &[Value]) -> Vec<&str> {
    suggestions.iter().filter_map(|one| one["example"].as_str()).collect()
}

#[test]
fn wordings_that_mean_the_same_or_join_known_pairs_are_suggested() {
    let folder = folder();
    let found = suggestions(folder.path(), &[]);
    let examples = examples(&found);
    assert!(examples.contains(&"[subject: The firm] absorbed [object: the bank]."), "{examples:?}");
    assert!(examples.contains(&"[subject: The judge] rebuked [object: the minister]."), "{examples:?}");
    let taken =
        found.iter().find(|one| one["example"] == "[subject: The firm] took over [object: the bank].");
    let taken = taken.unwrap_or_else(|| panic!("{examples:?}"));
    assert_eq!(
        (&taken["adds"], &taken["known_pairs"], &taken["relation"]),
        (&2.into(), &1.into(), &"acquired".into())
    );
    let marked = taken["sentences"][0]["marked"].as_str().unwrap();
    assert!(marked.contains("[subject: ") && marked.contains("took over [object: "), "{marked}");
    assert!(!examples.iter().any(|example| example.contains("visited")), "{examples:?}");
}

#[test]
fn one_relation_and_a_limit() {
    let folder = folder();
    let found = suggestions(folder.path(), &["--relation", "criticised", "--limit", "1"]);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0]["relation"], "criticised");
    let output = suggest(folder.path(), &["--ontology", "mine.ttl", "--relation", "criticized"], "");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("did you mean criticised?"));
}

#[test]
fn answers_change_one_place_of_the_file_and_are_not_asked_again() {
    let folder = folder();
    let file = folder.path().join("mine.ttl");
    let ask = ["--ontology", "mine.ttl", "--relation", "acquired", "--ask"];
    let first = suggestions(folder.path(), &["--relation", "acquired"]);
    let output = suggest(folder.path(), &ask, "what?\ny\nn\nq\n");
    let shown = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success() && shown.contains("quit; every answer is written already"), "{shown}");
    assert!(shown.contains("1 accepted, 1 refused"), "{shown}");
    let text = fs::read_to_string(&file).unwrap();
    let (accepted, refused) = (first[0]["example"].as_str().unwrap(), first[1]["example"].as_str().unwrap());
    let last = r#""[subject: The firm] acquired [object: the bank]."@en"#;
    assert!(text.contains(&format!("{last},\n      \"{accepted}\"@en")), "{text}");
    assert!(text.contains(&format!("ng:counterexample\n        \"{refused}\"@en")), "{text}");
    // All lines that were there are there, in their order.
    let mut lines = text.lines();
    for line in ONTOLOGY.lines() {
        assert!(
            lines.any(|now| now.trim_end_matches([',', ' ', ';']) == line.trim_end_matches([',', ' ', ';'])),
            "{line}"
        );
    }
    let again = suggestions(folder.path(), &["--relation", "acquired"]);
    let again = examples(&again);
    assert!(!again.contains(&accepted) && !again.contains(&refused), "{again:?}");
}

#[test]
fn without_answers_nothing_is_written() {
    let folder = folder();
    let output = suggest(folder.path(), &["--ontology", "mine.ttl", "--ask"], "");
    assert!(output.status.success());
    assert_eq!(fs::read_to_string(folder.path().join("mine.ttl")).unwrap(), ONTOLOGY);
}

#[test]
fn what_cannot_be_written_into_is_refused() {
    let folder = folder();
    let output = suggest(folder.path(), &["--ask"], "y\n");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("name yours with --ontology FILE"));
    let triples = "<http://example.org/a> <http://www.w3.org/2004/02/skos/core#example> \"[subject: A] met [object: B].\" .\n";
    fs::write(folder.path().join("mine.nt"), triples).unwrap();
    let output = suggest(folder.path(), &["--ontology", "mine.nt", "--ask"], "y\n");
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("mine.nt is no Turtle"));
    assert_eq!(fs::read_to_string(folder.path().join("mine.nt")).unwrap(), triples);
}

#[test]
fn suggestions_as_turtle_are_an_ontology_to_be_added() {
    let folder = folder();
    let output = suggest(folder.path(), &["--ontology", "mine.ttl", "--format", "ttl"], "");
    fs::write(folder.path().join("more.ttl"), &output.stdout).unwrap();
    let mut check = Command::cargo_bin("newsgraph").unwrap();
    check.current_dir(folder.path()).env("NEWSGRAPH_CACHE", "");
    let check = check.args(["ontology", "check", "mine.ttl", "more.ttl"]).output().unwrap();
    assert!(check.status.success(), "{}", String::from_utf8_lossy(&check.stdout));
}

#[test]
fn what_no_relation_tells_is_proposed_as_one() {
    let folder = folder();
    let output = suggest(folder.path(), &["--ontology", "mine.ttl", "--new", "--format", "json"], "");
    let proposed: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    let employs =
        proposed.iter().find(|one| one["name"] == "employs").unwrap_or_else(|| panic!("{proposed:?}"));
    assert_eq!(employs["domain"], "https://w3id.org/newsgraph/ontology#Person");
    assert_eq!(employs["range"], "https://w3id.org/newsgraph/ontology#Person");
    assert_eq!(employs["examples"].as_array().map(Vec::len), Some(3));
    let ttl = suggest(folder.path(), &["--ontology", "mine.ttl", "--new", "--format", "ttl"], "");
    let text = String::from_utf8(ttl.stdout).unwrap();
    assert!(text.contains("ex:employs a owl:ObjectProperty ;"), "{text}");
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let folder = folder();
    let run = |threads: &str| {
        let mut command = Command::cargo_bin("newsgraph").unwrap();
        command.current_dir(folder.path()).env("NEWSGRAPH_CACHE", "").env("RAYON_NUM_THREADS", threads);
        command.args(["ontology", "suggest", "articles", "--ontology", "mine.ttl"]).output().unwrap().stdout
    };
    assert_eq!(run("1"), run("3"));
}
