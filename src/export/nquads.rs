//! N-Quads: one quad a line, the format that newsgraph reads its own graph back from.

use std::io::{self, Write};

use super::ntriples::lines;
use crate::graph::Dataset;

/// Writes all quads in the dataset's order, and gives their number.
///
/// # Errors
/// Where `out` does not take them.
pub fn nquads(dataset: &Dataset, out: &mut impl Write) -> io::Result<usize> {
    lines(dataset.quads(), out)
}
