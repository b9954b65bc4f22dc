//! GraphML for yEd, Cytoscape and networkx: entities and literals as nodes, an edge a statement, so that denied and
//! unasserted statements can be told apart or filtered out there.

use std::io;
use std::io::Write;

use crate::ontology::Ontology;
use crate::story::Story;

use super::property_graph::{Attribute, EDGE_ATTRIBUTES, Kind, NODE_ATTRIBUTES, edges, nodes};
use crate::xml::exact;

/// The story as a directed graph. Where a statement names no subject or no object, a node of the class `Unstated` stands there.
///
/// # Errors
/// Returns I/O errors from `out`.
pub fn graphml(story: &Story, ontology: &Ontology, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(
        b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n",
    )?;
    key(out, "label", "node", Kind::Text)?;
    for (name, kind) in NODE_ATTRIBUTES {
        key(out, name, "node", kind)?;
    }
    for (name, kind) in EDGE_ATTRIBUTES {
        key(out, name, "edge", kind)?;
    }
    out.write_all(b"  <graph id=\"newsgraph\" edgedefault=\"directed\">\n")?;
    for node in nodes(story) {
        writeln!(out, "    <node id=\"{}\">", exact(&node.id))?;
        data(out, ("label", Kind::Text, node.label.into()))?;
        node.attributes().try_for_each(|attribute| data(out, attribute))?;
        out.write_all(b"    </node>\n")?;
    }
    for edge in edges(story, ontology) {
        writeln!(
            out,
            "    <edge id=\"{}\" source=\"{}\" target=\"{}\">",
            exact(&edge.statement.id),
            exact(&edge.source),
            exact(&edge.target)
        )?;
        edge.attributes().try_for_each(|attribute| data(out, attribute))?;
        out.write_all(b"    </edge>\n")?;
    }
    out.write_all(b"  </graph>\n</graphml>\n")
}

fn key(out: &mut dyn Write, name: &str, owner: &str, kind: Kind) -> io::Result<()> {
    let kind = match kind {
        Kind::Text => "string",
        Kind::Integer => "int",
        Kind::Decimal => "double",
        Kind::Boolean => "boolean",
    };
    writeln!(out, "  <key id=\"{name}\" for=\"{owner}\" attr.name=\"{name}\" attr.type=\"{kind}\"/>")
}

fn data(out: &mut dyn Write, (name, _, value): Attribute<'_>) -> io::Result<()> {
    writeln!(out, "      <data key=\"{name}\">{}</data>", exact(&value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::testing::{well_formed, written};
    use crate::sample;

    #[test]
    fn hostile_words_leave_a_well_formed_document_with_every_node_and_edge() {
        let text = written(|out| graphml(&sample::story(), &sample::ontology(), out));
        assert_eq!(well_formed(&text), Ok(()));
        assert_eq!((text.matches("<node ").count(), text.matches("<edge ").count()), (7, 4));
    }
}
