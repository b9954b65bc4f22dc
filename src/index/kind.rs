//! What kind of term a text is, and the order of terms: literals, then IRIs, then blank nodes, each by their text. The
//! lists of a graph in memory and the index on the disk share both, so that a term has one number in either.

use oxigraph::model::{BlankNodeRef, LiteralRef, NamedNodeRef, TermRef};

use crate::vocabulary::XSD_STRING;

/// What a text is. Datatypes and languages are few, so they are kept apart from the texts.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    Iri,
    BlankNode,
    String,
    Typed { datatype: String },
    Tagged { language: String },
}

impl Kind {
    pub fn of(term: TermRef<'_>) -> Self {
        match term {
            TermRef::NamedNode(_) => Self::Iri,
            TermRef::BlankNode(_) => Self::BlankNode,
            TermRef::Literal(literal) => match (literal.language(), literal.datatype().as_str()) {
                (Some(language), _) => Self::Tagged { language: language.to_owned() },
                (None, XSD_STRING) => Self::String,
                (None, datatype) => Self::Typed { datatype: datatype.to_owned() },
            },
        }
    }

    pub fn term<'a>(&'a self, text: &'a str) -> TermRef<'a> {
        match self {
            Self::Iri => NamedNodeRef::new_unchecked(text).into(),
            Self::BlankNode => BlankNodeRef::new_unchecked(text).into(),
            Self::String => LiteralRef::new_simple_literal(text).into(),
            Self::Typed { datatype } => {
                LiteralRef::new_typed_literal(text, NamedNodeRef::new_unchecked(datatype)).into()
            }
            Self::Tagged { language } => {
                LiteralRef::new_language_tagged_literal_unchecked(text, language).into()
            }
        }
    }

    /// The place of a term among all terms.
    pub fn key<'a>(&'a self, text: &'a [u8]) -> Key<'a> {
        const LANG_STRING: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString";
        match self {
            Self::String => (0, text, XSD_STRING, ""),
            Self::Typed { datatype } => (0, text, datatype, ""),
            Self::Tagged { language } => (0, text, LANG_STRING, language),
            Self::Iri => (1, text, "", ""),
            Self::BlankNode => (2, text, "", ""),
        }
    }
}

/// Kind, text, datatype and language: sorted by these, terms stand in their order. The order of bytes is that of texts.
pub(crate) type Key<'a> = (u8, &'a [u8], &'a str, &'a str);

/// The place of a term among all terms.
pub(crate) fn object_key(object: TermRef<'_>) -> Key<'_> {
    match object {
        TermRef::Literal(literal) => {
            let (datatype, language) = (literal.datatype().as_str(), literal.language().unwrap_or_default());
            (0, literal.value().as_bytes(), datatype, language)
        }
        TermRef::NamedNode(node) => (1, node.as_str().as_bytes(), "", ""),
        TermRef::BlankNode(node) => (2, node.as_str().as_bytes(), "", ""),
    }
}

/// The IRI, the label of the blank node, or the literal's text.
pub(crate) fn text(term: TermRef<'_>) -> &str {
    match term {
        TermRef::NamedNode(node) => node.as_str(),
        TermRef::BlankNode(node) => node.as_str(),
        TermRef::Literal(literal) => literal.value(),
    }
}
