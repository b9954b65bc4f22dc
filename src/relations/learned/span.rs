//! A span of a sentence that may be an argument, as token indices.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::language::{CoarseTag, Sentence};

/// Tokens `first..end` of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    pub first: usize,
    /// One past the last token; greater than `first`.
    pub end: usize,
}

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
    pub span: Span,
    pub origins: BTreeSet<Origin>,
}

impl Span {
    pub fn new(first: usize, end: usize) -> Self {
        Self { first, end }
    }

    /// The tokens that the characters `begin..end` of the text lie in; `None` where none do.
    pub fn of_characters(sentence: &Sentence, begin: usize, end: usize) -> Option<Self> {
        let first = sentence.tokens.iter().position(|token| token.end > begin)?;
        let last = sentence.tokens.iter().rposition(|token| token.begin < end)?;
        (first <= last).then_some(Self { first, end: last + 1 })
    }

    pub fn tokens(self) -> Range<usize> {
        self.first..self.end
    }

    pub fn contains(self, token: usize) -> bool {
        self.tokens().contains(&token)
    }

    pub fn overlaps(self, other: Self) -> bool {
        self.first < other.end && other.first < self.end
    }

    /// The last token that hangs on a word outside the span.
    pub fn head(self, sentence: &Sentence) -> usize {
        let outside = |token: &usize| {
            let head = sentence.tokens[*token].head;
            head == *token || !self.contains(head)
        };
        let punctuation = |token: &usize| sentence.tokens[*token].pos == CoarseTag::Punct;
        let mut heads = self.tokens().rev().filter(outside);
        heads.clone().find(|token| !punctuation(token)).or_else(|| heads.next()).unwrap_or(self.end - 1)
    }

    /// Whether a word has a capital that is not merely the first of its sentence ("Although", "The").
    pub fn is_name(self, sentence: &Sentence) -> bool {
        let mut words = sentence.tokens[self.tokens()].iter();
        words.any(|token| {
            token.text.starts_with(char::is_uppercase)
                && !matches!(
                    token.pos,
                    CoarseTag::Det
                        | CoarseTag::Pron
                        | CoarseTag::Sconj
                        | CoarseTag::Cconj
                        | CoarseTag::Adp
                        | CoarseTag::Aux
                )
        })
    }

    /// The words in small letters without white space, by which equal values are known.
    pub fn key(self, sentence: &Sentence) -> String {
        sentence.tokens[self.tokens()].iter().map(|token| token.text.to_lowercase()).collect()
    }
}
