//! Reading JSON-LD back in pieces. A parser of JSON-LD holds the whole document, because the name of a node may stand
//! after all that is said of it, and takes ten times its room. So the document is taken apart as the JSON that it is,
//! and its nodes are read some at a time, each time under the document's context.

use std::fmt;
use std::io::BufRead;

use oxigraph::io::{JsonLdProfileSet, RdfFormat, RdfParser};
use rayon::prelude::*;
use serde::Serialize;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

/// How many nodes are read together. The context is read each time; a named graph is one node.
const PIECE: usize = 16;
/// How many pieces are in memory, to be read at the same time.
const PIECES: usize = 8;

/// The number of quads in a document of a `@context` and, after it, a `@graph`.
///
/// # Errors
/// Returns an error where the document is no JSON, or the parser of JSON-LD does not read it.
pub(super) fn count_quads(reader: impl BufRead) -> serde_json::Result<usize> {
    let mut json = serde_json::Deserializer::from_reader(reader);
    let count = json.deserialize_map(Document)?;
    json.end()?;
    Ok(count)
}

struct Document;

impl<'de> Visitor<'de> for Document {
    type Value = usize;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON-LD document with a context and a graph")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<usize, A::Error> {
        let mut context = Value::Null;
        let mut count = 0;
        while let Some(key) = entries.next_key::<String>()? {
            match key.as_str() {
                "@context" => context = entries.next_value()?,
                "@graph" => count += entries.next_value_seed(Graph { context: &context })?,
                _ => {
                    entries.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(count)
    }
}

/// The list of nodes.
struct Graph<'a> {
    context: &'a Value,
}

impl<'de> DeserializeSeed<'de> for Graph<'_> {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Graph<'_> {
    type Value = usize;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a list of nodes")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut nodes: A) -> Result<usize, A::Error> {
        let mut count = 0;
        let mut read: Vec<Value> = Vec::new();
        while let Some(node) = nodes.next_element()? {
            read.push(node);
            if read.len() == PIECE * PIECES {
                count += quads(self.context, &read).map_err(A::Error::custom)?;
                read.clear();
            }
        }
        Ok(count + quads(self.context, &read).map_err(A::Error::custom)?)
    }
}

/// A document of some nodes.
#[derive(Serialize)]
struct Piece<'a> {
    #[serde(rename = "@context")]
    context: &'a Value,
    #[serde(rename = "@graph")]
    nodes: &'a [Value],
}

type PieceError = Box<dyn std::error::Error + Send + Sync>;

/// The number of quads of these nodes, piece by piece.
fn quads(context: &Value, nodes: &[Value]) -> Result<usize, PieceError> {
    nodes.par_chunks(PIECE).map(|nodes| quads_of(&Piece { context, nodes })).sum()
}

fn quads_of(piece: &Piece<'_>) -> Result<usize, PieceError> {
    let document = serde_json::to_vec(piece)?;
    let parser = RdfParser::from_format(RdfFormat::JsonLd { profile: JsonLdProfileSet::empty() });
    let mut count = 0;
    for quad in parser.for_slice(&document) {
        quad?;
        count += 1;
    }
    Ok(count)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(document: &str) -> Option<usize> {
        count_quads(document.as_bytes()).ok()
    }

    #[test]
    fn every_node_is_read_under_the_context() {
        let node = r#"{"@id": "a:x", "@graph": [{"@id": "a:y", "a:p": ["1", "2"]}]}"#;
        let nodes = vec![node; PIECES * PIECE + PIECE + 1].join(",");
        let document = format!(r#"{{"@context": {{"a": "http://a.example/"}}, "@graph": [{nodes}]}}"#);
        assert_eq!(counted(&document), Some(2 * (PIECES * PIECE + PIECE + 1)));
        assert_eq!(counted(&document[..document.len() - 1]), None);
        assert_eq!(counted(&format!("{document}]")), None);
        assert_eq!(counted(r#"{"@context": {"a": 1}, "@graph": [{"a:p": "1"}]}"#), None);
    }
}
