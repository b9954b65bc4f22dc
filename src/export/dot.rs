//! Graphviz DOT of the whole story, for those who want its layouts, or to draw by their own rules. Written by hand
//! because petgraph's `Dot` does not escape what stands in labels.

use std::collections::BTreeMap;
use std::io;
use std::io::Write;

use crate::ontology::Ontology;
use crate::story::Story;

use super::web_address::web_address;
use crate::picture::colour::{Shape, Style, Styles};
use crate::picture::kind::Kind;
use crate::picture::text;
use crate::picture::text::Weight;
use crate::picture::view::{Edge, Node, View};
use crate::xml::readable;

/// Whether nodes are framed together; Graphviz's `dot` and `fdp` draw the frames, its other layouts pass over them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clusters {
    /// No frames.
    None,
    /// The entities of each class in a frame of their own.
    ByClass,
}

/// One directed graph: entities shaped and coloured by class, an edge per relation, the sentences as tooltips.
///
/// # Errors
/// Returns I/O errors from `out`.
pub fn write(story: &Story, ontology: &Ontology, clusters: Clusters, out: &mut dyn Write) -> io::Result<()> {
    let view = View::new(story, ontology);
    let styles = Styles::new(&view, ontology);
    out.write_all(HEAD.as_bytes())?;
    for (index, (node, style)) in view.nodes.iter().zip(&styles.nodes).enumerate() {
        out.write_all(node_line(index, node, style).as_bytes())?;
    }
    if clusters == Clusters::ByClass {
        out.write_all(frames(&view.nodes).as_bytes())?;
    }
    for edge in &view.edges {
        out.write_all(edge_line(edge).as_bytes())?;
    }
    if !view.nodes.is_empty() {
        out.write_all(legend(&styles).as_bytes())?;
    }
    out.write_all(b"}\n")
}

const HEAD: &str = "digraph newsgraph {
  graph [charset=\"UTF-8\", rankdir=LR, overlap=prism, overlap_scaling=4, splines=true, outputorder=edgesfirst, \
fontname=\"Liberation Sans,Arial,Helvetica\", nodesep=0.3, ranksep=0.7];
  node [fontname=\"Liberation Sans,Arial,Helvetica\", fontsize=12, style=filled, margin=\"0.12,0.07\"];
  edge [fontname=\"Liberation Sans,Arial,Helvetica\", fontsize=10, arrowsize=0.7];
";

fn node_line(index: usize, node: &Node, style: &Style) -> String {
    let mut label = text::wrap(&node.label, Weight::Regular, 12.0, 130.0, 3).join("\n");
    let mut notes: Vec<String> = node.notes.iter().map(|note| note.kind.mark(&note.text)).collect();
    if notes.len() > 3 {
        notes.splice(3.., [format!("and {} more", node.notes.len() - 3)]);
    }
    for note in &notes {
        label.push('\n');
        label.push_str(&text::shorten(note, Weight::Regular, 12.0, 200.0));
    }
    let tooltip =
        if node.class.is_empty() { node.label.clone() } else { format!("{} ({})", node.label, node.class) };
    let (shape, look) = shape(style.shape);
    format!(
        "  n{index} [label={}, tooltip={}, shape={shape}, style={look}, fillcolor=\"{}\", color=\"{}\"];\n",
        quote(&label),
        quote(&tooltip),
        style.fill,
        style.line,
    )
}

/// The frames, which name the nodes that are described before them.
fn frames(nodes: &[Node]) -> String {
    let mut by_class: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, node) in nodes.iter().enumerate().filter(|(_, node)| !node.class.is_empty()) {
        by_class.entry(&node.class).or_default().push(index);
    }
    let frame = |(number, (class, members)): (usize, (&&str, &Vec<usize>))| {
        let members: String = members.iter().map(|index| format!(" n{index};")).collect();
        let label = quote(class);
        format!(
            "  subgraph cluster_{number} {{ label={label}; tooltip={label}; style=rounded; color=\"#bbbbbb\"; \
fontcolor=\"#666666\";{members} }}\n"
        )
    };
    by_class.iter().enumerate().map(frame).collect()
}

fn edge_line(edge: &Edge) -> String {
    let look = match edge.kind {
        Kind::Stated => "color=\"#444444\", fontcolor=\"#222222\"",
        Kind::Disputed => "color=\"#c2410c\", fontcolor=\"#c2410c\"",
        Kind::Denied => "color=\"#c81e1e\", fontcolor=\"#c81e1e\", style=dashed",
        Kind::Doubtful | Kind::Past | Kind::Possible => {
            "color=\"#888888\", fontcolor=\"#666666\", style=dotted"
        }
    };
    let width = 1.0 + 0.6 * (edge.articles.clamp(1, 6) - 1) as f64;
    let direction = if edge.symmetric { ", dir=none" } else { "" };
    let tooltip = quote(&edge.tooltip());
    let url = edge.evidence.iter().find_map(|piece| piece.url.as_deref());
    format!(
        "  n{} -> n{} [label={}, tooltip={tooltip}, labeltooltip={tooltip}, {look}, penwidth={width:.1}{direction}{}];\n",
        edge.subject,
        edge.object,
        quote(&edge.words()),
        link(url),
    )
}

/// One node with a table, because only some of Graphviz's layouts would keep the entries of a cluster together.
fn legend(styles: &Styles) -> String {
    let row = |fill: &str, line: &str, text: &str| {
        format!("<TR><TD BGCOLOR=\"{fill}\" COLOR=\"{line}\" ALIGN=\"LEFT\">{}</TD></TR>", readable(text))
    };
    let classes = styles.legend.iter().map(|(label, style)| row(style.fill, style.line, label));
    let kinds = [
        "solid: stated",
        "orange: stated by some, denied by others",
        "red, dashed: denied",
        "grey, dotted: possible, planned or asked for; (doubtful): the reading is not sure enough",
        "width: number of articles",
    ];
    let rows: String = classes.chain(kinds.map(|kind| row("#ffffff", "#ffffff", kind))).collect();
    format!(
        "  legend [shape=plaintext, style=solid, fontsize=10, tooltip=\"Legend\", \
label=<<TABLE BORDER=\"1\" COLOR=\"#cccccc\" CELLBORDER=\"1\" CELLSPACING=\"3\">{rows}</TABLE>>];\n"
    )
}

fn shape(shape: Shape) -> (&'static str, &'static str) {
    match shape {
        Shape::Rectangle => ("box", "filled"),
        Shape::Rounded => ("box", "\"filled,rounded\""),
        Shape::Pill => ("ellipse", "filled"),
        Shape::Hexagon => ("hexagon", "filled"),
        Shape::Octagon => ("octagon", "filled"),
    }
}

fn link(url: Option<&str>) -> String {
    url.and_then(web_address).map(|url| format!(", URL={}", quote(url))).unwrap_or_default()
}

/// A DOT string. Backslashes are doubled, so that a text cannot smuggle in Graphviz's own escapes (`\N`, `\G`), and
/// ampersands are spelled out, because Graphviz reads HTML entities in labels.
fn quote(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for character in text.chars() {
        match character {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '&' => quoted.push_str("&amp;"),
            '\n' => quoted.push_str("\\n"),
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
            _ if character.is_control() => quoted.push(' '),
            _ => quoted.push(character),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::testing::written;
    use crate::sample;

    #[test]
    fn quoted_text_keeps_its_characters() {
        assert_eq!(quote("a \"b\"\\N & c\nd\u{0}"), "\"a \\\"b\\\"\\\\N &amp; c\\nd \"");
    }

    #[test]
    fn a_frame_holds_the_nodes_of_its_class() {
        let (story, ontology) = (sample::story(), sample::ontology());
        let dot = |clusters| written(|out| write(&story, &ontology, clusters, out));
        let framed = dot(Clusters::ByClass);
        let plain: String = framed
            .lines()
            .filter(|line| !line.contains("subgraph"))
            .map(|line| format!("{line}\n"))
            .collect();
        assert_eq!(plain, dot(Clusters::None));
        let nodes = View::new(&story, &ontology).nodes;
        let class = nodes.iter().map(|node| node.class.as_str()).find(|class| !class.is_empty()).unwrap();
        let label = format!("label=\"{class}\"");
        let frame = framed.lines().find(|line| line.contains("subgraph") && line.contains(&label)).unwrap();
        for (index, node) in nodes.iter().enumerate() {
            assert_eq!(frame.contains(&format!(" n{index};")), node.class == class, "{framed}");
        }
    }

    #[test]
    fn an_empty_story_is_a_graph_too() {
        let dot = written(|out| write(&Story::default(), &Ontology::default(), Clusters::None, out));
        assert!(dot.starts_with("digraph newsgraph {") && dot.ends_with("}\n"));
    }
}
