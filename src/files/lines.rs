//! Which lines of the two JSONL files tell of which terms of the graph, and reading such lines without the rest of the file.

use std::collections::BTreeMap;
use std::fs::File;
use std::io;
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::Path;

use anyhow::{Context, anyhow};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::graph::Dataset;
use crate::graph::terms::iri;
use crate::index::{Line, Source, UNREADABLE};

use super::graph_files::without_line;

/// What a statement or an attribution names.
#[derive(Deserialize)]
struct Naming {
    id: Option<String>,
    subject: Option<Thing>,
    object: Option<Thing>,
    attributed_to: Option<Thing>,
    place: Option<Thing>,
    source: Option<Thing>,
    #[serde(default)]
    qualifiers: BTreeMap<String, Thing>,
}

/// A literal has no IRI.
#[derive(Deserialize)]
struct Thing {
    id: Option<String>,
}

impl Naming {
    fn iris(self) -> impl Iterator<Item = String> {
        let things = [self.subject, self.object, self.attributed_to, self.place, self.source];
        let named = things.into_iter().flatten().chain(self.qualifiers.into_values());
        named.filter_map(|thing| thing.id).chain(self.id)
    }
}

/// Notes for each line of a file the terms that it names.
///
/// # Errors
/// Returns the first error of reading the file.
pub fn gather(path: &Path, source: Source, dataset: &Dataset, lines: &mut Vec<Line>) -> io::Result<()> {
    let mut reader = BufReader::new(File::open(path)?);
    let (mut begin, mut bytes) = (0, Vec::new());
    while reader.read_until(b'\n', &mut bytes)? > 0 {
        let line = bytes.trim_ascii_end();
        let mut note = |term| {
            // A line of four gigabytes is none of newsgraph's.
            let length = u32::try_from(line.len()).unwrap_or(u32::MAX);
            lines.push(Line { term, source, begin, length });
        };
        match serde_json::from_slice::<Naming>(line) {
            Ok(naming) => {
                let numbers = naming.iris().filter_map(|id| dataset.number(iri(&id).as_ref().into()));
                numbers.for_each(|number| note(number.index() as u32));
            }
            Err(_) if line.is_empty() => {}
            Err(_) => note(UNREADABLE),
        }
        begin += bytes.len() as u64;
        bytes.clear();
    }
    Ok(())
}

/// A file of which lines are read, in any order.
pub struct LineFile<'a> {
    path: &'a Path,
    file: File,
}

impl<'a> LineFile<'a> {
    /// Opens it.
    ///
    /// # Errors
    /// Returns an error that names the file, where it cannot be read.
    pub fn open(path: &'a Path) -> anyhow::Result<Self> {
        let file = File::open(path).with_context(|| format!("cannot read {}", path.display()))?;
        Ok(Self { path, file })
    }

    /// The value of a line.
    ///
    /// # Errors
    /// Returns an error that names the file and the line.
    pub fn read<T: DeserializeOwned>(&mut self, line: Line) -> anyhow::Result<T> {
        let mut bytes = Vec::new();
        let read = self
            .file
            .seek(SeekFrom::Start(line.begin))
            .and_then(|_| (&mut self.file).take(u64::from(line.length)).read_to_end(&mut bytes));
        read.with_context(|| format!("cannot read {}", self.path.display()))?;
        serde_json::from_slice(&bytes).map_err(|error| {
            anyhow!("{}:{}: {}", self.path.display(), self.number(line), without_line(&error))
        })
    }

    /// The number of a line, counted from 1.
    fn number(&mut self, line: Line) -> usize {
        let mut before = Vec::new();
        let read =
            self.file.rewind().and_then(|()| (&mut self.file).take(line.begin).read_to_end(&mut before));
        read.map_or(0, |_| before.iter().filter(|&&byte| byte == b'\n').count() + 1)
    }
}
