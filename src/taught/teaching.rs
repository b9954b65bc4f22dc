//! An ontology with what was learned from it.

use serde::{Deserialize, Serialize};

use crate::language::Engine;
use crate::mentions::OntologyIndex;
use crate::ontology::Ontology;
use crate::relations::{Extractor, Model};

use super::paraphrases::paraphrases;
use super::reading::read_as_articles;

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
        let read = |texts: &[&str]| read_as_articles(texts, engine, &lexicon);
        // They are part of the program, and a test reads them: no user can meet an error in them.
        let paraphrases = has_users_relations(&ontology).then(|| paraphrases(engine).ok()).flatten();
        let extractor = Extractor::remembering(model, &paraphrases.unwrap_or_default(), &lexicon, read);
        Self { ontology, extractor }
    }
}

fn has_users_relations(ontology: &Ontology) -> bool {
    ontology.relation_ids().any(|relation| ontology.relation(relation).is_taught())
}
