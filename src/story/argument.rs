//! What stands in the places of a statement: entities, and literals where the relation has values. Readers of a
//! statement mostly want one of four things of its object, whichever it is; they are here.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// An entity in the place of an argument, with the words that stand for it there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntityReference {
    /// IRI of the entity.
    pub id: Arc<str>,
    /// Its canonical name.
    pub label: Arc<str>,
    /// Local names of its classes.
    pub types: Vec<Arc<str>>,
    /// The words that stand for it in the sentence.
    pub mention: String,
}

/// What stands in an object's place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Argument {
    /// A person, body, place or thing.
    Entity(EntityReference),
    /// A value.
    Literal(Literal),
}

/// A value, as its datatype writes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Literal {
    /// The value, in the lexical form of its datatype where the words have one.
    pub value: Arc<str>,
    /// IRI of the datatype.
    pub datatype: String,
    /// The words that state it.
    pub mention: String,
}

impl Argument {
    /// The entity, where it is one.
    pub fn entity(&self) -> Option<&EntityReference> {
        match self {
            Self::Entity(entity) => Some(entity),
            Self::Literal(_) => None,
        }
    }

    /// The entity's canonical name, or the literal's value.
    pub fn label(&self) -> &Arc<str> {
        match self {
            Self::Entity(entity) => &entity.label,
            Self::Literal(literal) => &literal.value,
        }
    }

    /// What it is told from others by: the entity's IRI, or the literal's value.
    pub fn key(&self) -> &Arc<str> {
        match self {
            Self::Entity(entity) => &entity.id,
            Self::Literal(literal) => &literal.value,
        }
    }

    /// The words that stand for it in the sentence.
    pub fn mention(&self) -> &str {
        match self {
            Self::Entity(entity) => &entity.mention,
            Self::Literal(literal) => &literal.mention,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entity_goes_by_its_iri_and_a_literal_by_its_value() {
        let entity = Argument::Entity(EntityReference {
            id: "http://a.example/harbour-board".into(),
            label: "Harbour Board".into(),
            types: Vec::new(),
            mention: "the board".to_owned(),
        });
        let literal = Argument::Literal(Literal {
            value: "1200".into(),
            datatype: "http://www.w3.org/2001/XMLSchema#decimal".to_owned(),
            mention: "1,200 tons".to_owned(),
        });
        assert_eq!((&**entity.key(), &**entity.label()), ("http://a.example/harbour-board", "Harbour Board"));
        assert_eq!((entity.mention(), entity.entity().is_some()), ("the board", true));
        assert_eq!((&**literal.key(), &**literal.label()), ("1200", "1200"));
        assert_eq!((literal.mention(), literal.entity()), ("1,200 tons", None));
    }
}
