//! What a graph says of its own vocabulary: the classes and relations it uses, taken from the ontology, so that OWL
//! tools understand it and later commands need no ontology files.

use std::collections::BTreeSet;

use crate::confidence::Confidence;
use crate::ontology::{ClassId, Range, Uniqueness};
use crate::story::Story;
use crate::vocabulary as v;

use super::builder::Interned;
use super::terms::{boolean, confidence, string};
use super::writer::Writer;

impl Writer<'_> {
    /// Declares the classes: with them, the graph says itself what its entities are kinds of.
    pub fn classes(&mut self) {
        for class in &self.ontology.classes {
            let node = self.iri(&class.iri);
            self.link(None, node, v::RDF_TYPE, v::OWL_CLASS);
            self.label(node, &class.label);
            self.classes_of(node, v::RDFS_SUB_CLASS_OF, &class.parents);
        }
    }

    /// Declares the relations of the story's statements: without this, OWL tools take them for annotations.
    pub fn relations(&mut self, story: &Story) {
        let used: BTreeSet<&str> =
            story.statements.iter().map(|statement| statement.relation_iri.as_ref()).collect();
        for relation in self.ontology.relations.iter().filter(|relation| used.contains(relation.iri.as_str()))
        {
            let node = self.iri(&relation.iri);
            let kind = match relation.range {
                Range::Entities(_) => v::OWL_OBJECT_PROPERTY,
                Range::Literal { .. } => v::OWL_DATATYPE_PROPERTY,
            };
            self.link(None, node, v::RDF_TYPE, kind);
            if relation.symmetric {
                self.link(None, node, v::RDF_TYPE, v::OWL_SYMMETRIC_PROPERTY);
            }
            // Not as OWL says it: a reasoner would merge the two culprits that two sources name.
            for (once, property) in [
                (relation.functional, v::NG_FUNCTIONAL),
                (relation.uniqueness == Uniqueness::Everywhere, v::NG_INVERSE_FUNCTIONAL),
                (relation.lasts, v::NG_LASTS),
                (relation.reporting.once, v::NG_ONCE),
                (relation.reporting.cumulative, v::NG_CUMULATIVE),
                (relation.reporting.sole_doer, v::NG_SOLE_DOER),
            ] {
                if once {
                    self.literal(None, node, property, boolean(true));
                }
            }
            for (others, property) in [
                (&relation.reporting.contrary_to, v::NG_CONTRARY_TO),
                (&relation.reporting.counts_with, v::NG_COUNTS_WITH),
                (&relation.reporting.answers, v::NG_ANSWERS),
            ] {
                for &other in others {
                    let other = &self.ontology.relation(other).iri;
                    if used.contains(other.as_str()) {
                        self.link(None, node, property, other);
                    }
                }
            }
            if relation.least_confidence > Confidence::NONE {
                let least = confidence(relation.least_confidence);
                self.literal(None, node, v::NG_LEAST_CONFIDENCE, least);
            }
            self.label(node, &relation.label);
            self.classes_of(node, v::SCHEMA_DOMAIN_INCLUDES, &relation.domain);
            match &relation.range {
                Range::Entities(classes) => self.classes_of(node, v::SCHEMA_RANGE_INCLUDES, classes),
                Range::Literal { datatype } => {
                    self.link(None, node, v::SCHEMA_RANGE_INCLUDES, datatype);
                }
            }
            if let Some(definition) = &relation.definition {
                self.literal(None, node, v::SKOS_DEFINITION, string(definition));
            }
        }
    }

    /// These classes as values of a property. (For domains and ranges this is schema.org's, which means any of them:
    /// several `rdfs:domain` would mean all of them at once, and OWL's way of saying "any" needs blank nodes.)
    fn classes_of(&mut self, node: Interned, property: &str, classes: &[ClassId]) {
        for &class in classes {
            self.link(None, node, property, &self.ontology.class(class).iri);
        }
    }

    fn label(&mut self, node: Interned, label: &str) {
        if !label.is_empty() {
            self.literal(None, node, v::RDFS_LABEL, string(label));
        }
    }
}
