//! Tests of datasets and how they are made: order, duplicates, terms kept once.

use oxigraph::model::{
    BlankNode, GraphName, Literal, LiteralRef, NamedNode, NamedOrBlankNode, Quad, QuadRef, Term,
};
use proptest::prelude::*;

use crate::vocabulary as v;

use super::builder::DatasetBuilder;
use super::dataset::Dataset;
use super::query::read_nquads;
use super::section::Section;

const TYPE: &str = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>";
const LABEL: &str = "<http://www.w3.org/2000/01/rdf-schema#label>";

/// The lines of N-Quads in the order of the dataset.
fn in_order(lines: &[String]) -> Vec<String> {
    let dataset = read_nquads(lines.concat().as_bytes()).unwrap();
    dataset.quads().map(|quad| format!("{quad} .\n")).collect()
}

#[test]
fn quads_are_sorted_for_readers() {
    let expected = [
        // The default graph: what the graph is, what its words mean, then the entities.
        format!("<http://z.example/> {TYPE} <{}> .\n", v::VOID_DATASET),
        format!("<http://y.example/> {TYPE} <{}> .\n", v::OWL_CLASS),
        // Types, labels, other names, all else.
        format!("<http://a.example/> {TYPE} <http://y.example/> .\n"),
        format!("<http://a.example/> {LABEL} \"A\" .\n"),
        format!("<http://a.example/> <{}> \"a\" .\n", v::SKOS_ALT_LABEL),
        // Literals by text, datatype and language, then IRIs.
        "<http://a.example/> <http://a.example/p> \"10\" .\n".to_owned(),
        format!("<http://a.example/> <http://a.example/p> \"9\"^^<{}> .\n", v::XSD_DECIMAL),
        "<http://a.example/> <http://a.example/p> \"9\" .\n".to_owned(),
        "<http://a.example/> <http://a.example/p> <http://a.example/> .\n".to_owned(),
        "<http://b.example/> <http://a.example/p> \"1\" .\n".to_owned(),
        format!("<http://0.example/> {TYPE} <{}> .\n", v::SCHEMA_NEWS_ARTICLE),
        // Then the named graphs, by name.
        format!("<http://0.example/s> {TYPE} <{}> <http://0.example/> .\n", v::NG_STATEMENT),
        format!("<http://0.example/p> {TYPE} <{}> <http://0.example/> .\n", v::NIF_PHRASE),
        "<http://b.example/> <http://a.example/p> \"1\" <http://1.example/> .\n".to_owned(),
    ];
    let mut lines: Vec<String> = expected.iter().rev().chain(&expected).cloned().collect();
    assert_eq!(in_order(&lines), expected);
    lines.rotate_left(5);
    assert_eq!(in_order(&lines), expected);
}

#[test]
fn the_first_of_several_types_tells_the_section() {
    let of = |classes: &[&str]| {
        let lines: String =
            classes.iter().map(|class| format!("<http://a.example/> {TYPE} <{class}> .\n")).collect();
        read_nquads(lines.as_bytes()).unwrap().subjects().map(|(_, section)| section).collect::<Vec<_>>()
    };
    assert_eq!(of(&[v::NIF_CONTEXT, v::SCHEMA_NEWS_ARTICLE]), [Section::Article]);
    assert_eq!(of(&[v::NIF_PHRASE, v::OWL_CLASS]), [Section::Vocabulary]);
    assert_eq!(of(&["http://a.example/Ship"]), [Section::Entity]);
}

#[test]
fn every_term_is_kept_once() {
    let mut builder = DatasetBuilder::default();
    let node = NamedNode::new_unchecked("http://a.example/");
    let subject = builder.intern(&node);
    assert_eq!(builder.known_iri("http://a.example/"), Some(subject));
    assert_eq!(builder.known_iri("http://b.example/"), None);
    let label = builder.intern(LiteralRef::new_simple_literal("http://a.example/"));
    assert_ne!(label, subject);
    for graph in [None, Some(subject), None] {
        builder.insert(graph, subject, subject, label);
    }
    let dataset = builder.finish();
    assert_eq!(dataset.terms().count(), 2);
    assert_eq!(dataset.len(), 2);
    assert_eq!(dataset.triples().len(), 1);
    let graphs: Vec<_> = dataset.graphs().map(|(name, _)| name.map(|name| dataset.name(name))).collect();
    assert_eq!(graphs, [None, Some("http://a.example/")]);
}

#[test]
fn terms_are_found_again_however_many_there_are() {
    let mut builder = DatasetBuilder::default();
    let iris: Vec<NamedNode> =
        (0..1000).map(|number| NamedNode::new_unchecked(format!("http://a.example/{number}"))).collect();
    let first: Vec<_> = iris.iter().map(|iri| builder.intern(iri)).collect();
    let again: Vec<_> = iris.iter().map(|iri| builder.intern(iri)).collect();
    assert_eq!(first, again);
    assert!(iris.iter().zip(first).all(|(iri, number)| builder.known_iri(iri.as_str()) == Some(number)));
    let words = LiteralRef::new_simple_literal(iris[0].as_str());
    assert!(!again.contains(&builder.intern(words)));
}

proptest! {
    /// Blank nodes too, which newsgraph writes none of, but a file that somebody has changed may hold.
    #[test]
    fn the_quads_come_out_that_went_in(
        quads in prop::collection::vec(("[ab]", "[ab]", "[ab]", 0..5_u8, 0..3_u8), 0..20)
    ) {
        let quads: Vec<Quad> = quads.into_iter().map(|(s, p, o, kind, graph)| quad(&s, &p, &o, kind, graph)).collect();
        let dataset: Dataset = quads.iter().cloned().collect();
        let mut read: Vec<String> = dataset.quads().map(|quad| quad.to_string()).collect();
        let mut written: Vec<String> = quads.iter().map(Quad::to_string).collect();
        read.sort();
        written.sort();
        written.dedup();
        prop_assert_eq!(read, written);
        let reversed: Dataset = quads.iter().rev().cloned().collect();
        let listed = |dataset: &Dataset| dataset.quads().map(QuadRef::into_owned).collect::<Vec<_>>();
        prop_assert_eq!(listed(&dataset), listed(&reversed));
    }
}

fn quad(subject: &str, predicate: &str, object: &str, kind: u8, graph: u8) -> Quad {
    let node = |name: &str| NamedNode::new_unchecked(format!("http://{name}.example/"));
    let blank = |name: &str| BlankNode::new_unchecked(name);
    let object: Term = match kind {
        0 => node(object).into(),
        1 => blank(object).into(),
        2 => Literal::new_simple_literal(object).into(),
        3 => Literal::new_typed_literal(object, node("type")).into(),
        _ => Literal::new_language_tagged_literal_unchecked(object, "en").into(),
    };
    let subject: NamedOrBlankNode =
        if matches!(kind, 0 | 2 | 4) { node(subject).into() } else { blank(subject).into() };
    let graph = match graph {
        0 => GraphName::DefaultGraph,
        1 => node(predicate).into(),
        _ => blank(predicate).into(),
    };
    Quad::new(subject, node(predicate), object, graph)
}
