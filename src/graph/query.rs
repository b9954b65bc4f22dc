//! SPARQL on a graph: Oxigraph's evaluator over its in-memory store, with the usual prefixes known.

use std::io::Read;

use oxigraph::io::{RdfFormat, RdfParseError, RdfParser};
use oxigraph::model::{BlankNode, GraphName, NamedNode, NamedOrBlankNode, Quad, Term, Triple};
use oxigraph::sparql::{QueryEvaluationError, QueryResults, SparqlEvaluator, SparqlSyntaxError};
use oxigraph::store::{StorageError, Store};
use thiserror::Error;

use super::{Dataset, Namespaces};

/// A graph that can be asked.
pub struct QueryableGraph {
    store: Store,
    namespaces: Namespaces,
}

/// Why a query has no answer.
#[derive(Debug, Error)]
pub enum QueryError {
    #[error("the query is no valid SPARQL: {0}")]
    Syntax(#[from] SparqlSyntaxError),
    #[error("the query could not be answered: {0}")]
    Evaluation(#[from] QueryEvaluationError),
    #[error("the graph could not be loaded: {0}")]
    Storage(#[from] StorageError),
}

/// Reads N-Quads into a sorted dataset.
pub fn read_nquads(reader: impl Read) -> Result<Dataset, RdfParseError> {
    RdfParser::from_format(RdfFormat::NQuads).for_reader(reader).collect()
}

impl QueryableGraph {
    pub fn new(dataset: &Dataset) -> Result<Self, QueryError> {
        let store = Store::new()?;
        store.extend(dataset.quads().iter().map(Quad::as_ref))?;
        Ok(Self { store, namespaces: Namespaces::of(dataset) })
    }

    pub fn namespaces(&self) -> &Namespaces {
        &self.namespaces
    }

    /// Evaluates a query. Where it names no dataset itself, its default graph is the union of all graphs, so that
    /// simple patterns find statements and plain edges alike.
    pub fn evaluate(&self, query: &str) -> Result<QueryResults<'static>, QueryError> {
        let mut evaluator = SparqlEvaluator::new();
        for (prefix, iri) in self.namespaces.iter() {
            // Only an invalid IRI is refused, and such a base cannot have been built with.
            if let Ok(with_prefix) = evaluator.clone().with_prefix(prefix, iri) {
                evaluator = with_prefix;
            }
        }
        let mut prepared = evaluator.parse_query(query)?;
        if prepared.dataset().is_default_dataset() {
            prepared.dataset_mut().set_default_graph_as_union();
        }
        Ok(prepared.on_store(&self.store).execute()?)
    }
}

/// The triples of a CONSTRUCT or DESCRIBE as a dataset of their own. Blank nodes get IRIs by order of appearance,
/// because Oxigraph labels them at random.
pub fn constructed(
    triples: impl Iterator<Item = Result<Triple, QueryEvaluationError>>,
) -> Result<Dataset, QueryEvaluationError> {
    let mut blank_nodes = Vec::new();
    let mut quads = Vec::new();
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
        quads.push(Quad::new(subject, predicate, object, GraphName::DefaultGraph));
    }
    Ok(quads.into_iter().collect())
}

fn skolem(node: BlankNode, known: &mut Vec<BlankNode>) -> NamedNode {
    let number = known.iter().position(|other| *other == node).unwrap_or_else(|| {
        known.push(node);
        known.len() - 1
    });
    super::terms::iri(&format!("urn:newsgraph:node:{}", number + 1))
}
