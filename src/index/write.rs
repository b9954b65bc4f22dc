//! Writing an index, part after part: nothing but one order of the quads is held beside the graph that it is made of.

use std::io;
use std::io::Write;

use oxigraph::model::TermRef;
use rayon::prelude::*;

use super::layout::{Header, PARTS, Source, Stamp};
use super::lines;
use super::lines::Line;
use super::quads::{ORDERS, Quad};
use super::terms::{TermParts, write_texts};

/// What an index holds.
#[derive(Debug, Clone)]
pub struct Contents<T> {
    /// Every term once, in the order of terms.
    pub terms: T,
    /// By the places of the terms; in any order.
    pub quads: Vec<Quad>,
    /// In any order.
    pub lines: Vec<Line>,
    /// Of the files that the rest was read from, in the order of [`Source::ALL`].
    pub stamps: [Option<Stamp>; Source::ALL.len()],
}

/// Writes an index. Its bytes depend on nothing but its contents.
///
/// # Errors
/// Returns the first error of the output.
pub fn write<'t, T>(contents: Contents<T>, out: &mut impl Write) -> io::Result<()>
where
    T: Iterator<Item = TermRef<'t>> + Clone,
{
    let Contents { terms, quads, mut lines, stamps } = contents;
    lines.par_sort_unstable();
    lines.dedup();
    let parts = TermParts::of(terms.clone());
    let rows = quads.len() as u64 * 16;
    let mut lengths = [rows; PARTS];
    lengths[0] = parts.kinds.len() as u64;
    lengths[1] = parts.records.len() as u64;
    lengths[2] = parts.texts;
    lengths[PARTS - 1] = (lines.len() * lines::RECORD) as u64;
    out.write_all(&Header { lengths, stamps }.to_bytes())?;
    out.write_all(&parts.kinds)?;
    out.write_all(&parts.records)?;
    drop(parts);
    write_texts(terms, out)?;
    for order in ORDERS {
        let mut keys: Vec<u128> = quads.par_iter().map(|&quad| order.key(quad)).collect();
        keys.par_sort_unstable();
        keys.iter().try_for_each(|key| out.write_all(&key.to_le_bytes()))?;
    }
    lines.iter().try_for_each(|line| out.write_all(&line.to_bytes()))
}
