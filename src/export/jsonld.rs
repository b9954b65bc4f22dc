//! JSON-LD 1.1, expanded values under a context of prefixes: each named graph is a node with its own `@graph`.

use oxigraph::model::{LiteralRef, TermRef, TripleRef};
use serde_json::{Map, Value, json};

use crate::graph::vocabulary::{RDF_TYPE, XSD_BOOLEAN, XSD_STRING};
use crate::graph::{Dataset, Namespaces, name};

/// All quads as one JSON-LD document, indented.
pub fn jsonld(dataset: &Dataset, namespaces: &Namespaces) -> String {
    let mut nodes = Vec::new();
    for (graph, triples) in dataset.graphs() {
        let subjects = subjects(&triples, namespaces);
        match graph {
            None => nodes.extend(subjects),
            Some(graph) => nodes.push(json!({"@id": compact(graph, namespaces), "@graph": subjects})),
        }
    }
    let context: Map<String, Value> =
        namespaces.iter().map(|(prefix, iri)| (prefix.to_owned(), iri.into())).collect();
    format!("{:#}\n", json!({"@context": context, "@graph": nodes}))
}

fn subjects(triples: &[TripleRef<'_>], namespaces: &Namespaces) -> Vec<Value> {
    triples.chunk_by(|a, b| a.subject == b.subject).map(|subject| node(subject, namespaces)).collect()
}

/// One subject with all its properties.
fn node(triples: &[TripleRef<'_>], namespaces: &Namespaces) -> Value {
    let mut node = Map::new();
    node.insert("@id".to_owned(), compact(name(triples[0].subject), namespaces).into());
    for property in triples.chunk_by(|a, b| a.predicate == b.predicate) {
        let (key, values): (String, Vec<Value>) = match property[0].predicate.as_str() {
            RDF_TYPE => {
                ("@type".to_owned(), property.iter().map(|triple| class(triple, namespaces)).collect())
            }
            iri => (
                compact(iri, namespaces),
                property.iter().map(|triple| value(triple.object, namespaces)).collect(),
            ),
        };
        node.insert(key, only_or_list(values));
    }
    node.into()
}

fn only_or_list(mut values: Vec<Value>) -> Value {
    match values.len() {
        1 => values.remove(0),
        _ => values.into(),
    }
}

fn class(triple: &TripleRef<'_>, namespaces: &Namespaces) -> Value {
    match triple.object {
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
