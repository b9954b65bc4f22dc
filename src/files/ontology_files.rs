//! Finding and reading the files of an ontology that teach the extractor.

use std::collections::{BTreeSet, VecDeque};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use walkdir::WalkDir;

use crate::ontology::{EXTENSIONS, Source, imports};

/// The files of an ontology with their names.
pub type Files = Vec<(String, String)>;

/// The files that these paths name, and those that they import.
///
/// # Errors
/// Returns an error that names the file that cannot be read.
pub fn read(paths: &[PathBuf]) -> anyhow::Result<Files> {
    let mut open = VecDeque::new();
    for path in paths {
        open.extend(files(path)?);
    }
    let folder = |path: &PathBuf| match path.is_dir() {
        true => Some(path.clone()),
        // A name alone lies in the folder where the program was started.
        false => path
            .parent()
            .map(|parent| if parent == Path::new("") { Path::new(".") } else { parent }.to_owned()),
    };
    let folders: Vec<PathBuf> =
        paths.iter().filter_map(folder).filter_map(|folder| fs::canonicalize(folder).ok()).collect();
    with_imports(open, &folders)
}

/// The files as the ontology's sources.
pub fn texts(files: &Files) -> Vec<Source<'_>> {
    files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect()
}

/// Names and texts of these files and of those that they import, each once; vocabularies of the web are not fetched. A file may come
/// from somebody else, so it imports only what lies in the folders that the user named, and nothing but files.
fn with_imports(mut open: VecDeque<PathBuf>, folders: &[PathBuf]) -> anyhow::Result<Files> {
    let mut sources = Vec::new();
    let mut seen = BTreeSet::new();
    while let Some(file) = open.pop_front() {
        let unread = || format!("cannot read the ontology {}", file.display());
        let place = fs::canonicalize(&file).with_context(unread)?;
        if !seen.insert(place.clone()) {
            continue;
        }
        if !fs::metadata(&place).with_context(unread)?.is_file() {
            bail!("cannot read the ontology {}: it is no file", file.display());
        }
        let text = fs::read_to_string(&file).with_context(unread)?;
        let name = file.display().to_string();
        for import in imports((&name, &text), &iri_of(&place)) {
            let Some(wanted) = path_of(&import.iri) else { continue };
            if !wanted.exists() {
                let (place, wanted) = (&import.location, wanted.display());
                bail!(
                    "{place}: owl:imports names a file that is not there: {wanted}; mend the name or leave it out"
                );
            }
            let real =
                fs::canonicalize(&wanted).with_context(|| format!("cannot read {}", wanted.display()))?;
            if !folders.iter().any(|folder| real.starts_with(folder)) {
                let (place, wanted) = (&import.location, wanted.display());
                bail!(
                    "{place}: owl:imports names a file outside of the folders that were given: {wanted}; give its folder with \
                     --ontology too, or leave it out"
                );
            }
            let near = std::env::current_dir()
                .ok()
                .and_then(|here| wanted.strip_prefix(here).ok().map(Path::to_owned));
            open.extend(files(&near.unwrap_or(wanted))?);
        }
        sources.push((name, text));
    }
    Ok(sources)
}

/// What stands for itself in a path of an IRI; all else is percent-encoded (RFC 3986, §2.3 and §3.3).
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// The `file:` IRI of an absolute path.
fn iri_of(path: &Path) -> String {
    format!("file://{}", utf8_percent_encode(&path.to_string_lossy(), PLAIN))
}

/// The path that a `file:` IRI names.
fn path_of(iri: &str) -> Option<PathBuf> {
    let path = percent_decode_str(iri.strip_prefix("file://")?).decode_utf8().ok()?;
    Some(PathBuf::from(path.as_ref()))
}

/// The file itself, or all RDF files in a folder and below it, sorted.
fn files(path: &Path) -> anyhow::Result<Vec<PathBuf>> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut files = Vec::new();
    for entry in WalkDir::new(path).sort_by_file_name() {
        let entry = entry.with_context(|| format!("cannot read the ontology folder {}", path.display()))?;
        if entry.file_type().is_file() && is_rdf(entry.path()) {
            files.push(entry.into_path());
        }
    }
    if files.is_empty() {
        bail!(
            "no RDF in the ontology folder {}: files must end in .{}",
            path.display(),
            EXTENSIONS.join(", .")
        );
    }
    Ok(files)
}

fn is_rdf(path: &Path) -> bool {
    path.extension()
        .and_then(|extension| extension.to_str())
        .is_some_and(|extension| EXTENSIONS.contains(&extension.to_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_survive_as_iris() {
        let path = Path::new("/shelf of ontologies/fünf%/a.ttl");
        assert_eq!(iri_of(path), "file:///shelf%20of%20ontologies/f%C3%BCnf%25/a.ttl");
        assert_eq!(path_of(&iri_of(path)), Some(path.to_owned()));
        assert_eq!(path_of("file:///a%FF.ttl"), None);
        assert_eq!(path_of("http://xmlns.com/foaf/0.1/"), None);
    }
}
