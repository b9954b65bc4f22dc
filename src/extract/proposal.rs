//! A statement that no pattern found: the scorer proposes it, and rules may throw it out again.

use crate::confidence::Confidence;
use crate::grammar::ParsedSentence;
use crate::ontology::{RelationId, Role};
use crate::relations::Extractor;

/// A statement that the scorer proposes.
#[derive(Debug)]
pub struct Proposal {
    pub relation: RelationId,
    pub subject: Option<usize>,
    pub object: Option<usize>,
    /// The word that states it.
    pub trigger: usize,
    pub confidence: Confidence,
}

impl Proposal {
    /// Whether a counterexample shows these arguments of the wording: "declined comment" rejects nothing.
    pub fn is_vetoed(&self, extractor: &Extractor, sentence: &ParsedSentence<'_>) -> bool {
        let takes = |(role, lemma): &(Role, String)| {
            let filler = match role {
                Role::Subject => self.subject,
                Role::Object => self.object,
                Role::Qualifier(_) => None,
            };
            filler.is_some_and(|token| sentence.lemma(token) == lemma)
        };
        let mut patterns = extractor
            .patterns_at(sentence.lemma(self.trigger))
            .iter()
            .map(|&index| &extractor.patterns()[index])
            .filter(|pattern| pattern.relation == self.relation);
        patterns.any(|pattern| pattern.vetoes.iter().any(|veto| veto.iter().all(takes)))
    }
}
