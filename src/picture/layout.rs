//! Where everything goes. The label of an edge is a box of its own between the two nodes, and the edge is the curve
//! through it: so labels take part in every step of the layout and never come to lie on nodes or on each other.
//! Each connected component is arranged alone (`stress`), improved (`refine`), cleared of overlaps
//! (`separate`); then the components are packed side by side. Same input, same page: nothing here is random.

use petgraph::unionfind::UnionFind;

use super::geometry::{Curve, Frame, Point, Size};
use super::pack::pack;
use super::scene::Scene;
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

pub fn arrange(plan: &Plan) -> Layout {
    let mut layout = Layout {
        nodes: vec![Point::default(); plan.nodes.len()],
        labels: vec![Point::default(); plan.links.len()],
        page: Size::default(),
    };
    let parts = components(plan);
    let scenes: Vec<Scene> = parts.iter().map(|part| settle(plan, part)).collect();
    let (corners, page) = pack(&scenes.iter().map(covered).collect::<Vec<_>>());
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

/// The boxes of a scene and points along its curves.
fn covered(scene: &Scene) -> Vec<Frame> {
    const POINTS: usize = 24;
    let curves = scene.links.iter().enumerate().map(|(link, &(from, to))| {
        let [start, label, end] = [from, scene.nodes + link, to].map(|frame| scene.frames[frame].middle);
        Curve::through(start, label, end)
    });
    let points = curves.flat_map(|curve| (1..POINTS).map(move |step| curve.at(step as f64 / POINTS as f64)));
    let boxes = scene.frames.iter().copied();
    boxes.chain(points.map(|middle| Frame { middle, size: Size::default() })).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn plan() -> impl Strategy<Value = Plan> {
        let nodes = prop::collection::vec((20.0..180.0, 18.0..60.0), 1..16);
        nodes.prop_flat_map(|nodes| {
            let count = nodes.len();
            let links = prop::collection::vec((0..count, 0..count, 20.0..110.0), 0..20);
            links.prop_map(move |links| Plan {
                nodes: nodes.iter().map(|&(width, height)| Size { width, height }).collect(),
                links: links
                    .into_iter()
                    .filter(|(from, to, _)| from != to)
                    .map(|(from, to, width)| Link { from, to, label: Size { width, height: 15.0 } })
                    .collect(),
            })
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]

        #[test]
        fn nothing_overlaps_and_all_is_on_the_page(plan in plan()) {
            let layout = arrange(&plan);
            let nodes = plan.nodes.iter().zip(&layout.nodes);
            let labels = plan.links.iter().map(|link| &link.label).zip(&layout.labels);
            let frames: Vec<Frame> =
                nodes.chain(labels).map(|(&size, &middle)| Frame { middle, size }).collect();
            for (place, frame) in frames.iter().enumerate() {
                prop_assert!(frame.left() > -0.01 && frame.right() < layout.page.width + 0.01);
                prop_assert!(frame.top() > -0.01 && frame.bottom() < layout.page.height + 0.01);
                for other in &frames[..place] {
                    let (across, down) = frame.overlap(other);
                    prop_assert!(across <= 0.0 || down <= 0.0, "{:?} {:?}", frame, other);
                }
            }
        }
    }
}
