//! The way of many files into a folder, all of them or none. They are made in a hidden folder with a list of what is to change, and
//! read back there. One renaming of that folder decides: before it the old files stand, after it the new ones count, though they
//! still have to be moved. Whoever opens the folder moves what a killed run did not, so that nobody meets old beside new.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use super::format::RdfSyntax;
use super::hidden::Hidden;
use super::rdf_error::RdfError;
use super::write::{WriteError, create, write_and_read_back};

/// The hidden folder of a change that is decided, and its list, which has a line for each file.
const DECIDED: &str = ".newsgraph.decided";
const CHANGES: &str = "changes";
const PUT: &str = "put ";
const REMOVE: &str = "remove ";

/// How often another run's change may come between.
const TRIALS: usize = 100;

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
    hidden: Hidden,
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
        finish(folder)?;
        let hidden = Hidden::within(folder).map_err(WriteError::io(folder))?;
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
            let file = create(&self.path().join(name))?;
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
        let file = create(&self.path().join(name)).map_err(WriteError::io(&path))?;
        let count = write_and_read_back(&file, &path, syntax, write)?;
        file.sync_all().map_err(WriteError::io(&path))?;
        Ok(StagedFile { name: name.to_owned(), count: Some(count) })
    }

    /// Moves files into place, over older ones of the same names, in this order, and removes those of the names in `gone`.
    ///
    /// # Errors
    /// Returns an error where something else has the name of a file; then nothing has changed. Where a file cannot be moved, the
    /// change stays decided, and is done before anything else is done with the folder.
    pub fn commit(self, files: Vec<StagedFile>, gone: &[&str]) -> Result<Vec<WrittenFile>, WriteError> {
        let Self { folder, hidden } = self;
        let names = files.iter().map(|file| file.name.as_str());
        for path in names.clone().chain(gone.iter().copied()).map(|name| folder.join(name)) {
            if path.is_dir() {
                return Err(WriteError::io(&path)(io::ErrorKind::IsADirectory.into()));
            }
        }
        let put = names.map(|name| format!("{PUT}{name}\n"));
        let changes: String = put.chain(gone.iter().map(|name| format!("{REMOVE}{name}\n"))).collect();
        let listed = create(&hidden.path().join(CHANGES)).and_then(|mut list| {
            list.write_all(changes.as_bytes())?;
            list.sync_all()
        });
        listed.map_err(WriteError::io(&folder))?;
        decide(hidden, &folder)?;
        finish(&folder)?;
        let written = |StagedFile { name, count }| WrittenFile { path: folder.join(name), count };
        Ok(files.into_iter().map(written).collect())
    }
}

/// From here on the change counts. One that another run has decided is done first.
fn decide(mut hidden: Hidden, folder: &Path) -> Result<(), WriteError> {
    let decided = folder.join(DECIDED);
    for _ in 0..TRIALS {
        match hidden.rename(&decided) {
            Ok(()) => return Ok(()),
            Err((kept, error)) if !decided.exists() => {
                drop(kept);
                return Err(WriteError::io(folder)(error));
            }
            Err((kept, _)) => hidden = kept,
        }
        finish(folder)?;
    }
    Err(WriteError::io(folder)(io::Error::other("other runs change it all the time")))
}

/// Does what is left of a change that was decided in this folder. Several may do so at once.
///
/// # Errors
/// Returns an error where a file cannot be moved; nothing else may be done with the folder then.
pub fn finish(folder: &Path) -> Result<(), WriteError> {
    let decided = folder.join(DECIDED);
    if !decided.exists() {
        return Ok(());
    }
    let changes = match fs::read_to_string(decided.join(CHANGES)) {
        Ok(changes) => changes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(WriteError::Unfinished { folder: folder.to_owned(), source: error }),
    };
    let unless_done = |done: io::Result<()>| match done {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    };
    let done = changes.lines().try_for_each(|line| {
        unless_done(if let Some(name) = line.strip_prefix(PUT) {
            fs::rename(decided.join(name), folder.join(name))
        } else if let Some(name) = line.strip_prefix(REMOVE) {
            fs::remove_file(folder.join(name))
        } else {
            Ok(())
        })
    });
    let done = done.and_then(|()| unless_done(fs::remove_file(decided.join(CHANGES))));
    let done = done.and_then(|()| unless_done(fs::remove_dir(&decided)));
    done.map_err(|source| WriteError::Unfinished { folder: folder.to_owned(), source })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TRIPLE: &str = "<http://a.example/> <http://a.example/> \"x\" .\n";

    fn rdf(text: &str, count: usize) -> impl FnOnce(&mut BufWriter<&File>) -> Result<usize, RdfError> {
        move |out| {
            out.write_all(text.as_bytes())?;
            Ok(count)
        }
    }

    /// A folder with these files, by name and text.
    fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            fs::create_dir_all(folder.path().join(name).parent().unwrap()).unwrap();
            fs::write(folder.path().join(name), text).unwrap();
        }
        folder
    }

    fn contents(folder: &Path) -> Vec<(String, String)> {
        let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        let name = |path: &PathBuf| path.file_name().unwrap().to_string_lossy().into_owned();
        files.iter().map(|path| (name(path), fs::read_to_string(path).unwrap_or_default())).collect()
    }

    fn told(files: &[(&str, &str)]) -> Vec<(String, String)> {
        files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn a_failed_run_leaves_the_old_output_whole() {
        let folder = folder(&[("a", "old")]);
        let staging = Staging::open(folder.path()).unwrap();
        staging.add("a", |out| out.write_all(b"new")).unwrap();
        for (text, count) in [("<a> <b> .", 1), (TRIPLE, 2)] {
            let result = staging.add_rdf("g.nt", RdfSyntax::NTriples, rdf(text, count));
            assert!(matches!(result, Err(WriteError::Unsound { .. })), "{text}");
        }
        drop(staging);
        assert_eq!(contents(folder.path()), told(&[("a", "old")]));
    }

    #[test]
    fn a_good_run_replaces_it_and_leaves_nothing_beside() {
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("new/output");
        let staging = Staging::open(&inner).unwrap();
        let a = staging.add("a", |out| out.write_all(b"new")).unwrap();
        let graph = staging.add_rdf("g.nt", RdfSyntax::NTriples, rdf(TRIPLE, 1)).unwrap();
        let written = staging.commit(vec![a, graph], &["b"]).unwrap();
        assert_eq!(written[1], WrittenFile { path: inner.join("g.nt"), count: Some(1) });
        assert_eq!(contents(&inner), told(&[("a", "new"), ("g.nt", TRIPLE)]));
    }

    #[test]
    fn where_a_folder_has_the_name_of_a_file_nothing_changes() {
        let folder = folder(&[("a", "old"), ("b/c", "mine")]);
        let staging = Staging::open(folder.path()).unwrap();
        let files = ["a", "b"].map(|name| staging.add(name, |out| out.write_all(b"new")).unwrap());
        let error = staging.commit(files.into(), &[]).unwrap_err();
        assert!(error.to_string().contains("/b"), "{error}");
        assert_eq!(contents(folder.path()), told(&[("a", "old"), ("b", "")]));
    }

    #[test]
    fn what_was_decided_is_done_wherever_it_broke_off() {
        let list = "put a\nput b\nremove c\n";
        for done in 0..=4 {
            let mut files = vec![("a", "old"), ("b", "old"), ("c", "old")];
            let mut decided = vec![(".newsgraph.decided/a", "new"), (".newsgraph.decided/b", "new")];
            files.iter_mut().zip(0..2).filter(|(_, file)| *file < done).for_each(|(file, _)| file.1 = "new");
            files.truncate(if done > 2 { 2 } else { 3 });
            decided.drain(..done.min(2));
            decided.extend((done < 4).then_some((".newsgraph.decided/changes", list)));
            let folder = folder(&[files, decided].concat());
            finish(folder.path()).unwrap();
            assert_eq!(contents(folder.path()), told(&[("a", "new"), ("b", "new")]), "{done}");
        }
    }

    #[test]
    fn a_change_that_another_has_decided_is_done_first() {
        let folder = folder(&[("a", "old"), ("b", "old")]);
        let staging = Staging::open(folder.path()).unwrap();
        let a = staging.add("a", |out| out.write_all(b"newest")).unwrap();
        let other = Staging::open(folder.path()).unwrap();
        let files = ["a", "b"].map(|name| other.add(name, |out| out.write_all(b"newer")).unwrap());
        fs::write(other.path().join(CHANGES), "put a\nput b\n").unwrap();
        drop(files);
        decide(other.hidden, folder.path()).unwrap();
        staging.commit(vec![a], &[]).unwrap();
        assert_eq!(contents(folder.path()), told(&[("a", "newest"), ("b", "newer")]));
    }
}
