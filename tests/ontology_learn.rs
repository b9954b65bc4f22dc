//! `newsgraph ontology learn`: what it writes is the same every time, spares the learning and changes no answer; what
//! is out of date or damaged is told and learned again. The same of the cache folder, of which nothing is told.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use assert_cmd::Command;

const KEEPERS: [&str; 6] = ["Mads Holt", "Irena Kos", "Peder Lunde", "Ada Brandt", "Tomas Vray", "Signe Aas"];
const LIGHTS: [&str; 6] =
    ["Gull Point", "North Skerry", "Raven Rock", "Seal Head", "Long Spit", "Cold Haven"];

const ARTICLE: &str = "{\"text\": \"Grey Ness was kept by Jonas Hvid for many years.\"}\n";

/// An ontology of one relation with this many sentences of an invented chronicle.
fn chronicle(folder: &Path, examples: usize) -> PathBuf {
    let sentence = |index: usize| {
        let (keeper, light) = (KEEPERS[index % 6], LIGHTS[(index / 2) % 6]);
        let year = 1820 + index;
        if index.is_multiple_of(2) {
            format!(
                "\"In the autumn of {year} the old lighthouse of [subject: {light}] was given to [object: {keeper}], \
                 who kept it through nine hard winters.\""
            )
        } else {
            format!(
                "\"[subject: {light}] had been kept by [object: {keeper}] for many years when the great storm of {year} \
                 broke its lamp.\""
            )
        }
    };
    let sentences: Vec<String> = (0..examples).map(sentence).collect();
    let file = folder.join("lights.ttl");
    let text = format!(
        "@prefix ng: <https://w3id.org/newsgraph/ontology#> . @prefix ex: <http://example.org/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
ex:kept_by a owl:ObjectProperty ; rdfs:range ng:Person ; skos:example {} .",
        sentences.join(" ,\n    ")
    );
    fs::write(&file, text).unwrap();
    file
}

/// The program on the ontology, with no cache folder.
fn command(arguments: &[&str], ontology: &Path) -> Command {
    let mut command = Command::cargo_bin("newsgraph").unwrap();
    command.args(arguments).arg("--ontology").arg(ontology).env("NEWSGRAPH_CACHE", "");
    command
}

fn newsgraph(arguments: &[&str], ontology: &Path) -> Output {
    command(arguments, ontology).write_stdin(ARTICLE).output().unwrap()
}

fn learn(ontology: &Path) -> Vec<u8> {
    let run = newsgraph(&["ontology", "learn"], ontology);
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    fs::read(ontology.with_file_name("lights.ttl.learned")).unwrap()
}

/// What `extract` writes, and its messages.
fn extract(ontology: &Path) -> (String, String) {
    let run = newsgraph(&["extract"], ontology);
    assert!(run.status.success());
    (String::from_utf8(run.stdout).unwrap(), String::from_utf8(run.stderr).unwrap())
}

#[test]
fn the_same_bytes_every_time_and_the_same_answers() {
    let folder = tempfile::tempdir().unwrap();
    let ontology = chronicle(folder.path(), 24);
    let (learned_now, _) = extract(&ontology);
    assert!(learned_now.contains("\"kept_by\""), "{learned_now}");
    let first = learn(&ontology);
    assert_eq!(extract(&ontology), (learned_now, String::new()));
    assert_eq!(learn(&ontology), first);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "nothing else is left there");
}

#[test]
fn builds_are_equal_with_and_without_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let ontology = chronicle(folder.path(), 24);
    let build = |name: &str| {
        let output = folder.path().join(name);
        let run = newsgraph(&["build", "-", "-o", output.to_str().unwrap()], &ontology);
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
        ["graph.ttl", "statements.jsonl", "graph.dot"].map(|file| fs::read(output.join(file)).unwrap())
    };
    let without = build("without");
    learn(&ontology);
    assert_eq!(build("with"), without);
}

#[test]
fn a_file_of_other_examples_or_a_damaged_one_is_told_and_learned_anew() {
    let folder = tempfile::tempdir().unwrap();
    let ontology = chronicle(folder.path(), 22);
    let mut bytes = learn(&ontology);
    chronicle(folder.path(), 24);
    let (answers, message) = extract(&ontology);
    assert!(message.contains("lights.ttl.learned was made from other examples"), "{message}");
    assert_eq!(message.lines().count(), 1);

    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    for damaged in [&bytes[..], &bytes[..40], b"", b"no such thing"] {
        fs::write(ontology.with_file_name("lights.ttl.learned"), damaged).unwrap();
        let (again, message) = extract(&ontology);
        assert!(message.contains("lights.ttl.learned is damaged: learning again now"), "{message}");
        assert_eq!((again.as_str(), message.lines().count()), (answers.as_str(), 1));
    }
}

#[test]
fn where_nothing_is_to_be_learned_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let ontology = chronicle(folder.path(), 5);
    let run = newsgraph(&["ontology", "learn"], &ontology);
    assert!(run.status.success());
    assert!(String::from_utf8(run.stdout).unwrap().starts_with("nothing to write down"));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);

    let unnamed = Command::cargo_bin("newsgraph").unwrap().args(["ontology", "learn"]).output().unwrap();
    assert_eq!(unnamed.status.code(), Some(2));
    assert!(String::from_utf8(unnamed.stderr).unwrap().contains("--ontology FILE"));
}

#[test]
fn what_an_ontology_teaches_is_kept_in_the_cache_folder() {
    let folder = tempfile::tempdir().unwrap();
    let cache = folder.path().join("cache");
    let ontology = chronicle(folder.path(), 22);
    let extract = || {
        let mut command = command(&["extract"], &ontology);
        let run = command.env("NEWSGRAPH_CACHE", &cache).write_stdin(ARTICLE).output().unwrap();
        assert!(run.status.success() && run.stderr.is_empty(), "{run:?}");
        String::from_utf8(run.stdout).unwrap()
    };
    let kept = || fs::read_dir(&cache).unwrap().map(|entry| entry.unwrap().path()).collect::<Vec<_>>();
    let answers = extract();
    assert!(answers.contains("\"kept_by\""), "{answers}");
    let [entry] = &kept()[..] else { panic!("{:?}", kept()) };
    let bytes = fs::read(entry).unwrap();
    assert_eq!(extract(), answers);

    fs::write(entry, &bytes[..bytes.len() / 2]).unwrap();
    assert_eq!(extract(), answers);
    assert_eq!(fs::read(entry).unwrap(), bytes, "written anew");

    chronicle(folder.path(), 24);
    extract();
    assert_eq!(kept().len(), 2);
}

/// Learns from annotations in a file of this name, by an ontology of one relation: how it ended, and what stands beside them.
fn learn_from(folder: &Path, name: &str, annotations: &str) -> (Output, Option<String>) {
    let ontology = folder.join("sued.ttl");
    let text = "@prefix ng: <https://w3id.org/newsgraph/ontology#> . @prefix ex: <http://example.org/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
ex:sued a owl:ObjectProperty ; rdfs:domain ng:Agent ; rdfs:range ng:Agent .";
    fs::write(&ontology, text).unwrap();
    let from = folder.join(name);
    fs::write(&from, annotations).unwrap();
    let run = command(&["ontology", "learn"], &ontology).arg("--from").arg(&from).output().unwrap();
    (run, fs::read_to_string(from.with_extension("ttl")).ok())
}

#[test]
fn annotations_of_other_programs_become_examples() {
    let folder = tempfile::tempdir().unwrap();
    let table = "sentence,relation,subject,object,label\nThe firm took the bank to court.,sued,The firm,the bank,true\n\
                 The firm took the bank to lunch.,sued,The firm,the bank,false\n";
    let (run, turtle) = learn_from(folder.path(), "marked.csv", table);
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let turtle = turtle.unwrap();
    assert!(
        turtle.contains("skos:example \"[subject: The firm] took [object: the bank] to court.\"@en"),
        "{turtle}"
    );
    assert!(
        turtle.contains("ng:counterexample \"[subject: The firm] took [object: the bank] to lunch.\"@en"),
        "{turtle}"
    );
    let (_, again) = learn_from(folder.path(), "marked.csv", table);
    assert_eq!(again, Some(turtle));

    let mut check = Command::cargo_bin("newsgraph").unwrap();
    check.env("NEWSGRAPH_CACHE", "").args(["ontology", "check"]);
    let check =
        check.arg(folder.path().join("sued.ttl")).arg(folder.path().join("marked.ttl")).output().unwrap();
    let output = String::from_utf8_lossy(&check.stdout).into_owned();
    assert!(output.ends_with("1 relations, 1 of 1 examples found back, 0 findings\n"), "{output}");
}

#[test]
fn annotations_that_cannot_be_used_are_told_and_the_rest_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let lines = "{\"sentence\": \"The firm sued the bank.\", \"relation\": \"sued\", \"subject\": \"The firm\", \"object\": \"the bank\"}\n\
                 {\"sentence\": \"The firm sued the bank.\", \"relation\": \"paid\", \"subject\": \"The firm\", \"object\": \"the bank\"}\n";
    let (run, turtle) = learn_from(folder.path(), "marked.jsonl", lines);
    let errors = String::from_utf8_lossy(&run.stderr).into_owned();
    assert_eq!(run.status.code(), Some(3), "{errors}");
    assert!(errors.contains("marked.jsonl:2: the ontology has no relation “paid”; it has sued"), "{errors}");
    assert!(turtle.is_some_and(|turtle| turtle.contains("[subject: The firm] sued")));
}

#[test]
fn a_file_that_somebody_wrote_by_hand_is_not_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let table = "sentence,relation,subject,object\nThe firm sued the bank.,sued,The firm,the bank\n";
    let (run, turtle) = learn_from(folder.path(), "sued.csv", table);
    let errors = String::from_utf8_lossy(&run.stderr).into_owned();
    assert_eq!(run.status.code(), Some(1), "{errors}");
    assert!(errors.contains("is there already and was not written by this command"), "{errors}");
    assert!(turtle.is_some_and(|turtle| turtle.contains("ex:sued a owl:ObjectProperty")));
}
