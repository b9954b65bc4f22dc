//! The SVG elements of a laid-out figure: edges below, their labels above them, nodes on top.

use super::colour::{Style, Styles};
use super::figure::{Bundle, Figure, LEADING, NodeBox, SMALL};
use super::geometry::{Curve, Frame, Point};
use super::kind::Kind;
use super::layout::Layout;
use super::shapes;
use super::view::{Edge, Node, View};
use crate::xml::readable;

/// From the top of a line to its baseline, as a share of the font size: so capitals stand in the line's middle.
const BASELINE: f64 = 0.95;
const HEAD_LENGTH: f64 = 8.0;
const HEAD_HALF_WIDTH: f64 = 3.6;

/// Where a click leads; `None` for no link.
pub struct Links<'a> {
    pub node: &'a dyn Fn(&Node) -> Option<String>,
    pub edge: &'a dyn Fn(&Edge) -> Option<String>,
}

pub fn figure(
    figure: &Figure,
    layout: &Layout,
    view: &View,
    styles: &Styles,
    origin: Point,
    links: &Links,
) -> String {
    let place = |middle: &Point, size| Frame { middle: middle.plus(origin), size };
    let frames: Vec<Frame> =
        figure.nodes.iter().zip(&layout.nodes).map(|(node, middle)| place(middle, node.size)).collect();
    let labels: Vec<Frame> = figure
        .bundles
        .iter()
        .zip(&layout.labels)
        .map(|(bundle, middle)| place(middle, bundle.size))
        .collect();

    let mut svg = String::from("<g class=\"edges\">\n");
    for (bundle, label) in figure.bundles.iter().zip(&labels) {
        let ends = [bundle.from, bundle.to].map(|node| (frames[node], styles.nodes[node]));
        svg.push_str(&line(bundle, label.middle, ends, view));
    }
    svg.push_str("</g>\n<g class=\"labels\">\n");
    for (bundle, frame) in figure.bundles.iter().zip(&labels) {
        svg.push_str(&label(bundle, frame, view, links));
    }
    svg.push_str("</g>\n<g class=\"nodes\">\n");
    for (index, node) in figure.nodes.iter().enumerate() {
        svg.push_str(&node_group(
            node,
            &view.nodes[index],
            &frames[index],
            styles.nodes[index],
            links,
            index,
        ));
    }
    svg.push_str("</g>\n");
    svg
}

/// Stroke width in pixels for a number of articles.
pub fn stroke(articles: usize) -> f64 {
    1.2 + 0.7 * (articles.clamp(1, 6) - 1) as f64
}

fn line(bundle: &Bundle, label: Point, ends: [(Frame, Style); 2], view: &View) -> String {
    let [(from, from_style), (to, to_style)] = ends;
    let curve = Curve::through(from.middle, label, to.middle).outside(
        |point| shapes::contains(from_style.shape, &from.grown(1.0), point),
        |point| shapes::contains(to_style.shape, &to.grown(2.0), point),
    );
    let articles = bundle.edges.iter().map(|&edge| view.edges[edge].articles).max().unwrap_or(1);
    let width = stroke(articles);
    let mut svg = format!("<g data-from=\"{}\" data-to=\"{}\">", bundle.from, bundle.to);
    let shown = if bundle.symmetric { curve } else { shorten(&curve, HEAD_LENGTH - 1.0) };
    svg.push_str(&format!(
        "<path class=\"edge {}\" stroke-width=\"{width:.1}\" d=\"M{:.1} {:.1}Q{:.1} {:.1} {:.1} {:.1}\"/>",
        bundle.kind.style_name(),
        shown.start.x,
        shown.start.y,
        shown.control.x,
        shown.control.y,
        shown.end.x,
        shown.end.y
    ));
    if !bundle.symmetric {
        svg.push_str(&arrow_head(shown.end, curve.end, width, bundle.kind));
    }
    svg.push_str("</g>\n");
    svg
}

/// The curve without its last pixels, where the arrow head goes.
fn shorten(curve: &Curve, length: f64) -> Curve {
    let mut time = 1.0;
    while time > 0.5 && curve.at(time).distance(curve.end) < length {
        time -= 0.005;
    }
    curve.part(0.0, time)
}

pub fn arrow_head(base: Point, tip: Point, stroke: f64, kind: Kind) -> String {
    let along = tip.minus(base);
    let length = along.length().max(1e-6);
    let across = Point { x: -along.y / length, y: along.x / length }.times(HEAD_HALF_WIDTH + stroke * 0.6);
    // A little before the line's end, so that no gap shows.
    let base = base.minus(along.times(1.0 / length));
    let (left, right) = (base.plus(across), base.minus(across));
    format!(
        "<path class=\"head head-{}\" d=\"M{:.1} {:.1}L{:.1} {:.1}L{:.1} {:.1}Z\"/>",
        kind.style_name(),
        tip.x,
        tip.y,
        left.x,
        left.y,
        right.x,
        right.y
    )
}

fn label(bundle: &Bundle, frame: &Frame, view: &View, links: &Links) -> String {
    let mut svg = format!(
        "<g data-from=\"{}\" data-to=\"{}\"><rect class=\"halo\" x=\"{:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{:.1}\" rx=\"3\"/>",
        bundle.from,
        bundle.to,
        frame.left(),
        frame.top(),
        frame.size.width,
        frame.size.height
    );
    let mut baseline = frame.top() + 1.5 + SMALL * BASELINE;
    for &edge in &bundle.edges {
        let edge: &Edge = &view.edges[edge];
        let text = format!(
            "<text class=\"text-{}\" x=\"{:.1}\" y=\"{baseline:.1}\" font-size=\"{SMALL}\" text-anchor=\"middle\"><title>{}</title>{}</text>",
            edge.kind.style_name(),
            frame.middle.x,
            readable(&edge.tooltip()),
            readable(&edge.words()),
        );
        svg.push_str(&linked((links.edge)(edge), text));
        baseline += SMALL * LEADING;
    }
    svg.push_str("</g>\n");
    svg
}

fn node_group(
    node: &NodeBox,
    shown: &Node,
    frame: &Frame,
    style: Style,
    links: &Links,
    index: usize,
) -> String {
    let class_name = if shown.class.is_empty() { String::new() } else { format!(" ({})", shown.class) };
    let mut inside = format!(
        "<title>{}{}</title>{} fill=\"{}\" stroke=\"{}\" stroke-width=\"1.3\"/>",
        readable(&shown.label),
        readable(&class_name),
        shapes::element(style.shape, frame),
        style.fill,
        style.line
    );
    let mut baseline = frame.top() + 5.0 - node.font * (LEADING - BASELINE);
    for line in &node.lines {
        baseline += node.font * LEADING;
        inside.push_str(&text_line(
            frame.middle.x,
            baseline,
            node.font,
            " font-weight=\"bold\"",
            "name",
            line,
        ));
    }
    baseline += 1.0;
    for (line, kind) in &node.notes {
        baseline += SMALL * LEADING;
        let class = format!("note text-{}", kind.style_name());
        inside.push_str(&text_line(frame.middle.x, baseline, SMALL, "", &class, line));
    }
    format!("<g data-node=\"{index}\">{}</g>\n", linked((links.node)(shown), inside))
}

fn text_line(x: f64, baseline: f64, size: f64, weight: &str, class: &str, text: &str) -> String {
    format!(
        "<text class=\"{class}\" x=\"{x:.1}\" y=\"{baseline:.1}\" font-size=\"{size:.1}\"{weight} text-anchor=\"middle\">{}</text>",
        readable(text)
    )
}

fn linked(address: Option<String>, inside: String) -> String {
    match address {
        Some(address) => format!("<a href=\"{}\">{inside}</a>", readable(&address)),
        None => inside,
    }
}
