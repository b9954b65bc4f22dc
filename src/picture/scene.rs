//! A part of the picture while its boxes are being moved: what laying out, refining and judging share.

use super::geometry::Frame;

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
    /// The room wanted between two boxes; more between a label and its own nodes, for the line must be seen there.
    pub fn gap(&self, one: usize, other: usize) -> f64 {
        let (first, second) = (one.min(other), one.max(other));
        if second < self.nodes {
            return 22.0;
        }
        if first >= self.nodes {
            return 5.0;
        }
        let (from, to) = self.links[second - self.nodes];
        if first == from || first == to { 15.0 } else { 9.0 }
    }
}
