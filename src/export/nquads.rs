//! N-Quads: one quad a line, the format that newsgraph reads its own graph back from.

use std::fmt::Write;

use crate::graph::Dataset;

/// All quads, in the dataset's order.
pub fn nquads(dataset: &Dataset) -> String {
    let mut lines = String::new();
    for quad in dataset.quads() {
        let _ = writeln!(lines, "{quad} .");
    }
    lines
}
