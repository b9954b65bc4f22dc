//! Inputs, ontologies and queries of somebody else: none takes all memory or goes on for ever, reaches files that were not given, or
//! commands a terminal or a spreadsheet; and a good page is not refused for what it looks like.

mod files;

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use flate2::Compression;
use flate2::write::GzEncoder;

use files::folder;

fn newsgraph(folder: &Path, arguments: &[&str], stdin: &[u8]) -> Output {
    let mut run = Command::new(env!("CARGO_BIN_EXE_newsgraph"))
        .args(arguments)
        .current_dir(folder)
        .env("NEWSGRAPH_CACHE", "")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A run that refuses reads nothing.
    let _ = run.stdin.take().unwrap().write_all(stdin);
    run.wait_with_output().unwrap()
}

fn errors(output: &Output) -> String {
    let errors = String::from_utf8(output.stderr.clone()).unwrap();
    assert!(!errors.contains("panicked"), "{errors}");
    errors
}

fn record(text: &str) -> Vec<u8> {
    serde_json::to_vec(&serde_json::json!({ "text": text })).unwrap()
}

#[test]
fn no_sentence_of_any_words_takes_minutes() {
    let folder = folder(&[]);
    let lines: Vec<Vec<u8>> = [
        "FINCH ".repeat(4000),
        format!("The chairman {} resigned.", "of the board ".repeat(1500)),
        "“the mayor said ‘".repeat(2000),
        "\"He said\" ".repeat(2000),
        format!("{}wife resigned.", "Finch's ".repeat(3000)),
        "(".repeat(10_000),
        "a-".repeat(10_000),
        "👩‍👩‍👧".repeat(10_000),
    ]
    .iter()
    .map(|text| record(text))
    .collect();
    let begun = Instant::now();
    let output = newsgraph(folder.path(), &["extract"], &lines.join(&b'\n'));
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    assert!(
        errors(&output).contains("-:2: the sentence at character 0 has more than 400 words"),
        "{}",
        errors(&output)
    );
    // Today's processors take some seconds; before, hours.
    assert!(begun.elapsed() < Duration::from_secs(300));
}

#[test]
fn what_unpacks_without_end_and_texts_without_end_are_passed_over() {
    let packed = |bytes: usize| {
        let mut packer = GzEncoder::new(Vec::new(), Compression::fast());
        packer.write_all(&vec![b'a'; bytes]).unwrap();
        packer.finish().unwrap()
    };
    let long = "Ida Lund spoke. ".repeat(200_000);
    let folder = folder(&[
        ("bomb.txt.gz", &packed(80 << 20)),
        ("long.txt", long.as_bytes()),
        ("good.txt", b"Nordholm Lines was charged with fraud on Monday."),
    ]);
    let output = newsgraph(folder.path(), &["build", "--quick", "."], b"");
    assert_eq!(output.status.code(), Some(3), "{}", errors(&output));
    assert!(errors(&output).contains("bomb.txt.gz: is more than 64 MB, unpacked"), "{}", errors(&output));
    assert!(errors(&output).contains("long.txt: is a text of more than 3 MB"), "{}", errors(&output));
    assert!(fs::read_to_string(folder.path().join("output/statements.jsonl")).unwrap().contains("good.txt"));
}

#[test]
fn a_page_is_not_refused_for_what_stands_in_its_scripts() {
    let story =
        "<p>Nordholm Lines was charged with fraud in Hull on Monday, and its harbour master resigned.</p>"
            .repeat(5);
    let script = format!("for (let i=0; i<n; i++) {{ s += '{}'; }}", "<b>".repeat(3000));
    let page = format!(
        "<html><head><title>Ferry company charged</title><script>{script}</script></head><body><article><h1>Ferry company charged</h1>{story}</article></body></html>"
    );
    let deep = format!("<html><body>{}</body></html>", "<div>".repeat(5000));
    let folder = folder(&[("page.html", page.as_bytes()), ("deep.html", deep.as_bytes())]);
    let output = newsgraph(folder.path(), &["build", "--quick", "page.html", "deep.html"], b"");
    assert_eq!(output.status.code(), Some(3), "{}", errors(&output));
    assert!(errors(&output).contains("deep.html: has more than 1000 elements"), "{}", errors(&output));
    assert!(!errors(&output).contains("page.html"), "{}", errors(&output));
}

const PREFIXES: &str = "@prefix ng: <https://w3id.org/newsgraph/ontology#> .\n@prefix owl: <http://www.w3.org/2002/07/owl#> .\n@prefix ex: <https://example.org/x#> .\n";

#[test]
fn ontologies_import_only_files_of_the_folders_that_were_given() {
    let outside = folder(&[("secret.ttl", PREFIXES.as_bytes())]);
    let secret = format!(
        "{PREFIXES}<> owl:imports <file://{}/secret.ttl> .",
        outside.path().canonicalize().unwrap().display()
    );
    let folder = folder(&[
        ("o/outside.ttl", secret.as_bytes()),
        ("o/device.ttl", format!("{PREFIXES}<> owl:imports <file:///dev/zero> .").as_bytes()),
        ("o/mark.ttl", format!("\u{feff}{PREFIXES}ex:Ship a owl:Class ; ng:noun \"ship\" .").as_bytes()),
        ("a.txt", b"Ida Lund spoke in Leeds."),
    ]);
    for (name, reason) in [("outside", "outside of the folders"), ("device", "outside of the folders")] {
        let output =
            newsgraph(folder.path(), &["build", "a.txt", "--ontology", &format!("o/{name}.ttl")], b"");
        assert_eq!(output.status.code(), Some(1));
        assert!(
            errors(&output).contains(&format!("o/{name}.ttl:4: ")) && errors(&output).contains(reason),
            "{}",
            errors(&output)
        );
    }
    let given = outside.path().display().to_string();
    let output = newsgraph(folder.path(), &["ontology", "check", "o/outside.ttl", &given], b"");
    assert!(!errors(&output).contains("owl:imports"), "{}", errors(&output));
    let output = newsgraph(folder.path(), &["build", "--quick", "a.txt", "--ontology", "o/mark.ttl"], b"");
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    let output = newsgraph(folder.path(), &["build", "a.txt", "--ontology", "/dev/zero"], b"");
    assert!(errors(&output).contains("/dev/zero: it is no file"), "{}", errors(&output));
}

#[test]
fn ontologies_that_multiply_or_nest_without_end_are_refused() {
    let mut laughs = "<!DOCTYPE r [<!ENTITY a0 \"ha\">".to_owned();
    (1..30).for_each(|n| laughs += &format!("<!ENTITY a{n} \"&a{};&a{};\">", n - 1, n - 1));
    laughs += "]><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">&a29;</rdf:RDF>";
    let attributes: String = (0..50_000).map(|n| format!(" a{n}='x'")).collect();
    let tag = format!("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"{attributes}/>");
    let deep = format!("{}{}", "{\"@graph\":[".repeat(50_000), "]}".repeat(50_000));
    let folder = folder(&[
        ("laughs.rdf", laughs.as_bytes()),
        ("tag.rdf", tag.as_bytes()),
        ("deep.jsonld", deep.as_bytes()),
        ("a.txt", b"Ida Lund spoke in Leeds."),
    ]);
    for (name, reason) in
        [("laughs.rdf", "other entities"), ("tag.rdf", "attributes"), ("deep.jsonld", "brackets")]
    {
        let output = newsgraph(folder.path(), &["build", "a.txt", "--ontology", name], b"");
        assert_eq!(output.status.code(), Some(1), "{name}: {}", errors(&output));
        assert!(errors(&output).contains(name) && errors(&output).contains(reason), "{}", errors(&output));
    }
}

#[test]
fn queries_are_bounded_and_their_tables_run_nothing() {
    let folder = folder(&[(
        "a.txt",
        b"Nordholm Lines was charged with fraud in Hull on Monday. Ida Lund sued the company.",
    )]);
    assert_eq!(newsgraph(folder.path(), &["build", "--quick", "a.txt"], b"").status.code(), Some(0));
    let ask =
        |query: &str, options: &[&str]| newsgraph(folder.path(), &[&["query", query], options].concat(), b"");
    let product = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n2 ?o }";
    let begun = Instant::now();
    let output = ask(product, &["--timeout", "1"]);
    assert_eq!(output.status.code(), Some(1), "{}", errors(&output));
    assert!(errors(&output).contains("within 1 seconds") && begun.elapsed() < Duration::from_secs(60));
    let braces = format!("ASK {}{}", "{".repeat(800), "}".repeat(800));
    assert_eq!(ask(&braces, &[]).status.code(), Some(2));
    let output =
        ask("SELECT ('=1+1' AS ?a) (-3.5 AS ?b) ('-x' AS ?c) ('plain' AS ?d) {}", &["--format", "csv"]);
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "a,b,c,d\r\n'=1+1,-3.5,'-x,plain\r\n");
}

#[cfg(unix)]
#[test]
fn no_name_of_a_file_commands_a_terminal() {
    let folder = folder(&[("red\u{1b}[31m.txt", b"")]);
    let output = newsgraph(folder.path(), &["build", "red\u{1b}[31m.txt", "gone\u{9b}2J.txt"], b"");
    assert!(errors(&output).contains("red\\u{1b}[31m.txt"), "{}", errors(&output));
    assert!(!errors(&output).contains(['\u{1b}', '\u{9b}']));
}
