//! A name in a sentence: its tokens, and who says that it is one.

use crate::grammar::TokenSpan;
use crate::language::{CoarseTag, Dependency, Sentence, Token};
use crate::ontology::{ClassId, IndividualId};

/// A name's tokens, and what is known of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameSpan {
    pub span: TokenSpan,
    pub class: Option<ClassId>,
    pub individual: Option<IndividualId>,
    pub source: Source,
}

/// Who says that it is a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    Gazetteer,
    /// An abbreviation or what it stands for.
    Abbreviation,
    Recogniser,
    Capitals,
    /// The same name in another sentence of the article.
    Article,
}

impl NameSpan {
    /// The token of the name that the tree hangs on: one that is an argument, else the last one whose head is outside.
    pub fn head(&self, sentence: &Sentence) -> usize {
        let nominal = |index: &usize| {
            matches!(sentence.tokens[*index].pos, CoarseTag::Noun | CoarseTag::Propn | CoarseTag::Num)
        };
        let heads = self.span.heads(sentence);
        let argument = heads.clone().find(|&index| is_argument(&sentence.tokens[index]));
        argument.or(heads.clone().rfind(nominal)).or(heads.last()).unwrap_or(self.span.end - 1)
    }
}

/// Whether a token stands where an argument of a verb or preposition stands.
pub fn is_argument(token: &Token) -> bool {
    matches!(
        token.dep,
        Dependency::Nsubj
            | Dependency::NsubjPass
            | Dependency::Dobj
            | Dependency::Pobj
            | Dependency::Dative
            | Dependency::Attr
            | Dependency::Appos
            | Dependency::Poss
            | Dependency::Agent
    )
}
