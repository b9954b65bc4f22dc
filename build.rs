//! Lists the files that are built into the program, so that a relation, a class or a query is added by its file alone.
//!
//! Written as Rust for `include!`: pairs of a file's name and its text, sorted by name, whatever order the file system
//! tells them in.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=ontology");
    let ontology = Path::new(&variable("CARGO_MANIFEST_DIR")).join("ontology");
    // Files beside these folders teach the extractor nothing.
    let mut taught = Vec::new();
    for folder in ["classes", "model", "names", "relations", "words"] {
        collect(&ontology.join(folder), "ttl", &format!("ontology/{folder}"), &mut taught)?;
    }
    write("ontology.rs", &taught)?;
    let mut queries = Vec::new();
    collect(&ontology.join("queries"), "rq", "ontology/queries", &mut queries)?;
    write("queries.rs", &queries)
}

/// Adds the files with this ending in `folder` and below it, sorted, under the name that `prefix` and their place give.
fn collect(folder: &Path, ending: &str, prefix: &str, found: &mut Vec<(String, PathBuf)>) -> io::Result<()> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    paths.sort();
    for path in paths {
        let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
        let name = format!("{prefix}/{name}");
        if path.is_dir() {
            collect(&path, ending, &name, found)?;
        } else if path.extension().is_some_and(|extension| extension == ending) {
            found.push((name, path));
        }
    }
    Ok(())
}

fn write(list: &str, files: &[(String, PathBuf)]) -> io::Result<()> {
    let lines: String =
        files.iter().map(|(name, path)| format!("({name:?}, include_str!({path:?})),\n")).collect();
    fs::write(Path::new(&variable("OUT_DIR")).join(list), format!("&[\n{lines}]\n"))
}

/// A variable that Cargo sets for build scripts.
fn variable(name: &str) -> String {
    env::var(name).unwrap_or_else(|_| panic!("Cargo sets {name}"))
}
