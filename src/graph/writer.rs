//! Gathering the quads of a story: what describing it and declaring its vocabulary have in common.

use oxigraph::model::Literal;

use crate::ontology::Ontology;
use crate::story::{Argument, Detail, Span, span_iri};
use crate::vocabulary as v;

use super::builder::{DatasetBuilder, Interned};
use super::terms::{iri, offset, string, typed};

/// Gathers quads. In all that it writes, no graph is the default graph.
pub(super) struct Writer<'a> {
    pub ontology: &'a Ontology,
    pub quads: DatasetBuilder,
    pub detail: Detail,
}

impl Writer<'_> {
    /// The node of this IRI. What is known was examined when it came first.
    pub fn iri(&mut self, text: &str) -> Interned {
        self.quads.known_iri(text).unwrap_or_else(|| self.quads.intern(&iri(text)))
    }

    pub fn add(&mut self, graph: Option<Interned>, subject: Interned, predicate: &str, object: Interned) {
        let predicate = self.iri(predicate);
        self.quads.insert(graph, subject, predicate, object);
    }

    /// That the subject has the node of this IRI as a value.
    pub fn link(&mut self, graph: Option<Interned>, subject: Interned, predicate: &str, object: &str) {
        let object = self.iri(object);
        self.add(graph, subject, predicate, object);
    }

    pub fn literal(&mut self, graph: Option<Interned>, subject: Interned, predicate: &str, object: Literal) {
        let object = self.quads.intern(&object);
        self.add(graph, subject, predicate, object);
    }

    /// The named graph of an article has the article's own IRI.
    pub fn graph_of(&mut self, document: &str) -> Option<Interned> {
        Some(self.iri(document))
    }

    /// Describes a span of a document; returns the document's graph and the span's node.
    pub fn span(&mut self, document: &str, span: TextSpan<'_>, class: &str) -> (Option<Interned>, Interned) {
        let graph = self.graph_of(document);
        let node = self.iri(&span_iri(document, span.begin, span.end));
        self.literal(graph, node, v::NIF_ANCHOR_OF, string(span.text));
        // Phrases are many, and queries go from statements to sentences: what a phrase is, the property tells that leads to it, and
        // where it stands, its IRI and its graph. What is said has its place, to put sayings in order.
        let is_whole = class == v::NIF_SENTENCE || self.detail == Detail::Full;
        if is_whole || class == v::NIF_STRING {
            self.literal(graph, node, v::NIF_BEGIN_INDEX, offset(span.begin));
        }
        if is_whole {
            self.link(graph, node, v::RDF_TYPE, class);
            self.literal(graph, node, v::NIF_END_INDEX, offset(span.end));
            self.link(graph, node, v::NIF_REFERENCE_CONTEXT, document);
        }
        (graph, node)
    }

    pub fn argument(&mut self, argument: &Argument) -> Interned {
        match argument {
            Argument::Entity(entity) => self.iri(&entity.id),
            Argument::Literal(literal) => self.quads.intern(&typed(&literal.value, &literal.datatype)),
        }
    }
}

/// Some characters of a document, counted in Unicode characters.
#[derive(Clone, Copy)]
pub struct TextSpan<'a> {
    pub text: &'a str,
    pub begin: usize,
    pub end: usize,
}

impl<'a> From<&'a Span> for TextSpan<'a> {
    fn from(span: &'a Span) -> Self {
        Self { text: &span.text, begin: span.begin, end: span.end }
    }
}
