//! The program from outside: `assemble`, `query` and `export` on a small invented affair, and what they say when
//! they are used wrongly.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use predicates::prelude::*;
use predicates::str::{contains, diff, starts_with};
use tempfile::TempDir;

/// One line of statements.jsonl; `object` and `more` are JSON.
fn statement(
    id: &str,
    relation: &str,
    subject: &str,
    object: &str,
    polarity: &str,
    sentence: &str,
) -> String {
    let reference = |label: &str, class: &str| {
        let slug = label.to_lowercase().replace(' ', "-");
        format!(
            r#"{{"id":"https://w3id.org/newsgraph/id/{slug}","label":"{label}","types":["{class}"],"mention":"{label}"}}"#
        )
    };
    let object = if object.is_empty() { "null".to_owned() } else { reference(object, "Offence") };
    format!(
        r#"{{"id":"https://w3id.org/newsgraph/id/statement/{id}","relation":"{relation}","relation_iri":"https://w3id.org/newsgraph/ontology#{relation}","subject":{},"object":{object},"polarity":"{polarity}","asserted":true,"attributed_to":null,"quantity":null,"time":null,"place":null,"qualifiers":{{}},"document":{{"id":"https://w3id.org/newsgraph/id/article/dam","path":"dam.txt","url":null,"title":"The <dam>","publisher":null,"date":null}},"sentence":{{"text":"{sentence}","begin":10,"end":60}},"trigger":{{"text":"x","begin":20,"end":21}},"confidence":0.97}}"#,
        reference(subject, "Organisation")
    ) + "\n"
}

/// A folder with a built graph in `output`.
fn affair() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let lines = [
        statement(
            "a",
            "charged_with",
            "Varde Dam Company",
            "Fraud",
            "positive",
            "Varde was charged \\\"twice\\\".",
        ),
        statement("b", "charged_with", "Orsa Board", "Fraud", "negative", "Orsa was not charged."),
        statement("c", "stood_down", "Orsa Board", "", "positive", "The board stood down."),
    ];
    fs::write(folder.path().join("found.jsonl"), lines.concat()).unwrap();
    newsgraph(folder.path()).args(["assemble", "found.jsonl"]).assert().success();
    folder
}

fn newsgraph(folder: &Path) -> Command {
    let mut command = Command::cargo_bin("newsgraph").unwrap();
    command.current_dir(folder);
    command
}

#[test]
fn assemble_writes_every_file_and_says_what_is_in_them() {
    let folder = affair();
    for name in [
        "graph.ttl",
        "graph.trig",
        "graph.nq",
        "graph.dot",
        "graph.svg",
        "graph.png",
        "report.html",
        "statements.jsonl",
        "attributions.jsonl",
    ] {
        assert!(folder.path().join("output").join(name).is_file(), "{name}");
    }
    newsgraph(folder.path()).args(["assemble", "found.jsonl", "-o", "again"]).assert().success().stdout(
        contains("1 article, 3 entities, 3 statements, 0 attributions").and(contains("charged_with")),
    );
    for name in ["graph.ttl", "graph.trig", "graph.nq", "graph.svg", "statements.jsonl"] {
        let read = |output: &str| fs::read(folder.path().join(output).join(name)).unwrap();
        assert_eq!(read("output"), read("again"), "{name}");
    }
}

#[test]
fn statements_come_out_as_they_went_in() {
    let folder = affair();
    let read = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
    assert_eq!(read("found.jsonl"), read("output/statements.jsonl"));
}

#[test]
fn a_denial_is_no_plain_edge() {
    let folder = affair();
    newsgraph(folder.path())
        .args(["query", "SELECT ?who { ?who ng:charged_with id:fraud }", "--format", "csv"])
        .assert()
        .success()
        .stdout(diff("who\r\nhttps://w3id.org/newsgraph/id/varde-dam-company\r\n"));
    newsgraph(folder.path())
        .args(["query", "denied"])
        .assert()
        .success()
        .stdout(contains("Orsa was not charged."));
}

#[test]
fn answers_come_in_every_format() {
    let folder = affair();
    let query = "SELECT ?name { id:orsa-board rdfs:label ?name }";
    for (format, beginning) in [
        ("table", "name\n"),
        ("json", "{\"head\""),
        ("csv", "name\r\n"),
        ("tsv", "?name\n"),
        ("xml", "<?xml"),
    ] {
        newsgraph(folder.path())
            .args(["query", query, "--format", format])
            .assert()
            .success()
            .stdout(starts_with(beginning).and(contains("Orsa Board")));
    }
    newsgraph(folder.path()).args(["query", "ASK { ?s ng:stood_down ?o }"]).assert().stdout("false\n");
    newsgraph(folder.path())
        .args(["query", "DESCRIBE id:fraud"])
        .assert()
        .success()
        .stdout(contains("id:fraud\n    a ng:Offence"));
}

#[test]
fn a_query_may_come_from_a_file_or_a_pipe() {
    let folder = affair();
    fs::write(folder.path().join("q.rq"), "ASK { id:fraud a ng:Offence }").unwrap();
    newsgraph(folder.path()).args(["query", "-f", "q.rq"]).assert().success().stdout("true\n");
    newsgraph(folder.path())
        .args(["query", "-f", "-"])
        .write_stdin("ASK { id:fraud a ng:Place }")
        .assert()
        .success()
        .stdout("false\n");
}

#[test]
fn shipped_queries_are_listed_with_what_they_ask() {
    newsgraph(Path::new("."))
        .args(["query", "--list"])
        .assert()
        .success()
        .stdout(contains("charged      Who was charged with what"));
}

#[test]
fn a_bad_query_is_wrong_usage_and_its_place_is_named() {
    let folder = affair();
    newsgraph(folder.path())
        .args(["query", "SELECT ?who\n{ ?who ng:charged_with"])
        .assert()
        .code(2)
        .stderr(contains("line 2, column 23: it ends too early").and(starts_with("newsgraph: ")));
    newsgraph(folder.path())
        .args(["query", "chargd"])
        .assert()
        .code(2)
        .stderr(contains("did you mean charged?"));
    newsgraph(folder.path())
        .args(["query", "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", "--format", "csv"])
        .assert()
        .code(2)
        .stderr(contains("--format table (Turtle)"));
    newsgraph(folder.path()).arg("query").assert().code(2);
}

#[test]
fn a_missing_graph_is_named_with_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    for arguments in [vec!["query", "charged"], vec!["export", "--format", "turtle"]] {
        newsgraph(folder.path())
            .args(arguments)
            .assert()
            .code(1)
            .stderr(contains("newsgraph build").and(contains("--graph DIR")));
    }
}

#[test]
fn an_export_of_everything_is_the_file_of_the_build() {
    let folder = affair();
    for (format, name) in
        [("turtle", "graph.ttl"), ("trig", "graph.trig"), ("nquads", "graph.nq"), ("svg", "graph.svg")]
    {
        let written = fs::read_to_string(folder.path().join("output").join(name)).unwrap();
        newsgraph(folder.path())
            .args(["export", "--format", format])
            .assert()
            .success()
            .stdout(diff(written));
    }
}

#[test]
fn an_export_can_be_about_one_entity_or_relation() {
    let folder = affair();
    newsgraph(folder.path())
        .args(["export", "--format", "csv", "--about", "orsa board"])
        .assert()
        .success()
        .stdout(contains("stood_down").and(contains("Varde").not()));
    newsgraph(folder.path())
        .args(["export", "--format", "csv", "--about", "Orsa Board", "--hops", "2"])
        .assert()
        .success()
        .stdout(contains("Varde"));
    newsgraph(folder.path())
        .args(["export", "--format", "graphml", "--relation", "stood_down", "-o", "part.graphml"])
        .assert()
        .success();
    let part = fs::read_to_string(folder.path().join("part.graphml")).unwrap();
    assert!(part.contains("Orsa Board") && !part.contains("Varde"), "{part}");
}

#[test]
fn unknown_entities_and_relations_are_answered_with_near_names() {
    let folder = affair();
    newsgraph(folder.path())
        .args(["export", "--format", "dot", "--about", "Orsa Bord"])
        .assert()
        .code(1)
        .stderr(contains("did you mean Orsa Board?"));
    newsgraph(folder.path())
        .args(["export", "--format", "dot", "--relation", "charged_wit"])
        .assert()
        .code(1)
        .stderr(contains("charged_with"));
}

#[test]
fn a_bad_line_is_named_and_the_old_output_stays() {
    let folder = affair();
    let before = fs::read(folder.path().join("output/graph.ttl")).unwrap();
    fs::write(folder.path().join("bad.jsonl"), "\n{\"id\": 1}\n").unwrap();
    newsgraph(folder.path())
        .args(["assemble", "found.jsonl", "bad.jsonl"])
        .assert()
        .code(1)
        .stderr(contains("bad.jsonl:2: column 8: invalid type"));
    assert_eq!(before, fs::read(folder.path().join("output/graph.ttl")).unwrap());
}

#[test]
fn a_base_must_end_in_a_slash_or_hash() {
    let folder = affair();
    newsgraph(folder.path())
        .args(["assemble", "found.jsonl", "--base", "https://example.org/id"])
        .assert()
        .code(2)
        .stderr(contains("ends in / or #"));
}
