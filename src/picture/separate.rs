//! Pushes boxes apart until none overlaps another: what overlaps after stress and search is surely cleared here.

use super::geometry::Frame;

const ROUNDS: usize = 300;
/// Enough to make the page a thousand times as wide.
const WIDENINGS: usize = 80;

/// Moves the middles of overlapping boxes apart along the shorter way out; `gap` tells the room wanted between two.
pub fn separate(frames: &mut [Frame], gap: impl Fn(usize, usize) -> f64) {
    // If pushing chases boxes round in circles, the whole page is widened, which ends in the worst case.
    for _ in 0..WIDENINGS {
        if push(frames, &gap) {
            return;
        }
        for frame in frames.iter_mut() {
            frame.middle = frame.middle.times(1.1);
        }
    }
}

fn push(frames: &mut [Frame], gap: &impl Fn(usize, usize) -> f64) -> bool {
    for _ in 0..ROUNDS {
        let mut moved = false;
        for i in 0..frames.len() {
            for j in i + 1..frames.len() {
                let room = gap(i, j);
                let (across, down) = frames[i].overlap(&frames[j]);
                let (across, down) = (across + room, down + room);
                if across <= 0.01 || down <= 0.01 {
                    continue;
                }
                moved = true;
                let apart = frames[j].middle.minus(frames[i].middle);
                // Boxes with the same middle part by their order.
                let sign = |value: f64| if value < 0.0 { -0.5 } else { 0.5 };
                if across < down {
                    frames[i].middle.x -= sign(apart.x) * across;
                    frames[j].middle.x += sign(apart.x) * across;
                } else {
                    frames[i].middle.y -= sign(apart.y) * down;
                    frames[j].middle.y += sign(apart.y) * down;
                }
            }
        }
        if !moved {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::geometry::{Point, Size};

    #[test]
    fn even_a_heap_of_boxes_is_set_apart() {
        let size = |i: usize| Size { width: 20.0 + (i % 7) as f64 * 15.0, height: 14.0 };
        let mut frames: Vec<Frame> =
            (0..60).map(|i| Frame { middle: Point::default(), size: size(i) }).collect();
        separate(&mut frames, |_, _| 4.0);
        for i in 0..frames.len() {
            for j in 0..i {
                let (across, down) = frames[i].overlap(&frames[j]);
                assert!(across <= 0.0 || down <= 0.0, "{i} {j}");
            }
        }
    }
}
