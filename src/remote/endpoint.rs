//! Asking an endpoint of somebody else's, as if it were a graph of one's own.

use std::io::Cursor;

use anyhow::{Context, bail};
use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::Triple;
use oxigraph::sparql::results::{QueryResultsFormat, QueryResultsParser, ReaderQueryResultsParserOutput};
use oxigraph::sparql::{QueryEvaluationError, QueryResults, QuerySolutionIter, QueryTripleIter};

use crate::graph::Namespaces;

use super::client::{Client, bytes};

/// Rows first; triples in the form that is read most easily.
const ACCEPT: &str = "application/sparql-results+json, application/n-triples;q=0.9, application/sparql-results+xml;q=0.8, \
                      text/turtle;q=0.7";

/// What an endpoint answers. The prefixes that queries need not declare are declared for it.
///
/// # Errors
/// Returns an error where it does not answer, refuses the query, or answers in a form that was not asked for.
pub fn ask(address: &str, query: &str, namespaces: &Namespaces) -> anyhow::Result<QueryResults<'static>> {
    let query = with_prefixes(query, namespaces);
    let response = Client::new().send(address, |agent| {
        let request = agent.post(address).header("Accept", ACCEPT);
        request.header("Content-Type", "application/sparql-query").send(query.as_bytes())
    })?;
    let media_type = response.body().mime_type().unwrap_or_default().to_ascii_lowercase();
    let body = bytes(address, response)?;
    read(&media_type, body).with_context(|| format!("the answer of {address} cannot be read"))
}

/// The query with all declarations before it, on its first line, so that the numbers of its lines stay.
fn with_prefixes(query: &str, namespaces: &Namespaces) -> String {
    let declared: String =
        namespaces.iter().map(|(prefix, iri)| format!("PREFIX {prefix}: <{iri}> ")).collect();
    format!("{declared}{query}")
}

fn read(media_type: &str, body: Vec<u8>) -> anyhow::Result<QueryResults<'static>> {
    if let Some(format) = QueryResultsFormat::from_media_type(media_type) {
        return Ok(match QueryResultsParser::from_format(format).for_reader(Cursor::new(body))? {
            ReaderQueryResultsParserOutput::Boolean(truth) => QueryResults::Boolean(truth),
            ReaderQueryResultsParserOutput::Solutions(solutions) => {
                let variables = solutions.variables().into();
                let rows =
                    solutions.map(|row| row.map_err(|error| QueryEvaluationError::Unexpected(error.into())));
                QueryResults::Solutions(QuerySolutionIter::new(variables, rows))
            }
        });
    }
    let Some(format) = RdfFormat::from_media_type(media_type) else {
        bail!("it has the media type {media_type:?}, which is neither rows nor triples");
    };
    let triples = RdfParser::from_format(format)
        .for_reader(Cursor::new(body))
        .map(|quad| quad.map(Triple::from).map_err(|error| QueryEvaluationError::Unexpected(error.into())));
    Ok(QueryResults::Graph(QueryTripleIter::new(triples)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::DEFAULT_BASE;

    #[test]
    fn a_query_keeps_its_lines() {
        let query = with_prefixes("SELECT ?a\n{ ?a a ng:Person }", &Namespaces::new(DEFAULT_BASE));
        assert_eq!(query.lines().nth(1), Some("{ ?a a ng:Person }"));
        assert!(query.starts_with("PREFIX ") && query.contains("PREFIX ng: <https://"));
    }

    #[test]
    fn rows_truths_and_triples_are_told_apart_by_their_media_types() {
        let of = |media_type: &str, body: &str| read(media_type, body.as_bytes().to_vec());
        let json = r#"{"head":{"vars":["a"]},"results":{"bindings":[{"a":{"type":"literal","value":"x"}}]}}"#;
        let Ok(QueryResults::Solutions(rows)) = of("application/sparql-results+json", json) else {
            panic!("rows");
        };
        assert_eq!(rows.count(), 1);
        let truth = r#"{"head":{},"boolean":true}"#;
        assert!(matches!(of("application/sparql-results+json", truth), Ok(QueryResults::Boolean(true))));
        let triple = "<http://a.example/s> <http://a.example/p> \"o\" .";
        let Ok(QueryResults::Graph(triples)) = of("application/n-triples", triple) else {
            panic!("triples");
        };
        assert_eq!(triples.count(), 1);
        assert!(of("text/html", "<p>").is_err());
    }
}
