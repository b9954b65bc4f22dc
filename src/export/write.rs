//! Writing to disk so that readers never meet half a graph: everything goes into a hidden folder beside its place,
//! is read back there, and is moved into place only when all of it is sound. An interrupted or failed run leaves the
//! old output whole.

use std::fs::{File, OpenOptions};
use std::io::{BufReader, BufWriter, Seek, Write};
use std::path::{Path, PathBuf};
use std::{fs, io};

use tempfile::TempDir;
use thiserror::Error;

use super::format::RdfSyntax;
use super::rdf_error::{RdfError, UnnamableProperty};
use super::read_back::{ReadBackError, read_back};

/// Why a file or folder could not be written.
#[derive(Debug, Error)]
pub enum WriteError {
    /// The operating system refused.
    #[error("cannot write {}", path.display())]
    Io {
        /// What was to be written.
        path: PathBuf,
        /// Why it was not.
        source: io::Error,
    },
    /// RDF/XML cannot hold one of the properties.
    #[error(transparent)]
    Unnamable(UnnamableProperty),
    /// What was written does not read back; the writer has a fault.
    #[error("{} is unsound; please report this as a bug", path.display())]
    Unsound {
        /// What was to be written.
        path: PathBuf,
        /// What the parser said.
        source: Box<ReadBackError>,
    },
}

impl WriteError {
    fn io(path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::Io { path: path.to_owned(), source }
    }

    fn rdf(path: &Path) -> impl FnOnce(RdfError) -> Self {
        move |error| match error {
            RdfError::Unnamable(property) => Self::Unnamable(property),
            RdfError::Io(source) => Self::io(path)(source),
        }
    }
}

/// A file in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenFile {
    /// Where it is.
    pub path: PathBuf,
    /// How many triples or quads were read back, in files of RDF.
    pub count: Option<usize>,
}

/// The way of files into a folder. Several threads may add files at once.
#[derive(Debug)]
pub struct Staging {
    folder: PathBuf,
    hidden: TempDir,
}

/// A file that is sound and not yet in its place.
#[derive(Debug)]
pub struct StagedFile {
    name: String,
    count: Option<usize>,
}

impl Staging {
    /// Begins writing into this folder, which is made where it is missing.
    ///
    /// # Errors
    /// Returns an error where the folder cannot be made or written into.
    pub fn open(folder: &Path) -> Result<Self, WriteError> {
        fs::create_dir_all(folder).map_err(WriteError::io(folder))?;
        let hidden = tempfile::Builder::new()
            .prefix(".newsgraph-")
            .tempdir_in(folder)
            .map_err(WriteError::io(folder))?;
        Ok(Self { folder: folder.to_owned(), hidden })
    }

    /// Where the files are until they come into their place.
    pub fn path(&self) -> &Path {
        self.hidden.path()
    }

    /// Writes a file of this name.
    ///
    /// # Errors
    /// Returns I/O errors, with its path.
    pub fn add(
        &self,
        name: &str,
        write: impl FnOnce(&mut BufWriter<&File>) -> io::Result<()>,
    ) -> Result<StagedFile, WriteError> {
        let staged = || {
            let file = create(&self.hidden.path().join(name))?;
            let mut out = BufWriter::new(&file);
            write(&mut out)?;
            out.flush()?;
            file.sync_all()
        };
        staged().map_err(WriteError::io(&self.folder.join(name)))?;
        Ok(StagedFile { name: name.to_owned(), count: None })
    }

    /// Writes a file of RDF and reads it back; `write` returns the number of its triples or quads.
    ///
    /// # Errors
    /// Returns I/O errors, and an error where the file does not read back with as many triples or quads.
    pub fn add_rdf(
        &self,
        name: &str,
        syntax: RdfSyntax,
        write: impl FnOnce(&mut BufWriter<&File>) -> Result<usize, RdfError>,
    ) -> Result<StagedFile, WriteError> {
        let path = self.folder.join(name);
        let file = create(&self.hidden.path().join(name)).map_err(WriteError::io(&path))?;
        let count = write_and_read_back(&file, &path, syntax, write)?;
        file.sync_all().map_err(WriteError::io(&path))?;
        Ok(StagedFile { name: name.to_owned(), count: Some(count) })
    }

    /// Moves files into place, over older ones of the same names.
    ///
    /// # Errors
    /// Returns an error where a file cannot be moved; those before it are in place then.
    pub fn commit(self, files: Vec<StagedFile>) -> Result<Vec<WrittenFile>, WriteError> {
        let mut written = Vec::new();
        for StagedFile { name, count } in files {
            let path = self.folder.join(&name);
            fs::rename(self.hidden.path().join(&name), &path).map_err(WriteError::io(&path))?;
            written.push(WrittenFile { path, count });
        }
        Ok(written)
    }
}

/// Writes one file whole or not at all; pipes and devices (`/dev/stdout`) are written to directly.
///
/// # Errors
/// Returns I/O errors, with the path.
pub fn write_file(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), WriteError> {
    let buffered = |file: &File| {
        let mut out = BufWriter::new(file);
        write(&mut out)?;
        out.flush()
    };
    if is_special(path) {
        return open_special(path).and_then(|file| buffered(&file)).map_err(WriteError::io(path));
    }
    replace(path, |file| buffered(file).map_err(WriteError::io(path)))
}

/// The same for a file of RDF, which is read back before anybody sees it.
///
/// # Errors
/// Returns I/O errors, and an error where the file does not read back.
pub fn write_rdf_file(
    path: &Path,
    syntax: RdfSyntax,
    write: impl FnOnce(&mut BufWriter<&File>) -> Result<usize, RdfError>,
) -> Result<(), WriteError> {
    if is_special(path) {
        let mut spooled = spool(path, syntax, write)?;
        let copied = open_special(path).and_then(|mut file| io::copy(&mut spooled, &mut file));
        return copied.map(|_| ()).map_err(WriteError::io(path));
    }
    replace(path, |file| write_and_read_back(file, path, syntax, write).map(|_| ()))
}

/// RDF on its way to where it cannot be read back from: in a file without a name, read back, to be read from its
/// beginning.
///
/// # Errors
/// Returns I/O errors, and an error where the file does not read back; they speak of `destination`.
pub fn spool(
    destination: &Path,
    syntax: RdfSyntax,
    write: impl FnOnce(&mut BufWriter<&File>) -> Result<usize, RdfError>,
) -> Result<File, WriteError> {
    let mut file = tempfile::tempfile().map_err(WriteError::io(destination))?;
    write_and_read_back(&file, destination, syntax, write)?;
    file.rewind().map_err(WriteError::io(destination))?;
    Ok(file)
}

fn write_and_read_back(
    mut file: &File,
    path: &Path,
    syntax: RdfSyntax,
    write: impl FnOnce(&mut BufWriter<&File>) -> Result<usize, RdfError>,
) -> Result<usize, WriteError> {
    let mut out = BufWriter::new(file);
    let count = write(&mut out).map_err(WriteError::rdf(path))?;
    out.flush().and_then(|()| file.rewind()).map_err(WriteError::io(path))?;
    read_back(BufReader::new(file), syntax, count)
        .map_err(|source| WriteError::Unsound { path: path.to_owned(), source: Box::new(source) })?;
    Ok(count)
}

/// A new file, which may be read too.
fn create(path: &Path) -> io::Result<File> {
    OpenOptions::new().read(true).write(true).create(true).truncate(true).open(path)
}

fn is_special(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|metadata| !metadata.is_file())
}

fn open_special(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).open(path)
}

/// Puts what `write` writes in the place of a file.
fn replace(path: &Path, write: impl FnOnce(&File) -> Result<(), WriteError>) -> Result<(), WriteError> {
    // Where the path is a symbolic link, what it points to is to be replaced, not the link.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let hidden =
        tempfile::Builder::new().prefix(".newsgraph-").tempdir_in(folder).map_err(WriteError::io(path))?;
    let staged = hidden.path().join("file");
    write(&create(&staged).map_err(WriteError::io(path))?)?;
    fs::rename(&staged, &target).map_err(WriteError::io(path))
}

#[cfg(test)]
mod tests {
    use super::*;
    fn names(folder: &Path) -> Vec<String> {
        let name = |entry: io::Result<fs::DirEntry>| entry.unwrap().file_name().into_string().unwrap();
        let mut names: Vec<String> = fs::read_dir(folder).unwrap().map(name).collect();
        names.sort();
        names
    }

    const TRIPLE: &str = "<http://a.example/> <http://a.example/> \"x\" .\n";

    fn rdf(text: &str, count: usize) -> impl FnOnce(&mut BufWriter<&File>) -> Result<usize, RdfError> {
        move |out| {
            out.write_all(text.as_bytes())?;
            Ok(count)
        }
    }

    #[test]
    fn a_failed_run_leaves_the_old_output_whole() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a"), "old").unwrap();
        let staging = Staging::open(folder.path()).unwrap();
        staging.add("a", |out| out.write_all(b"new")).unwrap();
        for (text, count) in [("<a> <b> .", 1), (TRIPLE, 2)] {
            let result = staging.add_rdf("g.nt", RdfSyntax::NTriples, rdf(text, count));
            assert!(matches!(result, Err(WriteError::Unsound { .. })), "{text}");
        }
        drop(staging);
        assert_eq!(fs::read_to_string(folder.path().join("a")).unwrap(), "old");
        assert_eq!(names(folder.path()), ["a"]);
    }

    #[test]
    fn a_good_run_replaces_it_and_leaves_nothing_beside() {
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("new/output");
        let staging = Staging::open(&inner).unwrap();
        let a = staging.add("a", |out| out.write_all(b"new")).unwrap();
        let graph = staging.add_rdf("g.nt", RdfSyntax::NTriples, rdf(TRIPLE, 1)).unwrap();
        let written = staging.commit(vec![a, graph]).unwrap();
        assert_eq!(written[1], WrittenFile { path: inner.join("g.nt"), count: Some(1) });
        assert_eq!(names(&inner), ["a", "g.nt"]);
    }

    #[test]
    fn a_file_is_replaced_and_a_missing_folder_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.ttl");
        write_file(&path, |out| out.write_all(b"one")).unwrap();
        write_file(&path, |out| out.write_all(b"two")).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "two");
        write_rdf_file(&path, RdfSyntax::NTriples, rdf(TRIPLE, 1)).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), TRIPLE);
        write_rdf_file(&path, RdfSyntax::NTriples, rdf("", 1)).unwrap_err();
        assert_eq!(fs::read_to_string(&path).unwrap(), TRIPLE);
        assert_eq!(names(folder.path()), ["x.ttl"]);
        let error = write_file(&folder.path().join("no/x.ttl"), |_| Ok(())).unwrap_err();
        assert!(error.to_string().contains("no/x.ttl"), "{error}");
    }
}
