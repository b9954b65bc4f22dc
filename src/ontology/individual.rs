//! Somebody or something that is known by name before any article is read.

use serde::{Deserialize, Serialize};

use super::ids::ClassId;

/// A known individual (`id:metropolitan-police a ng:Organisation ; rdfs:label … ; skos:altLabel …`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Individual {
    /// Its IRI.
    pub iri: String,
    /// The name that graphs show: `skos:prefLabel`, else the first `rdfs:label`.
    pub label: String,
    /// Every other name, sorted.
    pub alternative_labels: Vec<String>,
    /// At least one, sorted.
    pub classes: Vec<ClassId>,
    /// `owl:sameAs` and `skos:exactMatch` targets.
    pub same_as: Vec<String>,
    /// The IRI of its country (`ng:country`).
    pub country: Option<String>,
    /// Those of its names that bodies of other countries bear, too (`ng:sharedName`), sorted.
    pub shared_names: Vec<String>,
}

impl Individual {
    /// Whether others bear this name, too.
    pub fn shares(&self, name: &str) -> bool {
        let name = name.to_lowercase();
        self.shared_names.iter().any(|shared| shared.to_lowercase() == name)
    }
}
