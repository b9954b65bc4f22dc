//! What resolution yields and the graph is made of: documents, entities, statements and attributions as plain values.
//! `Statement` and `Attribution` serialise to one line of `statements.jsonl` and `attributions.jsonl`; the order
//! of their fields is the order of the keys there, which is a promise to users.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize, Serializer};

use super::argument::{Argument, EntityReference};

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
    /// By IRI of the document: the texts that the offsets count in where newsgraph itself took them out of a page,
    /// for such a text stands in no file that a user could open.
    pub texts: BTreeMap<Arc<str>, String>,
}

/// An article as the graph names it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct DocumentRecord {
    pub id: Arc<str>,
    pub path: String,
    pub url: Option<String>,
    pub title: Option<String>,
    pub publisher: Option<String>,
    pub date: Option<String>,
}

/// A person, body, place or thing of the story, under all the names it was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entity {
    pub id: Arc<str>,
    /// The canonical name.
    pub label: Arc<str>,
    /// Every other name seen, sorted.
    pub alternative_labels: Vec<String>,
    /// IRIs of its classes, the most special first.
    pub types: Vec<Arc<str>>,
    /// Known identifiers elsewhere (`owl:sameAs`).
    pub same_as: Vec<String>,
    pub mentions: Vec<EntityMention>,
}

/// A phrase that was found to mean an entity which other phrases mean, and why.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Merge {
    /// IRI of the document.
    pub document: Arc<str>,
    pub place: Span,
    /// IRI of the entity.
    pub entity: Arc<str>,
    /// In words for the reader.
    pub reason: Arc<str>,
}

/// One place where an entity is named; offsets count characters of the document's text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct EntityMention {
    /// IRI of the document.
    pub document: Arc<str>,
    pub begin: usize,
    pub end: usize,
    pub text: String,
}

/// One sentence's reading: a subject, a relation, an object, and how it is said.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Statement {
    pub id: Arc<str>,
    /// Local name of the relation.
    pub relation: Arc<str>,
    pub relation_iri: Arc<str>,
    pub subject: Option<EntityReference>,
    pub object: Option<Argument>,
    pub polarity: Polarity,
    pub asserted: bool,
    pub attributed_to: Option<EntityReference>,
    pub quantity: Option<Quantity>,
    pub time: Option<TimeExpression>,
    pub place: Option<EntityReference>,
    pub qualifiers: BTreeMap<String, EntityReference>,
    pub document: Arc<DocumentRecord>,
    pub sentence: Span,
    pub trigger: Span,
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

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Polarity {
    Positive,
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
    pub text: String,
    #[serde(serialize_with = "shortest_number")]
    pub min: Option<f64>,
    #[serde(serialize_with = "shortest_number")]
    pub max: Option<f64>,
}

/// Writes a whole number without a decimal point (`300`, not `300.0`), as the file format promises.
fn shortest_number<S: Serializer>(number: &Option<f64>, serializer: S) -> Result<S::Ok, S::Error> {
    const LARGEST_EXACT: f64 = 9_007_199_254_740_992.0;
    match number {
        Some(whole) if whole.fract() == 0.0 && whole.abs() <= LARGEST_EXACT => {
            serializer.serialize_i64(*whole as i64)
        }
        other => other.serialize(serializer),
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeExpression {
    pub text: String,
    /// In the notation of TIMEX3 ([`crate::time::TimeValue`]), where the words or the article's date settle it.
    pub value: Option<String>,
}

/// A span of a document's text; offsets count Unicode characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    pub text: String,
    pub begin: usize,
    pub end: usize,
}

/// Who said what: a source, the cue that introduces it, and the content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attribution {
    pub document: Arc<DocumentRecord>,
    pub source: Option<AttributionSource>,
    pub cue: Option<Span>,
    pub content: Span,
    pub direct: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttributionSource {
    pub id: Arc<str>,
    pub label: Arc<str>,
    pub mention: String,
    pub begin: usize,
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
        ];
        let places: Vec<_> = keys.iter().map(|key| line.find(&format!("\"{key}\":")).unwrap()).collect();
        assert!(places.is_sorted(), "{line}");
        assert!(line.contains(
            "\"attributed_to\":null,\"quantity\":null,\"time\":null,\"place\":null,\"qualifiers\":{}"
        ));
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
