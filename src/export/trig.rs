//! TriG: Turtle with a named graph per article.

use super::turtle::TurtleWriter;
use crate::graph::{Dataset, Namespaces};

/// All quads as a TriG document, the default graph first.
pub fn trig(dataset: &Dataset, namespaces: &Namespaces) -> String {
    let mut writer = TurtleWriter::new(namespaces);
    for (graph, triples) in dataset.graphs() {
        match graph {
            None => writer.triples(dataset, &triples, ""),
            Some(graph) => {
                let graph = writer.iri(graph);
                writer.line(&format!("\n{graph} {{"));
                writer.triples(dataset, &triples, "    ");
                writer.line("}");
            }
        }
    }
    writer.finish()
}
