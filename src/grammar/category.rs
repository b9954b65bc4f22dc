//! Word classes as patterns tell them apart.

use serde::{Deserialize, Serialize};

use crate::language::{CoarseTag, Token};

/// Part of speech as far as patterns care.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Category {
    Verb,
    Noun,
    Adjective,
    Other,
}

impl Category {
    pub fn of(token: &Token) -> Self {
        match token.pos {
            CoarseTag::Verb | CoarseTag::Aux => Self::Verb,
            CoarseTag::Noun | CoarseTag::Propn | CoarseTag::Num => Self::Noun,
            CoarseTag::Adj => Self::Adjective,
            _ => Self::Other,
        }
    }
}
