//! Colours and shapes of the ontology's classes. A user's ontology has any classes, so none has a fixed colour: the
//! palette is shared out by the classes' names, and nearly always alike whichever part of a story is shown.

use std::cmp::Reverse;
use std::collections::BTreeMap;

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

/// More colours than this nobody tells apart; classes beyond are shown as one above them, or as others.
const MOST_CLASSES: usize = 10;

impl Styles {
    pub fn new(view: &View, ontology: &Ontology) -> Styles {
        let mut classes: Vec<Option<ClassId>> =
            view.nodes.iter().map(|node| ontology.class_named(&node.class)).collect();
        while count(&classes).len() > MOST_CLASSES {
            merge_one(&mut classes, ontology);
        }
        let styles = deal(&count(&classes), ontology);
        let mut legend: Vec<(String, Style)> =
            styles.iter().map(|(&class, &style)| (class_label(ontology, class), style)).collect();
        if classes.contains(&None) {
            legend.push(("other".to_owned(), UNKNOWN));
        }
        let of = |class: &Option<ClassId>| class.and_then(|class| styles.get(&class)).copied();
        Styles { nodes: classes.iter().map(|class| of(class).unwrap_or(UNKNOWN)).collect(), legend }
    }
}

fn class_label(ontology: &Ontology, class: ClassId) -> String {
    let class = ontology.class(class);
    if class.label.is_empty() { class.name.clone() } else { class.label.clone() }
}

/// How many nodes each class has.
fn count(classes: &[Option<ClassId>]) -> BTreeMap<ClassId, usize> {
    let mut counts = BTreeMap::new();
    for class in classes.iter().flatten() {
        *counts.entry(*class).or_insert(0) += 1;
    }
    counts
}

/// Gives every class the place in the palette that it wants, the most frequent first, or the next free one.
fn deal(counts: &BTreeMap<ClassId, usize>, ontology: &Ontology) -> BTreeMap<ClassId, Style> {
    let mut order: Vec<(ClassId, usize)> = counts.iter().map(|(&class, &count)| (class, count)).collect();
    order.sort_by_key(|&(class, count)| (Reverse(count), class));
    let mut taken = [false; PALETTE.len()];
    let mut styles = BTreeMap::new();
    for (class, _) in order {
        let first = wanted(&ontology.class(class).name);
        let mut places = (first..first + PALETTE.len()).map(|place| place % PALETTE.len());
        let place = places.find(|&place| !taken[place]).unwrap_or(first);
        taken[place] = true;
        styles.insert(class, PALETTE[place]);
    }
    styles
}

/// Shows one class less: the most special one that has another one above it becomes that, and where there
/// is none, the rarest class becomes one of the others.
fn merge_one(classes: &mut [Option<ClassId>], ontology: &Ontology) {
    let counts = count(classes);
    let above = |class: ClassId| {
        let ancestors = counts.keys().filter(|&&other| other != class && ontology.is_a(class, other));
        ancestors.max_by_key(|&&other| (height(ontology, other), Reverse(other))).copied()
    };
    let mergeable = counts.iter().filter_map(|(&class, &count)| {
        // A stray node of a general class must not swallow half the picture.
        let ancestor = above(class).filter(|ancestor| 3 * counts[ancestor] >= count)?;
        Some((Reverse(height(ontology, class)), count, class, ancestor))
    });
    let merged = mergeable.min().map(|(_, _, class, ancestor)| (class, Some(ancestor)));
    let rarest = || counts.iter().min_by_key(|&(_, count)| count).map(|(&class, _)| (class, None));
    let Some((merged, into)) = merged.or_else(rarest) else { return };
    for class in classes.iter_mut().filter(|class| **class == Some(merged)) {
        *class = into;
    }
}

/// Number of classes above a class: the more, the more special it is.
fn height(ontology: &Ontology, class: ClassId) -> usize {
    ontology.class_ids().filter(|&other| ontology.is_a(class, other)).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ontology::Class;
    use crate::picture::view::Node;

    /// Twelve classes below one, the last of them below the first.
    fn ontology() -> Ontology {
        let class = |place: usize| Class {
            name: format!("C{place}"),
            parents: match place {
                0 => vec![],
                12 => vec![ClassId(1)],
                _ => vec![ClassId(0)],
            },
            ..Class::default()
        };
        Ontology { classes: (0..13).map(class).collect(), ..Ontology::default() }
    }

    fn view(classes: &[usize]) -> View {
        let node = |class: &usize| Node {
            id: String::new(),
            label: String::new(),
            class: format!("C{class}"),
            notes: Vec::new(),
        };
        View { nodes: classes.iter().map(node).collect(), ..View::default() }
    }

    #[test]
    fn too_many_classes_are_merged_upwards_then_into_others() {
        let view = view(&[1, 1, 12, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11]);
        let styles = Styles::new(&view, &ontology());
        assert_eq!(styles.nodes[2], styles.nodes[0], "C12 is shown as C1");
        assert_eq!(styles.nodes[3], UNKNOWN, "C2 is the rarest");
        let names: Vec<&str> = styles.legend.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names.len(), MOST_CLASSES + 1);
        assert!(!names.contains(&"C12") && !names.contains(&"C2") && names.contains(&"other"));
    }

    #[test]
    fn classes_have_colours_of_their_own() {
        let styles = Styles::new(&view(&[1, 2, 3, 4, 5, 6, 7, 8, 9]), &ontology());
        for (place, style) in styles.nodes.iter().enumerate() {
            assert!(!styles.nodes[..place].contains(style));
        }
    }
}
