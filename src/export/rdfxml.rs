//! RDF/XML, all graphs together, for tools that read nothing else.

use std::collections::BTreeMap;
use std::fmt::Write;

use oxigraph::model::vocab::xsd;
use oxigraph::model::{TermRef, TripleRef};
use thiserror::Error;

use super::xml::escaped;
use crate::graph::{Namespaces, name};

/// RDF/XML writes properties as XML names, which not every IRI can be.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("RDF/XML cannot hold the property <{0}>: its IRI does not end in an XML name; choose another format")]
pub struct UnnamableProperty(String);

/// Triples, sorted by subject, as an RDF/XML document.
pub fn rdfxml(triples: &[TripleRef<'_>], namespaces: &Namespaces) -> Result<String, UnnamableProperty> {
    let prefixes = prefixes(triples, namespaces)?;
    let mut document = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rdf:RDF");
    for (namespace, prefix) in &prefixes {
        let _ = write!(document, "\n    xmlns:{prefix}=\"{}\"", escaped(namespace));
    }
    document.push_str(">\n");
    for subject in triples.chunk_by(|a, b| a.subject == b.subject) {
        let _ = writeln!(document, "  <rdf:Description rdf:about=\"{}\">", escaped(name(subject[0].subject)));
        for triple in subject {
            property(&mut document, triple, &prefixes)?;
        }
        document.push_str("  </rdf:Description>\n");
    }
    document.push_str("</rdf:RDF>\n");
    Ok(document)
}

fn property(
    document: &mut String,
    triple: &TripleRef<'_>,
    prefixes: &BTreeMap<String, String>,
) -> Result<(), UnnamableProperty> {
    let (namespace, local) = split(triple.predicate.as_str())?;
    let tag = format!("{}:{local}", prefixes.get(namespace).map_or("", String::as_str));
    let _ = match triple.object {
        TermRef::NamedNode(node) => {
            writeln!(document, "    <{tag} rdf:resource=\"{}\"/>", escaped(node.as_str()))
        }
        TermRef::BlankNode(node) => writeln!(document, "    <{tag} rdf:nodeID=\"{}\"/>", node.as_str()),
        TermRef::Literal(literal) => {
            let attribute = match literal.language() {
                Some(language) => format!(" xml:lang=\"{language}\""),
                None if literal.datatype() == xsd::STRING => String::new(),
                None => format!(" rdf:datatype=\"{}\"", escaped(literal.datatype().as_str())),
            };
            writeln!(document, "    <{tag}{attribute}>{}</{tag}>", escaped(literal.value()))
        }
    };
    Ok(())
}

/// Namespace → prefix for all properties; a namespace without a well-known prefix gets a numbered one.
fn prefixes(
    triples: &[TripleRef<'_>],
    known: &Namespaces,
) -> Result<BTreeMap<String, String>, UnnamableProperty> {
    let by_namespace: BTreeMap<&str, &str> = known.iter().map(|(prefix, iri)| (iri, prefix)).collect();
    let mut prefixes = BTreeMap::from([(RDF.to_owned(), "rdf".to_owned())]);
    for triple in triples {
        let (namespace, _) = split(triple.predicate.as_str())?;
        if !prefixes.contains_key(namespace) {
            let prefix = by_namespace
                .get(namespace)
                .map_or_else(|| format!("ns{}", prefixes.len()), |&prefix| prefix.to_owned());
            prefixes.insert(namespace.to_owned(), prefix);
        }
    }
    Ok(prefixes)
}

const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

/// An IRI as a namespace and the longest XML name at its end.
fn split(iri: &str) -> Result<(&str, &str), UnnamableProperty> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    let tail = iri.rfind(|c| !is_name(c)).map_or(iri, |at| {
        let after = at + iri[at..].chars().next().map_or(0, char::len_utf8);
        &iri[after..]
    });
    let local = tail.trim_start_matches(|c: char| c.is_ascii_digit() || c == '-');
    match iri.strip_suffix(local) {
        Some(namespace) if !local.is_empty() && !namespace.is_empty() => Ok((namespace, local)),
        _ => Err(UnnamableProperty(iri.to_owned())),
    }
}
