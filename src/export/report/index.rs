//! Where things stand in the report: numbers for anchors, and which statements speak of which entity.

use std::collections::BTreeMap;
use std::sync::Arc;

use maud::{Markup, html};

use crate::ontology::Ontology;
use crate::story::{Argument, DocumentRecord, Entity, EntityReference, Statement, Story};
use crate::story::{relation_label, takes_object};
use crate::vocabulary::local_name;

use super::markup::text;

pub struct Index<'a> {
    pub story: &'a Story,
    pub ontology: &'a Ontology,
    /// Entities that any statement or attribution names, by IRI; the values number the anchors.
    entities: BTreeMap<&'a str, usize>,
    statements: BTreeMap<&'a str, usize>,
    documents: BTreeMap<&'a str, usize>,
}

impl<'a> Index<'a> {
    pub fn new(story: &'a Story, ontology: &'a Ontology) -> Index<'a> {
        let entities = story.entities.iter().map(|entity| entity.id.as_ref());
        Index {
            story,
            ontology,
            entities: entities.enumerate().map(|(number, id)| (id, number + 1)).collect(),
            statements: numbered(story.statements.iter().map(|statement| statement.id.as_ref())),
            documents: numbered(story.documents.iter().map(|document| document.id.as_ref())),
        }
    }

    pub fn entity_anchor(&self, id: &str) -> Option<String> {
        self.entities.get(id).map(|number| format!("e{number}"))
    }

    pub fn statement_anchor(&self, id: &str) -> Option<String> {
        self.statements.get(id).map(|number| format!("s{number}"))
    }

    pub fn document_anchor(&self, id: &str) -> Option<String> {
        self.documents.get(id).map(|number| format!("d{number}"))
    }

    /// The number of a statement, as a link to it; it survives on paper.
    pub fn reference(&self, statement: &Statement) -> Markup {
        let number = self.statements.get(&*statement.id);
        html! { @if let Some(number) = number { " " a.number href={ "#s" (number) } { "[" (number) "]" } } }
    }

    /// The article that this one is a copy of.
    pub fn original(&self, document: &DocumentRecord) -> Option<&'a DocumentRecord> {
        let original = self.story.copies.get(&document.id)?;
        let number = self.documents.get(&**original)?;
        self.story.documents.get(number - 1).map(|original| &**original)
    }

    /// The canonical name of what a reference means, linked to its entry.
    pub fn link(&self, reference: &EntityReference) -> Markup {
        match self.entity_anchor(&reference.id) {
            Some(anchor) => html! { a href={ "#" (anchor) } { (text(&reference.label)) } },
            None => text(&reference.label),
        }
    }

    /// A statement in one line, between its subject and its object.
    pub fn in_words(&self, subject: Markup, statement: &Statement, object: Markup) -> Markup {
        html! { (subject) " " span.relation { (text(&self.relation(statement))) } " " (object) }
    }

    pub fn relation(&self, statement: &Statement) -> String {
        relation_label(statement, self.ontology)
    }

    /// The object, linked where it is an entity; dots for one that the sentence does not name.
    pub fn object(&self, statement: &Statement) -> Markup {
        match &statement.object {
            Some(Argument::Entity(entity)) => self.link(entity),
            Some(Argument::Literal(literal)) => text(&literal.value),
            None if takes_object(&statement.relation, self.ontology) => text("…"),
            None => Markup::default(),
        }
    }

    /// Statements by the entities that are their subject or object, in the story's order.
    pub fn statements_by_entity(&self) -> BTreeMap<&'a str, Vec<&'a Statement>> {
        let mut by_entity: BTreeMap<&str, Vec<&Statement>> = BTreeMap::new();
        for statement in &self.story.statements {
            let subject = statement.subject.as_ref().map(|subject| subject.id.as_ref());
            let object = statement.object_entity().map(|object| object.id.as_ref());
            for id in subject.into_iter().chain(object.filter(|&object| subject != Some(object))) {
                by_entity.entry(id).or_default().push(statement);
            }
        }
        by_entity
    }
}

/// Where an IRI occurs twice, its first place counts.
fn numbered<'a>(ids: impl Iterator<Item = &'a str>) -> BTreeMap<&'a str, usize> {
    let mut numbers = BTreeMap::new();
    for (number, id) in ids.enumerate() {
        numbers.entry(id).or_insert(number + 1);
    }
    numbers
}

/// What a reader calls an article: its headline, else its path.
pub fn headline(document: &DocumentRecord) -> &str {
    document.title.as_deref().filter(|headline| !headline.trim().is_empty()).unwrap_or(&document.path)
}

/// Publisher and date, as far as they are known.
pub fn imprint(document: &DocumentRecord) -> String {
    let known: Vec<&str> =
        [&document.publisher, &document.date].into_iter().flatten().map(String::as_str).collect();
    known.join(", ")
}

/// Local names of an entity's classes, or of their IRIs where the ontology does not know them.
pub fn class_names(entity: &Entity, ontology: &Ontology) -> Vec<String> {
    let name = |class: &Arc<str>| match ontology.class_named(class) {
        Some(known) if !ontology.class(known).label.is_empty() => ontology.class(known).label.clone(),
        _ => local_name(class).to_owned(),
    };
    entity.types.iter().map(name).collect()
}
