//! How badly an arrangement reads, as a number: overlaps, edges that run through boxes or across each other, edges
//! that are long, bent, or leave a node side by side. The weights are pixels' worth of annoyance, found by eye.

use super::geometry::{Curve, Frame, Point, cross};
use super::scene::Scene;

const SEGMENTS: usize = 8;

/// The visible course of a link, sampled.
#[derive(Debug, Clone, Copy)]
struct Path {
    points: [Point; SEGMENTS + 1],
    /// What bounds the points.
    frame: Frame,
    length: f64,
}

/// A scene together with what its costs are computed from.
pub struct Costs<'a> {
    pub scene: &'a mut Scene,
    paths: Vec<Path>,
    /// Links of every node.
    pub incident: Vec<Vec<usize>>,
    moved: Vec<bool>,
    touched: Vec<bool>,
}

impl<'a> Costs<'a> {
    pub fn new(scene: &'a mut Scene) -> Costs<'a> {
        let mut incident = vec![Vec::new(); scene.nodes];
        for (link, &(from, to)) in scene.links.iter().enumerate() {
            incident[from].push(link);
            incident[to].push(link);
        }
        let paths = (0..scene.links.len()).map(|link| path(scene, link)).collect();
        let (moved, touched) = (vec![false; scene.frames.len()], vec![false; scene.links.len()]);
        Costs { scene, paths, incident, moved, touched }
    }

    /// The part of the whole cost that depends on these frames and links, or any number above `limit` as soon as
    /// it is sure to be above.
    pub fn of(&mut self, frames: &[usize], links: &[usize], limit: f64) -> f64 {
        frames.iter().for_each(|&frame| self.moved[frame] = true);
        links.iter().for_each(|&link| self.touched[link] = true);
        let mut cost: f64 = links.iter().map(|&link| self.course(link)).sum();
        for &frame in frames {
            if cost <= limit {
                cost += self.of_frame(frame);
            }
        }
        for &link in links {
            if cost <= limit {
                cost += self.of_link(link);
            }
        }
        frames.iter().for_each(|&frame| self.moved[frame] = false);
        links.iter().for_each(|&link| self.touched[link] = false);
        cost
    }

    /// Moves boxes to new middles and bends the links that depend on them.
    pub fn place(&mut self, frames: &[usize], links: &[usize], middles: &[Point]) {
        for (&frame, &middle) in frames.iter().zip(middles) {
            self.scene.frames[frame].middle = middle;
        }
        for &link in links {
            self.paths[link] = path(self.scene, link);
        }
    }

    fn of_frame(&self, frame: usize) -> f64 {
        let others = (0..self.scene.frames.len()).filter(|&other| !self.moved[other] || other > frame);
        let boxes: f64 = others.map(|other| self.crowding(frame, other)).sum();
        let links = (0..self.paths.len()).filter(|&link| !self.touched[link]);
        boxes + links.map(|link| self.covering(link, frame)).sum::<f64>()
    }

    fn of_link(&self, link: usize) -> f64 {
        let boxes: f64 = (0..self.scene.frames.len()).map(|frame| self.covering(link, frame)).sum();
        let others = (0..self.paths.len()).filter(|&other| !self.touched[other] || other > link);
        let lines: f64 = others.map(|other| self.crossing(link, other)).sum();
        boxes + lines
    }

    /// Two boxes nearer than their gap.
    fn crowding(&self, one: usize, other: usize) -> f64 {
        if one == other {
            return 0.0;
        }
        let gap = self.scene.gap(one, other);
        let (across, down) = self.scene.frames[one].overlap(&self.scene.frames[other]);
        let depth = across.min(down) + gap;
        if depth > 0.0 { 10.0 + 3.0 * depth } else { 0.0 }
    }

    /// A line that runs under a box that is none of its own.
    fn covering(&self, link: usize, frame: usize) -> f64 {
        let (from, to) = self.scene.links[link];
        if frame == from || frame == to || frame == self.scene.nodes + link {
            return 0.0;
        }
        let is_node = frame < self.scene.nodes;
        let grown = self.scene.frames[frame].grown(if is_node { 5.0 } else { 1.0 });
        let path = &self.paths[link];
        let (across, down) = path.frame.overlap(&grown);
        if across <= 0.0 || down <= 0.0 {
            return 0.0;
        }
        let inside: f64 = path.points.windows(2).map(|ends| grown.length_inside(ends[0], ends[1])).sum();
        match (inside > 0.0, is_node) {
            (false, _) => 0.0,
            (true, true) => 70.0 + 1.2 * inside,
            (true, false) => 24.0 + 0.6 * inside,
        }
    }

    fn crossing(&self, one: usize, other: usize) -> f64 {
        if one == other {
            return 0.0;
        }
        let (first, second) = (&self.paths[one], &self.paths[other]);
        let mut cost = self.bunching(one, other);
        let (across, down) = first.frame.overlap(&second.frame);
        if across <= 0.0 || down <= 0.0 {
            return cost;
        }
        for a in first.points.windows(2) {
            for b in second.points.windows(2) {
                if a[0].x.max(a[1].x) >= b[0].x.min(b[1].x)
                    && b[0].x.max(b[1].x) >= a[0].x.min(a[1].x)
                    && cross(a[0], a[1], b[0], b[1])
                {
                    // Lines that cross at a small angle are the harder ones to tell apart.
                    let (u, v) = (a[1].minus(a[0]), b[1].minus(b[0]));
                    let cosine = (u.x * v.x + u.y * v.y) / (u.length() * v.length()).max(1e-9);
                    cost += 24.0 + 30.0 * cosine * cosine;
                }
            }
        }
        cost
    }

    /// Links that leave or reach a node at nearly the same point.
    fn bunching(&self, one: usize, other: usize) -> f64 {
        let end = |link: usize, node: usize| {
            let (points, (from, _)) = (&self.paths[link].points, self.scene.links[link]);
            if from == node { points[0] } else { points[SEGMENTS] }
        };
        let (from, to) = self.scene.links[one];
        let (other_from, other_to) = self.scene.links[other];
        let shared = [from, to].into_iter().filter(|&node| node == other_from || node == other_to);
        shared.map(|node| 2.0 * (14.0 - end(one, node).distance(end(other, node))).max(0.0)).sum()
    }

    /// The length and the bend of a link, and whether its label is near its middle.
    fn course(&self, link: usize) -> f64 {
        let (from, to) = self.scene.links[link];
        let [start, end, label] =
            [from, to, self.scene.nodes + link].map(|frame| self.scene.frames[frame].middle);
        let chord = end.minus(start);
        let size = chord.length().max(1.0);
        let away = label.minus(start.towards(end, 0.5));
        let along = (away.x * chord.x + away.y * chord.y) / size;
        let aside = (away.x * chord.y - away.y * chord.x) / size;
        let length = self.paths[link].length;
        let too_far = (along.abs() - 0.14 * size).max(0.0);
        0.08 * length + length * length / 5000.0 + 0.012 * aside * aside + 0.02 * too_far * too_far
    }
}

fn path(scene: &Scene, link: usize) -> Path {
    let (from, to) = scene.links[link];
    let [start, end, label] = [from, to, scene.nodes + link].map(|frame| scene.frames[frame]);
    let curve = Curve::through(start.middle, label.middle, end.middle)
        .outside(|point| start.contains(point), |point| end.contains(point));
    let points = std::array::from_fn(|step| curve.at(step as f64 / SEGMENTS as f64));
    let (mut least, mut most) = (points[0], points[0]);
    for point in &points {
        least = Point { x: least.x.min(point.x), y: least.y.min(point.y) };
        most = Point { x: most.x.max(point.x), y: most.y.max(point.y) };
    }
    let size = super::geometry::Size { width: most.x - least.x, height: most.y - least.y };
    let length = points.windows(2).map(|ends| ends[0].distance(ends[1])).sum();
    Path { points, frame: Frame { middle: least.towards(most, 0.5), size }, length }
}
