//! Terms, each of them once. A graph of ten thousand articles has millions, most of them short: as values of their own
//! they would take more room for the memory around them than for their text. So all texts stand in one piece of memory,
//! and a term is a place in it and a kind.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};

use oxigraph::model::TermRef;
use rayon::prelude::*;

use crate::index::{Kind, object_key, text};

/// Terms by number.
#[derive(Debug, Clone, Default)]
pub(super) struct TermList {
    texts: String,
    places: Vec<Place>,
    kinds: Vec<Kind>,
}

/// Where a term's text stands, and the place of its kind in the list of kinds.
#[derive(Debug, Clone, Copy)]
struct Place {
    begin: usize,
    length: u32,
    kind: u32,
}

impl TermList {
    pub fn len(&self) -> usize {
        self.places.len()
    }

    pub fn get(&self, number: usize) -> TermRef<'_> {
        let Place { begin, length, kind } = self.places[number];
        self.kinds[kind as usize].term(&self.texts[begin..begin + length as usize])
    }

    pub fn iter(&self) -> impl Iterator<Item = TermRef<'_>> + Clone {
        (0..self.len()).map(|number| self.get(number))
    }

    /// The number of a term, where the terms are sorted and it is one of them.
    pub fn find(&self, term: TermRef<'_>) -> Option<usize> {
        let sought = object_key(term);
        let found = self.places.binary_search_by(|&Place { begin, length, kind }| {
            let text = &self.texts[begin..begin + length as usize];
            self.kinds[kind as usize].key(text.as_bytes()).cmp(&sought)
        });
        found.ok()
    }

    /// Brings the terms into the order of objects: kind, text, datatype and language. Returns for each number that a term
    /// had the one that it has now.
    fn sort(&mut self) -> Vec<u32> {
        let mut order: Vec<u32> = (0..).take(self.len()).collect();
        order.par_sort_unstable_by(|&a, &b| {
            object_key(self.get(a as usize)).cmp(&object_key(self.get(b as usize)))
        });
        self.places = order.iter().map(|&old| self.places[old as usize]).collect();
        let mut numbers = vec![0; order.len()];
        for (new, &old) in (0..).zip(&order) {
            numbers[old as usize] = new;
        }
        numbers
    }
}

/// A list of terms in the making, with a way from a term to its number. The way is a table of numbers: keys of its own
/// would be a second copy of every text.
#[derive(Debug, Default)]
pub(super) struct TermTable {
    list: TermList,
    kinds: HashMap<Kind, u32>,
    hasher: RandomState,
    /// Open addressing: the number of a term stands at the place that its hash names or, where that was taken, at the next free one.
    slots: Vec<u32>,
}

/// No term has this number: four thousand million would not fit into the memory of any machine that runs this.
const FREE: u32 = u32::MAX;

impl TermTable {
    /// The number of this IRI, where the table has it already.
    pub fn known_iri(&self, iri: &str) -> Option<u32> {
        let kind = *self.kinds.get(&Kind::Iri)?;
        self.slots.get(self.slot(iri, kind)).copied().filter(|&number| number != FREE)
    }

    /// The number of a term, new or known.
    pub fn number(&mut self, term: TermRef<'_>) -> u32 {
        // Three quarters full is where looking on for a free place begins to cost.
        if self.list.len() * 4 >= self.slots.len() * 3 {
            self.grow();
        }
        let kind = self.kind(Kind::of(term));
        let slot = self.slot(text(term), kind);
        if self.slots[slot] == FREE {
            self.slots[slot] = self.list.len() as u32;
            self.add(text(term), kind);
        }
        self.slots[slot]
    }

    fn kind(&mut self, kind: Kind) -> u32 {
        let next = self.list.kinds.len() as u32;
        *self.kinds.entry(kind).or_insert_with_key(|kind| {
            self.list.kinds.push(kind.clone());
            next
        })
    }

    fn add(&mut self, text: &str, kind: u32) {
        // A text of four gigabytes is in no article.
        let length = u32::try_from(text.len()).unwrap_or(u32::MAX);
        self.list.places.push(Place { begin: self.list.texts.len(), length, kind });
        self.list.texts.push_str(&text[..length as usize]);
    }

    /// The place of a term in the table: its own, or a free one.
    fn slot(&self, text: &str, kind: u32) -> usize {
        // The number of places is a power of two.
        let mask = self.slots.len().wrapping_sub(1);
        let mut slot = self.hasher.hash_one((kind, text)) as usize & mask;
        while let Some(&number) = self.slots.get(slot)
            && number != FREE
            && !self.is(number, text, kind)
        {
            slot = (slot + 1) & mask;
        }
        slot
    }

    fn is(&self, number: u32, text: &str, kind: u32) -> bool {
        let place = self.list.places[number as usize];
        place.kind == kind && self.list.texts[place.begin..place.begin + place.length as usize] == *text
    }

    fn grow(&mut self) {
        self.slots = vec![FREE; (self.slots.len() * 2).max(64)];
        for (number, place) in (0..).zip(&self.list.places) {
            let text = &self.list.texts[place.begin..place.begin + place.length as usize];
            let slot = self.slot(text, place.kind);
            self.slots[slot] = number;
        }
    }

    /// The terms in the order of objects, and for each number that a term had the one that it has now.
    pub fn finish(self) -> (TermList, Vec<u32>) {
        let Self { mut list, slots, .. } = self;
        drop(slots);
        list.texts.shrink_to_fit();
        let numbers = list.sort();
        (list, numbers)
    }
}
