//! Confidence from outside: how sure a statement must be to make a plain edge, and what the commands do with the others.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use predicates::prelude::*;
use predicates::str::{contains, is_match};
use tempfile::TempDir;

/// Two relations with the same words for different things; only one of them asks for more than any statement has.
const ONTOLOGY: &str = r#"
@prefix ex:   <http://example.org/> .
@prefix ng:   <https://w3id.org/newsgraph/ontology#> .
@prefix owl:  <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

ex:robbed a owl:ObjectProperty ; rdfs:domain ng:Person ;
    ng:leastConfidence 1 ;
    skos:example "[subject: The man] robbed [object: the bank]."@en .
ex:painted a owl:ObjectProperty ; rdfs:domain ng:Person ;
    skos:example "[subject: The man] painted [object: the bridge]."@en .
"#;

const ARTICLE: &str =
    "A thief at Orsa\n\nTom Berg robbed a post office on 5 May 2031. Ida Lund painted a bridge.\n";

fn newsgraph(folder: &Path) -> Command {
    let mut command = Command::cargo_bin("newsgraph").unwrap();
    command.current_dir(folder).env("NEWSGRAPH_CACHE", "");
    command
}

/// A folder with the graph of the article in `output`.
fn built() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("mine.ttl"), ONTOLOGY).unwrap();
    fs::write(folder.path().join("orsa.txt"), ARTICLE).unwrap();
    newsgraph(folder.path()).args(["build", "orsa.txt", "--ontology", "mine.ttl"]).assert().success().stdout(
        is_match("robbed +1 +0 +1 +0 +0\n").unwrap().and(is_match("painted +1 +1 +0 +0 +0\n").unwrap()),
    );
    folder
}

fn read(folder: &TempDir, name: &str) -> String {
    fs::read_to_string(folder.path().join("output").join(name)).unwrap()
}

/// The statements of the graph with another end of each line, which is where confidence stands.
fn write_statements(folder: &TempDir, name: &str, end: impl Fn(&str) -> &'static str) {
    let statements = read(folder, "statements.jsonl");
    let changed = statements.lines().map(|line| {
        let (before, _) = line.split_once(",\"confidence\":").expect("it has its confidence");
        format!("{before}{}}}\n", end(line))
    });
    fs::write(folder.path().join(name), changed.collect::<String>()).unwrap();
}

#[test]
fn below_what_its_relation_asks_a_statement_makes_no_plain_edge() {
    let folder = built();
    let ask = |query: &str, answer: &'static str| {
        newsgraph(folder.path()).args(["query", query]).assert().success().stdout(answer);
    };
    ask("ASK { ?who <http://example.org/robbed> ?what }", "false\n");
    ask("ASK { ?who <http://example.org/painted> ?what }", "true\n");
    ask(
        "ASK { ?statement ng:relation 'robbed' ; ng:asserted true ; ng:confidence ?sure FILTER(?sure < 1) }",
        "true\n",
    );
    ask("ASK { <http://example.org/robbed> ng:leastConfidence ?least FILTER(?least = 1) }", "true\n");
    newsgraph(folder.path())
        .args(["query", "edges"])
        .assert()
        .success()
        .stdout(contains("painted").and(contains("robbed").not()));
    for line in read(&folder, "statements.jsonl").lines() {
        assert!(is_match(r#","confidence":0\.\d\d?\}$"#).unwrap().eval(line), "{line}");
    }
}

#[test]
fn pictures_the_report_and_other_formats_tell_what_is_doubtful() {
    let folder = built();
    assert!(read(&folder, "graph.dot").contains("robbed (doubtful)"));
    assert!(read(&folder, "graph.svg").contains("class=\"edge doubtful\""));
    assert!(read(&folder, "report.html").contains("<span class=\"badge doubtful\">doubtful</span>"));
    for (format, sign) in [
        ("cypher", "[r:`DOUBTFUL` "),
        ("gexf", "robbed (doubtful)"),
        ("ftm", "robbed – post office (doubtful)"),
    ] {
        newsgraph(folder.path())
            .args(["export", "--format", format])
            .assert()
            .success()
            .stdout(contains(sign));
    }
    for command in [["explain", "Tom Berg"].as_slice(), &["timeline"]] {
        newsgraph(folder.path()).args(command).assert().success().stdout(contains("doubtful"));
    }
}

#[test]
fn an_export_may_ask_for_confidence() {
    let folder = built();
    let robbed =
        |line: &str| if line.contains("robbed") { ",\"confidence\":0.65" } else { ",\"confidence\":0.9" };
    write_statements(&folder, "found.jsonl", robbed);
    newsgraph(folder.path()).args(["assemble", "found.jsonl", "--ontology", "mine.ttl"]).assert().success();
    let export = |least: &str| {
        newsgraph(folder.path()).args(["export", "--format", "csv", "--min-confidence", least]).assert()
    };
    export("0.65").success().stdout(contains("painted").and(contains("robbed")));
    export("0.66").success().stdout(contains("painted").and(contains("robbed").not()));
    export("1").success().stdout(contains("painted").not());
    for wrong in ["1.2", "-0.5", "high"] {
        let message = format!("{wrong} is no confidence: write a number from 0 to 1");
        export(wrong).code(2).stderr(contains(message));
    }
}

#[test]
fn lines_without_confidence_were_written_by_hand() {
    let folder = built();
    write_statements(&folder, "older.jsonl", |_| "");
    newsgraph(folder.path()).args(["assemble", "older.jsonl", "--ontology", "mine.ttl"]).assert().success();
    assert_eq!(read(&folder, "statements.jsonl").matches(",\"confidence\":1}").count(), 2);
    newsgraph(folder.path())
        .args(["query", "ASK { ?who <http://example.org/robbed> ?what }"])
        .assert()
        .success()
        .stdout("true\n");
    write_statements(&folder, "wrong.jsonl", |_| ",\"confidence\":7");
    newsgraph(folder.path())
        .args(["assemble", "wrong.jsonl"])
        .assert()
        .code(1)
        .stderr(contains("wrong.jsonl:1: column").and(contains("7 is no confidence")));
}

#[test]
fn an_ontology_that_asks_for_what_is_no_confidence_is_told_where() {
    let folder = built();
    for (value, line) in [("1.5", 9), ("\"high\"", 9), ("ex:high", 8)] {
        let text = ONTOLOGY.replace("leastConfidence 1 ", &format!("leastConfidence {value} "));
        fs::write(folder.path().join("wrong.ttl"), text).unwrap();
        newsgraph(folder.path())
            .args(["ontology", "check", "wrong.ttl"])
            .assert()
            .code(1)
            .stderr(contains(format!("wrong.ttl:{line}: ")).and(contains("ng:leastConfidence of robbed")));
    }
    let text = format!("{ONTOLOGY}ng:charged_with ng:leastConfidence 0.9 .\n");
    fs::write(folder.path().join("wrong.ttl"), text).unwrap();
    newsgraph(folder.path()).args(["build", "orsa.txt", "--ontology", "wrong.ttl"]).assert().code(1).stderr(
        contains("wrong.ttl:13: ng:leastConfidence is said of charged_with, which is no relation here"),
    );
    newsgraph(folder.path())
        .args(["ontology", "doc", "mine.ttl"])
        .assert()
        .success()
        .stdout(contains("### robbed").and(contains("confidence is 1 or more")));
}
