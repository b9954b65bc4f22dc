//! Classes that a relation names and no file declares. Any RDF is welcome, so they are no error when an ontology is loaded;
//! but mostly a name is mistyped, or its declaration was forgotten, and then nothing is known to be a member.

use std::collections::BTreeMap;

use crate::vocabulary as v;

use super::classes::{aliases, class_nodes, declared_classes};
use super::embedded::with_vocabulary;
use super::facts::Facts;
use super::location::Location;
use super::locator::local_name;
use super::source::Source;

/// A class that is used and not declared.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct UndeclaredClass {
    /// Where what names it begins.
    pub location: Location,
    /// What names it: a relation, or a class below it; its local name.
    pub used_by: String,
    /// Its local name.
    pub name: String,
    /// How the file writes it, where it has a prefix for it (`ex:Club`), else `<IRI>`.
    pub written: String,
    /// A noun that its name suggests.
    pub noun: String,
    /// The declared class of the same local name, with newsgraph's prefix.
    pub meant: Option<String>,
}

/// The undeclared classes of a user's sources, each once, sorted by place; none where a source is not well-formed, which
/// [`super::Ontology::parse`] tells.
pub fn undeclared_classes(sources: &[Source<'_>]) -> Vec<UndeclaredClass> {
    let mut facts = Facts::default();
    if with_vocabulary(sources).iter().any(|(name, text)| facts.read(name, text).is_err()) {
        return Vec::new();
    }
    let declared = declared_classes(&facts);
    let aliases = aliases(&facts, &declared);
    let is_known = |class: &str| {
        let general = [v::OWL, v::RDFS, v::RDF].iter().any(|namespace| class.starts_with(namespace));
        general || declared.contains(class) || aliases.contains_key(class)
    };
    let mut found: BTreeMap<&str, &str> = BTreeMap::new();
    let is_own = |subject: &&str| sources.iter().any(|(file, _)| *file == facts.location(subject).file);
    for subject in facts.subjects().filter(is_own) {
        let range: &[&'static str] = if facts.is_datatype_property(subject) { &[] } else { &[v::RDFS_RANGE] };
        let named = range.iter().chain(&[v::RDFS_DOMAIN]);
        let named = named.flat_map(|predicate| class_nodes(&facts, subject, predicate));
        // Other vocabularies' classes may well stand above one's own; newsgraph's are all declared.
        let above = facts.nodes(subject, v::RDFS_SUB_CLASS_OF).filter(|class| class.starts_with(v::NG));
        for class in named.chain(above).filter(|class| !is_known(class)) {
            found.entry(class).or_insert(subject);
        }
    }
    let newsgraphs = |name: &str| {
        let own = declared.iter().find(|class| class.starts_with(v::NG) && is_alike(local_name(class), name));
        own.map(|class| format!("ng:{}", local_name(class)))
    };
    let told = found.into_iter().map(|(class, subject)| {
        let (location, name) = (facts.location(subject), local_name(class).to_owned());
        let source = sources.iter().find(|(file, _)| *file == location.file);
        let prefixed = source.and_then(|(_, text)| prefixed(text, class));
        UndeclaredClass {
            used_by: local_name(subject).to_owned(),
            written: prefixed.unwrap_or_else(|| format!("<{class}>")),
            noun: in_words(&name),
            meant: newsgraphs(&name),
            location,
            name,
        }
    });
    let mut told: Vec<UndeclaredClass> = told.collect();
    told.sort();
    told
}

/// Whether two names are one but for their spelling (`Organization`, `organisation`).
fn is_alike(one: &str, other: &str) -> bool {
    let plain = |name: &str| name.to_lowercase().replace('z', "s");
    plain(one) == plain(other)
}

/// The class with the prefix that a Turtle text has for its namespace.
fn prefixed(text: &str, class: &str) -> Option<String> {
    let namespace = class.strip_suffix(local_name(class))?;
    let written = format!("<{namespace}>");
    let line = text.lines().find(|line| line.contains(&written) && line.contains("prefix"))?;
    let prefix = line.split_whitespace().find(|word| word.ends_with(':'))?;
    Some(format!("{prefix}{}", local_name(class)))
}

/// `FishingVessel` → `fishing vessel`.
fn in_words(name: &str) -> String {
    let mut words = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !words.is_empty() {
            words.push(' ');
        }
        words.extend(letter.to_lowercase());
    }
    words.replace(['_', '-'], " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_without_a_declaration_are_told_where_they_are_used() {
        let text = "@prefix ex: <http://example.org/x#> .
@prefix ng: <https://w3id.org/newsgraph/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
ex:signed rdfs:domain ex:FootballClub ; rdfs:range schema:Person .
ex:Port rdfs:subClassOf ng:Location , <http://example.org/other#Harbour> .
ex:left rdfs:domain ng:Organization ; rdfs:range ex:Port .";
        let found = undeclared_classes(&[("t.ttl", text)]);
        let told: Vec<(usize, &str, &str, &str, Option<&str>)> = found
            .iter()
            .map(|class| {
                let meant = class.meant.as_deref();
                (class.location.line, &*class.used_by, &*class.written, &*class.noun, meant)
            })
            .collect();
        assert_eq!(
            told,
            [
                (5, "signed", "ex:FootballClub", "football club", None),
                (6, "Port", "ng:Location", "location", None),
                (7, "left", "ng:Organization", "organization", Some("ng:Organisation")),
            ]
        );
    }
}
