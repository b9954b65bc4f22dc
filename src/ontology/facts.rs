//! The triples of all ontology files, by subject and in the order of the files, each with the line it stands on.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::{NamedOrBlankNode, Quad, Term};

use crate::vocabulary as v;

use super::burden::refuse_burden;
use super::error::Problem;
use super::location::Location;
use super::locator::{Locator, local_name};

/// File endings that are read as RDF; a folder's other files are passed over.
pub const EXTENSIONS: [&str; 8] = ["jsonld", "nq", "nt", "owl", "rdf", "trig", "ttl", "xml"];

/// What some editors begin a file with; it is no part of the text.
pub(super) const BYTE_ORDER_MARK: char = '\u{feff}';

/// What a triple says of its subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fact {
    pub predicate: String,
    pub object: Object,
    pub location: Location,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Object {
    /// An IRI, or a blank node's label after `_:`.
    Node(String),
    Literal {
        value: String,
        language: Option<String>,
    },
}

/// All triples, by subject.
#[derive(Debug, Default)]
pub(super) struct Facts {
    by_subject: BTreeMap<String, Vec<Fact>>,
}

impl Facts {
    /// Reads one more file; the ending of `name` decides the format.
    pub fn read(&mut self, name: &str, text: &str) -> Result<(), Problem> {
        let format = format(name)?;
        refuse_burden(format, text).map_err(|reason| whole_file(name, reason))?;
        let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
        let parser = RdfParser::from_format(format).rename_blank_nodes();
        // One base for all, so that the same file means the same wherever it lies.
        let base = v::NG.trim_end_matches('#');
        let parser = parser.with_base_iri(base).map_err(|error| whole_file(name, error.to_string()))?;
        let mut locator = Locator::new(name, text);
        for quad in parser.for_slice(text) {
            let quad = quad.map_err(|error| {
                let start = error.location().map(|range| range.start);
                Problem {
                    location: Location {
                        file: name.to_owned(),
                        line: start.map_or(1, |at| usize::try_from(at.line).unwrap_or(0) + 1),
                    },
                    column: start.map(|at| usize::try_from(at.column).unwrap_or(0) + 1),
                    message: format!("{error}; mend the syntax here or just before"),
                }
            })?;
            self.add(quad, &mut locator);
        }
        Ok(())
    }

    fn add(&mut self, quad: Quad, locator: &mut Locator<'_>) {
        let subject = match quad.subject {
            NamedOrBlankNode::NamedNode(node) => node.into_string(),
            NamedOrBlankNode::BlankNode(node) => node.to_string(),
        };
        let object = match quad.object {
            Term::NamedNode(node) => Object::Node(node.into_string()),
            Term::BlankNode(node) => Object::Node(node.to_string()),
            Term::Literal(literal) => Object::Literal {
                value: literal.value().to_owned(),
                language: literal.language().map(str::to_owned),
            },
        };
        let predicate = quad.predicate.into_string();
        let location = match &object {
            Object::Literal { value, .. } if may_be_wrong(&predicate) => locator.literal(&subject, value),
            _ => locator.subject(&subject),
        };
        let facts = self.by_subject.entry(subject).or_default();
        if !facts.iter().any(|fact| fact.predicate == predicate && fact.object == object) {
            facts.push(Fact { predicate, object, location });
        }
    }

    /// The named subjects, sorted by IRI.
    pub fn subjects(&self) -> impl Iterator<Item = &str> {
        self.by_subject.keys().map(String::as_str).filter(|subject| !is_blank(subject))
    }

    /// The first line that tells of `subject`.
    pub fn location(&self, subject: &str) -> Location {
        let first = self.by_subject.get(subject).and_then(|facts| facts.first());
        first.map(|fact| fact.location.clone()).unwrap_or_default()
    }

    /// What is said of `subject` with `predicate`, in the order of the files.
    fn with(&self, subject: &str, predicate: &'static str) -> impl Iterator<Item = &Fact> {
        self.by_subject.get(subject).into_iter().flatten().filter(move |fact| fact.predicate == predicate)
    }

    /// The IRIs and blank nodes that `predicate` leads to.
    pub fn nodes(&self, subject: &str, predicate: &'static str) -> impl Iterator<Item = &str> {
        self.with(subject, predicate).filter_map(|fact| match &fact.object {
            Object::Node(node) => Some(node.as_str()),
            Object::Literal { .. } => None,
        })
    }

    /// The literals that `predicate` leads to, English ones and those without a language only.
    pub fn texts(&self, subject: &str, predicate: &'static str) -> impl Iterator<Item = (&str, &Location)> {
        self.with(subject, predicate).filter_map(|fact| match &fact.object {
            Object::Literal { value, language } if is_english(language.as_deref()) => {
                Some((value.as_str(), &fact.location))
            }
            _ => None,
        })
    }

    /// The first text under the first of `predicates` that has one.
    pub fn first_text(&self, subject: &str, predicates: &[&'static str]) -> Option<String> {
        predicates
            .iter()
            .find_map(|predicate| self.texts(subject, predicate).next().map(|(text, _)| text.to_owned()))
    }

    /// All texts under any of `predicates`, sorted, each once.
    pub fn sorted_texts(&self, subject: &str, predicates: &[&'static str]) -> Vec<String> {
        let texts = predicates.iter().flat_map(|predicate| self.texts(subject, predicate));
        let unique: BTreeSet<String> = texts.map(|(text, _)| text.to_owned()).collect();
        unique.into_iter().collect()
    }

    /// The preferred label, or the local name in words (`charged_with` → `charged with`).
    pub fn label(&self, subject: &str) -> String {
        self.first_text(subject, &[v::RDFS_LABEL, v::SKOS_PREF_LABEL])
            .unwrap_or_else(|| local_name(subject).replace(['_', '-'], " "))
    }

    /// Whether the property leads to literals.
    pub fn is_datatype_property(&self, property: &str) -> bool {
        let is_datatype = |range: &str| range == v::RDFS_LITERAL || range.starts_with(v::XSD);
        self.is_typed(property, &[v::OWL_DATATYPE_PROPERTY])
            || self.nodes(property, v::RDFS_RANGE).any(is_datatype)
    }

    /// Whether `subject` is declared as one of `types`.
    pub fn is_typed(&self, subject: &str, types: &[&str]) -> bool {
        self.nodes(subject, v::RDF_TYPE).any(|class| types.contains(&class))
    }

    /// The members of the RDF list that begins at `head`.
    pub fn list<'a>(&'a self, head: &'a str) -> Vec<&'a str> {
        let mut members = Vec::new();
        let mut seen = Vec::new();
        let mut cell = Some(head);
        while let Some(current) = cell.filter(|current| !seen.contains(current)) {
            seen.push(current);
            members.extend(self.nodes(current, v::RDF_FIRST));
            cell = self.nodes(current, v::RDF_REST).next();
        }
        members
    }
}

/// Whether this node has no IRI.
pub(super) fn is_blank(node: &str) -> bool {
    node.starts_with("_:")
}

/// Whether a literal of this property can be a problem of its own, which is told with the literal's line.
fn may_be_wrong(predicate: &str) -> bool {
    const READ_FURTHER: [&str; 7] = [
        v::SKOS_EXAMPLE,
        v::NG_COUNTEREXAMPLE,
        v::NG_ENTITY_TYPE,
        v::NG_MEASURE,
        v::NG_COMPLEMENT,
        v::NG_STANCE,
        v::NG_LEAST_CONFIDENCE,
    ];
    READ_FURTHER.contains(&predicate)
}

fn is_english(language: Option<&str>) -> bool {
    language.is_none_or(|tag| tag == "en" || tag.starts_with("en-"))
}

pub(super) fn format(name: &str) -> Result<RdfFormat, Problem> {
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension).to_ascii_lowercase();
    let known = EXTENSIONS.contains(&extension.as_str());
    let format =
        if extension == "owl" { Some(RdfFormat::RdfXml) } else { RdfFormat::from_extension(&extension) };
    format.filter(|_| known).ok_or_else(|| {
        whole_file(
            name,
            format!(
                "not a known RDF format; give the file one of these endings: .{}",
                EXTENSIONS.join(", .")
            ),
        )
    })
}

fn whole_file(name: &str, message: String) -> Problem {
    Problem { location: Location { file: name.to_owned(), line: 1 }, column: None, message }
}
