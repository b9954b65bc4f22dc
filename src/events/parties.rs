//! Whom a statement is about, so that two statements can be compared: who has a name is known by the entity, who has none by
//! the description, for "the pilots" of two articles are two entities and may well be the same pilots.

use crate::grammar::stands_alone_for_nothing;
use crate::story::{Argument, EntityReference, Statement};

/// What stands in an argument's place, as it is compared.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Party {
    /// Nothing: the sentence leaves it out.
    Unsaid,
    /// Somebody or something with a name, by IRI, and values.
    Known(String),
    /// Who is only described, in lower case.
    Described(String),
}

impl Party {
    /// Of an entity.
    pub fn of(entity: &EntityReference) -> Self {
        if is_name(entity) {
            Self::Known(entity.id.to_string())
        } else {
            Self::Described(entity.label.to_lowercase())
        }
    }

    /// Whether both may be the same: equal, or one is left out.
    pub fn may_be(&self, other: &Self) -> bool {
        self == other || matches!((self, other), (Self::Unsaid, _) | (_, Self::Unsaid))
    }
}

/// Subject and object; sorted where the relation is symmetric.
pub fn parties(statement: &Statement, symmetric: bool) -> [Party; 2] {
    let subject = statement.subject.as_ref().map_or(Party::Unsaid, Party::of);
    let object = match &statement.object {
        None => Party::Unsaid,
        Some(Argument::Entity(entity)) => Party::of(entity),
        Some(Argument::Literal(literal)) => Party::Known(literal.value.to_string()),
    };
    let mut both = [subject, object];
    if symmetric {
        both.sort();
    }
    both
}

/// Whether an entity has a name, as its label shows: the noun that bears it has a capital. "The Kalmar harbour board" and "head of the
/// Safety Office" have names in them and are descriptions.
pub fn is_name(entity: &EntityReference) -> bool {
    let phrase = [" of ", " for ", " in "]
        .iter()
        .fold(&*entity.label, |phrase, preposition| phrase.split(preposition).next().unwrap_or(phrase));
    let head = phrase.split_whitespace().next_back().unwrap_or_default();
    head.chars().any(char::is_uppercase) && !stands_alone_for_nothing(&entity.label.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn names_are_known_by_iri_and_descriptions_by_their_words() {
        let statement = &sample::story().statements[0];
        let [subject, object] = parties(statement, false);
        assert_eq!(subject, Party::Known(statement.subject.as_ref().unwrap().id.to_string()));
        assert_eq!(object, Party::Described("negligence".to_owned()));
        assert!(subject.may_be(&Party::Unsaid) && !subject.may_be(&object));
        assert_eq!(parties(statement, true), [subject, object]);
    }

    #[test]
    fn a_name_has_its_capital_in_the_noun_itself() {
        let labelled = |label: &str| EntityReference {
            id: label.into(),
            label: label.into(),
            types: Vec::new(),
            mention: String::new(),
        };
        for name in ["Ida Lund", "Bank of Kalmar", "Kalmar Lines", "al-Nour"] {
            assert!(is_name(&labelled(name)), "{name}");
        }
        for description in ["We", "the pilots", "Kalmar harbour board", "head of the Safety Office"] {
            assert!(!is_name(&labelled(description)), "{description}");
        }
    }
}
