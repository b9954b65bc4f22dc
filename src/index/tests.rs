//! What an index answers is what Oxigraph's own store answers; and whatever is done to its bytes, it answers or refuses.

use std::collections::BTreeSet;

use oxigraph::model::{BlankNode, GraphName, Literal, NamedNode, NamedOrBlankNode, Quad, QuadRef, Term};
use oxigraph::sparql::{QueryResults, SparqlEvaluator};
use oxigraph::store::Store;
use proptest::prelude::*;

use super::test_queries::QUERIES;
use super::{DEFAULT_GRAPH, Damage, Index, Pattern};
use crate::graph::{Dataset, Namespaces, QueryableGraph, index_bytes};
use crate::sample;
use crate::story::{DEFAULT_BASE, Mint};
use crate::vocabulary as v;

const INTEGER: &str = "http://www.w3.org/2001/XMLSchema#integer";

fn node(name: &str) -> NamedNode {
    NamedNode::new_unchecked(format!("{}{name}", v::NG))
}

fn names() -> impl Strategy<Value = NamedNode> {
    prop::sample::select(vec!["a", "b", "c", "g1", "p"]).prop_map(node)
}

/// Literals are as Oxigraph's store spells them: it gives numbers back in its own way.
fn objects() -> impl Strategy<Value = Term> {
    let literals = [
        Literal::new_simple_literal("x"),
        Literal::new_simple_literal(""),
        Literal::new_simple_literal("7"),
        Literal::new_simple_literal("Xyé\n\"quoted\" and long enough to be no small string of the store"),
        Literal::new_language_tagged_literal_unchecked("x", "en"),
        Literal::new_language_tagged_literal_unchecked("x", "de"),
        Literal::new_typed_literal("7", node_of(INTEGER)),
        Literal::new_typed_literal("2", node_of(INTEGER)),
        Literal::new_typed_literal("2.5", node_of(v::XSD_DECIMAL)),
        Literal::new_typed_literal("true", node_of(v::XSD_BOOLEAN)),
        Literal::new_typed_literal("false", node_of(v::XSD_BOOLEAN)),
        Literal::new_typed_literal("2031-04-01", node_of(v::XSD_DATE)),
        Literal::new_typed_literal("no number", node_of(v::XSD_DECIMAL)),
        Literal::new_typed_literal("x", node("own")),
    ];
    let blank = BlankNode::new_unchecked("b1");
    prop_oneof![
        2 => names().prop_map(Term::from),
        2 => prop::sample::select(literals.to_vec()).prop_map(Term::from),
        1 => Just(Term::from(blank)),
    ]
}

fn node_of(iri: &str) -> NamedNode {
    NamedNode::new_unchecked(iri)
}

fn quads() -> impl Strategy<Value = Quad> {
    let subjects = prop_oneof![
        4 => names().prop_map(NamedOrBlankNode::from),
        1 => Just(NamedOrBlankNode::from(BlankNode::new_unchecked("b1"))),
    ];
    let predicates = prop::sample::select(vec!["p", "q", "r"]).prop_map(node);
    let graphs = prop_oneof![
        Just(GraphName::DefaultGraph),
        prop::sample::select(vec!["g1", "g2", "a"]).prop_map(|name| GraphName::from(node(name))),
    ];
    (subjects, predicates, objects(), graphs)
        .prop_map(|(subject, predicate, object, graph)| Quad::new(subject, predicate, object, graph))
}

/// The answer as sorted lines.
fn lines(results: QueryResults<'_>) -> Vec<String> {
    let mut lines: Vec<String> = match results {
        QueryResults::Boolean(answer) => vec![answer.to_string()],
        QueryResults::Graph(triples) => {
            triples.map(|triple| triple.unwrap().to_string()).collect::<BTreeSet<_>>().into_iter().collect()
        }
        QueryResults::Solutions(solutions) => solutions
            .map(|solution| {
                let solution = solution.unwrap();
                let cells = solution.iter().map(|(name, term)| format!("{name} = {term}"));
                cells.collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>().join(", ")
            })
            .collect(),
    };
    lines.sort();
    lines
}

/// What Oxigraph's store answers, its default graph being the union as ours is.
fn reference(store: &Store, query: &str) -> Vec<String> {
    let mut evaluator = SparqlEvaluator::new();
    for (prefix, iri) in Namespaces::new(DEFAULT_BASE).iter() {
        evaluator = evaluator.with_prefix(prefix, iri).unwrap();
    }
    let mut prepared = evaluator.parse_query(query).unwrap();
    if prepared.dataset().is_default_dataset() {
        prepared.dataset_mut().set_default_graph_as_union();
    }
    lines(prepared.on_store(store).execute().unwrap())
}

fn compare<'q>(dataset: &Dataset, queries: impl Iterator<Item = &'q str>) {
    let store = Store::new().unwrap();
    store.extend(dataset.quads()).unwrap();
    let bytes = index_bytes(dataset);
    let index = Index::open(&bytes).unwrap();
    let graph = QueryableGraph::new(&index).unwrap();
    for query in queries {
        let answer = graph.evaluate(query).unwrap_or_else(|error| panic!("{query}: {error}"));
        // The store makes one datatype of all whole numbers.
        let of_store = |line: String| line.replace(v::XSD_NON_NEGATIVE_INTEGER, INTEGER);
        let answer: Vec<String> = lines(answer).into_iter().map(of_store).collect();
        assert_eq!(answer, reference(&store, query), "{query}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn every_query_is_answered_as_by_the_store(quads in prop::collection::vec(quads(), 0..40)) {
        compare(&quads.into_iter().collect(), QUERIES.iter().copied());
    }

    #[test]
    fn a_pattern_finds_what_it_fits_and_nothing_else(
        quads in prop::collection::vec(quads(), 0..60),
        known in prop::array::uniform4(prop::option::of(0_u32..12)),
    ) {
        let dataset: Dataset = quads.into_iter().collect();
        let bytes = index_bytes(&dataset);
        let index = Index::open(&bytes).unwrap();
        for graph in [known[3], Some(DEFAULT_GRAPH)] {
            let [subject, predicate, object, _] = known;
            let sought = [subject, predicate, object, graph];
            let mut found: Vec<_> = index.matches(Pattern { subject, predicate, object, graph }).collect();
            let fits = |quad: &[u32; 4]| {
                quad.iter().zip(sought).all(|(number, sought)| sought.is_none_or(|sought| sought == *number))
            };
            let mut expected: Vec<_> = dataset.numbered().filter(fits).collect();
            found.sort_unstable();
            expected.sort_unstable();
            prop_assert_eq!(found, expected);
        }
    }

    #[test]
    fn every_term_is_found_by_its_number_and_back(quads in prop::collection::vec(quads(), 0..40)) {
        let dataset: Dataset = quads.into_iter().collect();
        let bytes = index_bytes(&dataset);
        let index = Index::open(&bytes).unwrap();
        prop_assert_eq!(index.terms(), dataset.terms().count());
        for (number, term) in (0..).zip(dataset.terms()) {
            prop_assert_eq!(index.term(number), Ok(term));
            prop_assert_eq!(index.number(term), Ok(Some(number)));
        }
        prop_assert_eq!(index.iri("http://unheard.example/"), Ok(None));
        prop_assert_eq!(crate::graph::unindexed(&index).unwrap().numbered().collect::<Vec<_>>(), dataset.numbered().collect::<Vec<_>>());
    }

    #[test]
    fn no_change_of_its_bytes_makes_it_panic(at in 0_usize..100_000, byte in any::<u8>(), cut in any::<bool>()) {
        let mut bytes = index_bytes(&sample_dataset());
        let at = at % bytes.len();
        if cut {
            bytes.truncate(at);
        } else {
            bytes[at] = byte;
        }
        ask_everything(&bytes);
    }
}

fn sample_dataset() -> Dataset {
    crate::graph::dataset(&sample::story(), &sample::ontology(), &Mint::default())
}

/// Asks for all that an index has, and does nothing with it.
fn ask_everything(bytes: &[u8]) {
    let Ok(index) = Index::open(bytes) else { return };
    for number in 0..index.terms() as u32 + 2 {
        if let Ok(term) = index.term(number) {
            let _ = index.number(term);
        }
        let _ = index.lines(number).count();
        for place in 0..4 {
            let known = |other| (place == other).then_some(number);
            let pattern =
                Pattern { subject: known(0), predicate: known(1), object: known(2), graph: known(3) };
            let _ = index.matches(pattern).count();
        }
    }
    let _ = index.named_graphs().count();
    let _ = crate::graph::unindexed(&index);
    let _ = crate::graph::Named::all(&index);
    if let Ok(graph) = QueryableGraph::new(&index)
        && let Ok(QueryResults::Solutions(solutions)) =
            graph.evaluate("SELECT * { ?s ?p ?o FILTER (?o != 1) }")
    {
        solutions.for_each(drop);
    }
}

#[test]
fn shipped_queries_are_answered_as_by_the_store() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("ontology/queries");
    let shipped: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| std::fs::read_to_string(entry.unwrap().path()).unwrap())
        .collect();
    compare(&sample_dataset(), shipped.iter().map(String::as_str));
}

#[test]
fn a_number_is_given_back_as_the_graph_spells_it() {
    let number = Literal::new_typed_literal("4.0", node_of(v::XSD_DECIMAL));
    let dataset: Dataset =
        std::iter::once(Quad::new(node("a"), node("p"), number, GraphName::DefaultGraph)).collect();
    let bytes = index_bytes(&dataset);
    let index = Index::open(&bytes).unwrap();
    let graph = QueryableGraph::new(&index).unwrap();
    let answer = lines(graph.evaluate("SELECT ?o { ?s ?p ?o FILTER (?o = 4) }").unwrap());
    assert_eq!(answer, [format!("?o = \"4.0\"^^<{}>", v::XSD_DECIMAL)]);
}

#[test]
fn bytes_depend_on_nothing_but_the_graph() {
    let quads: Vec<Quad> = sample_dataset().quads().map(QuadRef::into_owned).collect();
    let backwards: Dataset = quads.iter().rev().cloned().collect();
    assert_eq!(index_bytes(&sample_dataset()), index_bytes(&backwards));
}

#[test]
fn what_is_no_index_of_this_version_is_refused() {
    let mut bytes = index_bytes(&sample_dataset());
    assert_eq!(Index::open(&bytes[..10]).unwrap_err(), Damage::NoIndex);
    assert_eq!(Index::open(&bytes[..bytes.len() - 1]).unwrap_err(), Damage::Shape);
    bytes[30] ^= 1;
    assert_eq!(Index::open(&bytes).unwrap_err(), Damage::Shape);
    bytes[8] = 9;
    assert_eq!(Index::open(&bytes).unwrap_err(), Damage::Version(9));
}
