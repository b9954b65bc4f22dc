//! `newsgraph ontology` on a user's own file: what is sound passes in silence, what cannot work is told by its line.

use std::fs;

use assert_cmd::Command;

const PREFIXES: &str = "@prefix ex: <http://example.org/> .
@prefix ng: <https://w3id.org/newsgraph/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
";

/// The program, which is to learn again each time.
fn newsgraph() -> Command {
    let mut command = Command::cargo_bin("newsgraph").unwrap();
    command.env("NEWSGRAPH_CACHE", "");
    command
}

/// Checks this ontology and gives exit code and standard output, the temporary folder's name left out.
fn check(turtle: &str) -> (Option<i32>, String) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("mine.ttl");
    fs::write(&file, format!("{PREFIXES}{turtle}")).unwrap();
    let mut command = newsgraph();
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
    assert_eq!(code, Some(0), "{output}");
    assert!(output.ends_with("1 relations, 1 of 1 examples found back, 0 findings\n"), "{output}");
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
    assert_eq!(*lines.last().unwrap(), "2 relations, 0 of 1 examples found back, 2 findings");
}

#[test]
fn every_relation_is_told_how_far_its_examples_carry() {
    let (_, output) = check(
        "ex:repaired a owl:ObjectProperty ; rdfs:domain ng:Agent ;
    skos:example \"[subject: The engineers] repaired [object: the bridge].\"@en ,
        \"[object: The ferry] was repaired by [subject: the crew].\"@en ,
        \"[subject: The engineers] mended [object: the bridge].\"@en .
ex:worked_on a owl:ObjectProperty ; rdfs:domain ng:Agent ;
    skos:example \"[subject: The crew] worked on [object: the bridge].\"@en ,
        \"[subject: The crew] mended [object: the ferry].\"@en .",
    );
    let row = |name: &str| {
        let line = output.lines().find(|line| line.starts_with(name)).unwrap_or_else(|| panic!("{output}"));
        line.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    assert_eq!(row("repaired"), "repaired 3 2 (0.67) 1 (0.75)");
    assert_eq!(row("worked_on"), "worked_on 2 0 (0.00) 1 (0.67)");
}

#[test]
fn files_import_their_neighbours_and_name_those_that_are_not_there() {
    let folder = tempfile::tempdir().unwrap();
    let write =
        |name: &str, text: &str| fs::write(folder.path().join(name), format!("{PREFIXES}{text}")).unwrap();
    fs::create_dir(folder.path().join("shared words")).unwrap();
    write(
        "shared words/trades.ttl",
        "<> owl:imports <../mine.ttl> . ex:Trade a owl:Class ; ng:noun \"engineer\" .",
    );
    write(
        "mine.ttl",
        "<> a owl:Ontology ; owl:imports <shared%20words/trades.ttl> , <http://xmlns.com/foaf/0.1/> .
ex:repaired a owl:ObjectProperty ; rdfs:domain ex:Trade ;
    skos:example \"[subject: The engineers] repaired [object: the bridge].\"@en .",
    );
    let check = || {
        let mut command = newsgraph();
        command.args(["ontology", "check"]).arg(folder.path().join("mine.ttl")).output().unwrap()
    };
    let run = check();
    assert!(String::from_utf8_lossy(&run.stdout).contains("1 of 1 examples found back"), "{run:?}");
    fs::remove_file(folder.path().join("shared words/trades.ttl")).unwrap();
    let run = check();
    let errors = String::from_utf8_lossy(&run.stderr);
    assert_eq!(run.status.code(), Some(1), "{errors}");
    assert!(errors.contains("mine.ttl:6: owl:imports names a file that is not there"), "{errors}");
}

#[test]
fn terms_of_other_vocabularies_are_used_as_they_are() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        path
    };
    let knows = file(
        "knows.ttl",
        "@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
foaf:knows <http://www.w3.org/2000/01/rdf-schema#domain> foaf:Person ;
    skos:example \"[subject: Anna Berg] knows [object: the man].\"@en .",
    );
    let employer = file(
        "employer.ttl",
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <http://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<http://www.wikidata.org/prop/direct/P108> rdfs:domain schema:Person ; rdfs:range schema:Organization ;
    skos:example \"[subject: Anna Berg] works for [object: the bank].\"@en .
<http://www.wikidata.org/entity/Q1> a schema:Organization ; rdfs:label \"Velden Works\"@en .",
    );
    let article = file("article.txt", "Anna Berg, who works for Velden Works, knows Peter Lang.\n");
    let mut command = newsgraph();
    command.arg("build").arg(article).arg("-o").arg(folder.path().join("out"));
    command.arg("--ontology").arg(knows).arg("--ontology").arg(employer).assert().success();
    let turtle = fs::read_to_string(folder.path().join("out/graph.nq")).unwrap();
    let states = |predicate: &str, object: &str| {
        turtle.lines().any(|line| line.contains(&format!("<{predicate}> <{object}> ")))
    };
    assert!(
        states("http://xmlns.com/foaf/0.1/knows", "https://w3id.org/newsgraph/id/peter-lang"),
        "{turtle}"
    );
    let employer = "http://www.wikidata.org/prop/direct/P108";
    assert!(states(employer, "http://www.wikidata.org/entity/Q1"), "{turtle}");
}

#[test]
fn a_page_shows_what_is_taught() {
    let mut command = newsgraph();
    let run = command.args(["ontology", "doc"]).assert().success();
    let page = String::from_utf8_lossy(&run.get_output().stdout).into_owned();
    assert!(page.contains("### charged_with\n\nAgent → Offence\n"), "{page}");
}
