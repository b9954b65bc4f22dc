//! The forms in which answers are offered, by their media types; the first of a kind is what clients get that do not care.

use oxigraph::sparql::results::QueryResultsFormat;

use crate::export::RdfSyntax;

/// Rows, and the answer of ASK. Some clients know the general names only.
pub const RESULTS: [(&str, QueryResultsFormat); 7] = [
    ("application/sparql-results+json", QueryResultsFormat::Json),
    ("application/sparql-results+xml", QueryResultsFormat::Xml),
    ("text/csv", QueryResultsFormat::Csv),
    ("text/tab-separated-values", QueryResultsFormat::Tsv),
    ("application/json", QueryResultsFormat::Json),
    ("application/xml", QueryResultsFormat::Xml),
    ("text/xml", QueryResultsFormat::Xml),
];

/// Triples.
pub const GRAPHS: [(&str, RdfSyntax); 10] = [
    ("text/turtle", RdfSyntax::Turtle),
    ("application/n-triples", RdfSyntax::NTriples),
    ("application/rdf+xml", RdfSyntax::RdfXml),
    ("application/ld+json", RdfSyntax::JsonLd),
    ("application/trig", RdfSyntax::TriG),
    ("application/n-quads", RdfSyntax::NQuads),
    ("application/json", RdfSyntax::JsonLd),
    ("application/xml", RdfSyntax::RdfXml),
    ("text/xml", RdfSyntax::RdfXml),
    ("text/plain", RdfSyntax::NTriples),
];

/// Triples of several graphs.
pub const DATASETS: [(&str, RdfSyntax); 2] =
    [("application/n-quads", RdfSyntax::NQuads), ("application/trig", RdfSyntax::TriG)];

/// What a `Content-Type` says: what is text names its encoding.
pub fn content_type(media_type: &'static str) -> String {
    if media_type.starts_with("text/") {
        format!("{media_type}; charset=utf-8")
    } else {
        media_type.to_owned()
    }
}
