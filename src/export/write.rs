//! Writing a file to disk so that readers never meet half of it: it is made in a hidden folder beside its place, read back there, and
//! moved into place only when all of it is sound. An interrupted or failed run leaves the old one whole. For many files that belong
//! together there is `staging.rs`.

use std::fs::{File, OpenOptions};
use std::io::{BufReader, BufWriter, Seek, Write};
use std::path::{Path, PathBuf};
use std::{fs, io};

use thiserror::Error;

use super::format::RdfSyntax;
use super::hidden::Hidden;
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
    /// A change of a folder was broken off after it was decided, and cannot be done here.
    #[error("{}: a change of this graph was broken off and cannot be finished", folder.display())]
    Unfinished {
        /// The folder.
        folder: PathBuf,
        /// Why not.
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
    pub(super) fn io(path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::Io { path: path.to_owned(), source }
    }

    fn rdf(path: &Path) -> impl FnOnce(RdfError) -> Self {
        move |error| match error {
            RdfError::Unnamable(property) => Self::Unnamable(property),
            RdfError::Io(source) => Self::io(path)(source),
        }
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

/// Writes a file of RDF and reads it back. Errors speak of `path`.
pub(super) fn write_and_read_back(
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
pub(super) fn create(path: &Path) -> io::Result<File> {
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
    let hidden = Hidden::within(folder).map_err(WriteError::io(path))?;
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
