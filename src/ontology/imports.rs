//! `owl:imports`: which other files an ontology file asks for.
//!
//! Relative names are resolved against the importing file's own place, which only who reads the files knows; so this
//! takes that place as a base IRI and gives IRIs back.

use oxigraph::io::RdfParser;
use oxigraph::model::Term;

use crate::vocabulary as v;

use super::burden::refuse_burden;
use super::facts::{BYTE_ORDER_MARK, format};
use super::location::Location;
use super::locator::local_name;
use super::source::Source;

/// A file or vocabulary that an ontology file imports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// Absolute: `file:///…` where the file names a neighbour, `http…` where it names a vocabulary of the web.
    pub iri: String,
    /// Where it is asked for.
    pub location: Location,
}

/// What the source imports, in its order; nothing where it is not well-formed, which [`super::Ontology::parse`] tells.
/// `base` is the IRI of the source itself.
pub fn imports((name, text): Source<'_>, base: &str) -> Vec<Import> {
    let Ok(format) = format(name) else { return Vec::new() };
    if refuse_burden(format, text).is_err() {
        return Vec::new();
    }
    let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    let Ok(parser) = RdfParser::from_format(format).with_base_iri(base) else { return Vec::new() };
    let triples = parser.for_slice(text).map_while(Result::ok);
    let imported = triples.filter(|triple| triple.predicate.as_str() == v::OWL_IMPORTS);
    imported
        .filter_map(|triple| match triple.object {
            Term::NamedNode(node) => Some(node.into_string()),
            _ => None,
        })
        .map(|iri| Import { location: Location { file: name.to_owned(), line: line_of(text, &iri) }, iri })
        .collect()
}

/// The first line after the word `imports` that names the last part of the IRI.
fn line_of(text: &str, iri: &str) -> usize {
    let from = text.find("imports").unwrap_or(0);
    let found = text[from..].find(iri).or_else(|| text[from..].find(local_name(iri)));
    let place = found.map_or(from, |found| from + found);
    text[..place].matches('\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_and_vocabularies_are_told_with_their_lines() {
        let text =
            "<> <http://www.w3.org/2002/07/owl#imports>\n  <people.ttl> ,\n  <http://xmlns.com/foaf/0.1/> .";
        let found = imports(("a.ttl", text), "file:///shelf/a.ttl");
        let told: Vec<(&str, usize)> =
            found.iter().map(|import| (import.iri.as_str(), import.location.line)).collect();
        assert_eq!(told, [("file:///shelf/people.ttl", 2), ("http://xmlns.com/foaf/0.1/", 3)]);
        assert!(imports(("a.ttl", "<> <broken"), "file:///a.ttl").is_empty());
    }
}
