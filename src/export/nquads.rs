//! N-Quads: one quad a line, the format that newsgraph reads its own graph back from.

use std::io;
use std::io::Write;

use crate::graph::Dataset;

use super::ntriples::lines;

/// Writes all quads in the dataset's order, and returns their number.
///
/// # Errors
/// Returns I/O errors from `out`.
pub fn nquads(dataset: &Dataset, out: &mut impl Write) -> io::Result<usize> {
    lines(dataset.quads(), out)
}
