//! GEXF 1.3, the format of Gephi. Each edge is a statement and weighs 1, so that Gephi, which adds up parallel edges,
//! makes lines as thick as they are often said; `kind` keeps it from adding up denials with what they deny.

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
pub fn gexf(story: &Story, ontology: &Ontology, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(
        b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n  \
         <meta>\n    <creator>newsgraph</creator>\n  </meta>\n  <graph defaultedgetype=\"directed\" mode=\"static\">\n",
    )?;
    attributes(out, "node", &NODE_ATTRIBUTES)?;
    attributes(out, "edge", &EDGE_ATTRIBUTES)?;
    out.write_all(b"    <nodes>\n")?;
    for node in nodes(story) {
        writeln!(out, "      <node id=\"{}\" label=\"{}\">", exact(&node.id), exact(node.label))?;
        values(out, node.attributes())?;
        out.write_all(b"      </node>\n")?;
    }
    out.write_all(b"    </nodes>\n    <edges>\n")?;
    for edge in edges(story, ontology) {
        let label = exact(&edge.label());
        writeln!(
            out,
            "      <edge id=\"{}\" source=\"{}\" target=\"{}\" kind=\"{label}\" label=\"{label}\" weight=\"1\">",
            exact(&edge.statement.id),
            exact(&edge.source),
            exact(&edge.target)
        )?;
        values(out, edge.attributes())?;
        out.write_all(b"      </edge>\n")?;
    }
    out.write_all(b"    </edges>\n  </graph>\n</gexf>\n")
}

fn attributes(out: &mut dyn Write, owner: &str, names: &[(&str, Kind)]) -> io::Result<()> {
    writeln!(out, "    <attributes class=\"{owner}\">")?;
    for (name, kind) in names {
        let kind = match kind {
            Kind::Text => "string",
            Kind::Integer => "integer",
            Kind::Decimal => "double",
            Kind::Boolean => "boolean",
        };
        writeln!(out, "      <attribute id=\"{name}\" title=\"{name}\" type=\"{kind}\"/>")?;
    }
    out.write_all(b"    </attributes>\n")
}

fn values<'a>(out: &mut dyn Write, attributes: impl Iterator<Item = Attribute<'a>>) -> io::Result<()> {
    out.write_all(b"        <attvalues>\n")?;
    for (name, _, value) in attributes {
        writeln!(out, "          <attvalue for=\"{name}\" value=\"{}\"/>", exact(&value))?;
    }
    out.write_all(b"        </attvalues>\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::testing::{well_formed, written};
    use crate::sample;

    #[test]
    fn hostile_words_leave_a_well_formed_document_with_every_node_and_edge() {
        let text = written(|out| gexf(&sample::story(), &sample::ontology(), out));
        assert_eq!(well_formed(&text), Ok(()));
        assert_eq!((text.matches("<node ").count(), text.matches("<edge ").count()), (7, 4));
        assert!(text.contains("kind=\"charged_with (denied)\""));
    }
}
