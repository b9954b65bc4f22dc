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
    assert_eq!(row("repaired"), "repaired 3 well (2 of 3) once (0.75 right)");
    assert_eq!(row("worked_on"), "worked_on 2 only its own words once (0.67 right)");
}

#[test]
fn an_example_is_blamed_for_its_own_faults_only() {
    let (code, output) = check(
        "ex:signed a owl:ObjectProperty ; rdfs:domain ng:Organisation ; rdfs:range ng:Person ;
    skos:example \"[subject: The club] signed [object: the player].\"@en , \"The club bought the player.\"@en .",
    );
    assert_eq!(code, Some(3));
    let findings: Vec<&str> = output.lines().filter(|line| line.starts_with("mine.ttl")).collect();
    let [unmarked] = findings.as_slice() else { panic!("{output}") };
    assert!(
        unmarked.starts_with(
            "mine.ttl:7: example of signed without marks teaches nothing: “The club bought the player.”"
        ),
        "{output}"
    );
}

#[test]
fn a_verb_that_only_carries_an_example_is_named() {
    let (_, output) = check(
        "ex:founded a owl:ObjectProperty ; rdfs:domain ng:Person ; rdfs:range ng:Organisation ;
    skos:example \"[subject: The doctor] founded [object: the firm].\"@en ,
        \"[object: The firm]'s founder [subject: Anna Weber] spoke.\"@en .",
    );
    let first = output.lines().next().unwrap();
    assert!(first.starts_with("mine.ttl:8: example of founded learns its verb “speak”, too"), "{output}");
}

#[test]
fn a_class_that_no_file_declares_is_told_with_what_to_write() {
    let (code, output) = check(
        "ex:signed a owl:ObjectProperty ; rdfs:domain ex:Club ; rdfs:range ng:Human ;
    skos:example \"[subject: The club] signed [object: the player].\"@en .",
    );
    assert_eq!(code, Some(3));
    let first = output.lines().next().unwrap();
    assert!(first.starts_with("mine.ttl:6: signed names the class Club, which no file declares"), "{output}");
    assert!(
        output.contains("`ex:Club a owl:Class ; rdfs:subClassOf ng:Organisation ; ng:noun \"club\" .`"),
        "{output}"
    );
    assert!(output.contains("names the class Human, which newsgraph does not have;"), "{output}");
    assert!(output.contains("“club” is of the class Organisation, and Club is wanted;"), "{output}");
}

#[test]
fn which_names_fill_a_slot_is_told_of_every_class() {
    let (code, output) = check(
        "ex:Ship a owl:Class ; rdfs:subClassOf ng:Entity ; ng:noun \"ship\", \"ferry\" .
ex:Port a owl:Class ; rdfs:subClassOf ng:Place .
ex:left a owl:ObjectProperty ; rdfs:domain ex:Ship ; rdfs:range ex:Port ;
    skos:example \"[subject: The ferry] left [object: the port].\"@en .",
    );
    assert_eq!(code, Some(0), "{output}");
    assert!(
        output.contains("\n  Port (object of left): any, even a person's, as Port lists no nouns;"),
        "{output}"
    );
    assert!(output.contains("\n  Ship (subject of left): all but full names of people;"), "{output}");
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
