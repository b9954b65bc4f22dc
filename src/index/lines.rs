//! Which lines of `statements.jsonl` and `attributions.jsonl` tell of a term: those that have it as their own IRI, or name it.
//! So what is said of one entity is read without the rest of these files.

use super::layout::Source;

/// Bytes of a line's record: term (4), source (4), begin (8), length (4).
pub const RECORD: usize = 20;

/// In place of a term: the line is not such as newsgraph writes. Whoever reads lines is to read these first, and to tell.
pub const UNREADABLE: u32 = u32::MAX;

/// A line of a file, named by a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Line {
    /// The number of the term.
    pub term: u32,
    /// The file.
    pub source: Source,
    /// The first byte of the line in it.
    pub begin: u64,
    /// Bytes, without the line's end.
    pub length: u32,
}

impl Line {
    pub(super) fn to_bytes(self) -> [u8; RECORD] {
        let mut bytes = [0; RECORD];
        bytes[..4].copy_from_slice(&self.term.to_le_bytes());
        bytes[4..8].copy_from_slice(&(self.source as u32).to_le_bytes());
        bytes[8..16].copy_from_slice(&self.begin.to_le_bytes());
        bytes[16..].copy_from_slice(&self.length.to_le_bytes());
        bytes
    }

    fn read(bytes: &[u8; RECORD]) -> Option<Self> {
        let (term, rest) = bytes.split_first_chunk()?;
        let (source, rest) = rest.split_first_chunk()?;
        let (begin, rest) = rest.split_first_chunk()?;
        Some(Self {
            term: u32::from_le_bytes(*term),
            source: Source::of(u32::from_le_bytes(*source))?,
            begin: u64::from_le_bytes(*begin),
            length: u32::from_le_bytes(*rest.first_chunk()?),
        })
    }
}

/// All lines, by term, as they lie in the bytes.
#[derive(Debug, Clone, Copy)]
pub struct Lines<'a>(&'a [[u8; RECORD]]);

impl<'a> Lines<'a> {
    pub fn read(bytes: &'a [u8]) -> Option<Self> {
        let (records, rest) = bytes.as_chunks();
        rest.is_empty().then_some(Self(records))
    }

    /// The lines that tell of a term, file by file, in the order of the file.
    pub fn of(self, term: u32) -> impl Iterator<Item = Line> + use<'a> {
        let its = |record: &[u8; RECORD]| u32::from_le_bytes([record[0], record[1], record[2], record[3]]);
        let begin = self.0.partition_point(|record| its(record) < term);
        self.0[begin..].iter().take_while(move |record| its(record) == term).filter_map(Line::read)
    }
}
