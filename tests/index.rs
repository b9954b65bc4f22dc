//! The index beside a graph, from outside: whatever has become of it, the same is answered.

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

fn newsgraph(arguments: &[&str], folder: &Path) -> Vec<u8> {
    let output =
        Command::new(env!("CARGO_BIN_EXE_newsgraph")).args(arguments).current_dir(folder).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stderr.is_empty(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

/// A folder with a graph in `output`, made of the statements that come with the project.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("output");
    let statements = shipped.join("statements.jsonl");
    newsgraph(&["assemble", statements.to_str().unwrap()], folder.path());
    folder
}

/// What commands answer that ask the index.
fn answers(folder: &Path) -> Vec<Vec<u8>> {
    let commands: [&[&str]; 6] = [
        &["query", "edges"],
        &["query", "SELECT * { GRAPH ?g { ?s ng:polarity ?o } } ORDER BY ?s", "--format", "json"],
        &["explain", "Royal Navy"],
        &["export", "--about", "Royal Navy", "--hops", "2", "--format", "trig"],
        &["timeline"],
        &["timeline", "--about", "Royal Navy", "--format", "json"],
    ];
    commands.iter().map(|command| newsgraph(command, folder)).collect()
}

#[test]
fn a_missing_damaged_or_foreign_index_is_made_anew() {
    let folder = folder();
    let path = folder.path().join("output/graph.idx");
    let whole = fs::read(&path).unwrap();
    let expected = answers(folder.path());
    let spoiled = [
        None,
        Some(Vec::new()),
        Some(whole[..whole.len() / 2].to_vec()),
        Some(b"something else".repeat(100)),
    ];
    for bytes in spoiled {
        match &bytes {
            None => fs::remove_file(&path).unwrap(),
            Some(bytes) => fs::write(&path, bytes).unwrap(),
        }
        assert_eq!(answers(folder.path()), expected, "{:?}", bytes.map(|bytes| bytes.len()));
        assert_eq!(fs::read(&path).unwrap(), whole);
    }
}

#[test]
fn a_folder_that_cannot_keep_one_is_answered_from_all_the_same() {
    let folder = folder();
    let path = folder.path().join("output/graph.idx");
    let expected = answers(folder.path());
    fs::remove_file(&path).unwrap();
    fs::create_dir(&path).unwrap();
    assert_eq!(answers(folder.path()), expected);
    assert!(path.is_dir());
}

#[test]
fn what_was_edited_in_the_graph_is_what_is_answered() {
    let folder = folder();
    let path = folder.path().join("output/graph.nq");
    let graph = fs::read_to_string(&path).unwrap();
    fs::write(&path, graph.replace("\"Royal Navy\"", "\"Loyal Navy\"")).unwrap();
    let query = "SELECT ?label { ?navy rdfs:label ?label FILTER strEnds(?label, \"Navy\") }";
    let answer = String::from_utf8(newsgraph(&["query", query, "--format", "csv"], folder.path())).unwrap();
    assert!(answer.contains("Loyal Navy") && !answer.contains("Royal Navy"), "{answer}");
}
