//! IRIs as Turtle and TriG write them: with a prefix, relative to the articles' namespace, or whole. The form of every
//! term is found once, and which prefixes a document needs is known before its first triple is written.

use std::fmt::Write;

use oxigraph::model::vocab::xsd;
use oxigraph::model::{LiteralRef, TermRef};

use crate::graph::{Dataset, Namespaces, TermNumber, Triples};
use crate::vocabulary::RDF_TYPE;

/// How the terms of one dataset are written.
pub(super) struct ShortForms<'a> {
    dataset: &'a Dataset,
    namespaces: &'a Namespaces,
    /// Prefix and namespace, as [`Namespaces::iter`] has them.
    prefixes: Vec<(&'a str, &'a str)>,
    /// Which of the prefixes the terms noted so far are written with.
    used: Vec<bool>,
    articles: String,
    /// By term number; a literal has its datatype's.
    forms: Vec<Form>,
}

#[derive(Clone, Copy)]
enum Form {
    /// The place of a prefix in [`ShortForms::prefixes`]. There are a dozen prefixes, and millions of terms.
    Prefixed(u8),
    RelativeToArticles,
    Whole,
}

impl<'a> ShortForms<'a> {
    pub fn of(dataset: &'a Dataset, namespaces: &'a Namespaces) -> Self {
        let prefixes: Vec<_> = namespaces.iter().collect();
        let used = vec![false; prefixes.len()];
        let articles = namespaces.articles();
        let mut short = Self { dataset, namespaces, prefixes, used, articles, forms: Vec::new() };
        let forms = dataset.terms().map(|term| match term {
            TermRef::NamedNode(node) => short.form(node.as_str()),
            TermRef::Literal(literal) if !is_plain(literal) => short.form(literal.datatype().as_str()),
            TermRef::Literal(_) | TermRef::BlankNode(_) => Form::Whole,
        });
        short.forms = forms.collect();
        short
    }

    fn form(&self, iri: &str) -> Form {
        match (self.namespaces.split(iri), iri.strip_prefix(&self.articles)) {
            (Some((prefix, _)), _) => u8::try_from(prefix).map_or(Form::Whole, Form::Prefixed),
            (None, Some(relative)) if is_safely_relative(relative) => Form::RelativeToArticles,
            _ => Form::Whole,
        }
    }

    /// Remembers what prefix a term needs.
    pub fn note(&mut self, term: TermNumber) {
        if let Form::Prefixed(prefix) = self.forms[term.index()] {
            self.used[usize::from(prefix)] = true;
        }
    }

    /// Remembers what prefixes these triples need; their types are written with `a`.
    pub fn note_all(&mut self, triples: &Triples<'_>) {
        for subject in triples.subjects() {
            self.note(subject.number);
            for (predicate, objects) in subject.properties() {
                if self.dataset.name(predicate) != RDF_TYPE {
                    self.note(predicate);
                }
                objects.for_each(|object| self.note(object));
            }
        }
    }

    /// The declarations of the base and of the prefixes that are needed.
    pub fn declarations(&self) -> String {
        let mut declarations = format!("@base <{}> .\n", self.articles);
        for ((prefix, iri), _) in self.prefixes.iter().zip(&self.used).filter(|(_, used)| **used) {
            let _ = writeln!(declarations, "@prefix {prefix}: <{iri}> .");
        }
        declarations
    }

    /// Appends a term to the text of a document.
    pub fn write(&self, text: &mut String, number: TermNumber) {
        let term = self.dataset.term(number);
        match term {
            TermRef::NamedNode(node) => self.write_iri(text, node.as_str(), self.forms[number.index()]),
            TermRef::Literal(literal) if !is_plain(literal) => {
                let _ = write!(text, "{}^^", LiteralRef::new_simple_literal(literal.value()));
                self.write_iri(text, literal.datatype().as_str(), self.forms[number.index()]);
            }
            TermRef::Literal(_) | TermRef::BlankNode(_) => {
                let _ = write!(text, "{term}");
            }
        }
    }

    /// Appends an IRI that need not be a term of the dataset; its prefix must have been noted with another.
    pub fn write_name(&self, text: &mut String, iri: &str) {
        self.write_iri(text, iri, self.form(iri));
    }

    fn write_iri(&self, text: &mut String, iri: &str, form: Form) {
        let _ = match form {
            Form::Prefixed(place) => {
                let (prefix, namespace) = self.prefixes[usize::from(place)];
                write!(text, "{prefix}:{}", &iri[namespace.len()..])
            }
            Form::RelativeToArticles => write!(text, "<{}>", &iri[self.articles.len()..]),
            Form::Whole => write!(text, "<{iri}>"),
        };
    }
}

/// Whether a literal is written without a datatype.
fn is_plain(literal: LiteralRef<'_>) -> bool {
    literal.language().is_some() || literal.datatype() == xsd::STRING
}

/// Whether resolving this against a base that ends in `/` does nothing but append it.
fn is_safely_relative(reference: &str) -> bool {
    reference.chars().next().is_some_and(char::is_alphanumeric)
        && !reference.split('#').next().unwrap_or_default().contains([':', '/', '?'])
}
