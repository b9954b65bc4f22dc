//! A graph that lives: whichever way its articles came into it, the folder is the same to the byte.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Output;

use assert_cmd::Command;

/// Names to vary articles with; none is anybody's.
const PEOPLE: [&str; 8] =
    ["Ida Lund", "Hugo Holm", "Ana Ruiz", "Tom Vale", "Greta Moss", "Karl Voss", "Rita Coyle", "Owen Hale"];
const TOWNS: [&str; 5] = ["Hull", "Leeds", "Bristol", "Cardiff", "Norwich"];
const OFFENCES: [&str; 4] = ["fraud", "theft", "perjury", "arson"];

/// The text of one of many articles that differ.
fn article(number: usize) -> String {
    let pick = |list: &[&'static str], step: usize| list[(number * step + number / 7) % list.len()];
    let (person, other) = (pick(&PEOPLE, 1), pick(&PEOPLE, 3));
    let (town, offence) = (pick(&TOWNS, 2), pick(&OFFENCES, 1));
    format!(
        "{town} case {number}\n\n{person} was charged with {offence} in {town} on day {number}. {other} said that case {number} was \
         a mistake.\n\n{} was arrested for {offence} later.",
        person.rsplit(' ').next().unwrap_or(person)
    )
}

fn newsgraph(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::cargo_bin("newsgraph").unwrap();
    command.current_dir(folder).env("NEWSGRAPH_CACHE", "").args(arguments).output().unwrap()
}

fn done(folder: &Path, arguments: &[&str]) -> String {
    let (printed, _) = done_and_told(folder, arguments);
    printed
}

/// What a command prints as its result, and what it tells beside it.
fn done_and_told(folder: &Path, arguments: &[&str]) -> (String, String) {
    let output = newsgraph(folder, arguments);
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{arguments:?}: {told}");
    (String::from_utf8(output.stdout).unwrap(), told)
}

/// All files of a folder with their bytes.
fn bytes(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let name = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files.map(|path| (name(&path), fs::read(&path).unwrap())).collect()
}

#[track_caller]
fn assert_same(one: &Path, other: &Path) {
    let (one, other) = (bytes(one), bytes(other));
    assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
    for (name, bytes) in &one {
        assert!(*bytes == other[name], "{name} differs");
    }
}

#[test]
fn two_hundred_articles_give_the_same_folder_whichever_way_they_come() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    for half in ["a", "b"] {
        fs::create_dir(here.join(half)).unwrap();
    }
    let names: Vec<String> = (0..200)
        .map(|number| format!("{}/{number:03}.txt", if number % 2 == 0 { "a" } else { "b" }))
        .collect();
    for (number, name) in names.iter().enumerate() {
        fs::write(here.join(name), article(number)).unwrap();
    }
    let at = |name: &str| here.join(name);
    let reversed: Vec<&str> = names.iter().rev().map(String::as_str).collect();
    done(here, &[&["build", "--quick", "-o", "whole"], reversed.as_slice()].concat());

    done(here, &["build", "b", "--quick", "-o", "halves"]);
    let (_, told) = done_and_told(here, &["add", "a", "-o", "halves"]);
    assert!(told.contains("100 articles read now, 100 remembered from before"), "{told}");
    assert_same(&at("whole"), &at("halves"));

    fs::write(here.join("new.txt"), article(777)).unwrap();
    done(here, &["add", "new.txt", "-o", "halves"]);
    assert!(
        fs::read(at("halves/statements.jsonl")).unwrap() != fs::read(at("whole/statements.jsonl")).unwrap()
    );
    done(here, &["remove", "new.txt", "-o", "halves"]);
    assert_same(&at("whole"), &at("halves"));
}

#[test]
fn what_cannot_be_added_or_removed_is_told_and_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    for number in 0..3 {
        fs::write(here.join(format!("{number}.txt")), article(number)).unwrap();
    }
    let fails = |arguments: &[&str], reason: &str| {
        let output = newsgraph(here, arguments);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.code() == Some(1) && told.contains(reason), "{arguments:?}: {told}");
    };
    fails(&["add", "0.txt"], "output/articles.bin: there is no graph here");
    done(here, &["build", "0.txt", "1.txt", "--quick"]);
    let before = bytes(&here.join("output"));
    fails(&["add", "nothing.txt"], "no article to add");
    fails(&["remove", "2.txt"], "no article in output is called 2.txt");
    fails(&["remove", "0.txt", "1.txt"], "nothing would be left");
    assert!(before == bytes(&here.join("output")));

    // Who sifts the statements by hand does not get them back by an addition.
    done(here, &["assemble", "output/statements.jsonl", "-o", "sifted"]);
    fails(&["add", "2.txt", "-o", "sifted"], "make the graph anew");
    fs::write(here.join("output/articles.bin"), "newsgraph articles 1\nbroken").unwrap();
    fails(&["add", "2.txt"], "is damaged");
    let output = newsgraph(here, &["build", "0.txt", "1.txt", "--quick"]);
    assert!(String::from_utf8_lossy(&output.stderr).contains("all articles are read again"));
    assert!(before == bytes(&here.join("output")));
}

#[test]
fn an_article_of_the_same_file_takes_the_place_of_the_older_one() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    fs::write(here.join("1.txt"), article(1)).unwrap();
    fs::write(here.join("2.txt"), article(2)).unwrap();
    done(here, &["build", "1.txt", "2.txt", "--quick", "-o", "changed"]);
    fs::write(here.join("2.txt"), article(3)).unwrap();
    done(here, &["add", "2.txt", "-o", "changed"]);
    done(here, &["build", "1.txt", "2.txt", "--quick", "-o", "built"]);
    assert_same(&here.join("changed"), &here.join("built"));
    // What is remembered spares the reading of what has not changed.
    fs::write(here.join("1.txt"), article(4)).unwrap();
    let (_, told) = done_and_told(here, &["build", "1.txt", "2.txt", "--quick", "-o", "changed"]);
    assert!(told.contains("1 article read now, 1 remembered from before"), "{told}");
    done(here, &["build", "1.txt", "2.txt", "--quick", "--anew", "-o", "built"]);
    assert_same(&here.join("changed"), &here.join("built"));
}

#[test]
fn copies_of_one_text_are_told_and_counted_once() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    fs::create_dir(here.join("in")).unwrap();
    let story = |subject: &str, detail: &str| {
        format!(
            "{subject} was charged with fraud in Hull on Monday after a long inquiry into the accounts of the harbour. The police had \
             searched the offices of the board in March and taken away forty boxes of papers, most of them bills for {detail}. A \
             lawyer who speaks for the accused said that every bill had been paid and that the charge would not stand.\n\nThe court \
             will hear the case in the autumn. The board said that it had nothing to add while the case was open, and that the work \
             on the quay would go on as planned."
        )
    };
    let wire = story("Ida Lund", "sand and stone");
    fs::write(here.join("in/a.txt"), &wire).unwrap();
    fs::write(here.join("in/b.txt"), format!("Harbour chief charged\n\n{wire}")).unwrap();
    let edited =
        wire.replace("after a long inquiry into", "following an inquiry into").replace("forty", "40");
    fs::write(here.join("in/c.txt"), edited).unwrap();
    fs::write(
        here.join("in/d.txt"),
        "Ida Lund was charged with fraud on Monday. Nobody at the harbour wanted to speak of it.",
    )
    .unwrap();
    let told = done(here, &["build", "in", "--quick"]);
    assert!(told.contains("4 articles (2 independent)"), "{told}");
    let query =
        "SELECT ?file ?of { ?a ng:copyOf ?b . ?a ng:sourceFile ?file . ?b ng:sourceFile ?of } ORDER BY ?file";
    let pairs = done(here, &["query", query, "--format", "csv"]);
    assert_eq!(pairs.lines().count(), 3, "{pairs}");
    assert!(!pairs.contains("d.txt"), "{pairs}");
    let report = fs::read_to_string(here.join("output/report.html")).unwrap();
    assert!(report.contains("4 articles, 2 independent") && report.contains("copy of"));
    let again = done(here, &["export", "--format", "graphml"]);
    assert!(again.contains("independent"));
}

#[test]
fn the_difference_of_two_graphs_is_told_as_text_json_and_page() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    fs::write(here.join("1.txt"), "Ida Lund was charged with fraud in Hull on Monday.").unwrap();
    fs::write(here.join("2.txt"), "Greta Moss was arrested in Leeds.\n\nMoss denied everything.").unwrap();
    done(here, &["build", "1.txt", "--quick", "-o", "old"]);
    done(here, &["build", "1.txt", "2.txt", "--quick", "-o", "new"]);
    let text = done(here, &["diff", "old", "new"]);
    assert!(text.contains("articles: 1 came, 0 went, 0 changed"), "{text}");
    assert!(text.contains("+ Greta Moss arrested_for –"), "{text}");
    let back = done(here, &["diff", "new", "old"]);
    assert!(back.contains("articles: 0 came, 1 went"), "{back}");
    let json = done(here, &["diff", "old", "new", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["articles"]["came"][0]["path"], "2.txt");
    assert_eq!(json["statements"]["went"], serde_json::json!([]));
    done(here, &["diff", "old", "new", "--format", "html", "-o", "diff.html"]);
    let page = fs::read_to_string(here.join("diff.html")).unwrap();
    assert!(page.contains("Greta Moss") && page.ends_with("</html>\n"));
    let same = done(here, &["diff", "new", "new"]);
    assert!(same.lines().all(|line| line.ends_with("0 came, 0 went, 0 changed")), "{same}");
    assert_eq!(newsgraph(here, &["diff", "old", "nowhere"]).status.code(), Some(1));
}

/// The twenty articles of `tests/copies`, of which eight are printed twice: under another headline, edited, a paragraph shorter or
/// longer, turned about.
#[test]
fn eight_of_twenty_articles_are_found_to_be_copies_and_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    let articles = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/copies");
    let told = done(here, &["build", articles, "--quick"]);
    assert!(told.contains("20 articles (12 independent)"), "{told}");
    let query = "SELECT ?file ?of { ?a ng:copyOf/ng:sourceFile ?of ; ng:sourceFile ?file }";
    let pairs = done(here, &["query", query, "--format", "csv"]);
    let number = |path: &str| path.rsplit('/').next().and_then(|name| name.get(..2)).unwrap_or("").to_owned();
    let pairs: Vec<_> = pairs.lines().skip(1).map(|line| line.split_once(',').unwrap()).collect();
    assert_eq!(pairs.len(), 8, "{pairs:?}");
    assert!(pairs.iter().all(|(copy, original)| number(copy) == number(original)), "{pairs:?}");
}
