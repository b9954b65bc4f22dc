//! The beginning of an index: what it is, where its parts are, and of which files it was made.
//!
//! All numbers are little-endian. After the magic word: version and length of the whole; begin and length of every part; length
//! and SHA-256 of every file that it was made of; the SHA-256 of all this.

use std::ops::Range;

use sha2::{Digest, Sha256};

use super::damage::Damage;

const MAGIC: [u8; 8] = *b"NGINDEX\n";
const VERSION: u32 = 1;
/// The parts, in their order: kinds of terms, terms, their texts, quads in four orders, lines of other files.
pub const PARTS: usize = 8;
const SOURCES: usize = 3;
/// A file that was not there when the index was made.
const ABSENT: u64 = u64::MAX;
const DIGEST: usize = 32;
const STAMPS: usize = 24 + PARTS * 16;
const OWN_DIGEST: usize = STAMPS + SOURCES * (8 + DIGEST);
/// How many bytes the beginning takes.
pub const HEADER: usize = OWN_DIGEST + DIGEST;

/// The parts of an index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Kinds,
    Terms,
    Texts,
    /// Quads by subject, predicate, object, graph, and so on.
    Spog,
    Posg,
    Ospg,
    Gspo,
    Lines,
}

/// The files that an index is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// The quads.
    Graph,
    /// The statements, one a line.
    Statements,
    /// The attributions, one a line.
    Attributions,
}

impl Source {
    /// All of them.
    pub const ALL: [Self; SOURCES] = [Self::Graph, Self::Statements, Self::Attributions];

    pub(super) fn of(number: u32) -> Option<Self> {
        Self::ALL.get(number as usize).copied()
    }
}

/// By what a file is known again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// Bytes.
    pub length: u64,
    /// SHA-256 of them.
    pub digest: [u8; DIGEST],
}

/// What stands at the beginning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Header {
    /// Lengths of the parts, which follow each other without gaps.
    pub lengths: [u64; PARTS],
    /// Of the sources that were there.
    pub stamps: [Option<Stamp>; SOURCES],
}

impl Header {
    pub fn to_bytes(self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(HEADER);
        let length = self.lengths.iter().sum::<u64>() + HEADER as u64;
        bytes.extend(MAGIC);
        bytes.extend(VERSION.to_le_bytes());
        bytes.extend(0_u32.to_le_bytes());
        bytes.extend(length.to_le_bytes());
        let mut begin = HEADER as u64;
        for length in self.lengths {
            bytes.extend(begin.to_le_bytes());
            bytes.extend(length.to_le_bytes());
            begin += length;
        }
        for stamp in self.stamps {
            let Stamp { length, digest } = stamp.unwrap_or(Stamp { length: ABSENT, digest: [0; DIGEST] });
            bytes.extend(length.to_le_bytes());
            bytes.extend(digest);
        }
        let digest = Sha256::digest(&bytes);
        bytes.extend(digest);
        bytes
    }

    /// The beginning of these bytes, and where their parts are.
    pub fn read(bytes: &[u8]) -> Result<(Self, [Range<usize>; PARTS]), Damage> {
        let (header, _) = bytes.split_at_checked(HEADER).ok_or(Damage::NoIndex)?;
        if header[..8] != MAGIC {
            return Err(Damage::NoIndex);
        }
        match number(header, 8, 4) {
            version if version != u64::from(VERSION) => return Err(Damage::Version(version as u32)),
            _ => {}
        }
        let (told, digest) = header.split_at(OWN_DIGEST);
        if number(header, 16, 8) != bytes.len() as u64 || Sha256::digest(told)[..] != *digest {
            return Err(Damage::Shape);
        }
        let mut parts = [const { 0..0 }; PARTS];
        let mut lengths = [0; PARTS];
        for (index, part) in parts.iter_mut().enumerate() {
            let (begin, length) = (number(header, 24 + index * 16, 8), number(header, 32 + index * 16, 8));
            let end = begin.checked_add(length).filter(|&end| end <= bytes.len() as u64);
            lengths[index] = length;
            // What is no longer than the bytes fits in a place of them.
            *part = begin as usize..end.ok_or(Damage::Shape)? as usize;
        }
        let stamps = std::array::from_fn(|index| {
            let begin = STAMPS + index * (8 + DIGEST);
            let length = number(header, begin, 8);
            let mut digest = [0; DIGEST];
            digest.copy_from_slice(&header[begin + 8..begin + 8 + DIGEST]);
            (length != ABSENT).then_some(Stamp { length, digest })
        });
        Ok((Self { lengths, stamps }, parts))
    }
}

/// A number of some bytes, eight at most, of the header.
fn number(header: &[u8], begin: usize, length: usize) -> u64 {
    header[begin..begin + length].iter().rev().fold(0, |number, &byte| number << 8 | u64::from(byte))
}
