//! A document: an article on its way through the house, to which every stage adds its layer.
//!
//! The layers are added in order: text and trees, then mentions, then what is extracted, then coreference chains. A
//! layer that is not there yet is `()`, so that a stage says in its signature which layers it needs, and the compiler
//! sees to it that they are there. The types of the layers belong to the stages that make them; none is named here.

use crate::grammar::SentenceId;
use crate::language::Sentence;
use crate::read::Article;

/// An article with its layers: `M` are its mentions, `E` what was extracted from it, `C` its coreference chains.
#[derive(Debug, Clone)]
pub struct Document<'a, M = (), E = (), C = ()> {
    pub article: &'a Article,
    /// The article's text by Unicode characters, which all offsets count.
    pub text: Vec<char>,
    /// The sentences of all passages, in order, with offsets in the text.
    pub sentences: Vec<Sentence>,
    pub mentions: M,
    pub extraction: E,
    pub chains: C,
}

impl<'a> Document<'a> {
    /// An article with its trees; `sentences` finds them in the article's text by characters.
    pub fn new(article: &'a Article, sentences: impl FnOnce(&[char]) -> Vec<Sentence>) -> Self {
        let text: Vec<char> = article.text.chars().collect();
        let sentences = sentences(&text);
        Self { article, text, sentences, mentions: (), extraction: (), chains: () }
    }

    /// The same with its mentions.
    pub fn with_mentions<M>(self, mentions: M) -> Document<'a, M> {
        let Self { article, text, sentences, extraction, chains, .. } = self;
        Document { article, text, sentences, mentions, extraction, chains }
    }
}

impl<'a, M> Document<'a, M> {
    /// The same with what was extracted from it.
    pub fn with_extraction<E>(self, extraction: E) -> Document<'a, M, E> {
        let Self { article, text, sentences, mentions, chains, .. } = self;
        Document { article, text, sentences, mentions, extraction, chains }
    }
}

impl<M, E, C> Document<'_, M, E, C> {
    pub fn sentence(&self, id: SentenceId) -> &Sentence {
        &self.sentences[id.0]
    }
}

impl<'a, M, E> Document<'a, M, E> {
    /// The same with its coreference chains.
    pub fn with_chains<C>(self, chains: C) -> Document<'a, M, E, C> {
        let Self { article, text, sentences, mentions, extraction, .. } = self;
        Document { article, text, sentences, mentions, extraction, chains }
    }
}
