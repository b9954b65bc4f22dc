//! A sorted set of quads: what all RDF exports are written from, so that their bytes depend on nothing but content.
//! (An Oxigraph store would rewrite lexical forms, `4.0` to `4`, and return its quads unsorted.)
//!
//! Every distinct term is kept once; triples are three numbers, whose order is the order of the triples. So the graph
//! of ten thousand articles takes little more room than their texts and names, and is sorted by comparing integers.

use std::borrow::Cow;

use oxigraph::model::{GraphNameRef, NamedNodeRef, NamedOrBlankNodeRef, QuadRef, TermRef, TripleRef};
use rayon::prelude::*;

use crate::index::{DEFAULT_GRAPH, Quad, text};

use super::section::Section;
use super::term_list::TermList;

/// Quads without duplicates, sorted for readers: by graph (the default graph first), by kind of subject
/// ([`Section`]), by subject; types and labels before other properties; literals before IRIs. Made by a
/// [`DatasetBuilder`](super::DatasetBuilder).
#[derive(Debug, Clone, Default)]
pub struct Dataset {
    /// Every term of the quads but the datatypes of literals, in the order of objects.
    pub(super) terms: TermList,
    /// In the order of subjects.
    pub(super) subjects: Vec<(TermNumber, Section)>,
    /// In the order of predicates.
    pub(super) predicates: Vec<TermNumber>,
    pub(super) graphs: Vec<Graph>,
}

/// The place of a term in [`Dataset::terms`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TermNumber(pub(super) u32);

impl TermNumber {
    /// Its place in [`Dataset::terms`], counted from 0.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// The triples of one graph, sorted and without duplicates.
#[derive(Debug, Clone)]
pub(super) struct Graph {
    /// Nothing for the default graph.
    pub name: Option<TermNumber>,
    pub rows: Vec<Row>,
}

/// A triple: the places of its subject, predicate and object in the lists of the dataset.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Row {
    pub subject: u32,
    pub predicate: u32,
    pub object: u32,
}

impl Dataset {
    /// How many quads there are.
    pub fn len(&self) -> usize {
        self.graphs.iter().map(|graph| graph.rows.len()).sum()
    }

    /// Whether there is no quad.
    pub fn is_empty(&self) -> bool {
        self.graphs.is_empty()
    }

    /// All quads in the order of the dataset.
    pub fn quads(&self) -> impl Iterator<Item = QuadRef<'_>> {
        self.graphs.iter().flat_map(move |graph| {
            let name = self.graph_name(graph.name);
            graph.rows.iter().map(move |&row| self.triple(row).in_graph(name))
        })
    }

    /// The triples of all graphs together, without duplicates, in the same order of sections, subjects, properties.
    pub fn triples(&self) -> Triples<'_> {
        let mut rows = Vec::with_capacity(self.len());
        rows.extend(self.graphs.iter().flat_map(|graph| &graph.rows));
        rows.par_sort_unstable();
        rows.dedup();
        Triples { dataset: self, rows: Cow::Owned(rows) }
    }

    /// The triples of each graph, the default graph (no name) first.
    pub fn graphs(&self) -> impl Iterator<Item = (Option<TermNumber>, Triples<'_>)> {
        self.graphs
            .iter()
            .map(|graph| (graph.name, Triples { dataset: self, rows: Cow::Borrowed(&graph.rows) }))
    }

    /// The triples of the default graph.
    pub(super) fn default_graph(&self) -> Triples<'_> {
        let graph = self.graphs.first().filter(|graph| graph.name.is_none());
        Triples { dataset: self, rows: Cow::Borrowed(graph.map_or(&[], |graph| &graph.rows)) }
    }

    /// All subjects with their kinds, by kind and name.
    pub fn subjects(&self) -> impl Iterator<Item = (&str, Section)> {
        self.subjects.iter().map(|&(subject, section)| (self.name(subject), section))
    }

    /// Every term that stands in a quad, once; literals, then IRIs, then blank nodes, each by their text.
    pub fn terms(&self) -> impl Iterator<Item = TermRef<'_>> + Clone {
        self.terms.iter()
    }

    /// The number of a term, where it stands in some quad.
    pub fn number(&self, term: TermRef<'_>) -> Option<TermNumber> {
        // There are no more terms than their numbers can count.
        self.terms.find(term).map(|number| TermNumber(number as u32))
    }

    /// All quads as the numbers of their terms, in the order of the dataset.
    pub fn numbered(&self) -> impl Iterator<Item = Quad> {
        self.graphs.iter().flat_map(move |graph| {
            let name = graph.name.map_or(DEFAULT_GRAPH, |name| name.0);
            graph.rows.iter().map(move |row| {
                let subject = self.subjects[row.subject as usize].0;
                [subject.0, self.predicates[row.predicate as usize].0, row.object, name]
            })
        })
    }

    /// The term of this number.
    pub fn term(&self, number: TermNumber) -> TermRef<'_> {
        self.terms.get(number.index())
    }

    /// The IRI of this term; blank nodes, which newsgraph never writes, go by their label.
    pub fn name(&self, number: TermNumber) -> &str {
        text(self.term(number))
    }

    fn triple(&self, row: Row) -> TripleRef<'_> {
        let (subject, _) = self.subjects[row.subject as usize];
        let subject = match self.term(subject) {
            TermRef::BlankNode(node) => NamedOrBlankNodeRef::BlankNode(node),
            other => NamedNodeRef::new_unchecked(text(other)).into(),
        };
        let predicate = self.name(self.predicates[row.predicate as usize]);
        TripleRef::new(subject, NamedNodeRef::new_unchecked(predicate), self.term(TermNumber(row.object)))
    }

    fn graph_name(&self, name: Option<TermNumber>) -> GraphNameRef<'_> {
        match name.map(|name| self.term(name)) {
            None => GraphNameRef::DefaultGraph,
            Some(TermRef::BlankNode(node)) => node.into(),
            Some(other) => NamedNodeRef::new_unchecked(text(other)).into(),
        }
    }
}

/// Triples of a dataset in its order.
#[derive(Debug, Clone)]
pub struct Triples<'a> {
    dataset: &'a Dataset,
    rows: Cow<'a, [Row]>,
}

impl Triples<'_> {
    /// How many triples there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Each triple in their order.
    pub fn iter(&self) -> impl Iterator<Item = TripleRef<'_>> {
        self.rows.iter().map(|&row| self.dataset.triple(row))
    }

    /// The same, subject by subject.
    pub fn subjects(&self) -> impl Iterator<Item = Subject<'_>> {
        self.rows.chunk_by(|a, b| a.subject == b.subject).map(|rows| {
            let (subject, section) = self.dataset.subjects[rows[0].subject as usize];
            Subject { number: subject, section, dataset: self.dataset, rows }
        })
    }
}

/// All triples of one subject.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// The subject itself.
    pub number: TermNumber,
    /// What kind of thing it is.
    pub section: Section,
    dataset: &'a Dataset,
    rows: &'a [Row],
}

impl<'a> Subject<'a> {
    /// Its predicates, each with its objects.
    pub fn properties(
        self,
    ) -> impl Iterator<Item = (TermNumber, impl Iterator<Item = TermNumber> + Clone + 'a)> {
        self.rows.chunk_by(|a, b| a.predicate == b.predicate).map(move |rows| {
            let predicate = self.dataset.predicates[rows[0].predicate as usize];
            (predicate, rows.iter().map(|row| TermNumber(row.object)))
        })
    }
}
