//! `newsgraph ontology` on a user's own file: what is sound passes in silence, what cannot work is told by its line.

use std::fs;

use assert_cmd::Command;

const PREFIXES: &str = "@prefix ex: <http://example.org/> .
@prefix ng: <https://w3id.org/newsgraph/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
";

/// Checks this ontology and gives exit code and standard output, the temporary folder's name left out.
fn check(turtle: &str) -> (Option<i32>, String) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("mine.ttl");
    fs::write(&file, format!("{PREFIXES}{turtle}")).unwrap();
    let mut command = Command::cargo_bin("newsgraph").unwrap();
    let run = command.args(["ontology", "check"]).arg(&file).output().unwrap();
    let text = String::from_utf8(run.stdout).unwrap();
    (run.status.code(), text.replace(&format!("{}/", folder.path().display()), ""))
}

#[test]
fn a_sound_ontology_has_no_findings() {
    let (code, output) = check(
        "ex:repaired a owl:ObjectProperty ; rdfs:domain ng:Agent ;
    skos:example \"[subject: The engineers] repaired [object: the bridge].\"@en ;
    ng:counterexample \"[subject: The engineers] praised [object: the bridge].\"@en .",
    );
    assert_eq!((code, output.as_str()), (Some(0), "1 relations, 1 of 1 examples found back, 0 findings\n"));
}

#[test]
fn what_cannot_work_is_told_with_its_line() {
    let (code, output) = check(
        "ex:repaired a owl:ObjectProperty ; rdfs:domain ng:Place ;
    skos:example \"[subject: The mayor] repaired [object: the bridge].\"@en .
ex:empty a owl:ObjectProperty ; rdfs:domain ng:Agent .",
    );
    assert_eq!(code, Some(3));
    let lines: Vec<&str> = output.lines().collect();
    assert!(lines[0].starts_with("mine.ttl:7: example of repaired not found back"), "{output}");
    assert!(lines[1].starts_with("mine.ttl:8: empty has no skos:example"), "{output}");
    assert_eq!(lines[2], "2 relations, 0 of 1 examples found back, 2 findings");
}

#[test]
fn a_page_shows_what_is_taught() {
    let mut command = Command::cargo_bin("newsgraph").unwrap();
    let run = command.args(["ontology", "doc"]).assert().success();
    let page = String::from_utf8_lossy(&run.get_output().stdout).into_owned();
    assert!(page.contains("### charged_with\n\nAgent → Offence\n"), "{page}");
}
