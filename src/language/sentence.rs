//! The engine's public face: a sentence is a list of tokens that point at their heads.

use std::sync::Arc;

use crate::read::ReadingText;

use super::labels::{CoarseTag, Dependency, EntityType, FineTag};

/// One sentence: its tokens in order, white space left out.
///
/// The tree is in the tokens: each names its head by index, so that the dependents of a token are those that name it.
///
/// ```
/// use newsgraph::language::{Dependency, Engine};
///
/// let sentences = Engine::load().analyse(&["Rain fell. The mayor opened the bridge."]).remove(0);
/// let second = &sentences[1];
/// let subject = second.tokens.iter().find(|token| token.dep == Dependency::Nsubj).unwrap();
/// assert_eq!((&*subject.text, &*second.tokens[subject.head].lemma), ("mayor", "open"));
/// assert_eq!((subject.begin, subject.end), (15, 20));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sentence {
    /// In the order of the text; never empty in what [`Engine::analyse`](super::Engine::analyse) returns.
    pub tokens: Vec<Token>,
}

/// One token with everything the engine knows of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// The word as it stands in the text.
    pub text: Arc<str>,
    /// The word's dictionary form (spaCy's `lemma_`).
    pub lemma: Arc<str>,
    /// Penn Treebank tag (spaCy's `tag_`).
    pub tag: FineTag,
    /// Universal part of speech (spaCy's `pos_`).
    pub pos: CoarseTag,
    /// Index of the head in the same sentence; a root points at itself.
    pub head: usize,
    /// Dependency label (spaCy's `dep_`, ClearNLP scheme; a root is `ROOT`).
    pub dep: Dependency,
    /// The named entity that the token belongs to (spaCy's `ent_iob_` and `ent_type_`).
    pub entity: EntityTag,
    /// First character, in Unicode characters of the analysed text.
    pub begin: usize,
    /// One past the last character.
    pub end: usize,
}

/// A token's place in a named entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntityTag {
    /// In no entity.
    Outside,
    /// First token of an entity of this type.
    Begin(EntityType),
    /// Any later token of an entity of this type.
    Inside(EntityType),
}

impl EntityTag {
    /// The entity's type; `None` outside of entities.
    pub fn kind(self) -> Option<EntityType> {
        match self {
            Self::Outside => None,
            Self::Begin(kind) | Self::Inside(kind) => Some(kind),
        }
    }

    /// Whether the token belongs to an entity of one of these types.
    pub fn is_any(self, kinds: &[EntityType]) -> bool {
        self.kind().is_some_and(|kind| kinds.contains(&kind))
    }

    /// Whether the token goes on with the entity of the one before.
    pub fn continues(self) -> bool {
        matches!(self, Self::Inside(_))
    }
}

impl Sentence {
    /// First character of the first token, or 0 for an empty sentence.
    pub fn begin(&self) -> usize {
        self.tokens.first().map_or(0, |token| token.begin)
    }

    /// One past the last character of the last token.
    pub fn end(&self) -> usize {
        self.tokens.last().map_or(0, |token| token.end)
    }

    /// The same sentence where it stands in a larger text, of which a passage that begins at `begin` was read. A token reaches
    /// to the next character that was read, so that none that was not tears a word; what was left out after it on purpose
    /// becomes a part of its text.
    pub fn placed(mut self, reading: &ReadingText, begin: usize) -> Self {
        let places = &reading.places;
        let last = places.last().map_or(0, |last| last + 1);
        for token in &mut self.tokens {
            if let Some((_, part)) = reading.left_out.iter().find(|(end, _)| *end == token.end) {
                token.text = format!("{}{part}", token.text).into();
            }
            token.begin = begin + places.get(token.begin).copied().unwrap_or(last);
            token.end = begin + places.get(token.end).copied().unwrap_or(last);
        }
        self
    }
}
