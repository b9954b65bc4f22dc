//! N-Triples: one triple a line, all graphs together.

use std::fmt::Write;

use oxigraph::model::TripleRef;

/// The triples, in their order.
pub fn ntriples(triples: &[TripleRef<'_>]) -> String {
    let mut lines = String::new();
    for triple in triples {
        let _ = writeln!(lines, "{triple} .");
    }
    lines
}
