//! Drafts: what an article tells, before the story knows who is who. An article is boiled down to its draft as soon as it
//! is read; of ten thousand articles, only drafts are in memory together, so they hold little more than their words.

use std::sync::Arc;

use crate::ontology::Ontology;
use crate::resolve::entities::PhraseEntities;
use crate::story::{
    Argument, Attribution, AttributionSource, Document, EntityReference, Mint, Shared, Span, Statement,
};

use super::article_facts::{AttributionDraft, StatementDraft};
use super::phrases::Phrase;

/// Puts entities into the drafts of one article.
pub struct Finisher<'a, 'p> {
    pub ontology: &'a Ontology,
    pub mint: &'a Mint,
    pub phrases: &'a mut PhraseEntities<'p>,
    pub shared: &'a mut Shared,
    /// Index of the article among the parts of the story.
    pub part: usize,
    pub document: &'a Arc<Document>,
}

impl Finisher<'_, '_> {
    /// The statement with its entities; `None` where subject and object turn out to be one.
    pub fn statement(&mut self, draft: StatementDraft) -> Option<Statement> {
        let subject = draft.subject.map(|subject| self.entity(subject));
        let object = match draft.object {
            Some(object) => Some(Argument::Entity(self.entity(object))),
            None => draft.literal.map(|literal| Argument::Literal(*literal)),
        };
        if let (Some(subject), Some(Argument::Entity(object))) = (&subject, &object)
            && subject.id == object.id
        {
            return None;
        }
        let qualifiers = draft.qualifiers.into_iter().map(|(name, one)| (name, self.entity(one))).collect();
        let relation = self.ontology.relation(draft.relation);
        let example = draft.example.and_then(|index| relation.examples.get(index));
        let mut statement = Statement {
            id: Arc::default(),
            relation: self.shared.one(&relation.name),
            relation_iri: self.shared.one(&relation.iri),
            subject,
            object,
            polarity: draft.polarity,
            asserted: draft.asserted,
            attributed_to: draft.attributed_to.map(|source| self.entity(source)),
            quantity: draft.quantity.map(|quantity| *quantity),
            time: draft.time.map(|time| *time),
            place: draft.place.map(|place| self.entity(place)),
            qualifiers,
            document: Arc::clone(self.document),
            sentence: draft.sentence,
            trigger: draft.trigger,
            example: example.map(|example| self.shared.one(&example.marked)),
        };
        statement.id = self.mint.statement(&statement).into();
        Some(statement)
    }

    /// The attribution with its source's entity.
    pub fn attribution(&mut self, draft: AttributionDraft) -> Attribution {
        let source = draft.source.map(|(phrase, Span { text, begin, end })| {
            let EntityReference { id, label, .. } = self.entity(phrase);
            AttributionSource { id, label, mention: text, begin, end }
        });
        let AttributionDraft { cue, content, direct, .. } = draft;
        Attribution { document: Arc::clone(self.document), source, cue, content, direct }
    }

    fn entity(&mut self, phrase: Phrase) -> EntityReference {
        let mut reference = self.phrases.reference(phrase, self.part, self.document);
        for class in &mut reference.types {
            *class = self.shared.one(class);
        }
        reference
    }
}
