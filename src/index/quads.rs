//! The quads of an index, sorted in four orders. A quad is four numbers of terms in one integer, so that all quads that
//! begin alike are found by halving, and looking at them is reading on from there.

use std::slice;

/// A quad: the numbers of its subject, predicate, object and graph.
pub type Quad = [u32; 4];

/// The number of the graph that has no name. No term has it: so many terms would fit into no memory.
pub const DEFAULT_GRAPH: u32 = u32::MAX;

/// What is known of the quads that are sought; nothing stands for anything.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Pattern {
    /// The subject.
    pub subject: Option<u32>,
    /// The predicate.
    pub predicate: Option<u32>,
    /// The object.
    pub object: Option<u32>,
    /// The graph.
    pub graph: Option<u32>,
}

impl Pattern {
    fn places(self) -> [Option<u32>; 4] {
        [self.subject, self.predicate, self.object, self.graph]
    }
}

/// An order of quads: which place of a quad comes first, second, third, fourth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Order([usize; 4]);

/// By subject, by predicate, by object, by graph. Between them they begin with every set of places that a pattern may
/// know, but for those of a graph without its subject; of such there are few in a graph that is one article.
pub const ORDERS: [Order; 4] =
    [Order([0, 1, 2, 3]), Order([1, 2, 0, 3]), Order([2, 0, 1, 3]), Order([3, 0, 1, 2])];

impl Order {
    /// The quad as one integer, whose order this is.
    pub fn key(self, quad: Quad) -> u128 {
        self.0.iter().fold(0, |key, &place| key << 32 | u128::from(quad[place]))
    }

    fn quad(self, key: u128) -> Quad {
        let mut quad = [0; 4];
        for (index, &place) in self.0.iter().enumerate() {
            quad[place] = (key >> (96 - 32 * index)) as u32;
        }
        quad
    }
}

/// The quads in one order, as they lie in the bytes.
#[derive(Debug, Clone, Copy)]
struct Sorted<'a> {
    order: Order,
    rows: &'a [[u8; 16]],
}

impl<'a> Sorted<'a> {
    /// How many of the places of a pattern that are known come first in this order.
    fn known(self, places: [Option<u32>; 4]) -> usize {
        self.order.0.iter().take_while(|&&place| places[place].is_some()).count()
    }

    /// The rows that begin as the pattern says.
    fn matching(self, places: [Option<u32>; 4]) -> &'a [[u8; 16]] {
        let known = self.known(places);
        let with_others = |other: u32| {
            let mut quad = [other; 4];
            for &place in &self.order.0[..known] {
                quad[place] = places[place].unwrap_or(other);
            }
            self.order.key(quad)
        };
        let (least, most) = (with_others(0), with_others(u32::MAX));
        let begin = self.rows.partition_point(|row| u128::from_le_bytes(*row) < least);
        let rest = &self.rows[begin..];
        // What is sought is mostly little: look near before halving all.
        let mut near = 8;
        while near < rest.len() && u128::from_le_bytes(rest[near]) <= most {
            near *= 8;
        }
        let rest = &rest[..near.min(rest.len())];
        &rest[..rest.partition_point(|row| u128::from_le_bytes(*row) <= most)]
    }
}

/// The quads in all orders.
#[derive(Debug, Clone, Copy)]
pub struct Quads<'a>([Sorted<'a>; 4]);

impl<'a> Quads<'a> {
    /// Of the parts in the order of [`ORDERS`]; nothing where they have no rows.
    pub fn read(parts: [&'a [u8]; 4]) -> Option<Self> {
        let rows = parts.map(<[u8]>::as_chunks);
        let sound = rows.iter().all(|(some, rest)| rest.is_empty() && some.len() == rows[0].0.len());
        sound.then(|| Self(std::array::from_fn(|index| Sorted { order: ORDERS[index], rows: rows[index].0 })))
    }

    pub fn len(self) -> usize {
        self.0[0].rows.len()
    }

    /// The quads that a pattern fits.
    pub fn matches(self, pattern: Pattern) -> Matches<'a> {
        let places = pattern.places();
        let known = places.iter().flatten().count();
        let exact = self.0.into_iter().find(|sorted| sorted.known(places) == known);
        let (sorted, rows) = match exact {
            Some(sorted) => (sorted, sorted.matching(places)),
            None => self.shortest(places),
        };
        let open = if exact.is_some() { [None; 4] } else { places };
        Matches { order: sorted.order, rows: rows.iter(), filter: open }
    }

    /// Where no order has all that is known first: the one that leaves the fewest rows to look at.
    fn shortest(self, places: [Option<u32>; 4]) -> (Sorted<'a>, &'a [[u8; 16]]) {
        let [first, others @ ..] = self.0.map(|sorted| (sorted, sorted.matching(places)));
        others.into_iter().fold(first, |best, other| if other.1.len() < best.1.len() { other } else { best })
    }

    /// The graphs that have names.
    pub fn named_graphs(self) -> impl Iterator<Item = u32> + use<'a> {
        let sorted = self.0[3];
        let mut rest = sorted.rows;
        std::iter::from_fn(move || {
            let [.., graph] = sorted.order.quad(u128::from_le_bytes(*rest.first()?));
            let next = (u128::from(graph) + 1) << 96;
            // Of the last number there is, all that is left is of the same graph.
            let end = if graph == DEFAULT_GRAPH {
                rest.len()
            } else {
                rest.partition_point(|row| u128::from_le_bytes(*row) < next)
            };
            rest = &rest[end..];
            (graph != DEFAULT_GRAPH).then_some(graph)
        })
    }
}

/// Quads that a pattern fits.
#[derive(Debug, Clone)]
pub struct Matches<'a> {
    order: Order,
    rows: slice::Iter<'a, [u8; 16]>,
    /// What the rows must have beside what they begin with.
    filter: [Option<u32>; 4],
}

impl Matches<'_> {
    /// None at all.
    pub fn none() -> Self {
        Self { order: ORDERS[0], rows: [].iter(), filter: [None; 4] }
    }
}

impl Iterator for Matches<'_> {
    type Item = Quad;

    fn next(&mut self) -> Option<Quad> {
        let (order, filter) = (self.order, self.filter);
        self.rows.by_ref().map(|row| order.quad(u128::from_le_bytes(*row))).find(|quad| {
            quad.iter().zip(filter).all(|(number, wanted)| wanted.is_none_or(|wanted| wanted == *number))
        })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, Some(self.rows.len()))
    }
}
