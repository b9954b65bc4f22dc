//! Every command that README.md and the pages in docs/ show with its output is run here, so that no page shows what the
//! program does not print.
//!
//! In a block marked `console`, a line that begins with `$ ` is a command for the shell, with the lines after it where
//! a quotation mark is still open; what follows is its standard output. Each page has a folder of its own with the
//! examples, the ontology and the graph of `examples/bridge-affair` in `output`. "Save this as `NAME`" before a block
//! makes its text a file of that name. `WRITE_DOCUMENTATION=1 cargo test --test documentation` writes what is printed today
//! into the pages.
#![cfg(unix)]

use std::ffi::OsString;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use tempfile::TempDir;

/// The folder of the project.
fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The pages of the documentation, in order.
fn pages() -> Vec<PathBuf> {
    let entries = fs::read_dir(project().join("docs")).expect("the folder docs is there");
    let mut pages: Vec<PathBuf> = entries.map(|entry| entry.expect("it can be listed").path()).collect();
    pages.push(project().join("README.md"));
    pages.sort();
    pages
}

/// A folder in which the commands of a page work as they do in the project's, and disturb nothing there.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    for name in ["examples", "ontology"] {
        symlink(project().join(name), folder.path().join(name)).expect("a link can be made");
    }
    folder
}

/// What a command for the shell prints on standard output, with this build's newsgraph on the path.
fn run(command: &str, folder: &Path) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_newsgraph"));
    let mut path = OsString::from(program.parent().expect("a program has a folder"));
    path.push(":");
    path.push(std::env::var_os("PATH").unwrap_or_default());
    let output = Command::new("sh")
        .args(["-c", command])
        .current_dir(folder)
        .env("PATH", path)
        .env("NEWSGRAPH_CACHE", "")
        .output();
    let printed = output.expect("there is a shell").stdout;
    String::from_utf8(printed).expect("newsgraph prints UTF-8")
}

/// The page as it should be: its own text with the output that its commands print.
fn as_printed(page: &str, folder: &Path) -> String {
    let mut written = String::new();
    let mut lines = page.lines();
    let mut file = None;
    while let Some(line) = lines.next() {
        push(&mut written, line);
        if line == "```console" {
            console(&mut lines, folder, &mut written);
        } else if let Some(name) = file.take_if(|_| line.starts_with("```")) {
            let text: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            fs::write(folder.join(name), text.join("\n") + "\n").expect("the file can be written");
            text.iter().chain(&["```"]).for_each(|line| push(&mut written, line));
        }
        file = line.split_once("ave this as `").and_then(|(_, rest)| rest.split('`').next()).or(file);
    }
    written
}

/// The rest of a block of commands, up to its end.
fn console<'a>(lines: &mut impl Iterator<Item = &'a str>, folder: &Path, written: &mut String) {
    let mut command = String::new();
    for line in lines {
        let is_open = quotes_are_open(&command);
        if is_open || line.starts_with("$ ") {
            push(&mut command, if is_open { line } else { &line[2..] });
            push(written, line);
        }
        if !command.is_empty() && !quotes_are_open(&command) {
            run(&command, folder).lines().for_each(|line| push(written, line.trim_end()));
            command.clear();
        }
        if line == "```" {
            push(written, line);
            return;
        }
    }
}

fn quotes_are_open(command: &str) -> bool {
    !command.matches('\'').count().is_multiple_of(2)
}

fn push(text: &mut String, line: &str) {
    text.push_str(line);
    text.push('\n');
}

/// What a page shows otherwise than it is printed; a page is rewritten instead where the environment asks for it.
fn difference(path: &Path, built: &Path) -> Option<String> {
    let page = fs::read_to_string(path).expect("the page is UTF-8");
    let folder = folder();
    run(&format!("cp -R {}/output .", built.display()), folder.path());
    let printed = as_printed(&page, folder.path());
    if std::env::var_os("WRITE_DOCUMENTATION").is_some() {
        fs::write(path, &printed).expect("the page can be written");
        return None;
    }
    let mut lines = page.lines().zip(printed.lines());
    let (shown, printed) = lines.find(|(shown, printed)| shown != printed)?;
    Some(format!("{} shows “{shown}”, printed is “{printed}”", path.display()))
}

#[test]
fn pages_show_what_is_printed() {
    let folder = folder();
    let built = folder.path();
    run("newsgraph build examples/bridge-affair", built);
    let differences: Vec<String> = thread::scope(|scope| {
        let readers = pages().into_iter().map(|page| scope.spawn(move || difference(&page, built)));
        let readers: Vec<_> = readers.collect();
        readers.into_iter().filter_map(|reader| reader.join().expect("every page can be read")).collect()
    });
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}
