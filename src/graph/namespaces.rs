//! Prefixes: IRIs as people write them (`ng:charged_with`, `id:harbour-board`).

use oxigraph::model::TermRef;

use crate::index::{Damage, Index, Pattern};
use crate::story::DEFAULT_BASE;
use crate::vocabulary as v;

use super::dataset::Dataset;

/// The prefixes of a graph: the well-known ones and those of the namespace that its IRIs were minted in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Namespaces {
    base: String,
    /// Prefix and namespace, sorted by prefix.
    prefixes: Vec<(String, String)>,
}

impl Namespaces {
    /// The prefixes where entities are minted below `base`.
    pub fn new(base: &str) -> Self {
        let minted = ["", "article/", "attribution/", "statement/"]
            .map(|below| (below.strip_suffix('/').unwrap_or("id").to_owned(), format!("{base}{below}")));
        let known = v::PREFIXES.iter().map(|&(prefix, iri)| (prefix.to_owned(), iri.to_owned()));
        let mut prefixes: Vec<_> = known.chain(minted).collect();
        prefixes.sort();
        Self { base: base.to_owned(), prefixes }
    }

    /// No prefix at all.
    pub fn none() -> Self {
        Self { base: DEFAULT_BASE.to_owned(), prefixes: Vec::new() }
    }

    /// The same with one more.
    pub fn with(mut self, prefix: &str, iri: &str) -> Self {
        self.prefixes.push((prefix.to_owned(), iri.to_owned()));
        self.prefixes.sort();
        self
    }

    /// The prefixes of a dataset, which says itself what namespace it was minted in.
    pub fn of(dataset: &Dataset) -> Self {
        let base = dataset.quads().find_map(|quad| match quad.object {
            TermRef::Literal(base) if quad.predicate.as_str() == v::VOID_URI_SPACE => Some(base.value()),
            _ => None,
        });
        Self::new(base.unwrap_or(DEFAULT_BASE))
    }

    /// The same of an index.
    ///
    /// # Errors
    /// Returns an error where the index is damaged.
    pub fn of_index(index: &Index<'_>) -> Result<Self, Damage> {
        let Some(predicate) = index.iri(v::VOID_URI_SPACE)? else { return Ok(Self::new(DEFAULT_BASE)) };
        let first = index.matches(Pattern { predicate: Some(predicate), ..Pattern::default() }).next();
        Ok(Self::new(first.map_or(Ok(DEFAULT_BASE), |[_, _, base, _]| index.text(base))?))
    }

    /// The namespace that entities were minted in.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// Prefix and namespace of all, sorted by prefix.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.prefixes.iter().map(|(prefix, iri)| (prefix.as_str(), iri.as_str()))
    }

    /// The namespace of articles and their spans of text.
    pub fn articles(&self) -> String {
        format!("{}article/", self.base)
    }

    /// The place in [`Namespaces::iter`] of an IRI's prefix, and its local name, where the local name needs no escapes
    /// in Turtle or SPARQL.
    pub fn split<'a>(&self, iri: &'a str) -> Option<(usize, &'a str)> {
        self.iter()
            .enumerate()
            .filter_map(|(place, (_, namespace))| Some((place, iri.strip_prefix(namespace)?)))
            .find(|(_, local)| is_plain_local_name(local))
    }

    /// An IRI's prefix and local name, where they can be told apart as by [`Namespaces::split`].
    pub fn shorten<'a>(&self, iri: &'a str) -> Option<(&str, &'a str)> {
        let (place, local) = self.split(iri)?;
        Some((&self.prefixes[place].0, local))
    }

    /// An IRI for people: with a prefix where one fits, else in angle brackets.
    pub fn display(&self, iri: &str) -> String {
        self.shorten(iri).map_or_else(|| format!("<{iri}>"), |(prefix, local)| format!("{prefix}:{local}"))
    }

    /// The IRI that was meant by `prefix:local`, `<iri>` or a bare IRI.
    pub fn expand(&self, name: &str) -> Option<String> {
        if let Some(iri) = name.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')) {
            return Some(iri.to_owned());
        }
        let (prefix, local) = name.split_once(':')?;
        let namespace = self.iter().find(|(known, _)| *known == prefix);
        match namespace {
            Some((_, namespace)) => Some(format!("{namespace}{local}")),
            None => local.starts_with("//").then(|| name.to_owned()),
        }
    }
}

/// Whether this can follow a prefix without escapes: a subset of `PN_LOCAL` that every parser reads alike.
fn is_plain_local_name(local: &str) -> bool {
    let mut characters = local.chars();
    characters.next().is_none_or(|first| is_name_start(first) || first.is_ascii_digit())
        && characters.all(|c| is_name_start(c) || c.is_ascii_digit() || c == '-')
}

/// `PN_CHARS_U` of Turtle: the letters that may begin a name.
fn is_name_start(c: char) -> bool {
    c == '_'
        || c.is_ascii_alphabetic()
        || matches!(c, '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}' | '\u{F8}'..='\u{2FF}' | '\u{370}'..='\u{37D}'
            | '\u{37F}'..='\u{1FFF}' | '\u{200C}'..='\u{200D}' | '\u{2070}'..='\u{218F}' | '\u{2C00}'..='\u{2FEF}'
            | '\u{3001}'..='\u{D7FF}' | '\u{F900}'..='\u{FDCF}' | '\u{FDF0}'..='\u{FFFD}' | '\u{10000}'..='\u{EFFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn iris_are_shortened_only_where_no_escape_is_needed() {
        let namespaces = Namespaces::new("http://a.example/");
        assert_eq!(namespaces.display("http://a.example/harbour-board"), "id:harbour-board");
        assert_eq!(namespaces.display("http://a.example/statement/0f"), "statement:0f");
        assert_eq!(
            namespaces.display("http://a.example/article/x#char=1,2"),
            "<http://a.example/article/x#char=1,2>"
        );
        assert_eq!(namespaces.display(v::RDF_TYPE), "rdf:type");
    }

    #[test]
    fn what_was_shortened_is_expanded() {
        let namespaces = Namespaces::new("http://a.example/");
        for iri in ["http://a.example/müller", v::NG_POLARITY, "http://b.example/x y"] {
            assert_eq!(namespaces.expand(&namespaces.display(iri)).as_deref(), Some(iri));
        }
        assert_eq!(namespaces.expand("Harbour Board"), None);
        assert_eq!(namespaces.expand("http://b.example/c").as_deref(), Some("http://b.example/c"));
    }
}
