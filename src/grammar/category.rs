//! Word classes as patterns tell them apart.

use crate::language::Token;

/// Part of speech as far as patterns care.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Category {
    Verb,
    Noun,
    Adjective,
    Other,
}

impl Category {
    pub fn of(token: &Token) -> Self {
        match token.pos {
            "VERB" | "AUX" => Self::Verb,
            "NOUN" | "PROPN" | "NUM" => Self::Noun,
            "ADJ" => Self::Adjective,
            _ => Self::Other,
        }
    }
}
