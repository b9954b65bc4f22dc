//! The story as one SVG picture, laid out by newsgraph itself: no Graphviz needed, the same bytes everywhere.

use crate::ontology::Ontology;
use crate::story::Story;

use super::web_address::web_address;
use crate::picture::colour::Styles;
use crate::picture::draw::Links;
use crate::picture::figure::Figure;
use crate::picture::geometry::Point;
use crate::picture::layout::Layout;
use crate::picture::text::{FAMILY, Weight, width};
use crate::picture::view::{Edge, View};
use crate::picture::{draw, layout, legend, rank};
use crate::xml::readable;

/// More than this nobody can read on one page; the rest is left out, and the picture says so.
const MOST_NODES: usize = 80;
const MOST_EDGES: usize = 150;
const MARGIN: f64 = 24.0;
const CAPTION_SIZE: f64 = 17.0;
const STYLE: &str = include_str!("../picture/picture.css");

/// The picture as a file of its own: edges lead to the first article that states them.
pub fn write(story: &Story, ontology: &Ontology) -> String {
    Picture::new(story, ontology).file()
}

/// A laid-out picture. The layout is the work, so that who wants the file and the report makes one `Picture` for both.
pub struct Picture {
    view: View,
    styles: Styles,
    figure: Figure,
    layout: Layout,
    /// Number of entities before the cut to a readable size.
    whole: usize,
}

impl Picture {
    /// Lays out the most central part of the story, as much of it as can be read on one page.
    pub fn new(story: &Story, ontology: &Ontology) -> Picture {
        Self::about(story, ontology, None)
    }

    /// The same of a part of a story that is about one entity, whose name the picture tells.
    pub fn about(story: &Story, ontology: &Ontology, about: Option<String>) -> Picture {
        let everything = View { about, ..View::new(story, ontology) };
        let view = rank::most_central(&everything, MOST_NODES, MOST_EDGES);
        let styles = Styles::new(&view, ontology);
        let figure = Figure::new(&view, &styles);
        let layout = layout::arrange(&figure.plan());
        Picture { whole: everything.nodes.len(), view, styles, figure, layout }
    }

    /// The SVG file.
    pub fn file(&self) -> String {
        let article = |edge: &Edge| edge.evidence.iter().find_map(|piece| piece.url.clone());
        self.draw(&Links {
            node: &|_| None,
            edge: &|edge| article(edge).as_deref().and_then(web_address).map(str::to_owned),
        })
    }

    /// An SVG element with links of the caller's choice (the report's lead to its own sections).
    pub(super) fn draw(&self, links: &Links) -> String {
        let Picture { view, styles, figure, layout, whole } = self;
        let captions = captions(view, *whole);
        let least =
            captions.iter().map(|(text, weight, size)| width(text, *weight, *size)).fold(420.0, f64::max);
        let inner = layout.page.width.max(least);
        let head = captions.iter().map(|(_, _, size)| size * 1.4).sum::<f64>() + 14.0;
        let (legend, legend_height) = legend::legend(styles, view, inner);
        let wide = inner + 2.0 * MARGIN;
        let high = head + layout.page.height + 26.0 + legend_height + 2.0 * MARGIN;
        let origin = Point { x: MARGIN + (inner - layout.page.width) / 2.0, y: MARGIN + head };
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"newsgraph\" width=\"{wide:.0}\" \
height=\"{high:.0}\" viewBox=\"0 0 {wide:.0} {high:.0}\" font-family=\"{FAMILY}\">\n\
<style>{STYLE}</style>\n<rect class=\"paper\" width=\"{wide:.0}\" height=\"{high:.0}\"/>\n{}{}\
<g transform=\"translate({MARGIN:.0} {:.1})\">\n{legend}</g>\n</svg>\n",
            caption_lines(&captions),
            draw::figure(figure, layout, view, styles, origin, links),
            high - MARGIN - legend_height
        )
    }
}

fn caption_lines(captions: &[(String, Weight, f64)]) -> String {
    let mut svg = String::new();
    let mut baseline = MARGIN;
    for (text, weight, size) in captions {
        baseline += size;
        let weight = if *weight == Weight::Bold { " font-weight=\"bold\"" } else { "" };
        svg.push_str(&format!(
            "<text class=\"ink\" x=\"{MARGIN:.0}\" y=\"{baseline:.1}\" font-size=\"{size}\"{weight}>{}</text>\n",
            readable(text)
        ));
        baseline += size * 0.4;
    }
    svg
}

/// Where some articles are copies of others, how many are not.
fn independent(view: &View) -> String {
    if view.independent == view.articles {
        String::new()
    } else {
        format!(" ({} independent)", view.independent)
    }
}

/// Lines above the picture, with their weights and font sizes.
fn captions(view: &View, whole: usize) -> Vec<(String, Weight, f64)> {
    let count =
        |number: usize, one: &str, many: &str| format!("{number} {}", if number == 1 { one } else { many });
    let articles = count(view.articles, "article says", "articles say");
    let mut captions = vec![(
        format!(
            "What {articles}{}{}: {} and {}",
            independent(view),
            view.about.as_ref().map(|name| format!(" of {name}")).unwrap_or_default(),
            count(view.nodes.len(), "entity", "entities"),
            count(view.edges.len(), "relation", "relations")
        ),
        Weight::Bold,
        CAPTION_SIZE,
    )];
    if view.left_out > 0 {
        let text = format!(
            "Only the {} most connected of {whole} entities are shown; the report and the graph have all of them.",
            view.nodes.len()
        );
        captions.push((text, Weight::Regular, 12.0));
    }
    captions
}
