//! An ontology with what was learned from it.

use serde::{Deserialize, Serialize};

use crate::language::Engine;
use crate::mentions::OntologyIndex;
use crate::ontology::Ontology;
use crate::relations::{Extractor, Model};
use crate::tree_repair::mend_trees;

/// An ontology with what was learned from it; the two belong together, for patterns know relations and classes by number.
#[derive(Serialize, Deserialize)]
pub struct Taught {
    /// Its classes, relations, names and words.
    pub ontology: Ontology,
    pub(crate) extractor: Extractor,
}

impl Taught {
    /// Learns from the ontology's examples, whose trees are mended as those of articles are; the relations of `model`, if there is
    /// one, were learned before.
    pub fn learn(ontology: Ontology, model: Option<Model>, engine: &Engine) -> Self {
        let lexicon = OntologyIndex::new(&ontology);
        let read = |texts: &[&str]| {
            let mut read = engine.analyse(texts);
            read.iter_mut().for_each(|sentences| mend_trees(sentences, &lexicon));
            read
        };
        let extractor = Extractor::remembering(model, &lexicon, read);
        Self { ontology, extractor }
    }
}
