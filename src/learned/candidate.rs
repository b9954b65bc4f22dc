//! A span of a sentence that may be an argument, and how it was found.

use std::collections::BTreeSet;

use crate::grammar::TokenSpan;

/// How a candidate was found; a span may be found in several ways, and each says something of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    Entity,
    EntityWithoutArticle,
    Chunk,
    ChunkWithoutDeterminer,
    ChunkWithoutTail,
    NominalRun,
    CapitalRun,
    Quotation,
    SentenceStart,
    Date,
    Number,
    Known,
    Pronoun,
}

impl Origin {
    pub fn name(self) -> &'static str {
        match self {
            Self::Entity => "entity",
            Self::EntityWithoutArticle => "entity-bare",
            Self::Chunk => "chunk",
            Self::ChunkWithoutDeterminer => "chunk-bare",
            Self::ChunkWithoutTail => "chunk-short",
            Self::NominalRun => "nominal",
            Self::CapitalRun => "capital",
            Self::Quotation => "quotation",
            Self::SentenceStart => "start",
            Self::Date => "date",
            Self::Number => "number",
            Self::Known => "known",
            Self::Pronoun => "pronoun",
        }
    }
}

/// A span that may be an argument, with all ways it was found in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    pub span: TokenSpan,
    pub origins: BTreeSet<Origin>,
}
