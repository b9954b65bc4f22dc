//! N-Triples: one triple a line, all graphs together.

use std::fmt::{Display, Write as _};
use std::io;
use std::io::Write;

use crate::graph::Dataset;

/// Writes the triples in their order, and returns their number.
///
/// # Errors
/// Returns I/O errors from `out`.
pub fn ntriples(dataset: &Dataset, out: &mut impl Write) -> io::Result<usize> {
    lines(dataset.triples().iter(), out)
}

/// Triples or quads, one a line. Each line is put together in memory: literals are formatted character by character,
/// which a string takes faster than a file.
pub(super) fn lines(
    statements: impl Iterator<Item = impl Display>,
    out: &mut impl Write,
) -> io::Result<usize> {
    let mut line = String::new();
    let mut count = 0;
    for statement in statements {
        line.clear();
        let _ = writeln!(line, "{statement} .");
        out.write_all(line.as_bytes())?;
        count += 1;
    }
    Ok(count)
}
