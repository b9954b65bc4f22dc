//! How long a question to a graph takes from nothing: opening its index, one entity, all of one relation, all quads; beside
//! it what Oxigraph's own store takes for the last, once the graph is in it.
//!
//!     cargo bench --bench index

use divan::Bencher;
use newsgraph::graph::{QueryableGraph, index_bytes, read_nquads};
use newsgraph::index::Index;
use oxigraph::sparql::{QueryResults, SparqlEvaluator};
use oxigraph::store::Store;

/// As many quads as twenty long articles have.
const SUBJECTS: usize = 20_000;
const ALL: &str = "SELECT (COUNT(?o) AS ?n) { ?s ?p ?o FILTER (?o != \"none\") }";

fn main() {
    divan::main();
}

fn nquads() -> String {
    let quad = |number: usize| {
        let (graph, object) = (number / 500, number * 7 % SUBJECTS);
        format!(
            "<http://a.example/{number}> <http://a.example/knows> <http://a.example/{object}> <http://a.example/g{graph}> .\n\
             <http://a.example/{number}> <http://a.example/name> \"Name {object}\" <http://a.example/g{graph}> .\n"
        )
    };
    (0..SUBJECTS).map(quad).collect()
}

fn bytes() -> Vec<u8> {
    index_bytes(&read_nquads(nquads().as_bytes()).unwrap())
}

fn rows(results: QueryResults<'_>) -> usize {
    match results {
        QueryResults::Solutions(solutions) => solutions.count(),
        _ => 0,
    }
}

fn ask(bencher: Bencher, query: &str) {
    let bytes = bytes();
    bencher.bench(|| {
        let index = Index::open(&bytes).unwrap();
        rows(QueryableGraph::new(&index).unwrap().evaluate(query).unwrap())
    });
}

#[divan::bench]
fn one_entity(bencher: Bencher) {
    ask(bencher, "SELECT * { <http://a.example/7> ?p ?o }");
}

#[divan::bench]
fn one_relation(bencher: Bencher) {
    ask(bencher, "SELECT * { ?s <http://a.example/knows> ?o . ?o <http://a.example/knows> ?s }");
}

#[divan::bench]
fn all_quads(bencher: Bencher) {
    ask(bencher, ALL);
}

#[divan::bench]
fn all_quads_of_a_loaded_store(bencher: Bencher) {
    let dataset = read_nquads(nquads().as_bytes()).unwrap();
    let store = Store::new().unwrap();
    store.extend(dataset.quads()).unwrap();
    bencher.bench(|| {
        let mut prepared = SparqlEvaluator::new().parse_query(ALL).unwrap();
        prepared.dataset_mut().set_default_graph_as_union();
        rows(prepared.on_store(&store).execute().unwrap())
    });
}

#[divan::bench]
fn writing(bencher: Bencher) {
    let dataset = read_nquads(nquads().as_bytes()).unwrap();
    bencher.bench(|| index_bytes(&dataset));
}
