//! Decisions about statements from outside: what `review` asks and writes, and that accepted and rejected statements stay so
//! when articles are added, removed and assembled again.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use predicates::prelude::*;
use predicates::str::{contains, starts_with};
use serde_json::Value;
use tempfile::TempDir;

/// No statement is as sure as the first two ask.
const ONTOLOGY: &str = r#"
@prefix ex:   <http://example.org/> .
@prefix ng:   <https://w3id.org/newsgraph/ontology#> .
@prefix owl:  <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

ex:robbed a owl:ObjectProperty ; rdfs:domain ng:Person ;
    ng:leastConfidence 1 ;
    skos:example "[subject: The man] robbed [object: the bank]."@en .
ex:bought a owl:ObjectProperty ; rdfs:domain ng:Agent ;
    ng:leastConfidence 0.99 ;
    skos:example "[subject: The man] bought [object: the bank]."@en .
ex:painted a owl:ObjectProperty ; rdfs:domain ng:Person ;
    skos:example "[subject: The man] painted [object: the bridge]."@en .
"#;

const ARTICLE: &str = "A thief at Orsa\n\nMr Berg robbed a post office on 5 May 2031. Ida Lund bought a ferry. Mr Berg painted a \
                       bridge.\n";
/// Here Berg has a first name, by which the graph of both articles calls him.
const ANOTHER: &str = "Bridge opens\n\nTom Berg painted a tower in June. Mr Berg robbed a farm shop. Ida Lund painted a \
                       barn.\n";

fn newsgraph(folder: &Path) -> Command {
    let mut command = Command::cargo_bin("newsgraph").unwrap();
    command.current_dir(folder).env("NEWSGRAPH_CACHE", "");
    command
}

fn build(folder: &TempDir, articles: &[&str]) -> assert_cmd::assert::Assert {
    let mut command = newsgraph(folder.path());
    command.args(["build", "--quick", "--ontology", "mine.ttl"]).args(articles).assert().success()
}

/// A folder with the graph of the first article in `output`, and the second article beside it.
fn built() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in [("mine.ttl", ONTOLOGY), ("a.txt", ARTICLE), ("b.txt", ANOTHER)] {
        fs::write(folder.path().join(name), text).unwrap();
    }
    build(&folder, &["a.txt"]);
    folder
}

fn statements(folder: &TempDir, output: &str) -> Vec<Value> {
    let text = fs::read_to_string(folder.path().join(output).join("statements.jsonl")).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Objects of the statements of a relation.
fn objects(folder: &TempDir, relation: &str) -> Vec<String> {
    let all = statements(folder, "output").into_iter().filter(|one| one["relation"] == relation);
    all.map(|one| one["object"]["label"].as_str().unwrap().to_owned()).collect()
}

/// The last part of the IRI of the first statement with this relation.
fn id(folder: &TempDir, relation: &str) -> String {
    let statements = statements(folder, "output");
    let one = statements.iter().find(|one| one["relation"] == relation).expect("it is found");
    one["id"].as_str().unwrap().rsplit('/').next().unwrap().to_owned()
}

fn edge(folder: &TempDir, relation: &str, is: bool) {
    newsgraph(folder.path())
        .args(["query", &format!("ASK {{ ?who <http://example.org/{relation}> ?what }}")])
        .assert()
        .success()
        .stdout(format!("{is}\n"));
}

fn decide(folder: &TempDir, text: &str) {
    fs::write(folder.path().join("output/decisions.tsv"), text).unwrap();
}

#[test]
fn the_doubtful_are_listed_most_harmful_first() {
    let folder = built();
    let review =
        |arguments: &[&str]| newsgraph(folder.path()).arg("review").args(arguments).assert().success();
    review(&[]).stdout(
        starts_with("1. Berg robbed post office\n")
            .and(contains("«Mr [subject: Berg] [trigger: robbed] [object: a post office] on 5 May 2031.»"))
            .and(contains("2. Ida Lund bought ferry\n"))
            .and(contains("painted").not())
            .and(contains("(2 doubtful statements)\nTo decide, run `newsgraph review` on a terminal")),
    );
    let table = review(&["--format", "tsv"]).get_output().stdout.clone();
    let table = String::from_utf8(table).unwrap();
    let rows: Vec<Vec<&str>> = table.lines().map(|line| line.split('\t').collect()).collect();
    assert_eq!(rows.iter().map(Vec::len).collect::<Vec<_>>(), [13, 13, 13], "{table}");
    assert_eq!(rows[1][..5], [id(&folder, "robbed").as_str(), "robbed", "Berg", "post office", "doubtful"]);
    let json = review(&["--format", "json"]).get_output().stdout.clone();
    let json: Value = serde_json::from_slice(&json).unwrap();
    assert_eq!((&json[0]["statement"]["relation"], &json[0]["people"]), (&"robbed".into(), &1.into()));
    review(&["--relation", "bought", "--list"]).stdout(contains("(1 doubtful statement)"));
    review(&["--below", "1"]).stdout(contains("3. Berg painted bridge").and(contains("(3 doubtful")));
}

#[test]
fn answers_are_written_and_not_asked_again() {
    let folder = built();
    let robbed = id(&folder, "robbed");
    newsgraph(folder.path())
        .args(["review", "--ask"])
        .write_stdin("?\nn the other Berg\nq\n")
        .assert()
        .success()
        .stdout(
            contains("1/2  Berg robbed post office")
                .and(contains("2/2  Ida Lund bought ferry"))
                .and(contains("0 accepted, 1 rejected, 0 about names, 1 open"))
                .and(contains("newsgraph assemble output/statements.jsonl -o output")),
        );
    let text = fs::read_to_string(folder.path().join("output/decisions.tsv")).unwrap();
    let expected = "# Berg robbed post office (a.txt): Mr Berg robbed a post office on 5 May 2031.\n";
    assert_eq!(text, format!("{expected}reject\t{robbed}\tthe other Berg\n"));
    newsgraph(folder.path()).args(["review", "--ask"]).write_stdin("y\n").assert().success().stdout(
        contains("1/1  Ida Lund bought ferry").and(contains("robbed").not()).and(contains("1 accepted")),
    );
    newsgraph(folder.path()).arg("review").assert().success().stdout("(0 doubtful statements)\n");

    newsgraph(folder.path())
        .args(["assemble", "output/statements.jsonl", "--ontology", "mine.ttl"])
        .assert()
        .success()
        .stderr("");
    edge(&folder, "bought", true);
    edge(&folder, "robbed", false);
    assert_eq!(objects(&folder, "robbed"), [""; 0]);
    newsgraph(folder.path())
        .args(["explain", "Ida Lund"])
        .assert()
        .success()
        .stdout(contains("confidence  1 (accepted by the user)"));
}

#[test]
fn decisions_hold_when_articles_come_and_go() {
    let folder = built();
    let (robbed, bought) = (id(&folder, "robbed"), id(&folder, "bought"));
    decide(&folder, &format!("reject\t{robbed}\tno\naccept\t{bought}\n"));
    build(&folder, &["a.txt"]).stderr(contains("decisions.tsv").not());
    assert_eq!(objects(&folder, "robbed"), [""; 0]);
    edge(&folder, "bought", true);

    build(&folder, &["b.txt", "a.txt"]).stderr(contains("decisions.tsv").not());
    assert_eq!(objects(&folder, "robbed"), ["farm shop"]);
    assert_eq!(id(&folder, "bought"), bought);
    edge(&folder, "bought", true);
    let told: Vec<Value> = statements(&folder, "output");
    assert!(
        told.iter().any(|one| one["object"]["label"] == "bridge" && one["subject"]["label"] == "Tom Berg")
    );
    for name in ["graph.nq", "graph.dot", "report.html"] {
        let text = fs::read_to_string(folder.path().join("output").join(name)).unwrap();
        assert!(!text.contains(&robbed) && !text.contains("statement_post office"), "{name}");
    }

    build(&folder, &["b.txt"]).stderr(
        contains(format!("decisions.tsv, line 1: “reject  {robbed}” finds no statement"))
            .and(contains("line 2:"))
            .and(contains("`newsgraph review`")),
    );
}

#[test]
fn contradictions_are_refused_with_both_lines() {
    let folder = built();
    let refused = |text: &str, lines: [&'static str; 3]| {
        decide(&folder, text);
        for command in [["build", "a.txt", "--quick"].as_slice(), &["review"]] {
            let [first, second, remedy] = lines;
            newsgraph(folder.path()).args(command).assert().code(1).stderr(
                contains("decisions.tsv").and(contains(first)).and(contains(second)).and(contains(remedy)),
            );
        }
    };
    refused("accept\t0a\n# why not?\nreject\t0a\n", ["line 3", "line 1", "delete one of the two lines"]);
    let names = "same\tMr Berg\tBerg\nsame\tBerg\tTom Berg\ndifferent\tTom Berg\tMr Berg\n";
    refused(names, ["line 3", "line 1 (“same  Mr Berg  Berg”) and line 2", "delete one of these lines"]);
}

#[test]
fn a_name_that_nobody_bears_is_told() {
    let folder = built();
    decide(&folder, "same\tMr Berg\tTim Berk\n");
    build(&folder, &["a.txt"]).stderr(contains("line 1: nobody and nothing is called “Tim Berk” here"));
}

#[test]
fn sifting_by_hand_keeps_attributions_and_names() {
    let folder = tempfile::tempdir().unwrap();
    let text = "Fraud charge\n\nTom Berg, known as the Ferryman, was charged with fraud on Monday. Police said Berg had \
                resigned from the Orsa Ferry Company (OFC).\n";
    fs::write(folder.path().join("a.txt"), text).unwrap();
    newsgraph(folder.path()).args(["build", "a.txt", "--quick"]).assert().success();
    let read = |output: &str, name: &str| fs::read_to_string(folder.path().join(output).join(name)).unwrap();
    let kept: String =
        read("output", "statements.jsonl").lines().take(1).map(|line| format!("{line}\n")).collect();
    let names = |output: &str| {
        let graph = read(output, "graph.nq");
        let label = |line: &&str| line.contains("altLabel") || line.contains("mergedBecause");
        graph.lines().filter(label).map(str::to_owned).collect::<Vec<_>>()
    };
    assert!(!read("output", "attributions.jsonl").is_empty() && !names("output").is_empty());
    fs::create_dir(folder.path().join("mine")).unwrap();
    fs::write(folder.path().join("mine/sifted.jsonl"), &kept).unwrap();
    fs::write(folder.path().join("output/sifted.jsonl"), &kept).unwrap();
    for arguments in [["output/sifted.jsonl"].as_slice(), &["mine/sifted.jsonl", "--graph", "output"]] {
        newsgraph(folder.path()).args(["assemble", "-o", "again"]).args(arguments).assert().success();
        assert_eq!(read("again", "statements.jsonl"), kept);
        assert_eq!(read("again", "attributions.jsonl"), read("output", "attributions.jsonl"));
        assert_eq!(names("again"), names("output"));
    }
}
