//! What newsgraph's classes and relations are called in FollowTheMoney. The table is RDF (`ontology/followthemoney.ttl`),
//! so that no class or relation is named in Rust.

use std::collections::BTreeMap;

use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::{NamedOrBlankNode, Term};

use crate::ontology::{ClassId, Ontology};
use crate::vocabulary::{SKOS_BROADER, SKOS_CLOSE_MATCH};

const TABLE: &str = include_str!("../../ontology/followthemoney.ttl");
const FTM: &str = "https://schema.followthemoney.tech/#";
/// How the table says which properties of a link hold its subject, its object and its wording, and what fills them.
const LINK: &str = "https://w3id.org/newsgraph/followthemoney#";

/// The schema that people, bodies and whatever else may act have in common.
const LEGAL_ENTITY: &str = "LegalEntity";

/// The table, by IRI of the subject and the predicate; each pair has one object.
pub struct Schemata(BTreeMap<(String, String), String>);

/// The two ends of a schema that joins entities.
#[derive(Debug, PartialEq, Eq)]
pub struct Link<'a> {
    pub schema: &'a str,
    pub subject: &'a str,
    pub object: &'a str,
    /// The property for the relation's own name.
    pub wording: &'a str,
}

/// Fits everything that FollowTheMoney has.
const UNKNOWN_LINK: Link<'static> =
    Link { schema: "UnknownLink", subject: "subject", object: "object", wording: "role" };

impl Schemata {
    /// The table that is built in.
    pub fn embedded() -> Self {
        let quads = RdfParser::from_format(RdfFormat::Turtle).for_slice(TABLE);
        let entries = quads.filter_map(|quad| {
            let quad = quad.ok()?;
            let (NamedOrBlankNode::NamedNode(subject), Term::NamedNode(object)) = (quad.subject, quad.object)
            else {
                return None;
            };
            Some(((subject.into_string(), quad.predicate.into_string()), object.into_string()))
        });
        Self(entries.collect())
    }

    /// The schema of an entity of these classes (IRIs, the most special first); nothing where none fits.
    pub fn of_entity(&self, classes: &[impl AsRef<str>], ontology: &Ontology) -> Option<&str> {
        let mut open: Vec<ClassId> =
            classes.iter().filter_map(|iri| ontology.class_named(iri.as_ref())).collect();
        let mut next = 0;
        while let Some(&class) = open.get(next) {
            if let Some(schema) = self.get(&ontology.class(class).iri, SKOS_CLOSE_MATCH) {
                return Some(schema);
            }
            let parents = ontology.class(class).parents.iter().filter(|parent| !open.contains(parent));
            let parents: Vec<ClassId> = parents.copied().collect();
            open.extend(parents);
            next += 1;
        }
        None
    }

    /// How a relation (its IRI) joins entities of these schemata.
    pub fn of_relation(&self, relation: &str, subject: &str, object: &str) -> Link<'_> {
        let fitting = || {
            let schema = self.get(relation, SKOS_CLOSE_MATCH)?;
            let end = |property: &str, filler: &str| {
                let name = self.get(&format!("{FTM}{schema}"), &format!("{LINK}{property}"))?;
                let range = self.get(&format!("{FTM}{name}"), &format!("{LINK}filler"))?;
                self.is_a(filler, range).then_some(name)
            };
            Some(Link {
                schema,
                subject: end("subject", subject)?,
                object: end("object", object)?,
                wording: self.get(&format!("{FTM}{schema}"), &format!("{LINK}wording"))?,
            })
        };
        fitting().unwrap_or(UNKNOWN_LINK)
    }

    /// Whether what has this schema can act.
    pub fn is_legal_entity(&self, schema: &str) -> bool {
        self.is_a(schema, LEGAL_ENTITY)
    }

    fn is_a(&self, schema: &str, ancestor: &str) -> bool {
        let mut current = Some(schema);
        // A chain of parents is no longer than the table, even if it ran in a circle.
        for _ in 0..=self.0.len() {
            match current {
                Some(schema) if schema == ancestor => return true,
                Some(schema) => current = self.get(&format!("{FTM}{schema}"), SKOS_BROADER),
                None => return false,
            }
        }
        false
    }

    fn get(&self, subject: &str, predicate: &str) -> Option<&str> {
        self.0.get(&(subject.to_owned(), predicate.to_owned()))?.strip_prefix(FTM)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::NG;

    fn schema(class: &str) -> Option<String> {
        let ontology = Ontology::embedded().unwrap();
        let classes = [format!("{NG}{class}")];
        Schemata::embedded().of_entity(&classes, &ontology).map(str::to_owned)
    }

    #[test]
    fn a_class_goes_by_its_nearest_superclass() {
        assert_eq!(schema("Person").as_deref(), Some("Person"));
        assert_eq!(schema("Court").as_deref(), Some("PublicBody"));
        assert_eq!(schema("Group").as_deref(), Some("LegalEntity"));
        assert_eq!(schema("Inquiry").as_deref(), Some("Event"));
        assert_eq!(schema("Offence"), None);
    }

    #[test]
    fn a_relation_has_its_schema_only_where_both_ends_fit() {
        let schemata = Schemata::embedded();
        let office = format!("{NG}holds_office");
        let occupancy = Link { schema: "Occupancy", subject: "holder", object: "post", wording: "status" };
        assert_eq!(schemata.of_relation(&office, "Person", "Position"), occupancy);
        assert_eq!(schemata.of_relation(&office, "Person", "Event"), UNKNOWN_LINK);
        assert_eq!(
            schemata.of_relation(&format!("{NG}member_of"), "Person", "PublicBody").schema,
            "Membership"
        );
    }
}
