//! GEXF 1.3, the format of Gephi. Each edge is a statement and weighs 1, so that Gephi, which adds up parallel edges,
//! makes lines as thick as they are often said; `kind` keeps it from adding up denials with what they deny.

use std::fmt::Write;

use super::property_graph::{Attribute, EDGE_ATTRIBUTES, Kind, NODE_ATTRIBUTES, edges, nodes};
use super::xml::escaped;
use crate::resolve::Story;

/// The story as a directed graph. A statement without a subject or an object is no edge and is left out.
pub fn gexf(story: &Story) -> String {
    let mut document = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n  \
         <meta>\n    <creator>newsgraph</creator>\n  </meta>\n  <graph defaultedgetype=\"directed\" mode=\"static\">\n",
    );
    attributes(&mut document, "node", &NODE_ATTRIBUTES);
    attributes(&mut document, "edge", &EDGE_ATTRIBUTES);
    document.push_str("    <nodes>\n");
    for node in nodes(story) {
        let _ =
            writeln!(document, "      <node id=\"{}\" label=\"{}\">", escaped(&node.id), escaped(node.label));
        values(&mut document, node.attributes());
        document.push_str("      </node>\n");
    }
    document.push_str("    </nodes>\n    <edges>\n");
    for edge in edges(story) {
        let label = escaped(&edge.label());
        let _ = writeln!(
            document,
            "      <edge id=\"{}\" source=\"{}\" target=\"{}\" kind=\"{label}\" label=\"{label}\" weight=\"1\">",
            escaped(&edge.statement.id),
            escaped(edge.source),
            escaped(&edge.target)
        );
        values(&mut document, edge.attributes());
        document.push_str("      </edge>\n");
    }
    document.push_str("    </edges>\n  </graph>\n</gexf>\n");
    document
}

fn attributes(document: &mut String, owner: &str, names: &[(&str, Kind)]) {
    let _ = writeln!(document, "    <attributes class=\"{owner}\">");
    for (name, kind) in names {
        let kind = match kind {
            Kind::Text => "string",
            Kind::Integer => "integer",
            Kind::Boolean => "boolean",
        };
        let _ = writeln!(document, "      <attribute id=\"{name}\" title=\"{name}\" type=\"{kind}\"/>");
    }
    document.push_str("    </attributes>\n");
}

fn values<'a>(document: &mut String, attributes: impl Iterator<Item = Attribute<'a>>) {
    document.push_str("        <attvalues>\n");
    for (name, _, value) in attributes {
        let _ = writeln!(document, "          <attvalue for=\"{name}\" value=\"{}\"/>", escaped(&value));
    }
    document.push_str("        </attvalues>\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::xml::well_formed;
    use crate::sample;

    #[test]
    fn hostile_words_leave_a_well_formed_document_with_every_node_and_edge() {
        let text = gexf(&sample::story());
        assert_eq!(well_formed(&text), Ok(()));
        assert_eq!((text.matches("<node ").count(), text.matches("<edge ").count()), (6, 3));
        assert!(text.contains("kind=\"charged_with (denied)\""));
    }
}
