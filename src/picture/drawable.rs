//! What can be a node. A picture of pronouns and clauses says nothing: "they" are no one whom an edge could lead to, and a claim is what
//! somebody says. An office is no node either: one that five people held would tie them together.

use crate::grammar::stands_alone_for_nothing;
use crate::ontology::{Ontology, Range};
use crate::story::{EntityReference, Statement};
use crate::vocabulary::NG_OFFICE;

/// Words of a description, at most; what is longer and of no known class is a clause.
const LONGEST: usize = 6;

/// Whether an entity can be a node of its own.
pub fn is_node(entity: &EntityReference) -> bool {
    let mut words = entity.label.split_whitespace();
    let first = words.next().unwrap_or_default().to_lowercase();
    let is_name = entity.label.chars().next().is_some_and(char::is_uppercase);
    let is_clause = entity.types.is_empty() && !is_name && words.count() >= LONGEST;
    !stands_alone_for_nothing(&first) && !is_clause
}

/// Whether an entity is a pronoun that nobody could resolve: in a picture it says no more than nothing.
pub fn is_unresolved(entity: &EntityReference) -> bool {
    stands_alone_for_nothing(&entity.label.to_lowercase())
}

/// The office that a statement is about, where its relation wants one in the object's place.
pub fn office<'a>(statement: &'a Statement, ontology: &Ontology) -> Option<&'a EntityReference> {
    let office = ontology.classes.iter().position(|class| class.iri == NG_OFFICE)?;
    let wants_office = match &ontology.relation_with_iri(&statement.relation_iri)?.range {
        Range::Entities(classes) => classes.iter().any(|class| class.0 == office),
        Range::Literal { .. } => false,
    };
    let object = statement.object_entity()?;
    let of_office = |name: &str| {
        ontology.class_named(name).is_some_and(|class| ontology.is_a(class, crate::ontology::ClassId(office)))
    };
    (wants_office && object.types.iter().any(|name| of_office(name))).then_some(object)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn described(label: &str, types: &[&str]) -> EntityReference {
        EntityReference {
            id: label.into(),
            label: label.into(),
            types: types.iter().map(|&class| class.into()).collect(),
            mention: label.to_owned(),
        }
    }

    #[test]
    fn neither_pronouns_nor_clauses_are_nodes() {
        for label in
            ["they", "that", "anybody", "it had falsified records", "not to close any of the seven wards"]
        {
            assert!(!is_node(&described(label, &[])), "{label}");
        }
        for label in ["Ida Lund", "pilots", "Society for the Care of Old Harbour Cranes"] {
            assert!(is_node(&described(label, &[])), "{label}");
        }
        assert!(is_node(&described("inquiry into the fire on the quay at night", &["Inquiry"])));
    }
}
