//! TriG: Turtle with a named graph per article.

use std::io;
use std::io::Write;

use crate::graph::{Dataset, Namespaces};

use super::short_forms::ShortForms;
use super::turtle::{Reification, TurtleWriter};

/// Writes all quads as a TriG document, the default graph first, and returns their number.
///
/// # Errors
/// Returns I/O errors from `out`.
pub fn trig(dataset: &Dataset, namespaces: &Namespaces, out: &mut impl Write) -> io::Result<usize> {
    let mut forms = ShortForms::of(dataset, namespaces);
    for (graph, triples) in dataset.graphs() {
        graph.into_iter().for_each(|graph| forms.note(graph));
        forms.note_all(&triples);
    }
    let mut writer = TurtleWriter::new(dataset, forms, Reification::Properties, out)?;
    for (graph, triples) in dataset.graphs() {
        match graph {
            None => writer.triples(&triples, "")?,
            Some(graph) => {
                writer.open_graph(graph);
                writer.triples(&triples, "    ")?;
                writer.close_graph();
            }
        }
    }
    writer.finish()?;
    Ok(dataset.len())
}
