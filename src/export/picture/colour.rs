//! Colours and shapes of the ontology's classes. A user's ontology has any classes, so none has a fixed colour: the
//! palette is dealt out by the classes' names, and nearly always alike whichever part of a story is shown.

use crate::ontology::{ClassId, Ontology};

use super::view::View;

/// How nodes of one class look. Colours are CSS hex; fills are light enough for black text on them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    pub fill: &'static str,
    pub line: &'static str,
    pub shape: Shape,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    Rectangle,
    Rounded,
    Pill,
    Hexagon,
    /// A rectangle without its corners.
    Octagon,
}

/// The style of every node and the legend that explains it.
#[derive(Debug, Clone, PartialEq)]
pub struct Styles {
    /// Parallel to the view's nodes.
    pub nodes: Vec<Style>,
    /// Label and style of every class shown, in the ontology's order.
    pub legend: Vec<(String, Style)>,
}

const fn style(fill: &'static str, line: &'static str, shape: Shape) -> Style {
    Style { fill, line, shape }
}

const UNKNOWN: Style = style("#f2f2f2", "#7a7a7a", Shape::Rounded);

/// No red and no plain grey: those mark denied and possible edges.
const PALETTE: [Style; 12] = [
    style("#e8e2f6", "#6a55b5", Shape::Hexagon),
    style("#eaf1cf", "#73851f", Shape::Rounded),
    style("#d8f1f4", "#24808f", Shape::Hexagon),
    style("#dbe8f8", "#2f68ad", Shape::Pill),
    style("#d5efe9", "#1d8272", Shape::Rectangle),
    style("#fff1b8", "#9c8200", Shape::Octagon),
    style("#e1e4fa", "#5560c0", Shape::Rounded),
    style("#f8dfea", "#ad4a7a", Shape::Octagon),
    style("#fde3c8", "#b8660f", Shape::Octagon),
    style("#dcf2dc", "#3a8a48", Shape::Rounded),
    style("#f0e9dd", "#87704a", Shape::Rounded),
    style("#cfe6f1", "#2a6c8f", Shape::Rectangle),
];

/// Where a class looks for its colour first: by its name, so that no class added to an ontology changes the colours of
/// others. The start value of the hash (FNV-1a) is one under which the default classes rarely want the same.
fn wanted(name: &str) -> usize {
    let hash = name.bytes().fold(15_727_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(16_777_619));
    (hash >> 8) as usize % PALETTE.len()
}

impl Styles {
    pub fn new(view: &View, ontology: &Ontology) -> Styles {
        let mut classes: Vec<Option<ClassId>> =
            view.nodes.iter().map(|node| ontology.class_named(&node.class)).collect();
        lift_to_palette(&mut classes, ontology);
        let mut used: Vec<ClassId> = classes.iter().copied().flatten().collect();
        used.sort_unstable();
        used.dedup();
        let slots = deal(&used, ontology);
        let of = |class: ClassId| {
            let place = used.binary_search(&class).ok();
            place.map_or(UNKNOWN, |place| PALETTE[slots[place]])
        };
        let mut legend: Vec<(String, Style)> =
            used.iter().map(|&class| (class_label(ontology, class), of(class))).collect();
        if classes.contains(&None) {
            legend.push(("other".to_owned(), UNKNOWN));
        }
        Styles { nodes: classes.iter().map(|class| class.map_or(UNKNOWN, of)).collect(), legend }
    }
}

fn class_label(ontology: &Ontology, class: ClassId) -> String {
    let class = ontology.class(class);
    if class.label.is_empty() { class.name.clone() } else { class.label.clone() }
}

/// Gives every class the palette's place that it wants, or the next free one.
fn deal(used: &[ClassId], ontology: &Ontology) -> Vec<usize> {
    let mut taken = [false; PALETTE.len()];
    used.iter()
        .map(|&class| {
            let first = wanted(&ontology.class(class).name);
            let mut places = (first..first + PALETTE.len()).map(|place| place % PALETTE.len());
            let place = places.find(|&place| !taken[place]).unwrap_or(first);
            taken[place] = true;
            place
        })
        .collect()
}

/// Replaces the deepest classes by their parents until there is a colour for each.
fn lift_to_palette(classes: &mut [Option<ClassId>], ontology: &Ontology) {
    loop {
        let mut used: Vec<ClassId> = classes.iter().copied().flatten().collect();
        used.sort_unstable();
        used.dedup();
        if used.len() <= PALETTE.len() {
            return;
        }
        let liftable = used.iter().filter_map(|&class| {
            let parent = *ontology.class(class).parents.first()?;
            // A cycle of subclasses has no depth; such classes stay as they are.
            Some((depth(ontology, class)?, class, parent))
        });
        let Some((_, deepest, parent)) = liftable.max_by_key(|&(depth, class, _)| (depth, class)) else {
            return;
        };
        for class in classes.iter_mut().filter(|class| **class == Some(deepest)) {
            *class = Some(parent);
        }
    }
}

/// Number of steps to a class without parents; `None` in a cycle.
fn depth(ontology: &Ontology, class: ClassId) -> Option<usize> {
    let mut current = class;
    for depth in 0..=ontology.classes.len() {
        match ontology.class(current).parents.first() {
            Some(&parent) => current = parent,
            None => return Some(depth),
        }
    }
    None
}
