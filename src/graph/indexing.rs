//! From a dataset to its index and back. Terms have the same numbers in both, so nothing is looked up on the way.

use std::collections::HashMap;
use std::io;
use std::io::Write;

use crate::index;
use crate::index::{Contents, DEFAULT_GRAPH, Damage, Index, Line, Pattern, Quad, Source, Stamp};

use super::builder::{DatasetBuilder, Interned};
use super::dataset::Dataset;

/// Writes the index of a dataset, with the lines that tell of its terms, and by what the files are known that it is made of.
///
/// # Errors
/// Returns the first error of the output.
pub fn write_index(
    dataset: &Dataset,
    lines: Vec<Line>,
    stamps: [Option<Stamp>; Source::ALL.len()],
    out: &mut impl Write,
) -> io::Result<()> {
    let quads = dataset.numbered().collect();
    index::write(Contents { terms: dataset.terms(), quads, lines, stamps }, out)
}

/// The index of a dataset alone, in memory.
pub fn index_bytes(dataset: &Dataset) -> Vec<u8> {
    let mut bytes = Vec::new();
    // A vector takes all that is written.
    let _ = write_index(dataset, Vec::new(), [None; 3], &mut bytes);
    bytes
}

/// The dataset that an index was made of.
///
/// # Errors
/// Returns an error where the index is damaged.
pub fn unindexed(index: &Index<'_>) -> Result<Dataset, Damage> {
    let mut gathering = Gathering::new(index);
    gathering.add(index.matches(Pattern::default()))?;
    Ok(gathering.finish())
}

/// Gathers quads of an index for a dataset. Each term is looked up once.
pub(super) struct Gathering<'a> {
    index: &'a Index<'a>,
    builder: DatasetBuilder,
    known: HashMap<u32, Interned>,
}

impl<'a> Gathering<'a> {
    pub fn new(index: &'a Index<'a>) -> Self {
        Self { index, builder: DatasetBuilder::default(), known: HashMap::new() }
    }

    pub fn add(&mut self, quads: impl Iterator<Item = Quad>) -> Result<(), Damage> {
        for [subject, predicate, object, graph] in quads {
            let graph = if graph == DEFAULT_GRAPH { None } else { Some(self.term(graph)?) };
            let (subject, predicate) = (self.term(subject)?, self.term(predicate)?);
            let object = self.term(object)?;
            self.builder.insert(graph, subject, predicate, object);
        }
        Ok(())
    }

    fn term(&mut self, number: u32) -> Result<Interned, Damage> {
        if let Some(&known) = self.known.get(&number) {
            return Ok(known);
        }
        let term = self.builder.intern(self.index.term(number)?);
        self.known.insert(number, term);
        Ok(term)
    }

    pub fn finish(self) -> Dataset {
        self.builder.finish()
    }
}
