//! Linked data: what the graph says of whatever an IRI names, and the way from the paths of this server to those IRIs.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use crate::files::graph_ontology::ontology_of;
use crate::graph;
use crate::graph::{Namespaces, description};
use crate::story::Mint;

use super::evaluation::Answer;
use super::formats::GRAPHS;
use super::graph_store::written;
use super::negotiation::Accept;
use super::problem::Problem;
use super::served::Graph;

/// What need not be encoded in the value of an address.
const VALUE: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b':').remove(b'/');

/// What is said of an entity, as `export --about` has it; of anything else, all that it is the subject of.
///
/// # Errors
/// Returns a problem where the graph does not know it.
pub fn describe(graph: &Graph, iri: &str, accept: &Accept) -> Result<Answer, Problem> {
    let index = graph.index()?;
    let namespaces = Namespaces::of_index(&index)?;
    if graph.finder()?.knows(iri) {
        let (dataset, story) = graph.about(iri)?;
        let ontology = ontology_of(&dataset)?;
        return written(
            &graph::dataset(&story, &ontology, &Mint::new(namespaces.base())),
            &namespaces,
            accept,
        );
    }
    let found = description(&index, iri)?;
    let unknown = || Problem::not_found(format!("the graph says nothing of <{iri}>"));
    written(&found.ok_or_else(unknown)?, &namespaces, accept)
}

/// Where to look for what is named by the rest of a path below `/id/`: the explorer for people, data for programs.
///
/// # Errors
/// Returns a problem where the graph names nothing so.
pub fn place(graph: &Graph, rest: &str, accept: &Accept) -> Result<String, Problem> {
    let index = graph.index()?;
    let namespaces = Namespaces::of_index(&index)?;
    let base = namespaces.base();
    let decoded = percent_decode_str(rest).decode_utf8_lossy();
    // An IRI may be encoded itself.
    for iri in [format!("{base}{rest}"), format!("{base}{decoded}")] {
        if description(&index, &iri)?.is_some() {
            let value = utf8_percent_encode(&iri, VALUE);
            return Ok(if is_for_people(accept) {
                format!("/#/{}?iri={value}", view(&iri[base.len()..]))
            } else {
                format!("/entity?iri={value}")
            });
        }
    }
    Err(Problem::not_found(format!("the graph says nothing of <{base}{decoded}>")))
}

/// Whether a browser asks.
pub fn is_for_people(accept: &Accept) -> bool {
    let data = GRAPHS.iter().filter(|(name, _)| !name.ends_with("/xml")).map(|(name, _)| accept.weight(name));
    accept.weight("text/html") > data.max().unwrap_or_default()
}

/// The view of the page that shows what has such a name.
fn view(local: &str) -> &'static str {
    match local.split_once('/') {
        Some(("article", _)) => "article",
        Some(("statement", _)) => "statement",
        _ => "entity",
    }
}

#[cfg(test)]
mod tests {
    use hyper::HeaderMap;
    use hyper::header::ACCEPT;

    use super::*;

    #[test]
    fn browsers_are_people_and_others_want_data() {
        let people = |accept: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(ACCEPT, accept.parse().unwrap());
            is_for_people(&Accept::of(&headers))
        };
        assert!(people("text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8"));
        assert!(!people("*/*") && !people("text/turtle, text/html;q=0.5") && !people("application/ld+json"));
    }
}
