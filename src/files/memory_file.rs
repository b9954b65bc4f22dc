//! Where a graph's folder keeps what was read of its articles, and the journal of a build that still runs.

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::{fs, io};

use anyhow::{Context, anyhow, bail};

use crate::harmless;
use crate::remembered::{Memory, MemoryError, Record, Settings, entry, records_of};

/// The file in an output folder that holds what was read of each article.
pub const MEMORY: &str = "articles.bin";
const JOURNAL: &str = ".articles.journal";

/// What is remembered in a folder of what was read with these settings: nothing where they have changed. A damaged file is
/// told, and read over.
///
/// # Errors
/// Returns I/O errors from standard error.
pub fn recall(folder: &Path, settings: &Settings) -> io::Result<Memory> {
    let nothing = || Memory::new(settings.clone());
    let path = folder.join(MEMORY);
    let mut memory = match fs::read(&path).map(|bytes| Memory::from_bytes(&bytes)) {
        Ok(Ok(memory)) if memory.settings == *settings => memory,
        Ok(Err(error @ MemoryError::Damaged)) => {
            let path = path.display();
            writeln!(harmless::stderr(), "newsgraph: {path} {error}: all articles are read again")?;
            nothing()
        }
        _ => nothing(),
    };
    let journal = fs::read(folder.join(JOURNAL)).unwrap_or_default();
    records_of(&journal, settings).into_iter().for_each(|record| memory.insert(record));
    Ok(memory)
}

/// What a built folder remembers, for commands that cannot do without.
///
/// # Errors
/// Returns an error that says what to do where there is none.
pub fn require(folder: &Path) -> anyhow::Result<Memory> {
    let path = folder.join(MEMORY);
    let remedy = "make the graph anew with `newsgraph build`";
    let bytes = match fs::read(&path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            bail!("{}: there is no graph here whose articles are remembered; {remedy}", path.display())
        }
        read => read.with_context(|| format!("{}: cannot be read", path.display()))?,
    };
    Memory::from_bytes(&bytes).map_err(|error| anyhow!("{} {error}; {remedy}", path.display()))
}

/// What a build has read so far, safe on disk article by article.
pub struct Journal<'a> {
    path: PathBuf,
    file: Mutex<File>,
    settings: &'a Settings,
}

impl<'a> Journal<'a> {
    /// Goes on with the journal of a folder, which is made where it is missing.
    ///
    /// # Errors
    /// Returns an error that names the file that cannot be written.
    pub fn open(folder: &Path, settings: &'a Settings) -> anyhow::Result<Self> {
        let path = folder.join(JOURNAL);
        let opened = fs::create_dir_all(folder)
            .and_then(|()| OpenOptions::new().create(true).append(true).open(&path));
        let file = opened.with_context(|| format!("{}: cannot be written", path.display()))?;
        Ok(Self { path, file: Mutex::new(file), settings })
    }

    /// Adds what was read of an article.
    ///
    /// # Errors
    /// Returns an error that names the file that cannot be written.
    pub fn add(&self, record: &Record) -> anyhow::Result<()> {
        let entry = entry(self.settings, record)?;
        let mut file = self.file.lock().map_err(|_| anyhow!("another thread has failed"))?;
        file.write_all(&entry).with_context(|| format!("{}: cannot be written", self.path.display()))
    }
}

/// The journal is not needed any more.
pub fn forget_journal(folder: &Path) {
    // Where it stays, it says nothing that is not so.
    let _ = fs::remove_file(folder.join(JOURNAL));
}
