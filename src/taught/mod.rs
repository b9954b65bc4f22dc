//! What an ontology teaches, ready for use: its plain values, and the extractor that has learned from its examples.
//!
//! Learning has every example parsed by the language engine, which takes a second for a thousand of them. So it is done
//! once: what the built-in ontology teaches is part of the program ([`built_in`]), and what a user's teaches can be kept
//! as bytes ([`stored`]) that say what they were made from ([`origin`]).

mod built_in;
mod origin;
mod stored;

use serde::{Deserialize, Serialize};

use crate::language::Engine;
use crate::mentions::OntologyIndex;
use crate::ontology::Ontology;
use crate::relations::{Extractor, Model};

pub use built_in::{built_in, built_in_bytes, built_in_ontology};
pub use origin::Origin;
pub use stored::{Unusable, from_bytes, to_bytes};

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
