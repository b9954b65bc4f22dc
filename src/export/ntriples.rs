//! N-Triples: one triple a line, all graphs together.

use std::fmt::Write;

use crate::graph::Dataset;

/// The triples of all graphs without duplicates.
pub fn ntriples(dataset: &Dataset) -> String {
    let mut lines = String::new();
    for triple in dataset.triples() {
        let _ = writeln!(lines, "{triple} .");
    }
    lines
}
