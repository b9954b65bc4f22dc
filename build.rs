//! Lists the files that are built into the program, so that a relation, a class or a query is added by its file alone;
//! and names the build, so that what one build has learned and kept is not taken for another's.
//!
//! The lists are written as Rust for `include!`: pairs of a file's name and its text, sorted by name, whatever order the
//! file system tells them in.

use std::collections::hash_map::DefaultHasher;
use std::hash::Hasher;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// What decides how an ontology is learned, and how that is written down: the program, the language model, and the
/// versions of what the program is built from.
const LEARNING: [&str; 3] = ["src", "models", "Cargo.lock"];

fn main() -> io::Result<()> {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=ontology");
    let root = PathBuf::from(variable("CARGO_MANIFEST_DIR"));
    let ontology = root.join("ontology");
    // Files beside these folders teach the extractor nothing.
    let mut taught = Vec::new();
    for folder in ["classes", "model", "names", "paraphrases", "relations", "words"] {
        collect(&ontology.join(folder), "ttl", &format!("ontology/{folder}"), &mut taught)?;
    }
    write("ontology.rs", &taught)?;
    let mut queries = Vec::new();
    collect(&ontology.join("queries"), "rq", "ontology/queries", &mut queries)?;
    write("queries.rs", &queries)?;
    let mut page = Vec::new();
    for ending in ["css", "html", "js", "svg"] {
        collect(&root.join("src/serve/page"), ending, "", &mut page)?;
    }
    write("page.rs", &page)?;
    name_build(&root)
}

/// Hands the program the digest of all that its learning depends on, as `NEWSGRAPH_BUILD`.
fn name_build(root: &Path) -> io::Result<()> {
    let mut digest = DefaultHasher::new();
    for source in LEARNING {
        println!("cargo:rerun-if-changed={source}");
        add(&root.join(source), &mut digest)?;
    }
    println!("cargo:rustc-env=NEWSGRAPH_BUILD={:016x}", digest.finish());
    Ok(())
}

/// Adds a file, or all files of a folder and below it, in the order of their names; what is not there adds nothing.
fn add(path: &Path, digest: &mut DefaultHasher) -> io::Result<()> {
    if path.is_dir() {
        return entries(path)?.iter().try_for_each(|entry| add(entry, digest));
    }
    if path.exists() {
        digest.write(&fs::read(path)?);
        digest.write_u8(0xff);
    }
    Ok(())
}

/// Adds the files with this ending in `folder` and below it, sorted, under the name that `prefix` and their place give.
fn collect(folder: &Path, ending: &str, prefix: &str, found: &mut Vec<(String, PathBuf)>) -> io::Result<()> {
    for path in entries(folder)? {
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

/// What is in the folder, sorted by name.
fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    paths.sort();
    Ok(paths)
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
