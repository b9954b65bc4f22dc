//! SPARQL 1.1 Graph Store Protocol, the half of it that reads: single graphs by their names, the one without a name, and the
//! whole of them.

use std::fs::File;
use std::io::{BufWriter, Write};

use crate::export::{RdfSyntax, write_rdf};
use crate::files::graph_files::GRAPH;
use crate::graph::{Dataset, Namespaces, one_graph};

use super::evaluation::{Answer, chosen};
use super::form::Form;
use super::formats::{DATASETS, GRAPHS, content_type};
use super::negotiation::Accept;
use super::payload::{Payload, spool};
use super::problem::Problem;
use super::served::Graph;

/// What may be asked of `/graphs`.
pub const METHODS: &str = "GET, HEAD, OPTIONS";

/// The graph that a request names.
///
/// # Errors
/// Returns a problem where there is none of that name, or it is not offered in any form that the client takes.
pub fn graph(graph: &Graph, form: &Form, accept: &Accept) -> Result<Answer, Problem> {
    let name = match (form.one("graph")?, form.one("default")?) {
        (Some(_), Some(_)) => return Err(Problem::bad_request("give ?graph=IRI or ?default, not both")),
        (None, None) => return whole(graph, accept),
        (name, _) => name,
    };
    let found = one_graph(&graph.index()?, name)?;
    let found = found.ok_or_else(|| {
        Problem::not_found(format!("no graph is called {}; each article is one", name.unwrap_or_default()))
    })?;
    written(&found, &graph.namespaces()?, accept)
}

/// All graphs, as their file has them.
fn whole(graph: &Graph, accept: &Accept) -> Result<Answer, Problem> {
    let (media_type, syntax) = chosen(accept, &DATASETS)?;
    let name = if syntax == RdfSyntax::TriG { "graph.trig" } else { GRAPH };
    let file = File::open(graph.path(name))
        .map_err(|error| Problem::not_found(format!("{name} cannot be read: {error}")))?;
    Ok((content_type(media_type), Payload::file(file)?))
}

/// Triples in the form that the client wants.
///
/// # Errors
/// Returns a problem where there is none, or it cannot hold them.
pub fn written(dataset: &Dataset, namespaces: &Namespaces, accept: &Accept) -> Result<Answer, Problem> {
    let (media_type, syntax) = chosen(accept, &GRAPHS)?;
    let mut out = BufWriter::new(spool());
    write_rdf(dataset, namespaces, syntax, &mut out)?;
    out.flush()?;
    let file = out.into_inner().map_err(std::io::IntoInnerError::into_error)?;
    Ok((content_type(media_type), Payload::spooled(file)?))
}
