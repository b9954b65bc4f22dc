//! Turtle: everything in one graph, for tools without named graphs and for people. Grouped by subject, one property
//! a line, sorted, so that two versions of a graph differ only in the lines where they differ. Oxigraph's serialiser
//! neither sorts nor explains itself, hence this writer; terms are still formatted by it.

use std::collections::BTreeSet;
use std::fmt::Write;

use oxigraph::model::vocab::xsd;
use oxigraph::model::{LiteralRef, TermRef, TripleRef};

use crate::graph::vocabulary::{RDF_OBJECT, RDF_PREDICATE, RDF_SUBJECT, RDF_TYPE};
use crate::graph::{Dataset, Namespaces, name};

/// Sorted triples of this dataset as one Turtle document.
pub fn turtle(dataset: &Dataset, triples: &[TripleRef<'_>], namespaces: &Namespaces) -> String {
    let mut writer = TurtleWriter::new(namespaces);
    writer.triples(dataset, triples, "");
    writer.finish()
}

/// The same as RDF 1.2 has it: each statement is a reifier, whose triple term takes the place of `rdf:subject`,
/// `rdf:predicate` and `rdf:object`. A statement without an object has no triple to be a term, and keeps what it has.
pub fn turtle12(dataset: &Dataset, namespaces: &Namespaces) -> String {
    let mut writer = TurtleWriter { reification: Reification::TripleTerms, ..TurtleWriter::new(namespaces) };
    writer.triples(dataset, &dataset.triples(), "");
    writer.finish()
}

/// How a statement names the triple that it is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reification {
    Properties,
    TripleTerms,
}

/// Writes the body of a Turtle or TriG document and remembers which prefixes it needs.
pub(super) struct TurtleWriter<'a> {
    namespaces: &'a Namespaces,
    articles: String,
    body: String,
    used: BTreeSet<String>,
    reification: Reification,
}

impl<'a> TurtleWriter<'a> {
    pub fn new(namespaces: &'a Namespaces) -> Self {
        Self {
            namespaces,
            articles: namespaces.articles(),
            body: String::new(),
            used: BTreeSet::new(),
            reification: Reification::Properties,
        }
    }

    /// A line of its own.
    pub fn line(&mut self, text: &str) {
        self.body.push_str(text);
        self.body.push('\n');
    }

    /// Triples that are sorted by subject and predicate, each line behind `indent`.
    pub fn triples(&mut self, dataset: &Dataset, triples: &[TripleRef<'_>], indent: &str) {
        let mut section = None;
        for subject in triples.chunk_by(|a, b| a.subject == b.subject) {
            let iri = name(subject[0].subject);
            if section != Some(dataset.section(iri)) {
                section = Some(dataset.section(iri));
                self.line(&format!("\n{indent}# {}", dataset.section(iri).heading()));
            }
            self.subject(iri, subject, indent);
        }
    }

    fn subject(&mut self, subject: &str, triples: &[TripleRef<'_>], indent: &str) {
        let subject = self.iri(subject);
        let _ = write!(self.body, "\n{indent}{subject}");
        let mut end = "";
        let term = self.triple_term(triples);
        for property in triples.chunk_by(|a, b| a.predicate == b.predicate) {
            let objects: Vec<String> = property.iter().map(|triple| self.term(triple.object)).collect();
            let (predicate, objects) = match (property[0].predicate.as_str(), &term) {
                (RDF_SUBJECT | RDF_PREDICATE, Some(_)) => continue,
                (RDF_OBJECT, Some(term)) => (self.iri(RDF_REIFIES), term.clone()),
                (RDF_TYPE, _) => ("a".to_owned(), objects.join(&format!(",\n{indent}        "))),
                (iri, _) => (self.iri(iri), objects.join(&format!(",\n{indent}        "))),
            };
            let _ = write!(self.body, "{end}\n{indent}    {predicate} {objects}");
            end = " ;";
        }
        self.body.push_str(" .\n");
    }

    /// What these triples say of a triple, as one term; nothing where they leave a part of it out.
    fn triple_term(&mut self, triples: &[TripleRef<'_>]) -> Option<String> {
        if self.reification == Reification::Properties {
            return None;
        }
        let mut part = |predicate: &str| {
            let triple = triples.iter().find(|triple| triple.predicate.as_str() == predicate)?;
            Some(self.term(triple.object))
        };
        Some(format!("<<( {} {} {} )>>", part(RDF_SUBJECT)?, part(RDF_PREDICATE)?, part(RDF_OBJECT)?))
    }

    fn term(&mut self, term: TermRef<'_>) -> String {
        match term {
            TermRef::NamedNode(node) => self.iri(node.as_str()),
            TermRef::Literal(literal) => self.literal(literal),
            TermRef::BlankNode(node) => node.to_string(),
        }
    }

    /// An IRI in its shortest form: prefixed, relative to the articles' namespace, or whole.
    pub fn iri(&mut self, iri: &str) -> String {
        if let Some((prefix, local)) = self.namespaces.shorten(iri) {
            self.used.insert(prefix.to_owned());
            return format!("{prefix}:{local}");
        }
        match iri.strip_prefix(&self.articles) {
            Some(relative) if is_safely_relative(relative) => format!("<{relative}>"),
            _ => format!("<{iri}>"),
        }
    }

    fn literal(&mut self, literal: LiteralRef<'_>) -> String {
        if literal.language().is_some() || literal.datatype() == xsd::STRING {
            return literal.to_string();
        }
        let datatype = self.iri(literal.datatype().as_str());
        format!("{}^^{datatype}", LiteralRef::new_simple_literal(literal.value()))
    }

    /// The document: the declarations that the body needs, then the body.
    pub fn finish(self) -> String {
        let mut document = format!("@base <{}> .\n", self.articles);
        for (prefix, iri) in self.namespaces.iter().filter(|(prefix, _)| self.used.contains(*prefix)) {
            let _ = writeln!(document, "@prefix {prefix}: <{iri}> .");
        }
        document + &self.body
    }
}

const RDF_REIFIES: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies";

/// Whether resolving this against a base that ends in `/` does nothing but append it.
fn is_safely_relative(reference: &str) -> bool {
    reference.chars().next().is_some_and(char::is_alphanumeric)
        && !reference.split('#').next().unwrap_or_default().contains([':', '/', '?'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph;
    use crate::resolve::Mint;
    use crate::sample;

    #[test]
    fn in_rdf_1_2_every_statement_with_an_object_is_a_reifier() {
        let dataset = graph::dataset(&sample::story(), &sample::ontology(), &Mint::default());
        let text = turtle12(&dataset, &Namespaces::of(&dataset));
        let reifier = "rdf:reifies <<( id:nordholm-lines ng:charged_with id:negligence )>>";
        assert_eq!(text.matches(reifier).count(), 2);
        assert_eq!(text.matches("rdf:reifies").count(), 3);
        assert_eq!(text.matches("rdf:subject").count(), 1);
        assert_eq!(text.matches("rdf:object").count(), 0);
    }
}
