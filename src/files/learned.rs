//! What was learned before: the file that `ontology learn` writes beside an ontology, and the user's cache folder, where
//! whatever a user's ontology taught is kept for the next start.

use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::{fs, io};

use sha2::{Digest, Sha256};

use crate::harmless;
use crate::language::Engine;
use crate::ontology::{Ontology, with_vocabulary};
use crate::relations::{Model, learned_relations};
use crate::taught::{Origin, Taught, built_in, built_in_origin, from_bytes};

use super::cache;
use super::ontology_files::{read, texts};

/// What these files and folders teach, or the built-in ontology where none is named.
///
/// # Errors
/// Returns an error that names the file that cannot be read, or the place in it that cannot be understood, and I/O errors
/// from standard error.
pub fn taught(paths: &[PathBuf], engine: &Engine) -> anyhow::Result<Taught> {
    if paths.is_empty() {
        return Ok(built_in(engine)?);
    }
    let files = read(paths)?;
    let sources = with_vocabulary(&texts(&files));
    let origin = Origin::of_sources(&sources);
    if let Some(taught) = cache::recall(origin) {
        return Ok(taught);
    }
    let ontology = Ontology::parse(&sources)?;
    let model = recall(paths, &ontology)?;
    let taught = Taught::learn(ontology, model, engine);
    cache::keep(&taught, origin);
    Ok(taught)
}

/// A digest of all that these files and folders teach, in hexadecimal digits.
///
/// # Errors
/// Returns an error that names the file that cannot be read.
pub fn digest(paths: &[PathBuf]) -> anyhow::Result<String> {
    if paths.is_empty() {
        return Ok(built_in_origin().to_string());
    }
    let origin = Origin::of_sources(&with_vocabulary(&texts(&read(paths)?)));
    // What was learned from a corpus stands in a file of its own.
    let learned = place(paths).and_then(|place| fs::read(place).ok());
    let learned: String = learned.iter().flat_map(Sha256::digest).map(|byte| format!("{byte:02x}")).collect();
    Ok(format!("{origin}{learned}"))
}

/// Beside the first of these files or folders, under its whole name with an ending of its own; `None` where there is
/// no such place.
pub fn place(paths: &[PathBuf]) -> Option<PathBuf> {
    let first = paths.first()?;
    // "." and ".." have their names only on the disk.
    let named = if first.file_name().is_some() { first.clone() } else { fs::canonicalize(first).ok()? };
    let mut name: OsString = named.file_name()?.to_owned();
    name.push(".learned");
    Some(named.with_file_name(name))
}

/// What was learned from this ontology before. Where the file cannot be used, that is told in one line, and the
/// caller has to learn again; where there is none, nothing is said.
///
/// # Errors
/// Returns I/O errors from standard error.
fn recall(paths: &[PathBuf], ontology: &Ontology) -> io::Result<Option<Model>> {
    let Some(place) = place(paths).filter(|place| place.exists() && !learned_relations(ontology).is_empty())
    else {
        return Ok(None);
    };
    match read_model(&place, ontology) {
        Ok(model) => Ok(Some(model)),
        Err(reason) => {
            let place = place.display();
            let advice = "`newsgraph ontology learn` writes it anew";
            writeln!(harmless::stderr(), "newsgraph: {place} {reason}: learning again now; {advice}")?;
            Ok(None)
        }
    }
}

fn read_model(place: &Path, ontology: &Ontology) -> Result<Model, String> {
    let bytes = fs::read(place).map_err(|error| format!("cannot be read ({error})"))?;
    from_bytes(&bytes, Origin::of_corpus(ontology)).map_err(|reason| reason.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stands_beside_the_first_file_or_folder() {
        let place = |path: &str| place(&[PathBuf::from(path), PathBuf::from("other.ttl")]);
        assert_eq!(place("shelf/art.ttl"), Some(PathBuf::from("shelf/art.ttl.learned")));
        assert_eq!(place("shelf/"), Some(PathBuf::from("shelf.learned")));
        assert_eq!(place("/"), None);
        assert_eq!(super::place(&[]), None);
        let here = fs::canonicalize(".").unwrap();
        assert_eq!(place(".").unwrap().parent(), here.parent());
    }
}
