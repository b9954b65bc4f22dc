//! Colours and shapes of the ontology's classes. A user's ontology has any classes, so the palette is dealt out
//! by the place of a class in the ontology: the same ontology gives the same colours, whichever part of a story is shown.

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
const PALETTE: [Style; 10] = [
    style("#dbe9f6", "#3b75af", Shape::Rounded),
    style("#e4f2d5", "#5b8c2a", Shape::Hexagon),
    style("#fdeccb", "#b9801a", Shape::Octagon),
    style("#d6f1ee", "#1f8a80", Shape::Rectangle),
    style("#f6e0ee", "#a8538f", Shape::Octagon),
    style("#e6e2f5", "#6a5bb5", Shape::Hexagon),
    style("#d9ecf9", "#2b7bb9", Shape::Rectangle),
    style("#efe6da", "#8a6a3f", Shape::Hexagon),
    style("#fff3b8", "#a08600", Shape::Pill),
    style("#ddf3dd", "#3c8f4a", Shape::Rounded),
];

impl Styles {
    pub fn new(view: &View, ontology: &Ontology) -> Styles {
        let mut classes: Vec<Option<ClassId>> =
            view.nodes.iter().map(|node| ontology.class_named(&node.class)).collect();
        lift_to_palette(&mut classes, ontology);
        let mut used: Vec<ClassId> = classes.iter().copied().flatten().collect();
        used.sort_unstable();
        used.dedup();
        let slots = deal(&used);
        let of = |class: ClassId| {
            let place = used.binary_search(&class).ok();
            place.map_or(UNKNOWN, |place| PALETTE[slots[place] % PALETTE.len()])
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

/// Gives every class the palette's place of its number, or the next free one.
fn deal(used: &[ClassId]) -> Vec<usize> {
    let mut taken = [false; PALETTE.len()];
    used.iter()
        .map(|class| {
            let wanted = (0..PALETTE.len()).map(|step| (class.0 + step) % PALETTE.len());
            let slot = wanted.clone().find(|&slot| !taken[slot]).unwrap_or(class.0 % PALETTE.len());
            taken[slot] = true;
            slot
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
