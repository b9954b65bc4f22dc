//! What readers are told of a relation, out of the ontology; of one that the ontology does not know (any more), as much
//! as its name tells.

use crate::ontology::{Ontology, Range, Role};
use crate::story::Statement;

/// The label of a statement's relation; its name with blanks where the ontology has none.
pub fn relation_label(statement: &Statement, ontology: &Ontology) -> String {
    let known = ontology.relation_named(&statement.relation).filter(|relation| !relation.label.is_empty());
    known.map_or_else(|| statement.relation.replace('_', " "), |relation| relation.label.clone())
}

/// Whether an object is missing where none is named: nobody "died something".
pub fn takes_object(relation: &str, ontology: &Ontology) -> bool {
    ontology.relation_named(relation).is_none_or(|relation| {
        let declared = relation.range != Range::Entities(Vec::new());
        let mut marked = relation.examples.iter().flat_map(|example| &example.spans);
        declared || marked.any(|span| span.role == Role::Object)
    })
}

/// Whether the relation of a statement holds in both directions alike.
pub fn is_symmetric(statement: &Statement, ontology: &Ontology) -> bool {
    ontology.relation_named(&statement.relation).is_some_and(|relation| relation.symmetric)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn a_relation_goes_by_its_label_or_else_by_its_name() {
        let statement = &sample::story().statements[0];
        let mut ontology = sample::ontology();
        for relation in &mut ontology.relations {
            relation.label = "accused of".to_owned();
        }
        assert_eq!(relation_label(statement, &ontology), "accused of");
        assert_eq!(relation_label(statement, &Ontology::default()), "charged with");
    }

    #[test]
    fn an_object_is_missed_only_where_the_relation_has_one() {
        let ontology = sample::ontology();
        let taken =
            ["carried", "charged_with", "deployed", "unheard_of"].map(|name| takes_object(name, &ontology));
        assert_eq!(taken, [true, false, true, true]);
    }
}
