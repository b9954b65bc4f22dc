//! From quads in any order to a sorted dataset. Quads are taken one at a time and kept as numbers from the start; when
//! all are there, the terms are sorted, and with them their numbers, so that sorting the quads compares integers.

use std::collections::HashMap;

use oxigraph::model::{GraphNameRef, Quad, QuadRef, TermRef};
use rayon::prelude::*;

use crate::index::text;
use crate::vocabulary as v;

use super::dataset::{Dataset, Graph, Row, TermNumber};
use super::section::Section;
use super::term_list::{TermList, TermTable};

/// Gathers quads for a [`Dataset`].
#[derive(Debug, Default)]
pub struct DatasetBuilder {
    /// The numbers, here and below, are given in the order in which terms come.
    terms: TermTable,
    graphs: HashMap<Option<Interned>, Vec<Row>>,
}

/// A term that a [`DatasetBuilder`] has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Interned(u32);

impl DatasetBuilder {
    /// The term of this IRI, where the builder has it already.
    pub fn known_iri(&self, iri: &str) -> Option<Interned> {
        self.terms.known_iri(iri).map(Interned)
    }

    /// The term as the builder keeps it, new or known.
    pub fn intern<'a>(&mut self, term: impl Into<TermRef<'a>>) -> Interned {
        Interned(self.terms.number(term.into()))
    }

    /// Adds a quad; without a graph, to the default graph.
    pub fn insert(
        &mut self,
        graph: Option<Interned>,
        subject: Interned,
        predicate: Interned,
        object: Interned,
    ) {
        let row = Row { subject: subject.0, predicate: predicate.0, object: object.0 };
        self.graphs.entry(graph).or_default().push(row);
    }

    /// The quads without duplicates, sorted.
    pub fn finish(self) -> Dataset {
        let (terms, numbers) = self.terms.finish();
        let number = |old: u32| numbers[old as usize];
        let mut graphs: Vec<Graph> = self
            .graphs
            .into_iter()
            .map(|(name, rows)| Graph { name: name.map(|name| TermNumber(number(name.0))), rows })
            .collect();
        graphs.sort_unstable_by_key(|graph| graph.name.map(|name| text_of(&terms, name)));
        for_each_row(&mut graphs, |row| {
            let Row { subject, predicate, object } = *row;
            *row = Row { subject: number(subject), predicate: number(predicate), object: number(object) };
        });
        let (subjects, subject_places) = sorted_subjects(&terms, &graphs);
        let (predicates, predicate_places) = sorted_predicates(&terms, &graphs);
        for_each_row(&mut graphs, |row| {
            row.subject = subject_places[row.subject as usize];
            row.predicate = predicate_places[row.predicate as usize];
        });
        for graph in &mut graphs {
            graph.rows.par_sort_unstable();
            graph.rows.dedup();
            graph.rows.shrink_to_fit();
        }
        Dataset { terms, subjects, predicates, graphs }
    }
}

fn for_each_row(graphs: &mut [Graph], change: impl Fn(&mut Row) + Sync) {
    for graph in graphs {
        graph.rows.iter_mut().for_each(&change);
    }
}

impl DatasetBuilder {
    /// Adds a quad of terms that the builder may not have yet.
    pub fn add(&mut self, quad: QuadRef<'_>) {
        let graph = match quad.graph_name {
            GraphNameRef::DefaultGraph => None,
            GraphNameRef::NamedNode(node) => Some(self.intern(node)),
            GraphNameRef::BlankNode(node) => Some(self.intern(node)),
        };
        let (subject, predicate) = (self.intern(quad.subject), self.intern(quad.predicate));
        let object = self.intern(quad.object);
        self.insert(graph, subject, predicate, object);
    }
}

impl FromIterator<Quad> for Dataset {
    fn from_iter<I: IntoIterator<Item = Quad>>(quads: I) -> Self {
        let mut builder = DatasetBuilder::default();
        quads.into_iter().for_each(|quad| builder.add(quad.as_ref()));
        builder.finish()
    }
}

/// The subjects with their sections in the order of subjects, and the place among them of each term.
fn sorted_subjects(terms: &TermList, graphs: &[Graph]) -> (Vec<(TermNumber, Section)>, Vec<u32>) {
    let sections = sections(terms, graphs);
    let mut subjects: Vec<(TermNumber, Section)> = distinct(terms, graphs, |row| row.subject)
        .map(|number| (number, sections.get(&number.0).copied().unwrap_or(Section::Entity)))
        .collect();
    subjects.par_sort_unstable_by_key(|&(number, section)| (section, text_of(terms, number)));
    let places = places(terms, subjects.iter().map(|&(number, _)| number));
    (subjects, places)
}

/// The predicates in their order, and the place among them of each term.
fn sorted_predicates(terms: &TermList, graphs: &[Graph]) -> (Vec<TermNumber>, Vec<u32>) {
    let mut predicates: Vec<TermNumber> = distinct(terms, graphs, |row| row.predicate).collect();
    predicates.sort_unstable_by_key(|&number| {
        let predicate = text_of(terms, number);
        (predicate_rank(predicate), predicate)
    });
    let places = places(terms, predicates.iter().copied());
    (predicates, places)
}

/// Subject → its section, where its types tell it, or that it has words; the first of several.
fn sections(terms: &TermList, graphs: &[Graph]) -> HashMap<u32, Section> {
    let number =
        |iri| (0..).zip(terms.iter()).find_map(|(number, term)| (text(term) == iri).then_some(number));
    let (kind, words) = (number(v::RDF_TYPE), number(v::NIF_ANCHOR_OF));
    let section = |row: &Row| match Some(row.predicate) {
        predicate if predicate == kind => match terms.get(row.object as usize) {
            TermRef::NamedNode(class) => Section::of_type(class.as_str()),
            _ => None,
        },
        predicate if predicate == words => Some(Section::Text),
        _ => None,
    };
    let mut sections = HashMap::new();
    for row in graphs.iter().flat_map(|graph| &graph.rows) {
        if let Some(section) = section(row) {
            let known = sections.entry(row.subject).or_insert(section);
            *known = section.min(*known);
        }
    }
    sections
}

/// The terms that stand in one place of the rows, each once, by number.
fn distinct(
    terms: &TermList,
    graphs: &[Graph],
    place: impl Fn(&Row) -> u32,
) -> impl Iterator<Item = TermNumber> {
    let mut stands_there = vec![false; terms.len()];
    for row in graphs.iter().flat_map(|graph| &graph.rows) {
        stands_there[place(row) as usize] = true;
    }
    (0..).zip(stands_there).filter_map(|(number, stands)| stands.then_some(TermNumber(number)))
}

/// For the number of each of these terms, its place among them.
fn places(terms: &TermList, ordered: impl Iterator<Item = TermNumber>) -> Vec<u32> {
    let mut places = vec![0; terms.len()];
    for (place, number) in (0..).zip(ordered) {
        places[number.index()] = place;
    }
    places
}

fn text_of(terms: &TermList, number: TermNumber) -> &str {
    text(terms.get(number.index()))
}

/// What a thing is and is called comes before what else is known of it.
fn predicate_rank(predicate: &str) -> u8 {
    match predicate {
        v::RDF_TYPE => 0,
        v::RDFS_LABEL | v::RDF_SUBJECT => 1,
        v::SKOS_ALT_LABEL | v::RDF_PREDICATE => 2,
        v::RDF_OBJECT => 3,
        _ => 4,
    }
}
