//! Somebody or something by a name, everywhere or in one article.

use std::fmt;

use crate::mentions::{OntologyIndex, name_key};

/// A name as a decision gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameSelector {
    name: String,
    article: Option<String>,
}

impl NameSelector {
    /// Reads a field of the file: a name, and perhaps ` @ ` and the end of a path.
    pub fn parse(field: &str) -> Self {
        match field.rsplit_once(" @ ") {
            Some((name, article)) => Self { name: name.to_owned(), article: Some(article.trim().to_owned()) },
            None => Self { name: field.to_owned(), article: None },
        }
    }

    /// Whether the name holds in the article with this path.
    pub fn is_in(&self, path: &str) -> bool {
        self.article.as_ref().is_none_or(|article| path.ends_with(article.as_str()))
    }

    /// The IRI, if it is one: in full, with or without angle brackets, or `id:` and what stands after `base`.
    pub fn iri(&self, base: &str) -> Option<String> {
        let name = self.name.trim();
        if let Some(local) = name.strip_prefix("id:") {
            return Some(format!("{base}{local}"));
        }
        let plain = name.strip_prefix('<').and_then(|name| name.strip_suffix('>')).unwrap_or(name);
        plain.contains("://").then(|| plain.to_owned())
    }

    /// Whether it is an IRI, which no words of an article are.
    pub fn is_iri(&self) -> bool {
        self.iri("").is_some()
    }

    /// Whether somebody with this name or IRI is meant.
    pub fn is_called(&self, name: &str, lexicon: &OntologyIndex) -> bool {
        self.key(lexicon) == key(name, lexicon)
    }

    /// The name without what makes no difference.
    pub fn key(&self, lexicon: &OntologyIndex) -> String {
        key(&self.name, lexicon)
    }

    /// Whether it is restricted to one article.
    pub fn is_restricted(&self) -> bool {
        self.article.is_some()
    }

    /// Whether an article may be meant by both: either is not restricted, or both end alike.
    pub fn shares_articles(&self, other: &Self) -> bool {
        match (&self.article, &other.article) {
            (Some(one), Some(other)) => one.ends_with(other.as_str()) || other.ends_with(one.as_str()),
            _ => true,
        }
    }
}

/// As the file has it.
impl fmt::Display for NameSelector {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.name)?;
        self.article.iter().try_for_each(|article| write!(formatter, " @ {article}"))
    }
}

/// A name without what makes no difference: case, full stops, legal forms, an article before it.
fn key(name: &str, lexicon: &OntologyIndex) -> String {
    let key = name_key(name.trim(), lexicon);
    match key.split_once(' ') {
        Some(("the" | "a" | "an", rest)) => rest.to_owned(),
        _ => key,
    }
}
