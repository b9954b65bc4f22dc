//! What resolution yields and the graph is made of: documents, entities, statements and attributions as plain values.
//! `Statement` and `Attribution` serialise to one line of `statements.jsonl` and `attributions.jsonl`; the order
//! of their fields is the order of the keys there, which is a promise to users.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize, Serializer};

use crate::confidence::Confidence;

use super::argument::{Argument, EntityReference};
use super::detail::Detail;
use super::merge::Merge;
use super::span::Span;
use super::unmet::Unmet;

/// Everything that was learned from a set of articles; all lists are sorted, so that equal inputs give equal bytes.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Story {
    /// Sorted by path.
    pub documents: Vec<Arc<DocumentRecord>>,
    /// Sorted by IRI.
    pub entities: Vec<Entity>,
    /// Sorted by document path, sentence, trigger, relation.
    pub statements: Vec<Statement>,
    /// Sorted by document path and content.
    pub attributions: Vec<Attribution>,
    /// Sorted by document and place.
    pub merges: Vec<Merge>,
    /// By IRI of the statement: why a subject that its sentence leaves out was filled in.
    pub inferences: BTreeMap<Arc<str>, String>,
    /// IRIs of the statements that the user has accepted.
    pub accepted: BTreeSet<Arc<str>>,
    /// The user's decisions that have found nobody and nothing, sorted by line. They stand in no file.
    pub unmet: Vec<Unmet>,
    /// By IRI of the document: the texts that the offsets count in where newsgraph itself took them out of a page,
    /// for such a text stands in no file that a user could open.
    pub texts: BTreeMap<Arc<str>, String>,
    /// Who wrote the articles, where they say so, by the articles' IRIs.
    pub authors: BTreeMap<Arc<str>, String>,
    /// By IRI of the document: the IRI of the first of those documents whose text is nearly the same. They are one witness.
    pub copies: BTreeMap<Arc<str>, Arc<str>>,
    /// How much its graph says.
    pub detail: Detail,
}

impl Story {
    /// How many of all documents are no copies of each other.
    pub fn independent_documents(&self) -> usize {
        self.documents.len() - self.documents.iter().filter(|one| self.copies.contains_key(&one.id)).count()
    }
}

/// An article as the graph names it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct DocumentRecord {
    /// Its IRI.
    pub id: Arc<str>,
    /// Where it was found.
    pub path: String,
    /// Its address on the web.
    pub url: Option<String>,
    /// Its headline.
    pub title: Option<String>,
    /// The outlet.
    pub publisher: Option<String>,
    /// When it was published; in ISO 8601 where that could be recognised.
    pub date: Option<String>,
}

/// A person, body, place or thing of the story, under all the names it was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entity {
    /// Its IRI.
    pub id: Arc<str>,
    /// The canonical name.
    pub label: Arc<str>,
    /// Every other name seen, sorted.
    pub alternative_labels: Vec<String>,
    /// IRIs of its classes, the most special first.
    pub types: Vec<Arc<str>>,
    /// Known identifiers elsewhere (`owl:sameAs`).
    pub same_as: Vec<String>,
    /// Where it is named, in the order of the documents.
    pub mentions: Vec<EntityMention>,
}

/// One place where an entity is named; offsets count characters of the document's text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct EntityMention {
    /// IRI of the document.
    pub document: Arc<str>,
    /// First character.
    pub begin: usize,
    /// One past the last character.
    pub end: usize,
    /// The words.
    pub text: String,
}

/// One sentence's reading: a subject, a relation, an object, and how it is said.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Statement {
    /// Its IRI, minted from what it says and where.
    pub id: Arc<str>,
    /// Local name of the relation.
    pub relation: Arc<str>,
    /// IRI of the relation.
    pub relation_iri: Arc<str>,
    /// Who or what it is said of; `None` where the sentence leaves it unsaid.
    pub subject: Option<EntityReference>,
    /// To whom, or what; `None` where the sentence leaves it unsaid.
    pub object: Option<Argument>,
    /// Whether it is said to be so, or not to be so.
    pub polarity: Polarity,
    /// Whether its source presents it as a fact; not if it is possible, planned, asked for or alleged.
    pub asserted: bool,
    /// Who says so; `None` where the article itself does.
    pub attributed_to: Option<EntityReference>,
    /// How many.
    pub quantity: Option<Quantity>,
    /// When it happened.
    pub time: Option<TimeExpression>,
    /// Where it happened.
    pub place: Option<EntityReference>,
    /// Other parts that the ontology knows, by name.
    pub qualifiers: BTreeMap<String, EntityReference>,
    /// The article.
    pub document: Arc<DocumentRecord>,
    /// The sentence.
    pub sentence: Span,
    /// The word that states the relation.
    pub trigger: Span,
    /// How sure it is; what comes without it was written by hand.
    #[serde(default = "Confidence::full")]
    pub confidence: Confidence,
    /// The marked example of the ontology that taught the wording. Not in `statements.jsonl`, whose keys are a
    /// promise, but in the graph.
    #[serde(skip)]
    pub example: Option<Arc<str>>,
}

impl Statement {
    /// The object, where it is an entity.
    pub fn object_entity(&self) -> Option<&EntityReference> {
        self.object.as_ref().and_then(Argument::entity)
    }

    /// Every entity that the statement refers to: subject, object, source, place and qualifiers.
    pub fn references(&self) -> impl Iterator<Item = &EntityReference> {
        [self.subject.as_ref(), self.object_entity(), self.attributed_to.as_ref(), self.place.as_ref()]
            .into_iter()
            .flatten()
            .chain(self.qualifiers.values())
    }
}

/// Whether a statement is affirmed or denied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Polarity {
    /// It is said to be so.
    Positive,
    /// It is said not to be so.
    Negative,
}

impl Polarity {
    /// The word for it in every file format.
    pub fn name(self) -> &'static str {
        match self {
            Self::Positive => "positive",
            Self::Negative => "negative",
        }
    }
}

/// Number words as they stand, with the bounds they state (`up to 300`: no minimum, maximum 300).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Quantity {
    /// The number words.
    pub text: String,
    /// The least that they state.
    #[serde(serialize_with = "shortest_number")]
    pub min: Option<f64>,
    /// The most that they state.
    #[serde(serialize_with = "shortest_number")]
    pub max: Option<f64>,
}

/// Writes a whole number without a decimal point (`300`, not `300.0`) where people read it, as the file format promises.
fn shortest_number<S: Serializer>(number: &Option<f64>, serializer: S) -> Result<S::Ok, S::Error> {
    const LARGEST_EXACT: f64 = 9_007_199_254_740_992.0;
    match number {
        Some(whole)
            if serializer.is_human_readable() && whole.fract() == 0.0 && whole.abs() <= LARGEST_EXACT =>
        {
            serializer.serialize_i64(*whole as i64)
        }
        other => other.serialize(serializer),
    }
}

/// When something happened, in the words of the article and as a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeExpression {
    /// The words.
    pub text: String,
    /// In the notation of TIMEX3, where the words or the article's date settle it.
    pub value: Option<String>,
}

/// Who said what: a source, the cue that introduces it, and the content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attribution {
    /// The article.
    pub document: Arc<DocumentRecord>,
    /// Who says it; `None` where nobody is named.
    pub source: Option<AttributionSource>,
    /// The words that introduce it.
    pub cue: Option<Span>,
    /// What is said.
    pub content: Span,
    /// Whether all of it stands in quotation marks.
    pub direct: bool,
}

/// Who says something, and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttributionSource {
    /// IRI of the entity.
    pub id: Arc<str>,
    /// Its canonical name.
    pub label: Arc<str>,
    /// The words that name it.
    pub mention: String,
    /// First character of these words.
    pub begin: usize,
    /// One past their last character.
    pub end: usize,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    #[test]
    fn a_statement_is_written_with_every_key_in_the_promised_order() {
        let line = serde_json::to_string(&sample::story().statements[0]).unwrap();
        let keys = [
            "id",
            "relation",
            "relation_iri",
            "subject",
            "object",
            "polarity",
            "asserted",
            "attributed_to",
            "quantity",
            "time",
            "place",
            "qualifiers",
            "document",
            "sentence",
            "trigger",
            "confidence",
        ];
        let places: Vec<_> = keys.iter().map(|key| line.find(&format!("\"{key}\":")).unwrap()).collect();
        assert!(places.is_sorted(), "{line}");
        let unknown = r#""attributed_to":null,"quantity":null,"time":null,"place":null,"qualifiers":{}"#;
        assert!(line.contains(unknown));
        assert!(line.contains("\"polarity\":\"positive\",\"asserted\":true"));
    }

    #[test]
    fn whole_bounds_are_written_without_a_point() {
        let quantity = Quantity { text: "300".to_owned(), min: Some(2.5), max: Some(300.0) };
        assert_eq!(serde_json::to_string(&quantity).unwrap(), r#"{"text":"300","min":2.5,"max":300}"#);
    }
    #[test]
    fn what_was_written_reads_back() {
        let story = sample::story();
        for statement in &story.statements {
            let line = serde_json::to_string(statement).unwrap();
            let again = serde_json::from_str::<Statement>(&line).unwrap();
            assert_eq!(again, Statement { example: None, ..statement.clone() });
        }
        for attribution in &story.attributions {
            let line = serde_json::to_string(attribution).unwrap();
            assert_eq!(&serde_json::from_str::<Attribution>(&line).unwrap(), attribution);
        }
    }
}
