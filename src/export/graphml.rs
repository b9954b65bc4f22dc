//! GraphML for yEd, Cytoscape and networkx: entities and literals as nodes, an edge a statement, so that denied and
//! unasserted statements can be told apart or filtered out there.

use std::fmt::Write;

use super::property_graph::{Attribute, EDGE_ATTRIBUTES, Kind, NODE_ATTRIBUTES, edges, nodes};
use super::xml::escaped;
use crate::resolve::Story;

/// The story as a directed graph. A statement without a subject or an object is no edge and is left out.
pub fn graphml(story: &Story) -> String {
    let mut document = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n",
    );
    key(&mut document, "label", "node", Kind::Text);
    for (name, kind) in NODE_ATTRIBUTES {
        key(&mut document, name, "node", kind);
    }
    for (name, kind) in EDGE_ATTRIBUTES {
        key(&mut document, name, "edge", kind);
    }
    document.push_str("  <graph id=\"newsgraph\" edgedefault=\"directed\">\n");
    for node in nodes(story) {
        let _ = writeln!(document, "    <node id=\"{}\">", escaped(&node.id));
        data(&mut document, ("label", Kind::Text, node.label.into()));
        node.attributes().for_each(|attribute| data(&mut document, attribute));
        document.push_str("    </node>\n");
    }
    for edge in edges(story) {
        let _ = writeln!(
            document,
            "    <edge id=\"{}\" source=\"{}\" target=\"{}\">",
            escaped(&edge.statement.id),
            escaped(edge.source),
            escaped(&edge.target)
        );
        edge.attributes().for_each(|attribute| data(&mut document, attribute));
        document.push_str("    </edge>\n");
    }
    document.push_str("  </graph>\n</graphml>\n");
    document
}

fn key(document: &mut String, name: &str, owner: &str, kind: Kind) {
    let kind = match kind {
        Kind::Text => "string",
        Kind::Integer => "int",
        Kind::Boolean => "boolean",
    };
    let _ = writeln!(
        document,
        "  <key id=\"{name}\" for=\"{owner}\" attr.name=\"{name}\" attr.type=\"{kind}\"/>"
    );
}

fn data(document: &mut String, (name, _, value): Attribute<'_>) {
    let _ = writeln!(document, "      <data key=\"{name}\">{}</data>", escaped(&value));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::xml::well_formed;
    use crate::sample;

    #[test]
    fn hostile_words_leave_a_well_formed_document_with_every_node_and_edge() {
        let text = graphml(&sample::story());
        assert_eq!(well_formed(&text), Ok(()));
        assert_eq!((text.matches("<node ").count(), text.matches("<edge ").count()), (6, 3));
    }
}
