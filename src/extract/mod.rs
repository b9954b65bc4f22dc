//! From sentences to statements: which phrases are mentions, and who did what to whom.

mod attribution;
mod factuality;
mod mention;
mod patterns;
mod quotation;
mod stance;
mod statement;

pub use attribution::{ExtractedAttribution, TokenPosition, attributions, innermost};
pub use factuality::{Factuality, factuality};
pub use mention::{Mention, MentionId, MentionKind, Mentions};
pub use patterns::{Extractor, LearningError, Match, ParsedSentence, Pattern};
pub use quotation::{Quotation, quotations};
pub use statement::{ExtractedStatement, Extraction, ParsedArticle, extract};

use crate::ontology::{ClassId, Ontology};

/// The classes that a common noun's lemma may name, by the ontology's word lists.
pub(crate) fn noun_classes(ontology: &Ontology, lemma: &str) -> Vec<ClassId> {
    ontology
        .classes
        .iter()
        .enumerate()
        .filter(|(_, class)| class.nouns.iter().any(|noun| noun == lemma))
        .map(|(index, _)| ClassId(index))
        .collect()
}
