//! W3C's own tests of SPARQL 1.0 and 1.1 queries, asked of our index: each test's data becomes an index, its query goes the way that
//! `newsgraph query` and `serve` go, and the answer is compared with the one that W3C expects.
//!
//! Only what a query answers is tested here. Syntax is the parser's own affair, which newsgraph takes from Oxigraph; updates, other
//! endpoints and entailment are refused by design.

#[path = "w3c/answers.rs"]
mod answers;
#[path = "w3c/suite.rs"]
mod suite;

use newsgraph::graph::{Circumstances, Dataset, QueryableGraph, index_bytes};
use newsgraph::index::Index;
use oxigraph::model::{GraphName, NamedNode, Quad};
use oxigraph::sparql::{QueryResults, SparqlEvaluator};
use oxigraph::store::Store;
use spargebra::SparqlParser;

use answers::Answer;
use suite::{Case, parsed};

/// What is the default graph of a test; by its name it is chosen, for a query that chooses none sees all graphs as one.
const DEFAULT: &str = "http://w3c.example/default";

/// Tests whose answer is another one, and why. All of these are answered so by Oxigraph's own store as well, which is tested, too: the
/// evaluator reads them so, and not the index.
const OTHERWISE: [(&str, &str); 17] = [
    (
        "sparql10/expr-builtin#case-insensitive-booleans",
        "the parser knows `true` and `false` in small letters only",
    ),
    ("sparql10/expr-builtin#dawg-str-1", "`STR` of a number tells its value, however the graph spells it"),
    ("sparql10/expr-builtin#dawg-str-2", "the same"),
    (
        "sparql10/graph#graph-optional",
        "`GRAPH ?g` gives ?g its value inside the group, pattern by pattern, and not to the group as a whole",
    ),
    ("sparql10/graph#graph-variable-scope", "the same"),
    ("sparql10/open-world#date-2", "dates with a zone and without are unequal, where W3C sees an error"),
    (
        "sparql10/optional-filter#dawg-optional-filter-005-simplified",
        "a variable from outside is known to the `FILTER` of a group within `OPTIONAL`",
    ),
    ("sparql11/aggregates#agg-empty-group-count-graph", "as graph-optional"),
    (
        "sparql11/aggregates#agg-groupconcat-04",
        "strings of one language are joined to a string of that language",
    ),
    ("sparql11/aggregates#agg-groupconcat-06", "the same"),
    ("sparql11/bindings#graph", "as graph-optional"),
    ("sparql11/functions#bnode01", "`BNODE(\"x\")` is the same node in all rows"),
    ("sparql11/negation#graph-minus", "as graph-optional"),
    (
        "sparql11/property-path#zero_or_more_set_end",
        "a path of no steps leads from a term to itself only where the graph has the term",
    ),
    ("sparql11/property-path#zero_or_more_set_start", "the same"),
    ("sparql11/property-path#zero_or_one_set_end", "the same"),
    ("sparql11/property-path#zero_or_one_set_start", "the same"),
];

#[test]
fn queries_are_answered_as_w3c_expects() {
    let cases = suite::cases();
    assert!(cases.len() > 500, "only {} tests are found", cases.len());
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|case| {
            let listed = OTHERWISE.iter().any(|(name, _)| *name == case.name);
            let fault = match (Asked::new(case).and_then(|asked| asked.compare(case)), listed) {
                (Ok(()), false) => return None,
                (Err(fault), false) => fault,
                (Ok(()), true) => "is answered as expected now: take it off the list".to_owned(),
                // What is no SPARQL to the parser is none to the store.
                (Err(_), true) => Asked::new(case).ok()?.compare_with_store().err()?,
            };
            Some(format!("{}: {fault}", case.name))
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {} tests:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

/// A test's query with the graphs that it is asked of.
struct Asked {
    text: String,
    quads: Vec<Quad>,
    circumstances: Circumstances,
}

impl Asked {
    fn new(case: &Case) -> Result<Self, String> {
        let text = format!("BASE <{}>\n{}", case.query, suite::text(&case.query));
        let query = SparqlParser::new().parse_query(&text).map_err(told)?;
        let graph = |iri: &str| NamedNode::new_unchecked(iri);
        let mut circumstances = Circumstances::default();
        let mut quads = Vec::new();
        if let Some(dataset) = query.dataset() {
            // The query's own FROM: each graph is found where its name says.
            let named = dataset.named.iter().flatten();
            let all = dataset.default.iter().chain(named);
            all.for_each(|name| quads.extend(loaded(name.as_str(), name)));
        } else {
            circumstances.default_graphs.push(graph(DEFAULT));
            case.data.iter().for_each(|file| quads.extend(loaded(file, &graph(DEFAULT))));
            for file in &case.graphs {
                quads.extend(loaded(file, &graph(file)));
                circumstances.named_graphs.push(graph(file));
            }
        }
        Ok(Self { text, quads, circumstances })
    }

    /// How the answer differs from the expected one.
    fn compare(&self, case: &Case) -> Result<(), String> {
        let bytes = index_bytes(&self.quads.iter().cloned().collect::<Dataset>());
        let index = Index::open(&bytes).map_err(told)?;
        let results = self.ask(&QueryableGraph::new(&index).map_err(told)?)?;
        if case.result.ends_with(".csv") {
            return answers::compare_csv(results, &suite::text(&case.result));
        }
        Answer::of(results)?.compare(&Answer::expected(&case.result)?, case.is_lax)
    }

    /// How the answer differs from that of Oxigraph's store.
    fn compare_with_store(&self) -> Result<(), String> {
        let bytes = index_bytes(&self.quads.iter().cloned().collect::<Dataset>());
        let index = Index::open(&bytes).map_err(told)?;
        let ours = Answer::of(self.ask(&QueryableGraph::new(&index).map_err(told)?)?)?;
        let store = Store::new().map_err(told)?;
        store.extend(self.quads.iter().cloned()).map_err(told)?;
        let mut prepared = SparqlEvaluator::new().parse_query(&self.text).map_err(told)?;
        let Circumstances { default_graphs, named_graphs, .. } = &self.circumstances;
        if !default_graphs.is_empty() {
            let dataset = prepared.dataset_mut();
            dataset.set_default_graph(default_graphs.iter().cloned().map(GraphName::from).collect());
            dataset.set_available_named_graphs(named_graphs.iter().cloned().map(Into::into).collect());
        }
        ours.compare(&Answer::of(prepared.on_store(&store).execute().map_err(told)?)?, false)
    }

    fn ask<'a>(&self, graph: &QueryableGraph<'a>) -> Result<QueryResults<'a>, String> {
        graph.evaluate_in(&self.text, &self.circumstances).map_err(told)
    }
}

fn loaded(file: &str, graph: &NamedNode) -> Vec<Quad> {
    let into = |quad: Quad| Quad { graph_name: GraphName::from(graph.clone()), ..quad };
    parsed(file).into_iter().map(into).collect()
}

fn told(error: impl std::fmt::Display) -> String {
    error.to_string()
}
