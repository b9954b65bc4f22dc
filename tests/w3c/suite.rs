//! The tests as W3C's manifests list them. A file's IRI is its place in this folder.

use std::fs;
use std::path::{Path, PathBuf};

use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::{
    Graph, NamedNode, NamedNodeRef, NamedOrBlankNode, NamedOrBlankNodeRef, Quad, Term, TermRef,
};

const BASE: &str = "http://w3c.example/";
const MANIFEST: &str = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
const QUERY: &str = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#";
const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

/// A test; its files by their IRIs.
pub struct Case {
    /// Suite, group and name: `sparql11/exists#exists01`.
    pub name: String,
    pub query: String,
    pub data: Vec<String>,
    pub graphs: Vec<String>,
    pub result: String,
    /// Whether rows may come as often as they like.
    pub is_lax: bool,
}

/// All tests of what a query answers, in the order of their names.
pub fn cases() -> Vec<Case> {
    let folders = ["sparql10", "sparql11"].map(|suite| fs::read_dir(folder().join(suite)).unwrap());
    let mut all: Vec<Case> = folders
        .into_iter()
        .flatten()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .flat_map(|group| {
            let local = group.strip_prefix(folder()).unwrap().to_str().unwrap().replace('\\', "/");
            cases_of(&local)
        })
        .collect();
    all.sort_by(|one, other| one.name.cmp(&other.name));
    all
}

fn cases_of(group: &str) -> Vec<Case> {
    let manifest: Graph = graph(&format!("{BASE}{group}/manifest.ttl"));
    let mut found = Vec::new();
    for kind in ["QueryEvaluationTest", "CSVResultFormatTest"] {
        let (kind, a) = (format!("{MANIFEST}{kind}"), format!("{RDF}type"));
        let (kind, a) = (NamedNodeRef::new_unchecked(&kind), NamedNodeRef::new_unchecked(&a));
        for test in manifest.subjects_for_predicate_object(a, kind) {
            found.push(case(&manifest, test, group));
        }
    }
    found
}

fn case(manifest: &Graph, test: NamedOrBlankNodeRef<'_>, group: &str) -> Case {
    let one = |subject, namespace, local| values(manifest, subject, namespace, local).into_iter().next();
    let action = node(one(test, MANIFEST, "action").unwrap());
    let files = |local| values(manifest, action.as_ref(), QUERY, local).iter().map(iri).collect();
    let iri_of = |term: Option<Term>| term.as_ref().map(iri).unwrap();
    Case {
        name: format!(
            "{group}#{}",
            test.to_string().trim_end_matches('>').rsplit(['#', '/']).next().unwrap()
        ),
        query: iri_of(one(action.as_ref(), QUERY, "query")),
        data: files("data"),
        graphs: files("graphData"),
        result: iri_of(one(test, MANIFEST, "result")),
        is_lax: one(test, MANIFEST, "resultCardinality").is_some(),
    }
}

/// The values of a property.
pub fn values(graph: &Graph, subject: NamedOrBlankNodeRef<'_>, namespace: &str, local: &str) -> Vec<Term> {
    let property = NamedNode::new_unchecked(format!("{namespace}{local}"));
    graph.objects_for_subject_predicate(subject, &property).map(TermRef::into_owned).collect()
}

pub fn node(term: Term) -> NamedOrBlankNode {
    match term {
        Term::NamedNode(node) => node.into(),
        Term::BlankNode(node) => node.into(),
        other => panic!("{other} is no node"),
    }
}

fn iri(term: &Term) -> String {
    match term {
        Term::NamedNode(node) => node.as_str().to_owned(),
        other => panic!("{other} is no IRI"),
    }
}

/// The triples of a file.
pub fn graph(file: &str) -> Graph {
    parsed(file).iter().map(|quad| oxigraph::model::Triple::from(quad.clone())).collect()
}

/// The quads of a file of RDF, whose blank nodes are nobody else's.
pub fn parsed(file: &str) -> Vec<Quad> {
    let format = RdfFormat::from_extension(file.rsplit('.').next().unwrap()).unwrap();
    let parser = RdfParser::from_format(format).with_base_iri(file).unwrap().rename_blank_nodes();
    parser
        .for_slice(&bytes(file))
        .map(|quad| quad.unwrap_or_else(|error| panic!("{file}: {error}")))
        .collect()
}

pub fn text(file: &str) -> String {
    String::from_utf8(bytes(file)).unwrap()
}

/// What stands in a file.
pub fn bytes(file: &str) -> Vec<u8> {
    let local = file.strip_prefix(BASE).unwrap_or_else(|| panic!("{file} is no file of the suite"));
    fs::read(folder().join(local)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/w3c")
}
