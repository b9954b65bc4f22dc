//! What a graph says of one subject, as commands want it that ask for properties by name.

use crate::vocabulary as v;

use super::dataset::{Dataset, Subject, TermNumber};

/// All triples of one subject in one graph.
#[derive(Clone, Copy)]
pub(super) struct About<'a> {
    dataset: &'a Dataset,
    subject: Subject<'a>,
}

impl<'a> About<'a> {
    pub fn new(dataset: &'a Dataset, subject: Subject<'a>) -> Self {
        Self { dataset, subject }
    }

    pub fn iri(self) -> &'a str {
        self.dataset.name(self.subject.number)
    }

    /// The objects of a property, literals first.
    pub fn objects(self, predicate: &str) -> impl Iterator<Item = TermNumber> + use<'a> {
        let found = self.subject.properties().find(|(known, _)| self.dataset.name(*known) == predicate);
        found.into_iter().flat_map(|(_, objects)| objects)
    }

    /// The texts of these objects, sorted.
    pub fn all(self, predicate: &str) -> Vec<&'a str> {
        let mut texts: Vec<&str> = self.objects(predicate).map(|object| self.dataset.name(object)).collect();
        texts.sort_unstable();
        texts.dedup();
        texts
    }

    pub fn one(self, predicate: &str) -> Option<&'a str> {
        self.objects(predicate).next().map(|object| self.dataset.name(object))
    }

    pub fn has_type(self, class: &str) -> bool {
        self.objects(v::RDF_TYPE).any(|object| self.dataset.name(object) == class)
    }
}
