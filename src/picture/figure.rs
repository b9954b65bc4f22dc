//! From a view to things with a size: text broken into lines, nodes as boxes, edges bundled into links.

use super::colour::{Shape, Styles};
use super::geometry::Size;
use super::kind::Kind;
use super::layout::{Link, Plan};
use super::shapes::side_room;
use super::text::{Weight, width, wrap};
use super::view::{Edge, Node, View};

/// Font size of notes and edge labels, in pixels.
pub const SMALL: f64 = 10.5;
/// From one baseline to the next, as a share of the font size.
pub const LEADING: f64 = 1.2;

/// A node's box and the text in it.
#[derive(Debug, Clone)]
pub struct NodeBox {
    pub lines: Vec<String>,
    /// Font size of the name: what has more edges is written larger.
    pub font: f64,
    pub notes: Vec<(String, Kind)>,
    pub size: Size,
}

/// Edges of one kind from one node to another, drawn as one line with its labels below each other.
#[derive(Debug, Clone)]
pub struct Bundle {
    pub from: usize,
    pub to: usize,
    pub kind: Kind,
    pub symmetric: bool,
    /// Indices into the view's edges, one line of text each.
    pub edges: Vec<usize>,
    pub size: Size,
}

#[derive(Debug, Clone)]
pub struct Figure {
    pub nodes: Vec<NodeBox>,
    pub bundles: Vec<Bundle>,
}

impl Figure {
    pub fn new(view: &View, styles: &Styles) -> Figure {
        let mut degree = vec![0_usize; view.nodes.len()];
        for edge in &view.edges {
            degree[edge.subject] += 1;
            degree[edge.object] += 1;
        }
        let nodes = view
            .nodes
            .iter()
            .zip(&styles.nodes)
            .zip(degree)
            .map(|((node, style), degree)| node_box(node, style.shape, degree));
        Figure { nodes: nodes.collect(), bundles: bundles(&view.edges) }
    }

    pub fn plan(&self) -> Plan {
        let link = |bundle: &Bundle| Link { from: bundle.from, to: bundle.to, label: bundle.size };
        Plan {
            nodes: self.nodes.iter().map(|node| node.size).collect(),
            links: self.bundles.iter().map(link).collect(),
        }
    }
}

fn node_box(node: &Node, shape: Shape, degree: usize) -> NodeBox {
    const MOST_NOTES: usize = 3;
    let font = 12.0 + ((degree as f64).sqrt() - 1.0).clamp(0.0, 4.0);
    let lines = wrap(&node.label, Weight::Bold, font, font * 10.5, 3);
    let mut notes: Vec<(String, Kind)> = Vec::new();
    for note in node.notes.iter().take(MOST_NOTES) {
        let text = wrap(&note.kind.mark(&note.text), Weight::Regular, SMALL, 150.0, 2);
        notes.extend(text.into_iter().map(|line| (line, note.kind)));
    }
    if node.notes.len() > MOST_NOTES {
        notes.push((format!("and {} more", node.notes.len() - MOST_NOTES), Kind::Stated));
    }
    let names = lines.iter().map(|line| width(line, Weight::Bold, font));
    let small = notes.iter().map(|(line, _)| width(line, Weight::Regular, SMALL));
    let height = lines.len() as f64 * font * LEADING + notes.len() as f64 * SMALL * LEADING + 10.0;
    let wide = names.chain(small).fold(20.0, f64::max) + 16.0 + 2.0 * side_room(shape, height);
    NodeBox { lines, font, notes, size: Size { width: wide, height } }
}

fn bundles(edges: &[Edge]) -> Vec<Bundle> {
    let mut bundles: Vec<Bundle> = Vec::new();
    for (index, edge) in edges.iter().enumerate() {
        let like = |bundle: &&mut Bundle| {
            (bundle.from, bundle.to, bundle.kind, bundle.symmetric)
                == (edge.subject, edge.object, edge.kind, edge.symmetric)
        };
        let size =
            Size { width: width(&edge.words(), Weight::Regular, SMALL) + 6.0, height: SMALL * LEADING };
        match bundles.iter_mut().find(like) {
            Some(bundle) => {
                bundle.edges.push(index);
                bundle.size.width = bundle.size.width.max(size.width);
                bundle.size.height += size.height;
            }
            None => bundles.push(Bundle {
                from: edge.subject,
                to: edge.object,
                kind: edge.kind,
                symmetric: edge.symmetric,
                edges: vec![index],
                size: Size { height: size.height + 3.0, ..size },
            }),
        }
    }
    bundles
}
