//! A first arrangement: distances on the page follow distances in the graph. Stress majorisation (Gansner, Koren
//! and North 2004) from classical scaling (Torgerson 1952) as its start, so that no random number is needed.

use petgraph::algo::dijkstra;
use petgraph::graph::{NodeIndex, UnGraph};

use super::geometry::{Point, Size};

/// Boxes are wider than high and pages too: distances are taken on a page pressed together sideways by this factor.
const WIDENING: f64 = 1.5;
const ROUNDS: usize = 120;

/// Middles for connected boxes; `ties` are pairs of boxes that belong side by side, with a gap in pixels.
pub fn arrange(boxes: &[Size], ties: &[(usize, usize, f64)]) -> Vec<Point> {
    let distances = distances(boxes, ties);
    let mut points = scaling(&distances);
    for _ in 0..ROUNDS {
        majorise(&mut points, &distances);
    }
    level(&mut points);
    points.iter().map(|point| Point { x: point.x * WIDENING, y: point.y }).collect()
}

/// All shortest ways in the graph of boxes.
fn distances(boxes: &[Size], ties: &[(usize, usize, f64)]) -> Vec<Vec<f64>> {
    let mut graph: UnGraph<(), f64> = UnGraph::with_capacity(boxes.len(), ties.len());
    for _ in boxes {
        graph.add_node(());
    }
    let reach = |index: usize| (boxes[index].width / WIDENING + boxes[index].height) / 4.0;
    for &(one, other, gap) in ties {
        graph.add_edge(NodeIndex::new(one), NodeIndex::new(other), reach(one) + reach(other) + gap);
    }
    let from = |start: usize| {
        let found = dijkstra(&graph, NodeIndex::new(start), None, |edge| *edge.weight());
        let far = |index: usize| found.get(&NodeIndex::new(index)).copied();
        (0..boxes.len()).map(|index| far(index).unwrap_or(1000.0).max(1.0)).collect()
    };
    (0..boxes.len()).map(from).collect()
}

/// The two strongest axes of the centred squared distances, by power iteration.
fn scaling(distances: &[Vec<f64>]) -> Vec<Point> {
    let count = distances.len();
    let square = |i: usize, j: usize| if i == j { 0.0 } else { distances[i][j] * distances[i][j] };
    let mean: Vec<f64> =
        (0..count).map(|i| (0..count).map(|j| square(i, j)).sum::<f64>() / count as f64).collect();
    let total = mean.iter().sum::<f64>() / count as f64;
    let centred: Vec<Vec<f64>> = (0..count)
        .map(|i| (0..count).map(|j| (mean[i] + mean[j] - square(i, j) - total) / 2.0).collect())
        .collect();
    let first = strongest(&centred, None);
    let second = strongest(&centred, Some(&first));
    // Leaves of one hub fall on one point; a small spiral by index sets them apart.
    let spread = |index: usize| (index * 37 % 101) as f64 / 10.1 - 5.0;
    (0..count).map(|i| Point { x: first[i] + spread(i), y: second[i] + spread(i * 3 + 1) }).collect()
}

/// An eigenvector, scaled by the root of its eigenvalue, perpendicular to `other`.
fn strongest(matrix: &[Vec<f64>], other: Option<&[f64]>) -> Vec<f64> {
    let count = matrix.len();
    let mut vector: Vec<f64> = (0..count).map(|i| (i * 73 % 97) as f64 - 48.0).collect();
    let mut value = 0.0;
    for _ in 0..60 {
        if let Some(other) = other {
            let norm: f64 = other.iter().map(|x| x * x).sum::<f64>().max(1e-9);
            let share: f64 = vector.iter().zip(other).map(|(x, y)| x * y).sum::<f64>() / norm;
            vector.iter_mut().zip(other).for_each(|(x, y)| *x -= share * y);
        }
        let norm = vector.iter().map(|x| x * x).sum::<f64>().sqrt().max(1e-9);
        vector.iter_mut().for_each(|x| *x /= norm);
        let next: Vec<f64> =
            matrix.iter().map(|row| row.iter().zip(&vector).map(|(a, x)| a * x).sum()).collect();
        value = next.iter().zip(&vector).map(|(a, x)| a * x).sum();
        vector = next;
    }
    let norm = vector.iter().map(|x| x * x).sum::<f64>().sqrt().max(1e-9);
    let scale = value.abs().sqrt() / norm;
    vector.iter().map(|x| x * scale).collect()
}

/// One round: every point goes where all the others would have it.
fn majorise(points: &mut [Point], distances: &[Vec<f64>]) {
    for i in 0..points.len() {
        let (mut sum, mut weights) = (Point::default(), 0.0);
        for j in (0..points.len()).filter(|&j| j != i) {
            let wanted = distances[i][j];
            let weight = 1.0 / (wanted * wanted);
            let apart = points[i].distance(points[j]).max(1e-3);
            let place = points[j].plus(points[i].minus(points[j]).times(wanted / apart));
            sum = sum.plus(place.times(weight));
            weights += weight;
        }
        if weights > 0.0 {
            points[i] = sum.times(1.0 / weights);
        }
    }
}

/// Turns the points so that their longest extent lies level.
fn level(points: &mut [Point]) {
    let count = points.len().max(1) as f64;
    let middle = points.iter().fold(Point::default(), |sum, &point| sum.plus(point)).times(1.0 / count);
    let (mut xx, mut xy, mut yy) = (0.0, 0.0, 0.0);
    for point in points.iter() {
        let away = point.minus(middle);
        xx += away.x * away.x;
        xy += away.x * away.y;
        yy += away.y * away.y;
    }
    let half = (xx - yy) / 2.0;
    let value = (xx + yy) / 2.0 + (half * half + xy * xy).sqrt();
    // Two ways to write the same axis; the longer one is the exact one.
    let candidates = [Point { x: value - yy, y: xy }, Point { x: xy, y: value - xx }];
    let axis = if candidates[0].length() >= candidates[1].length() { candidates[0] } else { candidates[1] };
    let length = axis.length();
    if length < 1e-9 {
        return;
    }
    let (cosine, sine) = (axis.x / length, axis.y / length);
    for point in points.iter_mut() {
        let away = point.minus(middle);
        *point = Point { x: away.x * cosine + away.y * sine, y: away.y * cosine - away.x * sine };
    }
}
