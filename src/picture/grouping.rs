//! Which statements are drawn together: those of the same subject, relation and object make one edge, whoever says
//! them; those that name one entity only make a note on it.

use std::collections::{BTreeMap, BTreeSet};

use crate::ontology::Ontology;
use crate::story::is_symmetric;
use crate::story::{Argument, Statement, Story};

use super::alike::Alike;
use super::drawable::{is_node, is_unresolved, office};
use super::kind::Kind;

/// Statements by what they are drawn as; no group is empty.
pub type Groups<'a> = BTreeMap<Key<'a>, Vec<&'a Statement>>;

/// What groups statements into one edge or note; the order of groups is the order of the picture's edges.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key<'a> {
    Edge {
        subject: &'a str,
        object: &'a str,
        relation: &'a str,
    },
    /// The other argument is an office: who holds it is told in the holder's own box, before all else.
    Office {
        entity: &'a str,
        relation: &'a str,
        text: &'a str,
    },
    /// The other argument is a literal, a clause, or the entity itself.
    Value {
        entity: &'a str,
        relation: &'a str,
        text: String,
    },
    /// The other argument is absent.
    Half {
        entity: &'a str,
        relation: &'a str,
        place: Place,
    },
}

/// The argument that is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    Subject,
    Object,
}

pub fn group<'a>(story: &'a Story, ontology: &Ontology, alike: &Alike<'a>) -> Groups<'a> {
    let mut groups: Groups = BTreeMap::new();
    for statement in &story.statements {
        if let Some(key) = key(statement, ontology, alike) {
            groups.entry(key).or_default().push(statement);
        }
    }
    drop_half_said(&mut groups, ontology);
    groups
}

/// What a statement is drawn as; `None` if it names no entity.
fn key<'a>(statement: &'a Statement, ontology: &Ontology, alike: &Alike<'a>) -> Option<Key<'a>> {
    let relation = statement.relation.as_ref();
    let subject = statement.subject.as_ref().filter(|subject| is_node(subject));
    if let Some(office) = office(statement, ontology) {
        // "He resigned as chairman": without a holder there is nobody to draw it at.
        let holder = alike.drawn(subject?);
        return Some(Key::Office { entity: holder, relation, text: &office.label });
    }
    let told = |object: &&Argument| !object.entity().is_some_and(is_unresolved);
    match (subject, statement.object.as_ref().filter(told)) {
        (Some(subject), Some(Argument::Entity(object))) if subject.id != object.id && is_node(object) => {
            let (mut subject, mut object) = (alike.drawn(subject), alike.drawn(object));
            if is_symmetric(statement, ontology) && object < subject {
                (subject, object) = (object, subject);
            }
            Some(Key::Edge { subject, object, relation })
        }
        (Some(subject), Some(object)) => {
            Some(Key::Value { entity: alike.drawn(subject), relation, text: object.label().to_string() })
        }
        (Some(subject), None) => {
            Some(Key::Half { entity: alike.drawn(subject), relation, place: Place::Subject })
        }
        (None, Some(Argument::Entity(object))) if is_node(object) => {
            Some(Key::Half { entity: alike.drawn(object), relation, place: Place::Object })
        }
        (None, Some(_) | None) => None,
    }
}

/// Takes out statements with an absent argument where others of the same kind name it: "charged with …" says
/// nothing beside "charged with fraud".
fn drop_half_said(groups: &mut Groups, ontology: &Ontology) {
    let mut said = BTreeSet::new();
    for (key, statements) in groups.iter() {
        let kind = Kind::of(statements, ontology);
        match *key {
            Key::Edge { subject, object, relation } => {
                said.insert((subject, relation, Place::Subject, kind));
                said.insert((object, relation, Place::Object, kind));
            }
            Key::Office { entity, relation, .. } | Key::Value { entity, relation, .. } => {
                said.insert((entity, relation, Place::Subject, kind));
            }
            Key::Half { .. } => {}
        }
    }
    groups.retain(|key, statements| match *key {
        Key::Half { entity, relation, place } => {
            !said.contains(&(entity, relation, place, Kind::of(statements, ontology)))
        }
        Key::Edge { .. } | Key::Office { .. } | Key::Value { .. } => true,
    });
}
