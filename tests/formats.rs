//! Every input format through the real program: an invented example of each in `formats/files`, and in `formats/expected.tsv`
//! what the graph says of it. What is refused is told in a line, and the rest is read.

mod files;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Output;

use assert_cmd::Command;
use files::folder;
use tempfile::TempDir;

const FILES: &str = "tests/formats/files/";

const QUERY: &str = "SELECT ?file ?outlet ?date ?title ?url ?author ?text WHERE {
    ?article a schema:NewsArticle ; ng:sourceFile ?file .
    OPTIONAL { ?article schema:publisher ?outlet } OPTIONAL { ?article schema:datePublished ?date }
    OPTIONAL { ?article schema:headline ?title } OPTIONAL { ?article schema:url ?url }
    OPTIONAL { ?article schema:author ?author } OPTIONAL { ?article nif:isString ?text } }";

/// What the graph says of an article: outlet, date, title, address, writer, text.
type Told = [String; 6];

fn newsgraph(arguments: &[&str]) -> Output {
    let mut command = Command::cargo_bin("newsgraph").expect("the program is built");
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments).output().expect("the program runs")
}

/// Builds a graph of what the arguments name; what it says of each file, the exit code and the messages.
fn build(arguments: &[&str]) -> (BTreeMap<String, Told>, Option<i32>, String) {
    let output = TempDir::new().expect("a temporary folder");
    let folder = output.path().to_str().expect("a plain name");
    let built = newsgraph(&[&["build", "--quick", "-o", folder], arguments].concat());
    let asked = newsgraph(&["query", "--graph", folder, "--format", "json", QUERY]);
    let answer = serde_json::from_slice(&asked.stdout).unwrap_or(serde_json::Value::Null);
    let rows = answer["results"]["bindings"].as_array().cloned().unwrap_or_default();
    let value =
        |row: &serde_json::Value, name: &str| row[name]["value"].as_str().unwrap_or_default().to_owned();
    let told = rows.iter().map(|row| {
        let told = ["outlet", "date", "title", "url", "author", "text"].map(|name| value(row, name));
        (value(row, "file"), told)
    });
    (told.collect(), built.status.code(), String::from_utf8_lossy(&built.stderr).into_owned())
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn name(folder: &TempDir) -> &str {
    folder.path().to_str().expect("a plain name")
}

#[test]
fn every_format_gives_outlet_date_title_address_writer_and_text() {
    let mut told = BTreeMap::new();
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(FILES)).expect("the examples") {
        // One by one, as they tell the same story.
        let name = entry.expect("an example").file_name().to_string_lossy().into_owned();
        let (found, code, errors) = build(&[&format!("{FILES}{name}")]);
        assert_eq!((code, errors.as_str()), (Some(0), ""), "{name}");
        told.extend(found);
    }
    let table = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats/expected.tsv"));
    let mut wrong = Vec::new();
    for line in table.expect("the table of what is expected").lines().skip(1) {
        let [file, wanted @ ..] = &line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let Some(mut found) = told.remove(&format!("{FILES}{file}")) else {
            wrong.push(format!("{file} is not there"));
            continue;
        };
        found[5] = one_line(&found[5]).chars().take(wanted[5].chars().count()).collect();
        if found != *wanted {
            wrong.push(format!("{file}: {found:?} instead of {wanted:?}"));
        }
    }
    wrong.extend(told.keys().map(|file| format!("{file} is not expected")));
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn users_name_the_fields_that_nobody_knows() {
    let record = br#"[{"inhalt": {"full": "The ferry sank on Tuesday."}, "zeitung": "Orrin Herald", "tag": "2031-05-13"}]"#;
    let table = b"Inhalt;Zeitung\n\"The ferry; an old one, sank.\";Orrin Herald\n";
    let folder = folder(&[("a.json", record), ("b.csv", table)]);
    let (told, code, errors) = build(&[name(&folder)]);
    assert_eq!((told.len(), code), (0, Some(1)));
    assert!(errors.contains("--field text=NAME") && errors.contains("inhalt, tag, zeitung"), "{errors}");
    let fields = ["text=inhalt.full", "text=Inhalt", "publisher=zeitung", "publisher=Zeitung", "date=tag"];
    let arguments: Vec<&str> = fields.iter().flat_map(|field| ["--field", field]).collect();
    let (told, code, _) = build(&[&arguments[..], &[name(&folder)]].concat());
    assert_eq!(code, Some(0));
    let outlets: Vec<&str> = told.values().map(|told| told[0].as_str()).collect();
    assert_eq!(outlets, ["Orrin Herald", "Orrin Herald"]);
    assert_eq!(told.values().next().map(|told| told[1].as_str()), Some("2031-05-13"));
    let (_, code, errors) = build(&["--field", "outlet=x", name(&folder)]);
    assert!(code == Some(2) && errors.contains("publisher"), "{errors}");
}

#[test]
fn what_a_browser_saves_with_a_page_is_no_article() {
    let page =
        fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(FILES).join("page.html")).expect("the page");
    let advertisement =
        b"<html><body><p>Buy a boat from Penhallow, the oldest yard of the coast.</p></body></html>";
    let folder = folder(&[
        ("Ferry.html", &page),
        ("Ferry_files/ad.html", advertisement),
        ("own_files/b.txt", b"The ferry sank."),
    ]);
    let (told, code, errors) = build(&[name(&folder)]);
    let names: Vec<&str> = told.keys().filter_map(|file| file.rsplit('/').next()).collect();
    assert_eq!((names, code, errors.as_str()), (vec!["Ferry.html", "b.txt"], Some(0), ""));
}

#[test]
fn other_languages_and_stubs_are_told_and_passed_over() {
    let german = "Die Hafenmeisterin von Orrin sagte am Dienstag vor Gericht, die Reederei habe zwei Warnungen nicht \
                  beachtet. Niemand wurde verletzt, doch die Fähre musste in die Werft.";
    let stub = "<html><head><title>Ferry</title></head><body><article><h1>Ferry</h1><p>The Northern Ferry Company was \
                fined on Tuesday by a court in Orrin, and its director spoke of a hard day.</p>\
                <div class='paywall'><p>Subscribe to continue reading</p></div></article></body></html>";
    let folder = folder(&[
        ("german.txt", german.as_bytes()),
        ("stub.html", stub.as_bytes()),
        ("short.txt", b"Hafenmeisterin Moss sagt nichts."),
        ("empty.html", b"<html><body><nav>Home</nav></body></html>"),
    ]);
    let (told, code, errors) = build(&[name(&folder)]);
    assert_eq!(code, Some(3));
    assert_eq!(told.len(), 1, "{told:?}");
    for message in
        ["german.txt: is in German", "stub.html: shows only the beginning", "empty.html: has no story"]
    {
        assert!(errors.contains(message), "{errors}");
    }
    let (told, _, errors) = build(&["--any-language", name(&folder)]);
    assert!(told.len() == 2 && !errors.contains("German"), "{errors}");
}

#[test]
fn what_is_unknown_or_broken_is_told_in_a_line_and_the_rest_is_read() {
    let zip = b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";
    let folder = folder(&[
        ("good.txt", b"The ferry sank on Tuesday."),
        ("old.doc", b"\xD0\xCF\x11\xE0"),
        ("book.epub", b"PK\x03\x04"),
        ("empty.docx", zip),
        ("scan.pdf", b"%PDF-1.4\ntrailer <<>>"),
        ("map.xml", b"<?xml version='1.0'?><urlset><url/></urlset>"),
        ("torn.xml", b"<rss version='2.0'><channel><title>Orrin"),
        ("torn.warc", b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 900\r\n\r\nHTTP/1.1 200 OK\r\n"),
        ("none.mbox", b"Nothing here.\n"),
        ("half.csv", b"title,text\nFerry,\"The ferry"),
        ("no-text.csv", b"name,age\nIda,7\n"),
    ]);
    let (told, code, errors) = build(&[name(&folder)]);
    assert_eq!(code, Some(3), "{errors}");
    assert!(told.keys().any(|file| file.ends_with("good.txt")));
    assert!(errors.contains("2 documents are of a format that is not read (book.epub, old.doc)"), "{errors}");
    for file in [
        "empty.docx: ",
        "scan.pdf: ",
        "map.xml: is XML of an unknown kind",
        "torn.xml: ",
        "torn.warc:1: ",
        "none.mbox: ",
        "no-text.csv:2: ",
    ] {
        assert!(errors.contains(file), "{file} is not in {errors}");
    }
    assert!(!errors.contains("panicked"), "{errors}");
}

#[test]
fn standard_input_may_be_of_any_format() {
    for file in [
        "newsapi.json",
        "table.csv",
        "rss.xml",
        "saved.mhtml",
        "letters.mbox",
        "message.eml",
        "crawl.warc.gz",
        "agency.xml",
        "report.docx",
        "report.pdf",
        "lexis.txt",
    ] {
        let output = TempDir::new().expect("a temporary folder");
        let bytes =
            fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(FILES).join(file)).expect("an example");
        let mut command = Command::cargo_bin("newsgraph").expect("the program is built");
        command.args(["build", "--quick", "-", "-o", name(&output)]).write_stdin(bytes).assert().success();
        let asked = newsgraph(&["query", "--graph", name(&output), "--format", "csv", QUERY]);
        let answer = String::from_utf8_lossy(&asked.stdout).into_owned();
        assert!(
            answer.contains("Ferry company fined over harbour collision") && answer.contains("2031-05-13"),
            "{file}: {answer}"
        );
    }
}
