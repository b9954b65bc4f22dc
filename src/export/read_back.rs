//! Reading what was written with a parser of other people's: an export counts as done only when a parser that shares no
//! code with its writer finds as many triples in it as the graph has. `rio_turtle` reads the Turtle family;
//! RDF/XML and JSON-LD, which it does not know, are read by Oxigraph's parsers.

use std::io::BufRead;

use oxigraph::io::{RdfFormat, RdfParseError, RdfParser};
use rio_api::parser::{QuadsParser, TriplesParser};
use rio_turtle::{NQuadsParser, NTriplesParser, TriGParser, TurtleError, TurtleParser};
use thiserror::Error;

use super::format::RdfSyntax;
use super::json_pieces;

/// Why a file that was just written cannot be relied on.
#[derive(Debug, Error)]
pub enum ReadBackError {
    /// `rio_turtle` cannot parse it.
    #[error("what was written does not read back")]
    Turtle(#[from] TurtleError),
    /// Oxigraph cannot parse it.
    #[error("what was written does not read back")]
    Other(#[from] RdfParseError),
    /// It is no JSON, or no JSON-LD.
    #[error("what was written does not read back")]
    Json(#[from] serde_json::Error),
    /// It can be parsed, but holds another number of triples or quads.
    #[error("{written} were written, but {read} read back")]
    Count {
        /// How many the graph has.
        written: usize,
        /// How many the document has.
        read: usize,
    },
}

/// Reads a document to its end and compares the number of its triples (or quads) with what it should be.
///
/// # Errors
/// Returns why the document does not parse, or both numbers where they differ.
pub fn read_back(reader: impl BufRead, syntax: RdfSyntax, written: usize) -> Result<(), ReadBackError> {
    let read = count(reader, syntax)?;
    if read == written { Ok(()) } else { Err(ReadBackError::Count { written, read }) }
}

/// How many triples, or quads where the syntax has named graphs, the document holds.
///
/// # Errors
/// Returns why the document does not parse, I/O errors among the reasons.
pub fn count(reader: impl BufRead, syntax: RdfSyntax) -> Result<usize, ReadBackError> {
    match syntax {
        RdfSyntax::Turtle => count_triples(TurtleParser::new(reader, None)),
        RdfSyntax::NTriples => count_triples(NTriplesParser::new(reader)),
        RdfSyntax::TriG => count_quads(TriGParser::new(reader, None)),
        RdfSyntax::NQuads => count_quads(NQuadsParser::new(reader)),
        RdfSyntax::JsonLd => Ok(json_pieces::count_quads(reader)?),
        RdfSyntax::RdfXml => count_with_oxigraph(reader, RdfFormat::RdfXml),
    }
}

fn count_triples(mut parser: impl TriplesParser<Error = TurtleError>) -> Result<usize, ReadBackError> {
    let mut count = 0;
    parser.parse_all(&mut |_| {
        count += 1;
        Ok::<_, TurtleError>(())
    })?;
    Ok(count)
}

fn count_quads(mut parser: impl QuadsParser<Error = TurtleError>) -> Result<usize, ReadBackError> {
    let mut count = 0;
    parser.parse_all(&mut |_| {
        count += 1;
        Ok::<_, TurtleError>(())
    })?;
    Ok(count)
}

fn count_with_oxigraph(reader: impl BufRead, format: RdfFormat) -> Result<usize, ReadBackError> {
    let mut count = 0;
    for quad in RdfParser::from_format(format).for_reader(reader) {
        quad?;
        count += 1;
    }
    Ok(count)
}
