//! JSON-LD 1.1, expanded values under a context of prefixes: each named graph is a node with its own `@graph`.
//!
//! Oxigraph's serializer was tried and is not used. It writes every property and node with its whole IRI, whatever the
//! context says, and all on one line: half as much again, in which two versions cannot be compared line by line.

use std::io;
use std::io::Write;

use oxigraph::model::{LiteralRef, TermRef};
use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};
use serde_json::{Map, Value, json};

use crate::graph::{Dataset, Namespaces, Subject, TermNumber, Triples};
use crate::vocabulary::{RDF_TYPE, XSD_BOOLEAN, XSD_STRING};

/// Writes all quads as one JSON-LD document, indented, and returns their number.
///
/// # Errors
/// Returns I/O errors from `out`.
pub fn jsonld(dataset: &Dataset, namespaces: &Namespaces, out: &mut impl Write) -> io::Result<usize> {
    serde_json::to_writer_pretty(&mut *out, &Document { dataset, namespaces })?;
    out.write_all(b"\n")?;
    Ok(dataset.len())
}

/// The parts of the document are made as they are written, one subject at a time.
#[derive(Clone, Copy)]
struct Document<'a> {
    dataset: &'a Dataset,
    namespaces: &'a Namespaces,
}

impl Serialize for Document<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let context: Map<String, Value> =
            self.namespaces.iter().map(|(prefix, iri)| (prefix.to_owned(), iri.into())).collect();
        let mut document = serializer.serialize_map(None)?;
        document.serialize_entry("@context", &context)?;
        document.serialize_entry("@graph", &Graphs(*self))?;
        document.end()
    }
}

/// The subjects of the default graph, then a node for each named graph.
struct Graphs<'a>(Document<'a>);

impl Serialize for Graphs<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut nodes = serializer.serialize_seq(None)?;
        for (name, triples) in self.0.dataset.graphs() {
            match name {
                None => self.0.subjects(&triples).try_for_each(|node| nodes.serialize_element(&node))?,
                Some(name) => nodes.serialize_element(&NamedGraph { document: self.0, name, triples })?,
            }
        }
        nodes.end()
    }
}

struct NamedGraph<'a> {
    document: Document<'a>,
    name: TermNumber,
    triples: Triples<'a>,
}

impl Serialize for NamedGraph<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut graph = serializer.serialize_map(None)?;
        graph.serialize_entry("@graph", &Subjects(self))?;
        graph.serialize_entry("@id", &self.document.compact(self.name))?;
        graph.end()
    }
}

struct Subjects<'a>(&'a NamedGraph<'a>);

impl Serialize for Subjects<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.document.subjects(&self.0.triples))
    }
}

impl Document<'_> {
    fn subjects(self, triples: &Triples<'_>) -> impl Iterator<Item = Value> {
        triples.subjects().map(move |subject| self.node(subject))
    }

    /// One subject with all its properties.
    fn node(self, subject: Subject<'_>) -> Value {
        let mut node = Map::new();
        node.insert("@id".to_owned(), self.compact(subject.number).into());
        for (predicate, objects) in subject.properties() {
            let objects = objects.map(|object| self.dataset.term(object));
            let (key, values): (String, Vec<Value>) = match self.dataset.name(predicate) {
                RDF_TYPE => {
                    ("@type".to_owned(), objects.map(|class| class_name(class, self.namespaces)).collect())
                }
                iri => (
                    compact(iri, self.namespaces),
                    objects.map(|object| value(object, self.namespaces)).collect(),
                ),
            };
            node.insert(key, only_or_list(values));
        }
        node.into()
    }

    fn compact(self, node: TermNumber) -> String {
        compact(self.dataset.name(node), self.namespaces)
    }
}

fn only_or_list(mut values: Vec<Value>) -> Value {
    match values.len() {
        1 => values.remove(0),
        _ => values.into(),
    }
}

fn class_name(class: TermRef<'_>, namespaces: &Namespaces) -> Value {
    match class {
        TermRef::NamedNode(node) => compact(node.as_str(), namespaces).into(),
        other => other.to_string().into(),
    }
}

fn value(term: TermRef<'_>, namespaces: &Namespaces) -> Value {
    match term {
        TermRef::NamedNode(node) => json!({"@id": compact(node.as_str(), namespaces)}),
        TermRef::BlankNode(node) => json!({"@id": node.to_string()}),
        TermRef::Literal(literal) => literal_value(literal, namespaces),
    }
}

fn literal_value(literal: LiteralRef<'_>, namespaces: &Namespaces) -> Value {
    if let Some(language) = literal.language() {
        return json!({"@value": literal.value(), "@language": language});
    }
    match (literal.datatype().as_str(), literal.value()) {
        (XSD_STRING, text) => text.into(),
        (XSD_BOOLEAN, "true") => true.into(),
        (XSD_BOOLEAN, "false") => false.into(),
        (datatype, text) => json!({"@type": compact(datatype, namespaces), "@value": text}),
    }
}

fn compact(iri: &str, namespaces: &Namespaces) -> String {
    namespaces.shorten(iri).map_or_else(|| iri.to_owned(), |(prefix, local)| format!("{prefix}:{local}"))
}
