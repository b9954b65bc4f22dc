//! Drafts: what an article tells, before the story knows who is who. An article is boiled down to its draft as soon as it
//! is read; of ten thousand articles, only drafts are in memory together, so they hold little more than their words.

use std::sync::Arc;

use super::chains::Chain;
use super::phrase_entities::PhraseEntities;
use super::phrases::Phrase;
use super::statements::Drafter;
use super::{
    Argument, ArticleReading, Attribution, AttributionSource, Document, EntityReference, Literal, Mint, Part,
    Polarity, Quantity, Shared, Span, Statement, TimeExpression,
};
use crate::extract::Lexicon;
use crate::ontology::Ontology;

/// What one article tells, and whom it speaks of.
#[derive(Clone)]
pub struct Draft {
    pub(super) document: Document,
    pub(super) chains: Vec<Chain>,
    pub(super) statements: Vec<StatementDraft>,
    pub(super) attributions: Vec<AttributionDraft>,
}

impl Draft {
    /// Takes of an article's reading what the story needs.
    pub fn new(reading: ArticleReading<'_>, lexicon: &Lexicon<'_>, mint: &Mint) -> Self {
        let document = Document::of(reading.article, mint);
        let drafter = Drafter { reading: &reading, lexicon };
        let extraction = &reading.extraction;
        let statements = extraction.statements.iter().filter_map(|one| drafter.statement(one)).collect();
        let attributions = extraction.attributions.iter().map(|one| drafter.attribution(one)).collect();
        Self { chains: reading.chains.into_list(), document, statements, attributions }
    }

    /// A copy that shares no memory with it.
    pub fn copied(&self) -> Self {
        let mut copy = self.clone();
        copy.document.id = (*copy.document.id).into();
        let literals = copy.statements.iter_mut().filter_map(|statement| statement.literal.as_mut());
        literals.for_each(|literal| literal.value = (*literal.value).into());
        copy
    }

    pub(super) fn part(&self) -> Part<'_> {
        Part { document: &self.document.id, path: &self.document.path, chains: &self.chains }
    }
}

/// A statement with phrases where entities are to stand.
#[derive(Clone)]
pub(super) struct StatementDraft {
    /// Index of the relation in the ontology, and of the example in the relation's list.
    pub relation: usize,
    pub example: Option<usize>,
    pub subject: Option<Phrase>,
    /// Nothing where the object is a literal, too.
    pub object: Option<Phrase>,
    pub literal: Option<Box<Literal>>,
    pub polarity: Polarity,
    pub asserted: bool,
    pub attributed_to: Option<Phrase>,
    pub quantity: Option<Box<Quantity>>,
    pub time: Option<Box<TimeExpression>>,
    pub place: Option<Phrase>,
    pub qualifiers: Vec<(String, Phrase)>,
    pub sentence: Span,
    pub trigger: Span,
}

/// An attribution whose source is a phrase with its words.
#[derive(Clone)]
pub(super) struct AttributionDraft {
    pub source: Option<(Phrase, Span)>,
    pub cue: Option<Span>,
    pub content: Span,
    pub direct: bool,
}

/// Puts entities into the drafts of one article.
pub(super) struct Finisher<'a, 'p> {
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
        let relation = &self.ontology.relations[draft.relation];
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
