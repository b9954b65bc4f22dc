//! What one article tells, before the story knows who is who. An article is boiled down to its facts as soon as it
//! is read; of ten thousand articles, only these are in memory together, so they hold little more than their words.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::confidence::Confidence;
use crate::coreference::{Chain, Chains};
use crate::extract::Extraction;
use crate::mentions::Mentions;
use crate::ontology::RelationId;
use crate::resolve::entities::Part;
use crate::story::{DocumentRecord, Literal, Polarity, Quantity, Span, TimeExpression};

use super::copies::Sketch;
use super::phrases::Phrase;

/// A document with all its layers.
pub type ReadDocument<'a> = crate::document::Document<'a, Mentions, Extraction, Chains>;

/// What one article tells, and whom it speaks of.
#[derive(Serialize, Deserialize)]
pub struct ArticleFacts {
    pub document: DocumentRecord,
    /// Who wrote the article, where it says so.
    pub author: Option<String>,
    /// The text that the offsets count in, where no file has it.
    pub text: Option<String>,
    pub chains: Vec<Chain>,
    pub statements: Vec<StatementFacts>,
    pub attributions: Vec<AttributionFacts>,
    /// What its text is known by.
    pub sketch: Sketch,
}

impl ArticleFacts {
    pub fn part(&self) -> Part<'_> {
        Part { document: &self.document.id, path: &self.document.path, chains: &self.chains }
    }
}

/// A statement with phrases where entities are to stand.
#[derive(Clone, Serialize, Deserialize)]
pub struct StatementFacts {
    /// The IRI of the statement.
    pub id: Arc<str>,
    /// Index of the relation in the ontology, and of the example in the relation's list.
    pub relation: RelationId,
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
    pub confidence: Confidence,
}

impl StatementFacts {
    /// The same of each of these subjects and objects; where there are none, its own stay.
    pub fn of_each(self, subjects: &[Phrase], objects: &[Phrase]) -> Vec<Self> {
        let or_own = |each: &[Phrase], own: &Option<Phrase>| match each {
            [] => vec![own.clone()],
            each => each.iter().cloned().map(Some).collect(),
        };
        let objects = or_own(objects, &self.object);
        let of_subject = |subject: Option<Phrase>| {
            let with = |object: &Option<Phrase>| Self {
                subject: subject.clone(),
                object: object.clone(),
                ..self.clone()
            };
            objects.iter().map(with).collect::<Vec<Self>>()
        };
        or_own(subjects, &self.subject).into_iter().flat_map(of_subject).collect()
    }
}

/// An attribution whose source is a phrase with its words.
#[derive(Serialize, Deserialize)]
pub struct AttributionFacts {
    pub source: Option<(Phrase, Span)>,
    pub cue: Option<Span>,
    pub content: Span,
    pub direct: bool,
}
