//! The index beside a graph: made when the graph is written, mapped into memory when it is asked. It is believed only where it
//! fits the files that it was made of; where it does not, it is made anew, silently, and kept where the folder can be written.

use std::fs::{File, Metadata};
use std::io::Write;
use std::path::Path;
use std::time::SystemTime;
use std::{fs, io};

use memmap2::Mmap;
use sha2::{Digest, Sha256};

use crate::export::write_file;
use crate::graph;
use crate::graph::Dataset;
use crate::index::{Damage, Index, Source, Stamp};

use super::graph_files::{ATTRIBUTIONS, GRAPH, STATEMENTS, read_graph};
use super::lines::gather;

/// Its name in an output folder.
pub const INDEX: &str = "graph.idx";

/// The name of a file that it is made of.
pub fn name(source: Source) -> &'static str {
    match source {
        Source::Graph => GRAPH,
        Source::Statements => STATEMENTS,
        Source::Attributions => ATTRIBUTIONS,
    }
}

/// The bytes of an index.
pub enum IndexFile {
    /// Where they lie on the disk.
    Mapped(Mmap),
    /// Of a folder that cannot be written.
    Held(Vec<u8>),
}

impl IndexFile {
    /// The index to be asked.
    ///
    /// # Errors
    /// Returns an error where it is damaged.
    pub fn index(&self) -> Result<Index<'_>, Damage> {
        Index::open(match self {
            Self::Mapped(map) => map,
            Self::Held(bytes) => bytes,
        })
    }
}

/// Writes the index of a graph whose files stand in this folder.
///
/// # Errors
/// Returns the first error of reading the files, or of the output.
pub fn write(dataset: &Dataset, folder: &Path, out: &mut dyn Write) -> io::Result<()> {
    let mut stamps = [None; Source::ALL.len()];
    let mut lines = Vec::new();
    for source in Source::ALL {
        match File::open(folder.join(name(source))) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            file => {
                let file = file?;
                stamps[source as usize] = Some(stamp(&file)?);
                if source != Source::Graph {
                    gather(&folder.join(name(source)), source, dataset, &mut lines)?;
                }
            }
        }
    }
    graph::write_index(dataset, lines, stamps, &mut { out })
}

/// The index of a folder, where it is there and fits.
pub fn fitting(folder: &Path) -> Option<IndexFile> {
    let path = folder.join(INDEX);
    let mapped = map(&path).ok()?;
    let index = mapped.index().ok()?;
    let written = changed(&fs::metadata(&path).ok()?)?;
    let mut is_read_again = false;
    for source in Source::ALL {
        let metadata = fs::metadata(folder.join(name(source)));
        let stamp = match (index.stamp(source), metadata) {
            (None, Err(_)) => continue,
            (Some(stamp), Ok(metadata)) if stamp.length == metadata.len() => {
                if changed(&metadata)? <= written {
                    continue;
                }
                stamp
            }
            _ => return None,
        };
        // Changed after the index was: perhaps only moved or copied.
        if self::stamp(&File::open(folder.join(name(source))).ok()?).ok()? != stamp {
            return None;
        }
        is_read_again = true;
    }
    if is_read_again {
        // Next time it is known without reading. Where this fails, it is only slower.
        let _ =
            File::options().append(true).open(&path).and_then(|file| file.set_modified(SystemTime::now()));
    }
    Some(mapped)
}

/// The index of a folder made anew, and kept in it where that can be.
///
/// # Errors
/// Returns an error where the graph cannot be read.
pub fn anew(folder: &Path) -> anyhow::Result<IndexFile> {
    let dataset = read_graph(&folder.join(GRAPH))?;
    let path = folder.join(INDEX);
    let kept = write_file(&path, |out| write(&dataset, folder, out)).ok().and_then(|()| map(&path).ok());
    if let Some(mapped) = kept {
        return Ok(mapped);
    }
    let mut bytes = Vec::new();
    write(&dataset, folder, &mut bytes)?;
    Ok(IndexFile::Held(bytes))
}

fn map(path: &Path) -> io::Result<IndexFile> {
    let file = File::open(path)?;
    // SAFETY: newsgraph replaces an index and never changes one in its place. Should another program do so, what is read of it
    // is checked at every step; should it shorten the file, the system ends this program, as it does for all who map files.
    let map = unsafe { Mmap::map(&file)? };
    Ok(IndexFile::Mapped(map))
}

/// When a file was last changed or put in its place. Copying and moving may keep the former, and nothing keeps the latter.
fn changed(metadata: &Metadata) -> Option<SystemTime> {
    let modified = metadata.modified().ok()?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        use std::time::{Duration, UNIX_EPOCH};
        let (seconds, nanoseconds) = (metadata.ctime(), metadata.ctime_nsec());
        let since = Duration::new(seconds.try_into().ok()?, nanoseconds.try_into().ok()?);
        UNIX_EPOCH.checked_add(since).map(|placed| placed.max(modified))
    }
    #[cfg(not(unix))]
    Some(modified)
}

fn stamp(mut file: &File) -> io::Result<Stamp> {
    let mut digest = Sha256::new();
    let length = io::copy(&mut file, &mut digest)?;
    Ok(Stamp { length, digest: digest.finalize().into() })
}
