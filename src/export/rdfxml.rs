//! RDF/XML, all graphs together, for tools that read nothing else.
//!
//! Oxigraph's serializer was tried and is not used. It writes a carriage return as it is, which every XML parser reads
//! as a line feed, and a class whose IRI does not end in an XML name as an element without a name, which none reads.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::Write;

use oxigraph::model::TermRef;
use oxigraph::model::vocab::xsd;

use crate::graph::{Dataset, Namespaces, Subject, Triples};
use crate::vocabulary::RDF;

use super::rdf_error::{RdfError, UnnamableProperty};
use crate::xml::exact;

/// Writes all triples as an RDF/XML document, and returns their number.
///
/// # Errors
/// Returns an error before anything is written where a property has no XML name, and I/O errors from `out`.
pub fn rdfxml(dataset: &Dataset, namespaces: &Namespaces, out: &mut impl Write) -> Result<usize, RdfError> {
    let triples = dataset.triples();
    let prefixes = prefixes(dataset, &triples, namespaces)?;
    let mut text = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rdf:RDF");
    for (namespace, prefix) in &prefixes {
        let _ = write!(text, "\n    xmlns:{prefix}=\"{}\"", exact(namespace));
    }
    text.push_str(">\n");
    for subject in triples.subjects() {
        let about = exact(dataset.name(subject.number));
        let _ = writeln!(text, "  <rdf:Description rdf:about=\"{about}\">");
        for (predicate, objects) in subject.properties() {
            let (namespace, local) = split(dataset.name(predicate))?;
            let tag = format!("{}:{local}", prefixes.get(namespace).map_or("", String::as_str));
            objects.for_each(|object| property(&mut text, &tag, dataset.term(object)));
        }
        text.push_str("  </rdf:Description>\n");
        out.write_all(text.as_bytes())?;
        text.clear();
    }
    text.push_str("</rdf:RDF>\n");
    out.write_all(text.as_bytes())?;
    Ok(triples.len())
}

fn property(text: &mut String, tag: &str, object: TermRef<'_>) {
    let _ = match object {
        TermRef::NamedNode(node) => {
            writeln!(text, "    <{tag} rdf:resource=\"{}\"/>", exact(node.as_str()))
        }
        TermRef::BlankNode(node) => writeln!(text, "    <{tag} rdf:nodeID=\"{}\"/>", node.as_str()),
        TermRef::Literal(literal) => {
            let attribute = match literal.language() {
                Some(language) => format!(" xml:lang=\"{language}\""),
                None if literal.datatype() == xsd::STRING => String::new(),
                None => format!(" rdf:datatype=\"{}\"", exact(literal.datatype().as_str())),
            };
            writeln!(text, "    <{tag}{attribute}>{}</{tag}>", exact(literal.value()))
        }
    };
}

/// Namespace → prefix for all properties; a namespace without a well-known prefix gets a numbered one.
fn prefixes(
    dataset: &Dataset,
    triples: &Triples<'_>,
    known: &Namespaces,
) -> Result<BTreeMap<String, String>, UnnamableProperty> {
    let by_namespace: BTreeMap<&str, &str> = known.iter().map(|(prefix, iri)| (iri, prefix)).collect();
    let mut prefixes = BTreeMap::from([(RDF.to_owned(), "rdf".to_owned())]);
    let mut seen = BTreeSet::new();
    for (predicate, _) in triples.subjects().flat_map(Subject::properties) {
        if !seen.insert(predicate) {
            continue;
        }
        let (namespace, _) = split(dataset.name(predicate))?;
        if !prefixes.contains_key(namespace) {
            let prefix = by_namespace
                .get(namespace)
                .map_or_else(|| format!("ns{}", prefixes.len()), |&prefix| prefix.to_owned());
            prefixes.insert(namespace.to_owned(), prefix);
        }
    }
    Ok(prefixes)
}

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
