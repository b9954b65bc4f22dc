//! The outlines of nodes: their paths in SVG, and which points they hold, so that edges end at the outline.

use super::colour::Shape;
use super::geometry::{Frame, Point};

/// Room that a shape's slanted sides need left and right of its text, for a box of this height.
pub fn side_room(shape: Shape, height: f64) -> f64 {
    match shape {
        Shape::Rectangle | Shape::Rounded => 0.0,
        Shape::Octagon => 2.0,
        Shape::Pill => (height * 0.16).min(9.0),
        Shape::Hexagon => (height * 0.16).min(8.0),
    }
}

/// The corner that is cut off or rounded away: how far across and how far down it reaches.
fn corner(shape: Shape, frame: &Frame) -> (f64, f64) {
    let half = frame.size.height / 2.0;
    let third = frame.size.width / 3.0;
    match shape {
        Shape::Rectangle => (0.0, 0.0),
        Shape::Rounded => (half.min(6.0), half.min(6.0)),
        Shape::Octagon => (half.min(7.0).min(third), half.min(7.0)),
        Shape::Pill => (half.min(20.0), half.min(20.0)),
        Shape::Hexagon => (half.min(14.0).min(third), half),
    }
}

pub fn contains(shape: Shape, frame: &Frame, point: Point) -> bool {
    if !frame.contains(point) {
        return false;
    }
    let (across, down) = corner(shape, frame);
    if across == 0.0 {
        return true;
    }
    // How far into the cut corner's box the point is, as shares of it.
    let x = ((point.x - frame.middle.x).abs() - (frame.size.width / 2.0 - across)).max(0.0) / across;
    let y = ((point.y - frame.middle.y).abs() - (frame.size.height / 2.0 - down)).max(0.0) / down;
    match shape {
        Shape::Hexagon | Shape::Octagon => x + y <= 1.0,
        Shape::Rectangle | Shape::Rounded | Shape::Pill => x * x + y * y <= 1.0,
    }
}

/// The SVG element without its closing `/>`, for the caller to add paint.
pub fn element(shape: Shape, frame: &Frame) -> String {
    let (left, right, top, bottom) = (frame.left(), frame.right(), frame.top(), frame.bottom());
    let (across, down) = corner(shape, frame);
    match shape {
        Shape::Rectangle | Shape::Rounded | Shape::Pill => format!(
            "<rect x=\"{left:.1}\" y=\"{top:.1}\" width=\"{:.1}\" height=\"{:.1}\" rx=\"{across:.1}\"",
            frame.size.width, frame.size.height
        ),
        Shape::Hexagon | Shape::Octagon => {
            let corners = [
                (left + across, top),
                (right - across, top),
                (right, top + down),
                (right, bottom - down),
                (right - across, bottom),
                (left + across, bottom),
                (left, bottom - down),
                (left, top + down),
            ];
            let points: Vec<String> = corners.iter().map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
            format!("<polygon points=\"{}\"", points.join(" "))
        }
    }
}
