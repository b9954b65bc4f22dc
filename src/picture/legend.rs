//! The key below the picture: classes, kinds of edges, what widths and dots mean. Only what occurs is explained.

use super::colour::Styles;
use super::draw::{arrow_head, stroke};
use super::geometry::{Frame, Point, Size};
use super::kind::Kind;
use super::shapes;
use super::text::{Weight, width};
use super::view::View;
use crate::xml::readable;

const FONT: f64 = 11.0;
const ROW: f64 = 20.0;
const SAMPLE: f64 = 30.0;

/// The key's elements in a box of the given width, from its top left corner, and its height.
pub fn legend(styles: &Styles, view: &View, room: f64) -> (String, f64) {
    let mut key = Key { svg: String::new(), x: 0.0, y: 0.0, room };
    for (label, style) in &styles.legend {
        key.entry(label, |middle| {
            let frame = Frame { middle, size: Size { width: 24.0, height: 13.0 } };
            format!(
                "{} fill=\"{}\" stroke=\"{}\"/>",
                shapes::element(style.shape, &frame),
                style.fill,
                style.line
            )
        });
    }
    key.new_row();
    for kind in Kind::ALL {
        if view.edges.iter().any(|edge| edge.kind == kind) {
            key.entry(explanation(kind), |middle| line(middle, kind, 1));
        }
    }
    if view.edges.iter().any(|edge| edge.articles > 1) {
        key.entry("said by several articles", |middle| line(middle, Kind::Stated, 4));
    }
    if view.nodes.iter().flat_map(|node| &node.notes).any(|note| note.text.contains('…')) {
        key.entry("not named in the sentence", |middle| {
            format!(
                "<text class=\"note\" x=\"{:.1}\" y=\"{:.1}\" font-size=\"{FONT}\" text-anchor=\"middle\">…</text>",
                middle.x,
                middle.y + 3.0
            )
        });
    }
    key.new_row();
    (key.svg, key.y)
}

fn explanation(kind: Kind) -> &'static str {
    match kind {
        Kind::Stated => "stated",
        Kind::Disputed => "stated by some, denied by others",
        Kind::Denied => "denied",
        Kind::Doubtful => "stated, but the reading is not sure enough",
        Kind::Past => "was once, and is over",
        Kind::Possible => "possible, planned or asked for",
    }
}

fn line(middle: Point, kind: Kind, articles: usize) -> String {
    let (from, base, tip) = (middle.x - 14.0, middle.x + 7.0, middle.x + 14.0);
    let at = |x| Point { x, y: middle.y };
    let width = stroke(articles);
    format!(
        "<path class=\"edge {}\" stroke-width=\"{width:.1}\" d=\"M{from:.1} {1:.1}L{base:.1} {1:.1}\"/>{2}",
        kind.style_name(),
        middle.y,
        arrow_head(at(base), at(tip), width, kind)
    )
}

/// Writes entries from left to right, then on the next row.
struct Key {
    svg: String,
    x: f64,
    y: f64,
    room: f64,
}

impl Key {
    fn entry(&mut self, label: &str, sample: impl Fn(Point) -> String) {
        let wide = SAMPLE + 6.0 + width(label, Weight::Regular, FONT) + 18.0;
        if self.x > 0.0 && self.x + wide > self.room {
            self.new_row();
        }
        let middle = Point { x: self.x + SAMPLE / 2.0, y: self.y + ROW / 2.0 };
        self.svg.push_str(&sample(middle));
        self.svg.push_str(&format!(
            "<text class=\"quiet\" x=\"{:.1}\" y=\"{:.1}\" font-size=\"{FONT}\">{}</text>\n",
            self.x + SAMPLE + 6.0,
            middle.y + FONT * 0.35,
            readable(label)
        ));
        self.x += wide;
    }

    fn new_row(&mut self) {
        if self.x > 0.0 {
            (self.x, self.y) = (0.0, self.y + ROW);
        }
    }
}
