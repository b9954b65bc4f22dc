//! The whole program on inputs that are missing, broken or hostile: one clear line about each, the right exit code,
//! and nothing lost of what was there before.
//!
//! Queries and `assemble` are tried in `cli.rs`; here it is `build` and `extract`, which meet the outside world.

mod files;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use assert_cmd::Command;

use files::folder;

const STORY: &str = "Ferry company fined over harbour collision

The Northern Ferry Company was charged with fraud on Tuesday.

Harbour master Lena Moss resigned.
";

/// A small ontology, quickly learnt.
const TEACHING: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/robustness/teaching.ttl");

/// What a run left: its exit code, standard output, and the lines of standard error.
struct Run {
    code: i32,
    stdout: String,
    complaints: Vec<String>,
}

fn newsgraph(folder: &Path, arguments: &[&str], stdin: &[u8]) -> Run {
    let output = Command::cargo_bin("newsgraph")
        .unwrap()
        .current_dir(folder)
        .env("NEWSGRAPH_CACHE", "")
        .args(arguments)
        .write_stdin(stdin)
        .output()
        .unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert!(!stderr.contains("panicked"), "{stderr}");
    Run {
        code: output.status.code().expect("the program ends by itself"),
        stdout: String::from_utf8(output.stdout).unwrap(),
        complaints: stderr.lines().map(str::to_owned).collect(),
    }
}

fn build(folder: &Path, arguments: &[&str]) -> Run {
    let taught: &[&str] = if arguments.contains(&"--ontology") { &[] } else { &["--ontology", TEACHING] };
    newsgraph(folder, &[&["build"], taught, arguments].concat(), b"")
}

impl Run {
    /// Exactly one line of standard error has all these words.
    fn assert_complaint(&self, words: &[&str]) {
        let found =
            self.complaints.iter().filter(|line| words.iter().all(|word| line.contains(word))).count();
        assert_eq!(found, 1, "{words:?} once in {:#?}", self.complaints);
    }
}

/// Every file below a folder with its bytes.
fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let files =
        walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap).filter(|e| e.file_type().is_file());
    files.map(|file| (file.path().display().to_string(), fs::read(file.path()).unwrap())).collect()
}

#[test]
fn inputs_that_give_nothing_are_named_and_nothing_is_written() {
    let noise: Vec<u8> = (0..4000_u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    let folder = folder(&[
        ("empty.txt", b""),
        ("noise.txt", &noise),
        ("paper.txt", b"%PDF-1.7\n%\xE2\xE3\xCF\xD3"),
        ("nothing/picture.png", b"\x89PNG"),
        ("packed.txt.gz", b"not packed at all"),
    ]);
    for (input, reason) in [
        ("missing.txt", "no such file"),
        ("empty.txt", "no text"),
        ("noise.txt", "not a text file"),
        ("paper.txt", "PDF"),
        ("nothing", "no articles in this folder"),
        ("packed.txt.gz", "could not be unpacked"),
    ] {
        let run = build(folder.path(), &[input]);
        assert_eq!(run.code, 1, "{input}: {:#?}", run.complaints);
        run.assert_complaint(&[input, reason]);
        assert!(run.complaints.len() <= 2, "{:#?}", run.complaints);
        assert!(!folder.path().join("output").exists());
    }
}

#[test]
fn no_input_at_all_is_wrong_usage() {
    let folder = folder(&[]);
    let run = build(folder.path(), &[]);
    assert_eq!(run.code, 2);
    run.assert_complaint(&["Usage: newsgraph build", "<INPUT>"]);
}

#[test]
fn what_can_be_read_is_built_and_the_rest_reported() {
    let folder = folder(&[
        ("news/story.txt", STORY.as_bytes()),
        ("news/feed.jsonl", b"{\"text\": \"Tom Reed resigned.\"}\n{\"text\": \n{\"title\": \"x\"}\n"),
        ("news/empty.html", b"<html></html>"),
    ]);
    let run = build(folder.path(), &["news"]);
    assert_eq!(run.code, 3, "{:#?}", run.complaints);
    run.assert_complaint(&["news/feed.jsonl:2: ", "not an article record"]);
    run.assert_complaint(&["news/feed.jsonl:3: ", "missing field `text`"]);
    run.assert_complaint(&["news/empty.html: "]);
    let statements = fs::read_to_string(folder.path().join("output/statements.jsonl")).unwrap();
    assert!(
        statements.contains("news/story.txt") && statements.contains("news/feed.jsonl:1"),
        "{statements}"
    );
}

#[test]
fn decisions_beside_the_output_survive_rebuilds_and_broken_ones_are_named() {
    let folder = folder(&[
        ("one.txt", b"Alan Reed was charged with fraud."),
        ("two.txt", b"Alan Reed was charged with murder."),
        ("output/decisions.tsv", b"different\tAlan Reed @ one.txt\tAlan Reed @ two.txt\n"),
        ("broken.tsv", b"# both\nequal\tA\tB\n"),
    ]);
    for _ in 0..2 {
        let run = build(folder.path(), &["one.txt", "two.txt"]);
        assert_eq!(run.code, 0, "{:#?}", run.complaints);
        let statements = fs::read_to_string(folder.path().join("output/statements.jsonl")).unwrap();
        let subjects: Vec<String> = statements
            .lines()
            .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()["subject"]["id"].to_string())
            .collect();
        assert_eq!(subjects.len(), 2, "{statements}");
        assert_ne!(subjects[0], subjects[1]);
    }
    let run = build(folder.path(), &["one.txt", "--decisions", "broken.tsv"]);
    assert_eq!(run.code, 1);
    run.assert_complaint(&["broken.tsv", "line 2", "“equal” is no decision"]);
}

#[test]
fn text_in_an_old_encoding_or_with_broken_bytes_is_read() {
    let folder = folder(&[
        ("old.txt", b"Zo\xEB Moss was charged with murder on Monday."),
        ("broken.txt", b"Zo\xC3\xAB Moss\xE2\x80\x99s brother was charged with murder.\xFF"),
    ]);
    let run = build(folder.path(), &["old.txt", "broken.txt"]);
    assert_eq!(run.code, 0, "{:#?}", run.complaints);
    let statements = fs::read_to_string(folder.path().join("output/statements.jsonl")).unwrap();
    assert!(statements.contains("Zoë Moss was charged"), "{statements}");
    assert!(statements.contains("Zoë Moss’s brother"), "{statements}");
}

#[test]
fn a_failed_build_leaves_the_old_output_whole() {
    let folder = folder(&[
        ("story.txt", STORY.as_bytes()),
        ("broken.ttl", b"@prefix ng: <https://w3id.org/newsgraph/ontology#> .\n\nng:fined a ;\n"),
    ]);
    assert_eq!(build(folder.path(), &["story.txt"]).code, 0);
    let before = contents(&folder.path().join("output"));
    assert!(before.len() >= 9, "{:?}", before.keys());
    let run = build(folder.path(), &["missing.txt"]);
    assert_eq!(run.code, 1);
    let run = build(folder.path(), &["story.txt", "--ontology", "broken.ttl"]);
    assert_eq!(run.code, 1);
    run.assert_complaint(&["broken.ttl:3"]);
    let run = build(folder.path(), &["story.txt", "--ontology", "absent.ttl"]);
    assert_eq!(run.code, 1);
    run.assert_complaint(&["absent.ttl"]);
    assert_eq!(contents(&folder.path().join("output")), before);
    let leftovers: Vec<_> =
        fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(leftovers.len(), 3, "{leftovers:?}");
}

#[test]
fn an_output_folder_that_cannot_be_written_is_named() {
    let folder = folder(&[("story.txt", STORY.as_bytes())]);
    let run = build(folder.path(), &["story.txt", "-o", "story.txt/inside"]);
    assert_eq!(run.code, 1);
    run.assert_complaint(&["story.txt/inside"]);
    let run = build(folder.path(), &["story.txt", "-o", "story.txt"]);
    assert_eq!(run.code, 1);
    assert_eq!(fs::read_to_string(folder.path().join("story.txt")).unwrap(), STORY);
}

#[test]
fn the_same_input_gives_the_same_bytes_whatever_the_order_and_the_threads() {
    let folder = folder(&[
        ("a.txt", STORY.as_bytes()),
        (
            "b.txt",
            b"The Northern Ferry Company denied fraud. Lena Moss, the harbour master, praised the company.",
        ),
    ]);
    assert_eq!(build(folder.path(), &["a.txt", "b.txt", "-o", "first"]).code, 0);
    Command::cargo_bin("newsgraph")
        .unwrap()
        .current_dir(folder.path())
        .env("RAYON_NUM_THREADS", "1")
        .env("NEWSGRAPH_CACHE", "")
        .args(["build", "--ontology", TEACHING, "b.txt", "a.txt", "-o", "second"])
        .assert()
        .success();
    let bytes = |name: &str| contents(&folder.path().join(name)).into_values().collect::<Vec<_>>();
    assert_eq!(bytes("first"), bytes("second"));
}

#[test]
fn a_folder_named_like_the_output_inside_the_input_is_no_trouble() {
    let folder = folder(&[("story.txt", STORY.as_bytes())]);
    assert_eq!(build(folder.path(), &["."]).code, 0);
    let before = contents(&folder.path().join("output"));
    // The second run finds the first one's files below its input; they are no articles.
    let run = build(folder.path(), &["."]);
    assert_eq!(run.code, 0, "{:#?}", run.complaints);
    assert_eq!(contents(&folder.path().join("output")), before);
}

#[test]
fn the_filter_reads_on_after_a_broken_line() {
    let input = b"{\"text\": \"Lena Moss was charged with murder.\"}\nnonsense\n{\"text\": \"Tom Reed was charged with fraud.\"}\n";
    let folder = folder(&[]);
    let run = newsgraph(folder.path(), &["extract", "--ontology", TEACHING], input);
    assert_eq!(run.code, 3, "{:#?}", run.complaints);
    run.assert_complaint(&["-:2: ", "not an article record"]);
    assert!(run.stdout.contains("Lena Moss") && run.stdout.contains("Tom Reed"), "{}", run.stdout);
    assert!(run.stdout.lines().all(|line| line.starts_with('{') && line.ends_with('}')));
}

#[test]
fn odd_texts_do_not_trouble_it() {
    let long_word = "a".repeat(200_000);
    let long_sentence = "Lena Moss and ".repeat(500);
    let folder = folder(&[
        ("word.txt", long_word.as_bytes()),
        ("sentence.txt", long_sentence.as_bytes()),
        ("signs.txt", "👩‍👩‍👧 \u{202E}abc\u{0} ﬁﬂ İ ß \u{1F1E6} “((([[[{{{”".as_bytes()),
        ("markup.txt", b"<b>\"Lena\" & 'Tom'</b> was charged with <script>alert(1)</script> fraud."),
    ]);
    let run = build(folder.path(), &["."]);
    assert_eq!(run.code, 0, "{:#?}", run.complaints);
    let report = fs::read_to_string(folder.path().join("output/report.html")).unwrap();
    assert!(!report.contains("<script>alert(1)"));
}

#[test]
fn what_is_told_of_nobody_in_particular_is_built() {
    let texts = [
        "He resigned as chairman of the Fenlow Board on Monday.",
        "They were appointed. It was acquired by them. She visited that.",
        "Somebody was charged with it, and anybody may sue him as director of it.",
    ];
    for text in texts {
        let folder = folder(&[("a.txt", text.as_bytes())]);
        let run = build(folder.path(), &["a.txt"]);
        assert_eq!(run.code, 0, "{text}: {:#?}", run.complaints);
    }
}
