//! SPARQL on a graph: Oxigraph's evaluator over the graph's index, with the usual prefixes known.

use std::io::Read;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use oxigraph::io::{RdfFormat, RdfParseError, RdfParser};
use oxigraph::model::{BlankNode, GraphName, NamedNode, NamedOrBlankNode, Quad, Term, Triple};
use oxigraph::sparql::{
    DefaultServiceHandler, QueryEvaluationError, QueryResults, QuerySolutionIter, SparqlEvaluator,
    SparqlSyntaxError,
};
use oxiri::Iri;
use spargebra::algebra::GraphPattern;
use thiserror::Error;

use crate::index::{Damage, Index};

use super::builder::DatasetBuilder;
use super::dataset::Dataset;
use super::namespaces::Namespaces;
use super::terms::iri;

/// A graph that can be asked.
pub struct QueryableGraph<'a> {
    index: &'a Index<'a>,
    namespaces: Namespaces,
}

/// What a query is asked with beside its own text.
#[derive(Clone, Default)]
pub struct Circumstances {
    /// Graphs that together are the default graph, whatever the query says; with `named_graphs`, all that it sees.
    pub default_graphs: Vec<NamedNode>,
    /// Graphs that may be named.
    pub named_graphs: Vec<NamedNode>,
    /// Is set where the query asks another endpoint, which is never done.
    pub asks_elsewhere: Arc<AtomicBool>,
}

/// Refuses to ask other endpoints.
struct NoService(Arc<AtomicBool>);

/// The query asks another endpoint.
#[derive(Debug, Error)]
#[error("SERVICE is not supported: newsgraph asks no other endpoint")]
pub struct AsksElsewhere;

impl DefaultServiceHandler for NoService {
    type Error = AsksElsewhere;

    fn handle(
        &self,
        _service: &NamedNode,
        _pattern: &GraphPattern,
        _base: Option<&Iri<String>>,
    ) -> Result<QuerySolutionIter<'static>, AsksElsewhere> {
        self.0.store(true, Ordering::Relaxed);
        Err(AsksElsewhere)
    }
}

/// Why a query has no answer.
#[derive(Debug, Error)]
pub enum QueryError {
    /// The query cannot be parsed; the text names the place.
    #[error("the query is no valid SPARQL: {0}")]
    Syntax(String),
    /// The query was parsed, but its evaluation failed.
    #[error("the query could not be answered")]
    Evaluation(#[from] QueryEvaluationError),
    /// The index is damaged.
    #[error("the index of the graph is damaged")]
    Damaged(#[from] Damage),
}

/// Reads N-Quads into a sorted dataset.
///
/// # Errors
/// Returns I/O errors and the first line that is no N-Quads.
pub fn read_nquads(reader: impl Read) -> Result<Dataset, RdfParseError> {
    let mut builder = DatasetBuilder::default();
    for quad in RdfParser::from_format(RdfFormat::NQuads).for_reader(reader) {
        builder.add(quad?.as_ref());
    }
    Ok(builder.finish())
}

impl<'a> QueryableGraph<'a> {
    /// A graph that has this index, with the prefixes of its own base.
    ///
    /// # Errors
    /// Returns an error where the index is damaged.
    pub fn new(index: &'a Index<'a>) -> Result<Self, QueryError> {
        Ok(Self { index, namespaces: Namespaces::of_index(index)? })
    }

    /// The prefixes that queries know without declaring them.
    pub fn namespaces(&self) -> &Namespaces {
        &self.namespaces
    }

    /// Evaluates a query. Where it names no dataset itself, its default graph is the union of all graphs, so that
    /// simple patterns find statements and plain edges alike.
    ///
    /// # Errors
    /// Returns where the query is no SPARQL, or why it could not be answered.
    pub fn evaluate(&self, query: &str) -> Result<QueryResults<'a>, QueryError> {
        self.evaluate_in(query, &Circumstances::default())
    }

    /// The same in circumstances that others decide.
    ///
    /// # Errors
    /// As [`Self::evaluate`].
    pub fn evaluate_in(
        &self,
        query: &str,
        circumstances: &Circumstances,
    ) -> Result<QueryResults<'a>, QueryError> {
        let Circumstances { default_graphs, named_graphs, asks_elsewhere } = circumstances;
        let evaluator = self.evaluator().with_default_service_handler(NoService(Arc::clone(asks_elsewhere)));
        let mut prepared =
            evaluator.parse_query(query).map_err(|error| QueryError::Syntax(explained(query, &error)))?;
        if !default_graphs.is_empty() || !named_graphs.is_empty() {
            let dataset = prepared.dataset_mut();
            dataset.set_default_graph(default_graphs.iter().cloned().map(GraphName::from).collect());
            dataset.set_available_named_graphs(named_graphs.iter().cloned().map(Into::into).collect());
        } else if prepared.dataset().is_default_dataset() {
            prepared.dataset_mut().set_default_graph_as_union();
        }
        Ok(prepared.on_queryable_dataset(self.index).execute()?)
    }

    /// Whether a text is a sound SPARQL Update.
    pub fn is_update(&self, text: &str) -> bool {
        self.evaluator().parse_update(text).is_ok()
    }

    fn evaluator(&self) -> SparqlEvaluator {
        let known = self.namespaces.iter();
        known.fold(SparqlEvaluator::new(), |evaluator, (prefix, iri)| {
            // Only an invalid IRI is refused, and such a base cannot have been built with.
            evaluator.clone().with_prefix(prefix, iri).unwrap_or(evaluator)
        })
    }
}

/// The triples of a CONSTRUCT or DESCRIBE as a dataset of their own. Blank nodes get IRIs by order of appearance,
/// because Oxigraph labels them at random.
///
/// # Errors
/// Returns the first error of the query that makes the triples.
pub fn constructed(
    triples: impl Iterator<Item = Result<Triple, QueryEvaluationError>>,
) -> Result<Dataset, QueryEvaluationError> {
    let mut blank_nodes = Vec::new();
    let mut builder = DatasetBuilder::default();
    for triple in triples {
        let Triple { subject, predicate, object } = triple?;
        let subject = match subject {
            NamedOrBlankNode::NamedNode(node) => node,
            NamedOrBlankNode::BlankNode(node) => skolem(node, &mut blank_nodes),
        };
        let object = match object {
            Term::BlankNode(node) => skolem(node, &mut blank_nodes).into(),
            other => other,
        };
        let quad = Quad::new(subject, predicate, object, GraphName::DefaultGraph);
        builder.add(quad.as_ref());
    }
    Ok(builder.finish())
}

fn skolem(node: BlankNode, known: &mut Vec<BlankNode>) -> NamedNode {
    let number = known.iter().position(|other| *other == node).unwrap_or_else(|| {
        known.push(node);
        known.len() - 1
    });
    iri(&format!("urn:newsgraph:node:{}", number + 1))
}

/// A syntax error for people: the place and what stands there, without the parser's list of all it would have taken.
fn explained(query: &str, error: &SparqlSyntaxError) -> String {
    let message = error.to_string();
    let position = || {
        let (line, rest) = message.strip_prefix("error at ")?.split_once(':')?;
        Some((line.parse::<usize>().ok()?, rest.split_once(':')?.0.parse::<usize>().ok()?))
    };
    let Some((line, column)) = position() else { return message };
    let text = query.lines().nth(line.saturating_sub(1)).unwrap_or_default();
    let rest: String = text.chars().skip(column.saturating_sub(1)).take(LONGEST_QUOTE).collect();
    let reason = match rest.trim() {
        _ if message.contains("Prefix not found") => {
            let before: String = text.chars().take(column.saturating_sub(1)).collect();
            let name = before.rsplit(char::is_whitespace).next().unwrap_or_default();
            format!(
                "the prefix of {name:?} is not known; declare it with PREFIX or write the whole IRI in <…>"
            )
        }
        "" if query.lines().count() <= line => "it ends too early".to_owned(),
        "" => "the line ends where more was expected".to_owned(),
        rest => format!("cannot go on at {rest:?}"),
    };
    format!("line {line}, column {column}: {reason}")
}

/// How much of a query an error message quotes, in characters.
const LONGEST_QUOTE: usize = 30;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::index_bytes;

    fn error(query: &str) -> String {
        let bytes = index_bytes(&Dataset::default());
        let index = Index::open(&bytes).unwrap();
        let graph = QueryableGraph::new(&index).unwrap();
        graph.evaluate(query).err().map(|error| error.to_string()).unwrap_or_default()
    }

    #[test]
    fn a_syntax_error_names_its_place_and_what_stands_there() {
        assert!(error("SELECT ?a { ?a ng:foo").ends_with("line 1, column 22: it ends too early"));
        let misplaced = error("SELECT ?a\n{ ?a ng:foo } }");
        assert!(misplaced.ends_with("line 2, column 13: cannot go on at \"} }\""), "{misplaced}");
        let unknown = error("ASK { ?a nx:foo ?b }");
        assert!(unknown.contains("the prefix of \"nx:foo\" is not known"), "{unknown}");
    }

    #[test]
    fn the_default_graph_is_the_union_unless_the_query_says_otherwise() {
        let nquads = "<http://a.example/s> <http://a.example/p> \"o\" <http://a.example/g> .\n";
        let bytes = index_bytes(&read_nquads(nquads.as_bytes()).unwrap());
        let index = Index::open(&bytes).unwrap();
        let graph = QueryableGraph::new(&index).unwrap();
        let ask = |query| match graph.evaluate(query).unwrap() {
            QueryResults::Boolean(answer) => answer,
            _ => panic!("ASK has a truth value"),
        };
        assert!(ask("ASK { ?s ?p ?o }"));
        assert!(ask("ASK FROM <http://a.example/g> { ?s ?p ?o }"));
        assert!(!ask("ASK FROM <http://a.example/other> { ?s ?p ?o }"));
        assert!(ask("ASK { GRAPH <http://a.example/g> { ?s ?p ?o } }"));
    }
}
