//! Answering a query in the form that the client wants.

use std::io::{BufWriter, Write};
use std::sync::Arc;
use std::sync::atomic::Ordering;

use hyper::StatusCode;
use oxigraph::sparql::results::QueryResultsSerializer;
use oxigraph::sparql::{QueryEvaluationError, QueryResults, QuerySolutionIter, QueryTripleIter};
use tempfile::SpooledTempFile;

use crate::export::write_rdf;
use crate::graph::{Circumstances, Namespaces, QueryError, QueryableGraph, constructed};

use super::complexity;
use super::formats::{GRAPHS, RESULTS, content_type};
use super::negotiation::Accept;
use super::payload::{Payload, spool};
use super::problem::Problem;
use super::served::Graph;
use super::sparql::{Asked, read_only};

/// An answer and its media type.
pub type Answer = (String, Payload);

/// Answers a query.
///
/// # Errors
/// Returns what is wrong with the query, or which limit it met.
pub fn answer(graph: &Graph, asked: Asked, accept: &Accept, most: usize) -> Result<Answer, Problem> {
    complexity::check(&asked.query)?;
    let index = graph.index()?;
    let queryable = QueryableGraph::new(&index)?;
    let Asked { query, default_graphs, named_graphs } = asked;
    let circumstances = Circumstances { default_graphs, named_graphs, ..Circumstances::default() };
    let elsewhere = Arc::clone(&circumstances.asks_elsewhere);
    let answered = queryable.evaluate_in(&query, &circumstances).map_err(Failure::from);
    let answered = answered.and_then(|results| match results {
        QueryResults::Solutions(solutions) => write_solutions(solutions, accept, most),
        QueryResults::Boolean(truth) => write_truth(truth, accept),
        QueryResults::Graph(triples) => write_graph(triples, queryable.namespaces(), accept, most),
    });
    if elsewhere.load(Ordering::Relaxed) {
        return Err(Problem::forbidden(
            "SERVICE is refused: this server asks no other endpoint, so that nobody can use it to reach one",
        ));
    }
    answered.map_err(|failure| match failure {
        Failure::Problem(problem) => problem,
        Failure::Query(QueryError::Syntax(_)) if queryable.is_update(&query) => read_only(),
        Failure::Query(error @ QueryError::Syntax(_)) => Problem::bad_request(error.to_string()),
        Failure::Query(error) => error.into(),
    })
}

/// Why there is no answer.
enum Failure {
    Query(QueryError),
    Problem(Problem),
}

impl From<QueryError> for Failure {
    fn from(error: QueryError) -> Self {
        Self::Query(error)
    }
}

impl From<QueryEvaluationError> for Failure {
    fn from(error: QueryEvaluationError) -> Self {
        Self::Query(error.into())
    }
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::Problem(error.into())
    }
}

fn write_solutions(
    solutions: QuerySolutionIter<'_>,
    accept: &Accept,
    most: usize,
) -> Result<Answer, Failure> {
    let (media_type, format) = chosen(accept, &RESULTS)?;
    let mut out = BufWriter::new(spool());
    let variables = solutions.variables().to_vec();
    let mut serializer =
        QueryResultsSerializer::from_format(format).serialize_solutions_to_writer(&mut out, variables)?;
    for (rows, solution) in solutions.enumerate() {
        if rows == most {
            return Err(too_many("rows", most).into());
        }
        serializer.serialize(&solution?)?;
    }
    serializer.finish()?;
    finished(media_type, out)
}

fn write_truth(truth: bool, accept: &Accept) -> Result<Answer, Failure> {
    let (media_type, format) = chosen(accept, &RESULTS)?;
    let text = QueryResultsSerializer::from_format(format).serialize_boolean_to_writer(Vec::new(), truth)?;
    Ok((content_type(media_type), text.into()))
}

fn write_graph(
    triples: QueryTripleIter<'_>,
    namespaces: &Namespaces,
    accept: &Accept,
    most: usize,
) -> Result<Answer, Failure> {
    let (media_type, syntax) = chosen(accept, &GRAPHS)?;
    let mut is_too_long = false;
    let within = triples.enumerate().map_while(|(number, triple)| {
        is_too_long = number == most;
        (!is_too_long).then_some(triple)
    });
    let dataset = constructed(within)?;
    if is_too_long {
        return Err(too_many("triples", most).into());
    }
    let mut out = BufWriter::new(spool());
    write_rdf(&dataset, namespaces, syntax, &mut out).map_err(Problem::from)?;
    finished(media_type, out)
}

/// What was written, ready to be sent.
fn finished(media_type: &'static str, mut out: BufWriter<SpooledTempFile>) -> Result<Answer, Failure> {
    out.flush()?;
    let file = out.into_inner().map_err(std::io::IntoInnerError::into_error)?;
    Ok((content_type(media_type), Payload::spooled(file)?))
}

/// The form that the client wants.
pub fn chosen<T: Copy>(accept: &Accept, offers: &[(&'static str, T)]) -> Result<(&'static str, T), Problem> {
    accept.best(offers).ok_or_else(|| Problem::not_acceptable(offers.iter().map(|(name, _)| *name)))
}

fn too_many(what: &str, most: usize) -> Problem {
    Problem::new(
        StatusCode::UNPROCESSABLE_ENTITY,
        format!(
            "the answer has more than {most} {what}; ask for less, for instance with LIMIT and OFFSET, or start the server with \
             a larger --max-rows"
        ),
    )
}
