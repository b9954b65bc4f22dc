//! Finishing: the facts of one article as statements and attributions of the story, with entities in the place of phrases.

use std::sync::Arc;

use crate::grammar::pronoun;
use crate::ontology::Ontology;
use crate::resolve::entities::PhraseEntities;
use crate::story::{
    Argument, Attribution, AttributionSource, DocumentRecord, EntityReference, Shared, Span, Statement,
};

use super::article_facts::{AttributionFacts, StatementFacts};
use super::phrases::Phrase;

/// Puts entities into the facts of one article.
pub struct Finisher<'a, 'p> {
    pub ontology: &'a Ontology,
    pub phrases: &'a mut PhraseEntities<'p>,
    pub shared: &'a mut Shared,
    /// Index of the article among the parts of the story.
    pub part: usize,
    pub document: &'a Arc<DocumentRecord>,
}

impl Finisher<'_, '_> {
    /// The statement with its entities; `None` where subject and object turn out to be one.
    pub fn statement(&mut self, facts: StatementFacts) -> Option<Statement> {
        let subject = facts.subject.map(|subject| self.entity(subject));
        let object = match facts.object {
            Some(object) => Some(Argument::Entity(self.object(object, subject.as_ref()))),
            None => facts.literal.map(|literal| Argument::Literal(*literal)),
        };
        if let (Some(subject), Some(Argument::Entity(object))) = (&subject, &object)
            && subject.id == object.id
            && !pronoun::is_reflexive(&object.mention)
        {
            return None;
        }
        let qualifiers = facts.qualifiers.into_iter().map(|(name, one)| (name, self.entity(one))).collect();
        let relation = self.ontology.relation(facts.relation);
        let example = facts.example.and_then(|index| relation.examples.get(index));
        Some(Statement {
            id: facts.id,
            relation: self.shared.one(&relation.name),
            relation_iri: self.shared.one(&relation.iri),
            subject,
            object,
            polarity: facts.polarity,
            asserted: facts.asserted,
            attributed_to: facts.attributed_to.map(|source| self.entity(source)),
            quantity: facts.quantity.map(|quantity| *quantity),
            time: facts.time.map(|time| *time),
            place: facts.place.map(|place| self.entity(place)),
            qualifiers,
            document: Arc::clone(self.document),
            sentence: facts.sentence,
            trigger: facts.trigger,
            confidence: facts.confidence,
            example: example.map(|example| self.shared.one(&example.marked)),
        })
    }

    /// The attribution with its source's entity.
    pub fn attribution(&mut self, facts: AttributionFacts) -> Attribution {
        let source = facts.source.map(|(phrase, Span { text, begin, end })| {
            let EntityReference { id, label, .. } = self.entity(phrase);
            AttributionSource { id, label, mention: text, begin, end }
        });
        let AttributionFacts { cue, content, direct, .. } = facts;
        Attribution { document: Arc::clone(self.document), source, cue, content, direct }
    }

    fn entity(&mut self, phrase: Phrase) -> EntityReference {
        let reference = self.phrases.reference(phrase, self.part, self.document);
        self.with_shared(reference)
    }

    /// The object of a statement: an office belongs to its subject, where it has one.
    fn object(&mut self, phrase: Phrase, subject: Option<&EntityReference>) -> EntityReference {
        let Some(subject) = subject else { return self.entity(phrase) };
        let reference = self.phrases.post_of(phrase, subject, self.part, self.document);
        self.with_shared(reference)
    }

    fn with_shared(&mut self, mut reference: EntityReference) -> EntityReference {
        for class in &mut reference.types {
            *class = self.shared.one(class);
        }
        reference
    }
}
