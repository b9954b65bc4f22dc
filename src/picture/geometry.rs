//! Points, boxes and curves of the page. Lengths are pixels, y grows downwards. Only `sqrt` beyond plain arithmetic:
//! sines and powers differ between platforms in their last bits, and pictures must come out alike everywhere.

#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Point {
    pub x: f64,
    pub y: f64,
}

#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Size {
    pub width: f64,
    pub height: f64,
}

/// A box around its middle.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Frame {
    pub middle: Point,
    pub size: Size,
}

/// A quadratic Bézier curve.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Curve {
    pub start: Point,
    pub control: Point,
    pub end: Point,
}

impl Point {
    pub fn plus(self, other: Point) -> Point {
        Point { x: self.x + other.x, y: self.y + other.y }
    }

    pub fn minus(self, other: Point) -> Point {
        Point { x: self.x - other.x, y: self.y - other.y }
    }

    pub fn times(self, factor: f64) -> Point {
        Point { x: self.x * factor, y: self.y * factor }
    }

    pub fn length(self) -> f64 {
        (self.x * self.x + self.y * self.y).sqrt()
    }

    pub fn distance(self, other: Point) -> f64 {
        self.minus(other).length()
    }

    /// The point a share of the way to another one.
    pub fn towards(self, other: Point, share: f64) -> Point {
        self.plus(other.minus(self).times(share))
    }
}

/// Twice the signed area of a triangle: on which side of the line through `a` and `b` the point `c` lies.
pub fn side(a: Point, b: Point, c: Point) -> f64 {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

/// Whether two line segments cross properly.
pub fn cross(a: Point, b: Point, c: Point, d: Point) -> bool {
    side(a, b, c) * side(a, b, d) < 0.0 && side(c, d, a) * side(c, d, b) < 0.0
}

impl Frame {
    pub fn left(&self) -> f64 {
        self.middle.x - self.size.width / 2.0
    }

    pub fn right(&self) -> f64 {
        self.middle.x + self.size.width / 2.0
    }

    pub fn top(&self) -> f64 {
        self.middle.y - self.size.height / 2.0
    }

    pub fn bottom(&self) -> f64 {
        self.middle.y + self.size.height / 2.0
    }

    pub fn contains(&self, point: Point) -> bool {
        (point.x - self.middle.x).abs() <= self.size.width / 2.0
            && (point.y - self.middle.y).abs() <= self.size.height / 2.0
    }

    /// The box grown by a margin on every side.
    pub fn grown(&self, margin: f64) -> Frame {
        let size = Size { width: self.size.width + 2.0 * margin, height: self.size.height + 2.0 * margin };
        Frame { size, ..*self }
    }

    /// How far two boxes reach into each other across and down; both are positive where they overlap.
    pub fn overlap(&self, other: &Frame) -> (f64, f64) {
        let across = (self.size.width + other.size.width) / 2.0 - (self.middle.x - other.middle.x).abs();
        let down = (self.size.height + other.size.height) / 2.0 - (self.middle.y - other.middle.y).abs();
        (across, down)
    }

    /// The length of the part of a segment that lies inside (Liang and Barsky 1984).
    pub fn length_inside(&self, from: Point, to: Point) -> f64 {
        let step = to.minus(from);
        let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
        let edges = [
            (-step.x, from.x - self.left()),
            (step.x, self.right() - from.x),
            (-step.y, from.y - self.top()),
            (step.y, self.bottom() - from.y),
        ];
        for (slope, room) in edges {
            if slope == 0.0 {
                if room < 0.0 {
                    return 0.0;
                }
            } else if slope < 0.0 {
                enter = enter.max(room / slope);
            } else {
                leave = leave.min(room / slope);
            }
        }
        (leave - enter).max(0.0) * step.length()
    }
}

impl Curve {
    /// The curve from one point to another that passes through a third one half-way.
    pub fn through(start: Point, middle: Point, end: Point) -> Curve {
        Curve { start, control: middle.times(2.0).minus(start.towards(end, 0.5)), end }
    }

    pub fn at(&self, time: f64) -> Point {
        self.start.towards(self.control, time).towards(self.control.towards(self.end, time), time)
    }

    /// The part between two times (de Casteljau).
    pub fn part(&self, from: f64, to: f64) -> Curve {
        let control =
            self.start.towards(self.control, from).towards(self.control.towards(self.end, from), to);
        Curve { start: self.at(from), control, end: self.at(to) }
    }

    /// The part outside what `first` and `last` contain at the curve's two ends.
    pub fn outside(&self, first: impl Fn(Point) -> bool, last: impl Fn(Point) -> bool) -> Curve {
        let leave = boundary(0.0, 0.5, |time| first(self.at(time)));
        let enter = boundary(1.0, 0.5, |time| last(self.at(time)));
        self.part(leave, enter)
    }
}

/// Where, between a time inside and a time outside, the border lies.
fn boundary(mut inside: f64, mut outside: f64, is_inside: impl Fn(f64) -> bool) -> f64 {
    for _ in 0..14 {
        let middle = (inside + outside) / 2.0;
        if is_inside(middle) {
            inside = middle;
        } else {
            outside = middle;
        }
    }
    outside
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(x: f64, y: f64) -> Point {
        Point { x, y }
    }

    #[test]
    fn a_curve_passes_through_its_label() {
        let curve = Curve::through(point(0.0, 0.0), point(40.0, 30.0), point(100.0, 0.0));
        assert_eq!(curve.at(0.5), point(40.0, 30.0));
        let part = curve.part(0.25, 0.75);
        assert!(part.start.distance(curve.at(0.25)) < 1e-9);
        assert!(part.at(0.5).distance(curve.at(0.5)) < 1e-9);
    }

    #[test]
    fn segments_inside_boxes_are_measured() {
        let frame = Frame { middle: point(0.0, 0.0), size: Size { width: 20.0, height: 10.0 } };
        assert!((frame.length_inside(point(-50.0, 0.0), point(50.0, 0.0)) - 20.0).abs() < 1e-9);
        assert_eq!(frame.length_inside(point(-50.0, 6.0), point(50.0, 6.0)), 0.0);
        assert!(cross(point(0.0, 0.0), point(2.0, 2.0), point(0.0, 2.0), point(2.0, 0.0)));
    }
}
