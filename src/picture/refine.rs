//! Improves an arrangement by small moves: every box is pushed a little in eight directions, nodes with few edges
//! also jump to free places near their neighbours, and a move stays if the picture then reads better ([`Costs`]).
//! Steps shrink from round to round. Plain descent instead of annealing: no random numbers, and the start is good.

use super::cost::Costs;
use super::geometry::Point;
use super::scene::Scene;

/// Directions of moves: the compass rose in round numbers, because sines differ between platforms.
const ROSE: [(f64, f64); 16] = [
    (1.0, 0.0),
    (0.0, 1.0),
    (-1.0, 0.0),
    (0.0, -1.0),
    (0.7, 0.7),
    (-0.7, 0.7),
    (-0.7, -0.7),
    (0.7, -0.7),
    (0.92, 0.38),
    (0.38, 0.92),
    (-0.38, 0.92),
    (-0.92, 0.38),
    (-0.92, -0.38),
    (-0.38, -0.92),
    (0.38, -0.92),
    (0.92, -0.38),
];
const FIRST_STEP: f64 = 70.0;
const SHRINKING: f64 = 0.86;
const LAST_STEP: f64 = 2.5;
/// Nodes with at most this many edges may jump.
const MOST_EDGES_TO_JUMP: usize = 3;

/// Boxes that move together, and the links that change with them.
struct Group {
    frames: Vec<usize>,
    links: Vec<usize>,
    /// How far each frame goes along when the first one moves by one.
    shares: Vec<f64>,
}

pub fn refine(scene: &mut Scene) {
    let nodes = scene.nodes;
    let mut costs = Costs::new(scene);
    let singles: Vec<Group> = (0..nodes).map(|node| single(&costs, node)).collect();
    let bushes: Vec<Group> = (0..nodes).filter_map(|node| bush(&costs, node)).collect();
    let labels: Vec<Group> = (0..costs.scene.links.len()).map(|link| label(nodes, link)).collect();
    let mut step = FIRST_STEP;
    let mut round = 0;
    while step > LAST_STEP {
        if round % 5 == 0 {
            (0..nodes).for_each(|node| jump(&mut costs, &singles[node], node));
        }
        bushes.iter().for_each(|group| push(&mut costs, group, step));
        singles.iter().for_each(|group| push(&mut costs, group, step));
        labels.iter().for_each(|group| push(&mut costs, group, step * 0.6));
        step *= SHRINKING;
        round += 1;
    }
}

/// A node; the labels of its edges follow half-way.
fn single(costs: &Costs, node: usize) -> Group {
    let links = costs.incident[node].clone();
    let frames = std::iter::once(node).chain(links.iter().map(|link| costs.scene.nodes + link)).collect();
    let shares = std::iter::once(1.0).chain(links.iter().map(|_| 0.5)).collect();
    Group { frames, links, shares }
}

/// A node with all neighbours that have no other edge; `None` if there is none.
fn bush(costs: &Costs, node: usize) -> Option<Group> {
    let mut group = single(costs, node);
    for (place, &link) in costs.incident[node].iter().enumerate() {
        let (from, to) = costs.scene.links[link];
        let other = if from == node { to } else { from };
        if costs.incident[other].len() == 1 {
            group.frames.push(other);
            group.shares.push(1.0);
            group.shares[place + 1] = 1.0;
        }
    }
    (group.frames.len() > group.links.len() + 1).then_some(group)
}

fn label(nodes: usize, link: usize) -> Group {
    Group { frames: vec![nodes + link], links: vec![link], shares: vec![1.0] }
}

/// Tries the eight main directions and keeps the best, if it is better than staying.
fn push(costs: &mut Costs, group: &Group, step: f64) {
    let here: Vec<Point> = group.frames.iter().map(|&frame| costs.scene.frames[frame].middle).collect();
    let candidates = ROSE[..8].iter().map(|&(x, y)| {
        let along = Point { x: x * step, y: y * step };
        here.iter().zip(&group.shares).map(|(point, &share)| point.plus(along.times(share))).collect()
    });
    choose(costs, group, candidates.collect());
}

/// Tries places around the neighbours of a node, with its labels half-way between.
fn jump(costs: &mut Costs, group: &Group, node: usize) {
    if group.links.is_empty() || group.links.len() > MOST_EDGES_TO_JUMP {
        return;
    }
    let others: Vec<Point> = group
        .links
        .iter()
        .map(|&link| {
            let (from, to) = costs.scene.links[link];
            costs.scene.frames[if from == node { to } else { from }].middle
        })
        .collect();
    let middle = others.iter().fold(Point::default(), |sum, &point| sum.plus(point));
    let middle = middle.times(1.0 / others.len() as f64);
    let mut candidates = Vec::new();
    for radius in [110.0, 170.0, 250.0] {
        for (x, y) in ROSE {
            // Ellipses: boxes and labels are wide.
            let place = middle.plus(Point { x: x * radius * 1.35, y: y * radius * 0.8 });
            let labels = others.iter().map(|other| other.towards(place, 0.52));
            candidates.push(std::iter::once(place).chain(labels).collect());
        }
    }
    choose(costs, group, candidates);
}

/// Puts the group where it costs least, which may be where it is.
fn choose(costs: &mut Costs, group: &Group, candidates: Vec<Vec<Point>>) {
    let here: Vec<Point> = group.frames.iter().map(|&frame| costs.scene.frames[frame].middle).collect();
    let mut best = (costs.of(&group.frames, &group.links, f64::INFINITY) - 0.01, here);
    for candidate in candidates {
        costs.place(&group.frames, &group.links, &candidate);
        let cost = costs.of(&group.frames, &group.links, best.0);
        if cost < best.0 {
            best = (cost, candidate);
        }
    }
    costs.place(&group.frames, &group.links, &best.1);
}
