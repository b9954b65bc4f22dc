//! Puts the separate parts of a picture on one page: the largest first, each following one where it makes the page
//! grow least, which often is a free corner beside or below the large one.

use super::geometry::{Frame, Point, Size};

/// Width to height of a page that looks well in print and on screens.
const ASPECT: f64 = 1.45;
/// Room between parts, in pixels.
const GAP: f64 = 36.0;
/// Places are tried on a raster of this many pixels.
const CELL: f64 = 10.0;

/// Corners for parts, given as what they cover from their own corner, and the page that holds them all.
pub fn pack(parts: &[Vec<Frame>]) -> (Vec<Point>, Size) {
    let mut corners = Vec::with_capacity(parts.len());
    let mut covered: Vec<Frame> = Vec::new();
    let mut page = Size::default();
    for part in parts {
        let size = extent(part);
        let corner = if covered.is_empty() { Point::default() } else { best_corner(&covered, page, size) };
        page.width = page.width.max(corner.x + size.width);
        page.height = page.height.max(corner.y + size.height);
        covered.extend(part.iter().map(|frame| Frame { middle: frame.middle.plus(corner), ..*frame }));
        corners.push(corner);
    }
    (corners, page)
}

fn extent(frames: &[Frame]) -> Size {
    Size {
        width: frames.iter().map(Frame::right).fold(0.0, f64::max),
        height: frames.iter().map(Frame::bottom).fold(0.0, f64::max),
    }
}

/// The free place for a box that makes the page grow least; among equal ones, the one farthest from the middle, so
/// that loose parts gather in the page's corners.
fn best_corner(covered: &[Frame], page: Size, size: Size) -> Point {
    let room = Size { width: page.width + size.width + GAP, height: page.height + size.height + GAP };
    let raster = Raster::new(covered, room);
    let (columns, rows) = (cells(page.width + GAP) + 1, cells(page.height + GAP) + 1);
    let mut best = (f64::INFINITY, f64::INFINITY, Point { x: 0.0, y: page.height + GAP });
    for row in 0..=rows {
        for column in 0..=columns {
            let corner = Point { x: column as f64 * CELL, y: row as f64 * CELL };
            if !raster.is_free(corner, size) {
                continue;
            }
            let wide = page.width.max(corner.x + size.width);
            let high = page.height.max(corner.y + size.height);
            let area = wide.max(high * ASPECT) * high.max(wide / ASPECT) + 0.2 * wide * high;
            let middle = corner.plus(Point { x: size.width / 2.0, y: size.height / 2.0 });
            let centrality = -middle.distance(Point { x: wide / 2.0, y: high / 2.0 });
            if (area, centrality) < (best.0, best.1) {
                best = (area, centrality, corner);
            }
        }
    }
    best.2
}

fn cells(length: f64) -> usize {
    (length / CELL).ceil().max(0.0) as usize
}

/// Which cells are covered, as a table of sums, so that a box is tested in four look-ups (Crow 1984).
struct Raster {
    columns: usize,
    rows: usize,
    sums: Vec<u32>,
}

impl Raster {
    fn new(covered: &[Frame], room: Size) -> Raster {
        let (columns, rows) = (cells(room.width) + 2, cells(room.height) + 2);
        let mut full = vec![false; columns * rows];
        for frame in covered {
            let grown = frame.grown(GAP);
            let (left, top) =
                ((grown.left() / CELL).max(0.0) as usize, (grown.top() / CELL).max(0.0) as usize);
            for row in top..cells(grown.bottom()).min(rows) {
                for column in left..cells(grown.right()).min(columns) {
                    full[row * columns + column] = true;
                }
            }
        }
        let mut sums = vec![0; (columns + 1) * (rows + 1)];
        for row in 0..rows {
            for column in 0..columns {
                let own = u32::from(full[row * columns + column]);
                let at = |row: usize, column: usize| sums[row * (columns + 1) + column];
                let sum = own + at(row, column + 1) + at(row + 1, column) - at(row, column);
                sums[(row + 1) * (columns + 1) + column + 1] = sum;
            }
        }
        Raster { columns, rows, sums }
    }

    fn is_free(&self, corner: Point, size: Size) -> bool {
        let (left, top) = ((corner.x / CELL) as usize, (corner.y / CELL) as usize);
        let right = cells(corner.x + size.width).min(self.columns);
        let bottom = cells(corner.y + size.height).min(self.rows);
        let at = |row: usize, column: usize| self.sums[row * (self.columns + 1) + column];
        left >= right
            || top >= bottom
            || at(bottom, right) + at(top, left) == at(top, right) + at(bottom, left)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(width: f64, height: f64) -> Frame {
        Frame { middle: Point { x: width / 2.0, y: height / 2.0 }, size: Size { width, height } }
    }

    #[test]
    fn a_small_part_takes_the_free_corner_of_a_large_one() {
        let mut bar = block(600.0, 60.0);
        bar.middle.y = 30.0;
        let mut post = block(60.0, 400.0);
        post.middle.y = 200.0;
        let (corners, page) = pack(&[vec![bar, post], vec![block(80.0, 40.0)]]);
        assert_eq!(page, Size { width: 600.0, height: 400.0 }, "the page does not grow");
        assert!(corners[1].x > 400.0 && corners[1].y > 300.0, "{:?}", corners[1]);
    }

    #[test]
    fn parts_keep_their_distance() {
        let parts: Vec<Vec<Frame>> =
            (0..30).map(|i| vec![block(40.0 + f64::from(i % 5) * 30.0, 30.0)]).collect();
        let (corners, _) = pack(&parts);
        let placed: Vec<Frame> = parts
            .iter()
            .zip(&corners)
            .map(|(part, corner)| Frame { middle: part[0].middle.plus(*corner), ..part[0] })
            .collect();
        for (i, one) in placed.iter().enumerate() {
            for other in &placed[..i] {
                let (across, down) = one.overlap(other);
                assert!(across < 0.0 || down < 0.0);
            }
        }
    }
}
