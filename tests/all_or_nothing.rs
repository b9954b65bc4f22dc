//! A graph's folder under fire: killed runs, a full disk, no memory, a folder that cannot be written, several writers at once. Whatever
//! happens, the folder holds the graph from before or the one from after, whole, and the next command works with it.
#![cfg(unix)]

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

type Contents = BTreeMap<String, Vec<u8>>;

const ARTICLES: [(&str, &str); 4] = [
    ("a.txt", "Nordholm Lines was charged with negligence in Hull on Monday. Ida Lund sued the company."),
    ("b.txt", "Tom Hale was arrested in Leeds. He was charged with fraud."),
    ("c.txt", "Mara Quist resigned as chairwoman of the Fenlow Board. Orrin Foods acquired Lund Bakeries."),
    ("d.txt", "The mayor of Hull, Peter Vane, praised Ida Lund. Vane was fined for speeding."),
];

fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in ARTICLES {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

fn newsgraph(folder: &Path, arguments: &[&str]) -> Command {
    limited(folder, "true", arguments)
}

/// The program under a limit that a shell sets.
fn limited(folder: &Path, limit: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new("sh");
    command.args(["-c", &format!("{limit}; exec \"$0\" \"$@\""), env!("CARGO_BIN_EXE_newsgraph")]);
    command.args(arguments).current_dir(folder).env("NEWSGRAPH_CACHE", "").env("RAYON_NUM_THREADS", "2");
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    newsgraph(folder, arguments).output().unwrap()
}

fn succeed(folder: &Path, arguments: &[&str]) {
    let output = run(folder, arguments);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

/// The files that are no journal, by their names.
fn contents(folder: &Path) -> Contents {
    let files = fs::read_dir(folder).unwrap().map(Result::unwrap).filter(|it| it.path().is_file());
    let named = files.map(|file| (file.file_name().into_string().unwrap(), file.path()));
    let shown = named.filter(|(name, _)| !name.starts_with('.'));
    shown.map(|(name, path)| (name, fs::read(path).unwrap())).collect()
}

fn hidden(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.starts_with(".newsgraph")).collect()
}

const BUILD_TWO: &[&str] = &["build", "--quick", "a.txt", "b.txt"];
const BUILD_ALL: &[&str] = &["build", "--quick", "a.txt", "b.txt", "c.txt", "d.txt"];
const ADD_TWO: &[&str] = &["add", "c.txt", "d.txt"];
const REMOVE_TWO: &[&str] = &["remove", "c.txt", "d.txt"];

/// A folder with a built graph, its contents, and those after `ADD_TWO`.
fn built() -> (TempDir, Contents, Contents) {
    let folder = folder();
    let output = folder.path().join("output");
    succeed(folder.path(), BUILD_TWO);
    let before = contents(&output);
    succeed(folder.path(), ADD_TWO);
    let after = contents(&output);
    succeed(folder.path(), REMOVE_TWO);
    assert_eq!(contents(&output), before);
    (folder, before, after)
}

/// Asks the graph, which does what a killed run left to do, and returns what the folder holds then.
fn asked(folder: &Path) -> Contents {
    succeed(folder, &["query", "ASK { ?a ?b ?c }"]);
    contents(&folder.join("output"))
}

#[test]
fn a_killed_run_leaves_the_old_graph_or_the_new_one() {
    let (folder, before, after) = built();
    let begun = Instant::now();
    succeed(folder.path(), ADD_TWO);
    let usual = begun.elapsed();
    let mut seen = [0, 0];
    for trial in 0..16_u32 {
        let arguments = [REMOVE_TWO, ADD_TWO, BUILD_ALL][trial as usize % 3];
        let mut run = newsgraph(folder.path(), arguments).spawn().unwrap();
        // Towards the end, where files are written.
        std::thread::sleep(usual * (5 + trial) / 20);
        let _ = run.kill();
        run.wait().unwrap();
        let left = asked(folder.path());
        assert!(left == before || left == after, "{trial}: {:?}", left.keys());
        seen[usize::from(left == after)] += 1;
    }
    succeed(folder.path(), BUILD_TWO);
    assert_eq!(contents(&folder.path().join("output")), before, "{seen:?}");
    assert_eq!(hidden(&folder.path().join("output")), Vec::<String>::new());
}

#[test]
fn a_change_that_was_decided_is_done_by_whoever_comes_next() {
    let (folder, _, after) = built();
    let output = folder.path().join("output");
    succeed(folder.path(), &[BUILD_ALL, &["-o", "new"]].concat());
    // As a run leaves it that is killed among its renamings.
    let decided = output.join(".newsgraph.decided");
    fs::create_dir(&decided).unwrap();
    let names: Vec<&String> = after.keys().collect();
    let list: String = names.iter().map(|name| format!("put {name}\n")).collect();
    fs::write(decided.join("changes"), list).unwrap();
    for (index, name) in names.iter().enumerate() {
        let place = if index % 2 == 0 { &output } else { &decided };
        fs::copy(folder.path().join("new").join(name), place.join(name)).unwrap();
    }
    succeed(folder.path(), &["export", "--format", "csv", "-o", "out.csv"]);
    assert_eq!(contents(&output), after);
    assert_eq!(hidden(&output), Vec::<String>::new());
}

#[test]
fn on_a_full_disk_and_without_memory_the_old_graph_stays() {
    let (folder, before, after) = built();
    succeed(folder.path(), &["export", "--format", "csv", "-o", "out.csv"]);
    let exported = fs::read(folder.path().join("out.csv")).unwrap();
    // Blocks of half a kilobyte or of one, and kilobytes.
    let limits = ["ulimit -f 0", "ulimit -f 4", "ulimit -f 40", "ulimit -v 60000", "ulimit -v 200000"];
    for limit in limits {
        for arguments in [ADD_TWO, &["build", "--quick", "--anew", "a.txt", "b.txt"], REMOVE_TWO] {
            let output = limited(folder.path(), limit, arguments).output().unwrap();
            let left = asked(folder.path());
            let is_done = output.status.success();
            assert!(is_done || left == before || left == after, "{limit} {arguments:?}");
            if left != before {
                succeed(folder.path(), BUILD_TWO);
            }
        }
    }
    for limit in &limits[..1] {
        let export = ["export", "--format", "csv", "-o", "out.csv"];
        assert!(!limited(folder.path(), limit, &export).output().unwrap().status.success());
        assert_eq!(fs::read(folder.path().join("out.csv")).unwrap(), exported, "{limit}");
    }
}

#[test]
fn several_writers_at_once_lose_nothing_in_silence() {
    let folder = folder();
    succeed(folder.path(), &["build", "--quick", "a.txt"]);
    let writers: Vec<_> = ["b.txt", "c.txt", "d.txt"]
        .map(|name| (name, newsgraph(folder.path(), &["add", name]).spawn().unwrap()))
        .into();
    let mut there = vec!["a.txt"];
    for (name, writer) in writers {
        let output = writer.wait_with_output().unwrap();
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        match output.status.code() {
            Some(0) => there.push(name),
            Some(1) => assert!(errors.contains("another newsgraph is changing this graph"), "{errors}"),
            other => panic!("{name}: {other:?} {errors}"),
        }
    }
    assert!(there.len() > 1);
    let statements = fs::read_to_string(folder.path().join("output/statements.jsonl")).unwrap();
    for (name, _) in ARTICLES {
        assert_eq!(statements.contains(&format!("\"{name}\"")), there.contains(&name), "{name} of {there:?}");
    }
}

#[test]
fn what_cannot_be_replaced_is_named_and_nothing_changes() {
    let (folder, before, _) = built();
    let output = folder.path().join("output");
    fs::remove_file(output.join("report.html")).unwrap();
    fs::create_dir(output.join("report.html")).unwrap();
    let refused = run(folder.path(), ADD_TWO);
    assert_eq!(refused.status.code(), Some(1));
    let errors = String::from_utf8_lossy(&refused.stderr);
    assert!(errors.contains("report.html"), "{errors}");
    let mut left = contents(&output);
    left.insert("report.html".to_owned(), before["report.html"].clone());
    assert_eq!(left, before);
    assert_eq!(hidden(&output), Vec::<String>::new());
}

#[test]
fn a_folder_that_cannot_be_written_is_read_all_the_same() {
    let (folder, before, _) = built();
    let output = folder.path().join("output");
    fs::set_permissions(&output, PermissionsExt::from_mode(0o555)).unwrap();
    // The superuser may write everywhere.
    let is_bound = fs::write(output.join("probe"), "").is_err();
    if is_bound {
        let refused = run(folder.path(), ADD_TWO);
        assert_eq!(refused.status.code(), Some(1), "{}", String::from_utf8_lossy(&refused.stderr));
        assert_eq!(asked(folder.path()), before);
    }
    fs::set_permissions(&output, PermissionsExt::from_mode(0o755)).unwrap();
}

#[test]
fn a_review_that_is_killed_leaves_whole_decisions() {
    let (folder, _, _) = built();
    let mut run = newsgraph(folder.path(), &["review"]).stdin(Stdio::piped()).spawn().unwrap();
    std::thread::sleep(Duration::from_millis(500));
    let _ = run.kill();
    run.wait().unwrap();
    let decisions = fs::read_to_string(folder.path().join("output/decisions.tsv")).unwrap_or_default();
    assert!(decisions.is_empty() || decisions.ends_with('\n'), "{decisions}");
    assert_eq!(hidden(&folder.path().join("output")), Vec::<String>::new());
}
