//! Drafts: what an article tells, before the story knows who is who. An article is boiled down to its draft as soon as it
//! is read; of ten thousand articles, only drafts are in memory together.

use std::sync::Arc;

use super::chains::Chain;
use super::phrase_entities::PhraseEntities;
use super::phrases::Phrase;
use super::statements::Drafter;
use super::{
    Argument, ArticleReading, Attribution, AttributionSource, Document, EntityReference, Mint, Part, Share,
    Shared, Span, Statement,
};
use crate::extract::Lexicon;

/// What one article tells, and whom it speaks of.
#[derive(Clone)]
pub struct Draft {
    pub(super) document: Arc<Document>,
    pub(super) chains: Vec<Chain>,
    pub(super) statements: Vec<StatementDraft>,
    pub(super) attributions: Vec<AttributionDraft>,
}

impl Draft {
    /// Takes of an article's reading what the story needs.
    pub fn new(reading: ArticleReading<'_>, lexicon: &Lexicon<'_>, mint: &Mint) -> Self {
        let document = Arc::new(Document::of(reading.article, mint));
        let drafter = Drafter { reading: &reading, document: &document, lexicon };
        let extraction = &reading.extraction;
        let statements = extraction.statements.iter().filter_map(|one| drafter.statement(one)).collect();
        let attributions = extraction.attributions.iter().map(|one| drafter.attribution(one)).collect();
        Self { chains: reading.chains.into_list(), document, statements, attributions }
    }

    /// A copy in memory of its own, which takes no more room than it needs and shares what other drafts hold too.
    pub fn copied(&self, shared: &mut Shared) -> Self {
        let mut copy = self.clone();
        shared.document(&mut copy.document);
        copy.statements.iter_mut().for_each(|statement| statement.rest.share(shared));
        copy.attributions.iter_mut().for_each(|attribution| attribution.rest.share(shared));
        copy
    }

    pub(super) fn part(&self) -> Part<'_> {
        Part { document: &self.document.id, path: &self.document.path, chains: &self.chains }
    }
}

/// A statement with phrases where entities are to stand.
#[derive(Clone)]
pub(super) struct StatementDraft {
    pub subject: Option<Phrase>,
    /// Nothing where the object is a literal, too.
    pub object: Option<Phrase>,
    pub qualifiers: Vec<(String, Phrase)>,
    pub attributed_to: Option<Phrase>,
    pub place: Option<Phrase>,
    /// All else.
    pub rest: Statement,
}

impl StatementDraft {
    /// The statement with its entities; `None` where subject and object turn out to be one.
    pub fn finished(self, phrases: &mut PhraseEntities<'_>, part: usize, mint: &Mint) -> Option<Statement> {
        let mut statement = self.rest;
        let document = Arc::clone(&statement.document);
        let mut entity = |phrase: Phrase| -> EntityReference { phrases.reference(phrase, part, &document) };
        statement.subject = self.subject.map(&mut entity);
        if let Some(object) = self.object {
            let object = entity(object);
            if statement.subject.as_ref().is_some_and(|subject| subject.id == object.id) {
                return None;
            }
            statement.object = Some(Argument::Entity(object));
        }
        statement.qualifiers = self.qualifiers.into_iter().map(|(name, one)| (name, entity(one))).collect();
        statement.attributed_to = self.attributed_to.map(&mut entity);
        statement.place = self.place.map(&mut entity);
        statement.id = mint.statement(&statement).into();
        Some(statement)
    }
}

/// An attribution whose source is a phrase with its words.
#[derive(Clone)]
pub(super) struct AttributionDraft {
    pub source: Option<(Phrase, Span)>,
    /// All else.
    pub rest: Attribution,
}

impl AttributionDraft {
    /// The attribution with its source's entity.
    pub fn finished(self, phrases: &mut PhraseEntities<'_>, part: usize) -> Attribution {
        let document = Arc::clone(&self.rest.document);
        let source = self.source.map(|(phrase, Span { text, begin, end })| {
            let EntityReference { id, label, .. } = phrases.reference(phrase, part, &document);
            AttributionSource { id, label, mention: text, begin, end }
        });
        Attribution { source, ..self.rest }
    }
}
