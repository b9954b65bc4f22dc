//! Where everything goes. The label of an edge is a box of its own between the two nodes, and the edge is the curve
//! through it: so labels take part in every step of the layout and never come to lie on nodes or on each other.
//! Each connected component is arranged alone ([`stress`]), bettered ([`refine`]), cleared of overlaps
//! ([`separate`]); then the components are packed side by side. Same input, same page: nothing here is random.

use petgraph::unionfind::UnionFind;

use super::geometry::{Frame, Point, Size};
use super::separate::separate;
use super::{refine, stress};

/// What is to be placed.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    /// The boxes of the nodes.
    pub nodes: Vec<Size>,
    pub links: Vec<Link>,
}

/// An edge, or several between the same nodes that are drawn as one.
#[derive(Debug, Clone, Copy)]
pub struct Link {
    /// Index into [`Plan::nodes`].
    pub from: usize,
    pub to: usize,
    pub label: Size,
}

/// Middles of all boxes on a page whose top left corner is the origin.
#[derive(Debug, Clone, Default)]
pub struct Layout {
    pub nodes: Vec<Point>,
    pub labels: Vec<Point>,
    pub page: Size,
}

/// A connected part under work: boxes of nodes first, then those of labels, in the order of the links.
#[derive(Debug, Clone, Default)]
pub struct Scene {
    pub frames: Vec<Frame>,
    /// Number of nodes among the frames.
    pub nodes: usize,
    /// Frames of the two nodes that each link joins.
    pub links: Vec<(usize, usize)>,
}

impl Scene {
    /// The room wanted between two boxes.
    pub fn gap(&self, one: usize, other: usize) -> f64 {
        match (one < self.nodes, other < self.nodes) {
            (true, true) => 22.0,
            (false, false) => 5.0,
            _ => 9.0,
        }
    }
}

/// Width to height of a page that looks well in print and on screens.
const ASPECT: f64 = 1.5;
const COMPONENT_GAP: f64 = 46.0;

pub fn arrange(plan: &Plan) -> Layout {
    let mut layout = Layout {
        nodes: vec![Point::default(); plan.nodes.len()],
        labels: vec![Point::default(); plan.links.len()],
        page: Size::default(),
    };
    let parts = components(plan);
    let scenes: Vec<Scene> = parts.iter().map(|part| settle(plan, part)).collect();
    let sizes: Vec<Size> = scenes.iter().map(extent).collect();
    let (corners, page) = pack(&sizes);
    for ((part, scene), corner) in parts.iter().zip(&scenes).zip(corners) {
        for (&node, frame) in part.nodes.iter().zip(&scene.frames) {
            layout.nodes[node] = frame.middle.plus(corner);
        }
        for (&link, frame) in part.links.iter().zip(&scene.frames[scene.nodes..]) {
            layout.labels[link] = frame.middle.plus(corner);
        }
    }
    layout.page = page;
    layout
}

/// Indices of the nodes and links of a connected component.
#[derive(Default)]
struct Part {
    nodes: Vec<usize>,
    links: Vec<usize>,
}

/// The largest component first.
fn components(plan: &Plan) -> Vec<Part> {
    let mut sets = UnionFind::<usize>::new(plan.nodes.len());
    for link in &plan.links {
        sets.union(link.from, link.to);
    }
    let mut parts: std::collections::BTreeMap<usize, Part> = std::collections::BTreeMap::new();
    for node in 0..plan.nodes.len() {
        parts.entry(sets.find(node)).or_default().nodes.push(node);
    }
    for (index, link) in plan.links.iter().enumerate() {
        parts.entry(sets.find(link.from)).or_default().links.push(index);
    }
    let mut parts: Vec<Part> = parts.into_values().collect();
    parts.sort_by_key(|part| std::cmp::Reverse(part.nodes.len()));
    parts
}

fn settle(plan: &Plan, part: &Part) -> Scene {
    let sizes: Vec<Size> = part
        .nodes
        .iter()
        .map(|&node| plan.nodes[node])
        .chain(part.links.iter().map(|&link| plan.links[link].label))
        .collect();
    let place = |node: usize| part.nodes.binary_search(&node).unwrap_or(0);
    let links: Vec<(usize, usize)> =
        part.links.iter().map(|&link| (place(plan.links[link].from), place(plan.links[link].to))).collect();
    let nodes = part.nodes.len();
    let ties: Vec<(usize, usize, f64)> = links
        .iter()
        .enumerate()
        .flat_map(|(link, &(from, to))| [(from, nodes + link, 14.0), (nodes + link, to, 14.0)])
        .collect();
    let middles = stress::arrange(&sizes, &ties);
    let frames = middles.iter().zip(&sizes).map(|(&middle, &size)| Frame { middle, size }).collect();
    let mut scene = Scene { frames, nodes, links };
    clear(&mut scene);
    refine::refine(&mut scene);
    clear(&mut scene);
    to_origin(&mut scene);
    scene
}

fn clear(scene: &mut Scene) {
    let mut frames = std::mem::take(&mut scene.frames);
    separate(&mut frames, |one, other| scene.gap(one, other));
    scene.frames = frames;
}

fn to_origin(scene: &mut Scene) {
    let left = scene.frames.iter().map(Frame::left).fold(f64::INFINITY, f64::min);
    let top = scene.frames.iter().map(Frame::top).fold(f64::INFINITY, f64::min);
    for frame in &mut scene.frames {
        frame.middle = frame.middle.minus(Point { x: left, y: top });
    }
}

fn extent(scene: &Scene) -> Size {
    Size {
        width: scene.frames.iter().map(Frame::right).fold(0.0, f64::max),
        height: scene.frames.iter().map(Frame::bottom).fold(0.0, f64::max),
    }
}

/// Corners for boxes in the given order and the page that holds them, as near to [`ASPECT`] as shelves allow.
fn pack(sizes: &[Size]) -> (Vec<Point>, Size) {
    let widest = sizes.iter().map(|size| size.width).fold(0.0, f64::max);
    let badness = |page: &Size| {
        let (width, height) = (page.width.max(page.height * ASPECT), page.height.max(page.width / ASPECT));
        width * height
    };
    (0..24)
        .map(|step| shelves(sizes, widest * (1.0 + f64::from(step) * 0.1)))
        .min_by(|(_, one), (_, other)| badness(one).total_cmp(&badness(other)))
        .unwrap_or_default()
}

/// Rows from the top, filled up to a width.
fn shelves(sizes: &[Size], room: f64) -> (Vec<Point>, Size) {
    let (mut x, mut y, mut row) = (0.0_f64, 0.0_f64, 0.0_f64);
    let mut page = Size::default();
    let mut corners = Vec::with_capacity(sizes.len());
    for size in sizes {
        if x > 0.0 && x + size.width > room {
            (x, y, row) = (0.0, y + row + COMPONENT_GAP, 0.0);
        }
        corners.push(Point { x, y });
        page = Size { width: page.width.max(x + size.width), height: page.height.max(y + size.height) };
        (x, row) = (x + size.width + COMPONENT_GAP, row.max(size.height));
    }
    (corners, page)
}
