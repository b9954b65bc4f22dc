//! Writing to disk so that readers never meet half a graph: everything goes into a hidden folder beside its place,
//! is read back there, and is moved into place only when all of it is sound. An interrupted or failed run leaves the
//! old output whole.

use std::fs::{self, File};
use std::io::{self, BufReader, Write};
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use thiserror::Error;

use super::{RdfDocument, ReadBackError, read_back};

/// Why a file or folder could not be written.
#[derive(Debug, Error)]
pub enum WriteError {
    #[error("cannot write {}", path.display())]
    Io { path: PathBuf, source: io::Error },
    #[error("{} is unsound; please report this as a bug", path.display())]
    Unsound { path: PathBuf, source: Box<ReadBackError> },
}

impl WriteError {
    fn io(path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::Io { path: path.to_owned(), source }
    }
}

/// A file that is in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenFile {
    pub path: PathBuf,
    /// How many triples or quads were read back, in files of RDF.
    pub count: Option<usize>,
}

/// Files on their way into a folder.
#[derive(Debug)]
pub struct Staging {
    folder: PathBuf,
    hidden: TempDir,
    files: Vec<(String, Option<usize>)>,
}

impl Staging {
    /// Begins writing into this folder, which is made where it is missing.
    pub fn open(folder: &Path) -> Result<Self, WriteError> {
        fs::create_dir_all(folder).map_err(WriteError::io(folder))?;
        let hidden = tempfile::Builder::new()
            .prefix(".newsgraph-")
            .tempdir_in(folder)
            .map_err(WriteError::io(folder))?;
        Ok(Self { folder: folder.to_owned(), hidden, files: Vec::new() })
    }

    /// Writes a file of this name.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), WriteError> {
        self.put(name, bytes)?;
        self.files.push((name.to_owned(), None));
        Ok(())
    }

    /// Writes a file of RDF and reads it back.
    pub fn add_rdf(&mut self, name: &str, document: &RdfDocument) -> Result<(), WriteError> {
        self.put(name, document.text.as_bytes())?;
        let path = self.folder.join(name);
        let file = File::open(self.hidden.path().join(name)).map_err(WriteError::io(&path))?;
        read_back(BufReader::new(file), document.syntax, document.count)
            .map_err(|source| WriteError::Unsound { path, source: Box::new(source) })?;
        self.files.push((name.to_owned(), Some(document.count)));
        Ok(())
    }

    fn put(&self, name: &str, bytes: &[u8]) -> Result<(), WriteError> {
        let path = self.hidden.path().join(name);
        let write = || {
            let mut file = File::create(&path)?;
            file.write_all(bytes)?;
            file.sync_all()
        };
        write().map_err(WriteError::io(&self.folder.join(name)))
    }

    /// Moves all files into place, over older ones of the same names, and gives them in the order they were added.
    pub fn commit(self) -> Result<Vec<WrittenFile>, WriteError> {
        let mut written = Vec::new();
        for (name, count) in self.files {
            let path = self.folder.join(&name);
            fs::rename(self.hidden.path().join(&name), &path).map_err(WriteError::io(&path))?;
            written.push(WrittenFile { path, count });
        }
        Ok(written)
    }
}

/// Writes one file whole or not at all; pipes and devices (`/dev/stdout`) are written to directly.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    if fs::metadata(path).is_ok_and(|metadata| !metadata.is_file()) {
        return fs::OpenOptions::new()
            .write(true)
            .open(path)
            .and_then(|mut file| file.write_all(bytes))
            .map_err(WriteError::io(path));
    }
    // Where the path is a symbolic link, what it points to is to be replaced, not the link.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let hidden =
        tempfile::Builder::new().prefix(".newsgraph-").tempdir_in(folder).map_err(WriteError::io(path))?;
    let staged = hidden.path().join("file");
    fs::write(&staged, bytes).and_then(|()| fs::rename(&staged, &target)).map_err(WriteError::io(path))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::RdfSyntax;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_failed_run_leaves_the_old_output_whole() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a"), "old").unwrap();
        let mut staging = Staging::open(folder.path()).unwrap();
        staging.add("a", b"new").unwrap();
        let unsound = RdfDocument { syntax: RdfSyntax::Turtle, text: "<a> <b> .".to_owned(), count: 1 };
        assert!(matches!(staging.add_rdf("g.ttl", &unsound), Err(WriteError::Unsound { .. })));
        drop(staging);
        assert_eq!(fs::read_to_string(folder.path().join("a")).unwrap(), "old");
        assert_eq!(names(folder.path()), ["a"]);
    }

    #[test]
    fn a_good_run_replaces_it_and_leaves_nothing_beside() {
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("new/output");
        let mut staging = Staging::open(&inner).unwrap();
        staging.add("a", b"new").unwrap();
        let sound = RdfDocument {
            syntax: RdfSyntax::NTriples,
            text: "<http://a.example/> <http://a.example/> \"x\" .\n".to_owned(),
            count: 1,
        };
        staging.add_rdf("g.nt", &sound).unwrap();
        let written = staging.commit().unwrap();
        assert_eq!(written[1], WrittenFile { path: inner.join("g.nt"), count: Some(1) });
        assert_eq!(names(&inner), ["a", "g.nt"]);
    }

    #[test]
    fn a_file_is_replaced_and_a_missing_folder_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.ttl");
        write_file(&path, b"one").unwrap();
        write_file(&path, b"two").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "two");
        assert_eq!(names(folder.path()), ["x.ttl"]);
        let error = write_file(&folder.path().join("no/x.ttl"), b"").unwrap_err();
        assert!(error.to_string().contains("no/x.ttl"), "{error}");
    }
}
