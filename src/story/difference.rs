//! What has come, gone and changed between two stories of the same affair: the articles, the statements, the entities.
//!
//! IRIs are minted from what the articles say, so that what stayed is found again; what is told of it now is held beside what
//! was told before.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::argument::{Argument, EntityReference};
use super::values::{DocumentRecord, Entity, Polarity, Statement, Story};

/// What differs between two stories; every list in the order of its story.
#[derive(Debug, Default, PartialEq)]
pub struct Difference<'a> {
    /// Articles.
    pub documents: Parts<'a, DocumentRecord>,
    /// Statements.
    pub statements: Parts<'a, Statement>,
    /// Entities.
    pub entities: Parts<'a, Entity>,
}

/// What came, what went, and what stayed but is told otherwise.
#[derive(Debug, PartialEq)]
pub struct Parts<'a, T> {
    /// Only in the new story.
    pub came: Vec<&'a T>,
    /// Only in the old one.
    pub went: Vec<&'a T>,
    /// In both.
    pub changed: Vec<Change<'a, T>>,
}

/// One thing of both stories, and each field that differs: its name, what it was and what it is; nothing where it is unknown.
#[derive(Debug, PartialEq)]
pub struct Change<'a, T> {
    /// As it is now.
    pub new: &'a T,
    /// Name, before, now.
    pub fields: Vec<(&'static str, String, String)>,
}

impl<T> Default for Parts<'_, T> {
    fn default() -> Self {
        Self { came: Vec::new(), went: Vec::new(), changed: Vec::new() }
    }
}

impl<T> Parts<'_, T> {
    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        self.came.is_empty() && self.went.is_empty() && self.changed.is_empty()
    }
}

/// What differs between two stories.
///
/// ```
/// use newsgraph::story::{Story, difference};
///
/// assert!(difference(&Story::default(), &Story::default()).statements.is_empty());
/// ```
pub fn difference<'a>(old: &'a Story, new: &'a Story) -> Difference<'a> {
    fn shared(documents: &[Arc<DocumentRecord>]) -> Vec<&DocumentRecord> {
        documents.iter().map(|document| &**document).collect()
    }
    Difference {
        documents: parts(shared(&old.documents), shared(&new.documents), |it| &it.id, document_fields),
        statements: parts(
            old.statements.iter().collect(),
            new.statements.iter().collect(),
            |it| &it.id,
            statement_fields,
        ),
        entities: parts(
            old.entities.iter().collect(),
            new.entities.iter().collect(),
            |it| &it.id,
            entity_fields,
        ),
    }
}

type Field = (&'static str, String);

fn parts<'a, T>(
    old: Vec<&'a T>,
    new: Vec<&'a T>,
    id: impl Fn(&T) -> &str,
    fields: impl Fn(&T) -> Vec<Field>,
) -> Parts<'a, T> {
    let before: BTreeMap<&str, &T> = old.iter().map(|&one| (id(one), one)).collect();
    let now: BTreeMap<&str, &T> = new.iter().map(|&one| (id(one), one)).collect();
    let change = |&one: &&'a T| {
        let was = fields(before.get(id(one))?);
        let pairs = was.into_iter().zip(fields(one)).filter(|(was, is)| was != is);
        let fields: Vec<_> = pairs.map(|((name, was), (_, is))| (name, was, is)).collect();
        (!fields.is_empty()).then_some(Change { new: one, fields })
    };
    Parts {
        changed: new.iter().filter_map(change).collect(),
        came: new.iter().copied().filter(|one| !before.contains_key(id(one))).collect(),
        went: old.iter().copied().filter(|one| !now.contains_key(id(one))).collect(),
    }
}

fn document_fields(document: &DocumentRecord) -> Vec<Field> {
    let or_empty = |text: &Option<String>| text.clone().unwrap_or_default();
    vec![
        ("path", document.path.clone()),
        ("title", or_empty(&document.title)),
        ("publisher", or_empty(&document.publisher)),
        ("date", or_empty(&document.date)),
        ("url", or_empty(&document.url)),
    ]
}

/// All that a statement says, in words; where it stands is part of what it is.
fn statement_fields(statement: &Statement) -> Vec<Field> {
    let name = |reference: &Option<EntityReference>| {
        reference.as_ref().map(|reference| reference.label.to_string()).unwrap_or_default()
    };
    let object = match &statement.object {
        Some(Argument::Entity(entity)) => entity.label.to_string(),
        Some(Argument::Literal(literal)) => literal.value.to_string(),
        None => String::new(),
    };
    let qualifiers = statement.qualifiers.iter().map(|(role, who)| format!("{role} {}", who.label));
    vec![
        ("subject", name(&statement.subject)),
        ("relation", statement.relation.to_string()),
        ("object", object),
        ("polarity", statement.polarity.name().to_owned()),
        ("asserted", statement.asserted.to_string()),
        ("attributed_to", name(&statement.attributed_to)),
        ("quantity", statement.quantity.as_ref().map(|it| it.text.clone()).unwrap_or_default()),
        (
            "time",
            statement.time.as_ref().map(|it| it.value.clone().unwrap_or(it.text.clone())).unwrap_or_default(),
        ),
        ("place", name(&statement.place)),
        ("qualifiers", qualifiers.collect::<Vec<_>>().join(", ")),
        ("confidence", statement.confidence.to_string()),
    ]
}

fn entity_fields(entity: &Entity) -> Vec<Field> {
    vec![
        ("label", entity.label.to_string()),
        ("alternative_labels", entity.alternative_labels.join(" | ")),
        ("types", entity.types.join(" | ")),
        ("same_as", entity.same_as.join(" | ")),
    ]
}

/// A statement in one line: `Ida Lund charged_with fraud`, with how it is said.
pub fn in_one_line(statement: &Statement) -> String {
    let mut words: Vec<String> = Vec::new();
    let fields: BTreeMap<&str, String> = statement_fields(statement).into_iter().collect();
    let or_dash = |name: &str| if fields[name].is_empty() { "–".to_owned() } else { fields[name].clone() };
    words.extend([or_dash("subject"), fields["relation"].clone(), or_dash("object")]);
    if statement.polarity == Polarity::Negative {
        words.push("(denied)".to_owned());
    }
    if !statement.asserted {
        words.push("(not asserted)".to_owned());
    }
    if !fields["attributed_to"].is_empty() {
        words.push(format!("({} says)", fields["attributed_to"]));
    }
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use crate::sample;

    use super::*;

    #[test]
    fn what_came_went_and_changed_is_told_with_its_fields() {
        let old = sample::story();
        let mut new = sample::story();
        let gone = new.statements.remove(0);
        new.statements[0].asserted = !old.statements[1].asserted;
        new.documents.remove(1);
        new.entities[0].label = "Ida Lund-Moe".into();
        let found = difference(&old, &new);
        assert_eq!(found.statements.went, [&gone]);
        assert!(found.statements.came.is_empty() && found.entities.came.is_empty());
        let [was, is] = [&old.statements[1], &new.statements[0]].map(|it| it.asserted.to_string());
        assert_eq!(found.statements.changed[0].fields, [("asserted", was, is)]);
        assert_eq!(found.documents.went, [&*old.documents[1]]);
        assert_eq!(found.entities.changed[0].fields[0].0, "label");
        let back = difference(&new, &old);
        assert_eq!(back.statements.came, [&gone]);
        assert_eq!(back.statements.changed.len(), 1);
    }
}
