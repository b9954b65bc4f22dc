//! GraphML for Gephi, yEd, Cytoscape and networkx: entities and literals as nodes, an edge a statement, so that denied
//! and unasserted statements can be told apart or filtered out there.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::xml::escaped;
use crate::resolve::{Argument, Statement, Story};

/// Name, what it belongs to and type of every attribute.
const ATTRIBUTES: [(&str, &str, &str); 9] = [
    ("label", "node", "string"),
    ("class", "node", "string"),
    ("mentions", "node", "int"),
    ("relation", "edge", "string"),
    ("polarity", "edge", "string"),
    ("asserted", "edge", "boolean"),
    ("attributed_to", "edge", "string"),
    ("sentence", "edge", "string"),
    ("article", "edge", "string"),
];

/// The story as a directed graph. A statement without a subject or an object is no edge and is left out.
pub fn graphml(story: &Story) -> String {
    let mut document = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n",
    );
    for (name, owner, kind) in ATTRIBUTES {
        let _ = writeln!(
            document,
            "  <key id=\"{name}\" for=\"{owner}\" attr.name=\"{name}\" attr.type=\"{kind}\"/>"
        );
    }
    document.push_str("  <graph id=\"newsgraph\" edgedefault=\"directed\">\n");
    for (id, node) in nodes(story) {
        let _ = writeln!(document, "    <node id=\"{}\">", escaped(&id));
        data(&mut document, &[("label", node.label), ("class", node.class), ("mentions", &node.mentions)]);
        document.push_str("    </node>\n");
    }
    for statement in &story.statements {
        edge(&mut document, statement);
    }
    document.push_str("  </graph>\n</graphml>\n");
    document
}

struct Node<'a> {
    label: &'a str,
    /// Local name of its most special class.
    class: &'a str,
    mentions: String,
}

fn nodes(story: &Story) -> BTreeMap<String, Node<'_>> {
    let mut nodes = BTreeMap::new();
    for entity in &story.entities {
        let class = entity.types.first().map_or("", |iri| iri.rsplit(['#', '/']).next().unwrap_or_default());
        let mentions = entity.mentions.len().to_string();
        nodes.insert(entity.id.clone(), Node { label: &entity.label, class, mentions });
    }
    for statement in &story.statements {
        if let Some(Argument::Literal(literal)) = &statement.object {
            let node = Node { label: &literal.value, class: "Literal", mentions: String::from("1") };
            nodes.insert(literal_id(&literal.value), node);
        }
    }
    nodes
}

fn literal_id(value: &str) -> String {
    format!("literal:{value}")
}

fn edge(document: &mut String, statement: &Statement) {
    let (Some(subject), Some(object)) = (&statement.subject, &statement.object) else { return };
    let target = match object {
        Argument::Entity(entity) => entity.id.clone(),
        Argument::Literal(literal) => literal_id(&literal.value),
    };
    let _ = writeln!(
        document,
        "    <edge id=\"{}\" source=\"{}\" target=\"{}\">",
        escaped(&statement.id),
        escaped(&subject.id),
        escaped(&target)
    );
    let attributes = [
        ("relation", statement.relation.as_str()),
        ("polarity", statement.polarity.name()),
        ("asserted", if statement.asserted { "true" } else { "false" }),
        ("attributed_to", statement.attributed_to.as_ref().map_or("", |source| &source.label)),
        ("sentence", &statement.sentence.text),
        ("article", &statement.document.id),
    ];
    data(document, &attributes);
    document.push_str("    </edge>\n");
}

fn data(document: &mut String, attributes: &[(&str, &str)]) {
    for (key, value) in attributes.iter().filter(|(_, value)| !value.is_empty()) {
        let _ = writeln!(document, "      <data key=\"{key}\">{}</data>", escaped(value));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn every_edge_joins_nodes_that_are_there() {
        let text = graphml(&sample::story());
        let attribute = |line: &str, name: &str| {
            line.split(&format!(" {name}=\""))
                .nth(1)
                .and_then(|rest| rest.split('"').next())
                .map(str::to_owned)
        };
        let nodes: Vec<String> = text
            .lines()
            .filter(|line| line.contains("<node "))
            .filter_map(|line| attribute(line, "id"))
            .collect();
        let edges: Vec<&str> = text.lines().filter(|line| line.contains("<edge ")).collect();
        assert_eq!(edges.len(), 3);
        for edge in edges {
            assert!(nodes.contains(&attribute(edge, "source").unwrap()), "{edge}");
            assert!(nodes.contains(&attribute(edge, "target").unwrap()), "{edge}");
        }
    }
}
