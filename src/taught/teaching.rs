//! An ontology with what was learned from it.

use serde::{Deserialize, Serialize};

use crate::language::Engine;
use crate::mentions::OntologyIndex;
use crate::ontology::Ontology;
use crate::relations::{Extractor, Model};

/// An ontology with what was learned from it; the two belong together, for patterns know relations and classes by number.
#[derive(Serialize, Deserialize)]
pub struct Taught {
    /// Its classes, relations, names and words.
    pub ontology: Ontology,
    pub(crate) extractor: Extractor,
}

impl Taught {
    /// Learns from the ontology's examples, which the engine parses; the relations of `model`, if there is one, were
    /// learned before.
    pub fn learn(ontology: Ontology, model: Option<Model>, engine: &Engine) -> Self {
        let extractor =
            Extractor::remembering(model, &OntologyIndex::new(&ontology), |texts| engine.analyse(texts));
        Self { ontology, extractor }
    }
}
