//! What the index promises, as ratios that hold on any machine: how long scans and joins in it take against Oxigraph's own store
//! once the graph is loaded there, and how much of a build's time is the writing of an index.
//!
//!     cargo bench --bench index [-- GRAPH.nq]
//!
//! Without a graph, one is invented. Each query is asked by turns, ours and theirs, and the quickest of each counts: what else the
//! machine does then slows both alike.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use newsgraph::graph::{Dataset, QueryableGraph, dataset, index_bytes, read_nquads};
use newsgraph::index::Index;
use newsgraph::language::Engine;
use newsgraph::pipeline::Pipeline;
use newsgraph::read::{ReadOptions, read_inputs};
use newsgraph::story::Mint;
use newsgraph::taught::built_in;
use oxigraph::sparql::{QueryResults, SparqlEvaluator};
use oxigraph::store::Store;

/// As many quads as twenty long articles have.
const SUBJECTS: usize = 20_000;
const ROUNDS: usize = 7;
/// What full scans and joins may take, in times of what they take in the loaded store.
const MOST_SCAN: f64 = 1.5;
/// What writing the index may take of the time that reading the articles takes.
const MOST_WRITING: f64 = 0.05;

/// Each looks at all quads, or joins all that it finds; the properties are those of the invented graph.
const QUERIES: [(&str, &str); 6] = [
    ("all quads, counted", "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"),
    ("all quads, filtered", "SELECT (COUNT(?o) AS ?n) { ?s ?p ?o FILTER (?o != \"none\") }"),
    ("all quads, as rows", "SELECT * { ?s ?p ?o }"),
    ("all graphs, grouped", "SELECT ?g (COUNT(?s) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g"),
    ("join of all subjects", "SELECT (COUNT(*) AS ?n) { ?s <P1> ?a . ?s <P2> ?b }"),
    ("join from object to subject", "SELECT ?a ?c { ?a <P1> ?b . ?b <P2> ?c }"),
];

fn main() {
    let file = std::env::args().skip(1).find(|argument| !argument.starts_with('-'));
    let nquads = file.as_ref().map_or_else(invented, |file| std::fs::read_to_string(file).unwrap());
    let properties = if file.is_some() {
        [
            "http://www.w3.org/ns/prov#wasDerivedFrom",
            "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#anchorOf",
        ]
    } else {
        ["http://a.example/knows", "http://a.example/name"]
    };
    let graph = read_nquads(nquads.as_bytes()).unwrap();
    println!("{} quads", graph.len());
    scans(&graph, properties);
    writing();
}

fn invented() -> String {
    let quad = |number: usize| {
        let (graph, object) = (number / 500, number * 7 % SUBJECTS);
        format!(
            "<http://a.example/{number}> <http://a.example/knows> <http://a.example/{object}> <http://a.example/g{graph}> .\n\
             <http://a.example/{number}> <http://a.example/name> \"Name {object}\" <http://a.example/g{graph}> .\n"
        )
    };
    (0..SUBJECTS).map(quad).collect()
}

/// Ours against theirs.
fn scans(graph: &Dataset, [one, other]: [&str; 2]) {
    let bytes = index_bytes(graph);
    let index = Index::open(&bytes).unwrap();
    let ours = QueryableGraph::new(&index).unwrap();
    let store = Store::new().unwrap();
    store.extend(graph.quads()).unwrap();
    for (name, query) in QUERIES {
        let query = query.replace("P1", one).replace("P2", other);
        let in_index = || rows(ours.evaluate(&query).unwrap());
        let in_store = || {
            let mut prepared = SparqlEvaluator::new().parse_query(&query).unwrap();
            prepared.dataset_mut().set_default_graph_as_union();
            rows(prepared.on_store(&store).execute().unwrap())
        };
        assert_eq!(in_index(), in_store(), "{name}");
        let mut quickest = [Duration::MAX; 2];
        for _ in 0..ROUNDS {
            quickest[0] = quickest[0].min(time(&in_index));
            quickest[1] = quickest[1].min(time(&in_store));
        }
        let ratio = quickest[0].as_secs_f64() / quickest[1].as_secs_f64();
        let note = if ratio > MOST_SCAN { "  too slow" } else { "" };
        println!("{name}: {:.1?}, in the store {:.1?}: {ratio:.2}{note}", quickest[0], quickest[1]);
    }
}

/// Writing against reading, both by one thread; what else a build does only makes the part smaller.
fn writing() {
    let engine = Engine::load();
    let pipeline = Pipeline::builder().taught(built_in(&engine).unwrap()).engine(engine).build().unwrap();
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("examples/bridge-affair");
    let articles = read_inputs(&[folder], &ReadOptions::new(&pipeline.ontology().words.page)).articles;
    let one_thread = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    one_thread.install(|| {
        let begun = Instant::now();
        let story = pipeline.story(articles);
        let reading = begun.elapsed();
        let graph = dataset(&story, pipeline.ontology(), &Mint::default());
        let writing = (0..ROUNDS).map(|_| time(&|| index_bytes(&graph).len())).min().unwrap_or_default();
        let part = writing.as_secs_f64() / reading.as_secs_f64();
        let note = if part > MOST_WRITING { "  too much" } else { "" };
        println!(
            "writing the index of {} quads: {writing:.1?}, {:.2} % of reading{note}",
            graph.len(),
            part * 100.0
        );
    });
}

fn rows(results: QueryResults<'_>) -> usize {
    match results {
        QueryResults::Solutions(solutions) => solutions.map(|row| row.unwrap().len()).sum(),
        _ => 0,
    }
}

fn time<T>(work: &impl Fn() -> T) -> Duration {
    let begun = Instant::now();
    std::hint::black_box(work());
    begun.elapsed()
}
