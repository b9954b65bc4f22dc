//! From what the user named to the files to read: folders searched, duplicates dropped, in one fixed order.

use std::collections::BTreeMap;
use std::path::{MAIN_SEPARATOR, Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::failure::{Failure, KNOWN};
use super::formats::{Named, named};

/// The name that stands for standard input.
pub(super) const STDIN: &str = "-";

/// Something to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Input {
    /// The path as the user gave it, a folder's joined with what was found in it.
    pub name: String,
    pub source: Source,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Source {
    Stdin,
    File(PathBuf),
}

/// The inputs in the order of their names, each file once however often and by whatever name it was given.
///
/// A file named by the user is taken whatever its ending; in folders the known endings are, and hidden files and
/// folders are passed over, and so is what newsgraph wrote and what browsers save with a page. Documents of other formats
/// are told, in one line a folder.
pub(super) fn find(arguments: &[PathBuf]) -> (Vec<Input>, Vec<Failure>) {
    // By what the file really is; of several names for it the first in order is kept.
    let mut found: BTreeMap<PathBuf, Input> = BTreeMap::new();
    let mut failures = Vec::new();
    let mut add = |input: Input, identity: PathBuf| {
        found
            .entry(identity)
            .and_modify(|known| {
                if input.name < known.name {
                    *known = input.clone();
                }
            })
            .or_insert(input);
    };
    for argument in arguments {
        if argument.as_os_str() == STDIN {
            add(Input { name: STDIN.to_owned(), source: Source::Stdin }, PathBuf::from(STDIN));
            continue;
        }
        match std::fs::metadata(argument) {
            Err(error) => failures.push(Failure::of(shown(argument), unreadable(&error))),
            Ok(metadata) if metadata.is_dir() => failures.extend(search(argument, &mut add)),
            Ok(_) => add(file(argument), identity(argument)),
        }
    }
    let mut inputs: Vec<Input> = found.into_values().collect();
    inputs.sort_by(|a, b| a.name.cmp(&b.name));
    failures.sort();
    failures.dedup();
    (inputs, failures)
}

fn search(folder: &Path, add: &mut impl FnMut(Input, PathBuf)) -> Vec<Failure> {
    let mut failures = Vec::new();
    let mut any = false;
    let mut others = Vec::new();
    let hidden = |entry: &DirEntry| entry.depth() > 0 && entry.file_name().to_string_lossy().starts_with('.');
    let entries = WalkDir::new(folder)
        .follow_links(true)
        .into_iter()
        .filter_entry(|entry| !hidden(entry) && !is_output(entry) && !is_of_saved_page(entry));
    for entry in entries {
        match entry {
            Ok(entry) if entry.file_type().is_file() => match named(entry.path()) {
                Named::As(_) => {
                    any = true;
                    add(file(entry.path()), identity(entry.path()));
                }
                Named::OtherDocument => others.push(entry.file_name().to_string_lossy().into_owned()),
                Named::Nothing => {}
            },
            Ok(_) => {}
            Err(error) => failures.push(unsearchable(folder, &error)),
        }
    }
    if !others.is_empty() {
        failures.push(Failure::of(shown(folder), unread(others)));
    } else if !any && failures.is_empty() {
        failures.push(Failure::of(shown(folder), format!("no articles in this folder; looked for {KNOWN}")));
    }
    failures
}

/// Names a few of the documents that are of no format that is read.
fn unread(mut names: Vec<String>) -> String {
    const SHOWN: usize = 3;
    names.sort();
    let more = if names.len() > SHOWN { ", …" } else { "" };
    let documents = if names.len() == 1 { "document is" } else { "documents are" };
    let shown = names[..names.len().min(SHOWN)].join(", ");
    format!("{} {documents} of a format that is not read ({shown}{more}); save as {KNOWN}", names.len())
}

/// The folder that a browser saves with a page: `Ferry sinks_files` beside `Ferry sinks.html`. Frames and advertisements in it
/// are no articles.
fn is_of_saved_page(entry: &DirEntry) -> bool {
    const ENDINGS: [&str; 8] =
        ["files", "Files", "file", "Dateien", "fichiers", "archivos", "bestanden", "arquivos"];
    let name = entry.file_name().to_string_lossy();
    let Some((page, ending)) = name.rsplit_once(['_', '-', '.']).filter(|_| entry.file_type().is_dir())
    else {
        return false;
    };
    let beside = |ending: &&str| entry.path().with_file_name(format!("{page}.{ending}")).is_file();
    ENDINGS.contains(&ending) && ["html", "htm", "xhtml"].iter().any(beside)
}

/// A folder that newsgraph wrote: its report and its statements are no articles, though their endings are those of
/// articles, and a build of `.` would else read the one before.
fn is_output(entry: &DirEntry) -> bool {
    let holds = |name: &&str| entry.path().join(name).is_file();
    entry.file_type().is_dir() && ["graph.nq", "statements.jsonl"].iter().all(holds)
}

fn unsearchable(folder: &Path, error: &walkdir::Error) -> Failure {
    let path = shown(error.path().unwrap_or(folder));
    let reason = match (error.loop_ancestor(), error.io_error()) {
        (Some(ancestor), _) => format!("a link that leads back to {}; it is not followed", shown(ancestor)),
        (None, Some(error)) => unreadable(error),
        (None, None) => error.to_string(),
    };
    Failure::of(path, reason)
}

/// Says why a file could not be opened, in words that tell what to do.
pub(super) fn unreadable(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "no such file or folder".to_owned(),
        std::io::ErrorKind::PermissionDenied => "may not be read; check its permissions".to_owned(),
        _ => format!("could not be read: {error}"),
    }
}

fn file(path: &Path) -> Input {
    Input { name: shown(path), source: Source::File(path.to_owned()) }
}

fn identity(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

/// A path as it is shown and kept, the same on every system.
fn shown(path: &Path) -> String {
    let path = path.display().to_string();
    if MAIN_SEPARATOR == '/' { path } else { path.replace(MAIN_SEPARATOR, "/") }
}
