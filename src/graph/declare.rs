//! What a graph says of its own vocabulary: the classes and relations it uses, taken from the ontology, so that OWL
//! tools understand it and later commands need no ontology files.

use std::collections::BTreeSet;

use oxigraph::model::NamedNode;

use super::describe::Writer;
use super::terms::{boolean, iri, string};
use super::vocabulary as v;
use crate::ontology::{ClassId, Range, Uniqueness};
use crate::resolve::Story;

impl Writer<'_> {
    /// Declares the classes: with them, the graph says itself what its entities are kinds of.
    pub fn classes(&mut self) {
        for class in &self.ontology.classes {
            let node = iri(&class.iri);
            self.add_to_default(&node, v::RDF_TYPE, iri(v::OWL_CLASS));
            self.label(&node, &class.label);
            for &parent in &class.parents {
                self.add_to_default(&node, v::RDFS_SUB_CLASS_OF, iri(&self.ontology.class(parent).iri));
            }
        }
    }

    /// Declares the relations of the story's statements: without this, OWL tools take them for annotations.
    pub fn relations(&mut self, story: &Story) {
        let used: BTreeSet<&str> =
            story.statements.iter().map(|statement| statement.relation_iri.as_str()).collect();
        for relation in self.ontology.relations.iter().filter(|relation| used.contains(relation.iri.as_str()))
        {
            let node = iri(&relation.iri);
            let kind = match relation.range {
                Range::Entities(_) => v::OWL_OBJECT_PROPERTY,
                Range::Literal { .. } => v::OWL_DATATYPE_PROPERTY,
            };
            self.add_to_default(&node, v::RDF_TYPE, iri(kind));
            if relation.symmetric {
                self.add_to_default(&node, v::RDF_TYPE, iri(v::OWL_SYMMETRIC_PROPERTY));
            }
            // Not as OWL says it: a reasoner would merge the two culprits that two sources name.
            for (once, property) in [
                (relation.functional, v::NG_FUNCTIONAL),
                (relation.uniqueness == Uniqueness::Everywhere, v::NG_INVERSE_FUNCTIONAL),
            ] {
                if once {
                    self.add_to_default(&node, property, boolean(true));
                }
            }
            self.label(&node, &relation.label);
            self.classes_of(&node, v::SCHEMA_DOMAIN_INCLUDES, &relation.domain);
            match &relation.range {
                Range::Entities(classes) => self.classes_of(&node, v::SCHEMA_RANGE_INCLUDES, classes),
                Range::Literal { datatype } => {
                    self.add_to_default(&node, v::SCHEMA_RANGE_INCLUDES, iri(datatype));
                }
            }
            if let Some(definition) = &relation.definition {
                self.add_to_default(&node, v::SKOS_DEFINITION, string(definition));
            }
        }
    }

    /// Any of these classes. (Several `rdfs:domain` would mean all of them at once, and OWL's way of saying "any"
    /// needs blank nodes.)
    fn classes_of(&mut self, relation: &NamedNode, property: &str, classes: &[ClassId]) {
        for &class in classes {
            self.add_to_default(relation, property, iri(&self.ontology.class(class).iri));
        }
    }

    fn label(&mut self, node: &NamedNode, label: &str) {
        if !label.is_empty() {
            self.add_to_default(node, v::RDFS_LABEL, string(label));
        }
    }
}
