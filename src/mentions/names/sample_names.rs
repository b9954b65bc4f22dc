//! Sentences whose names the tests themselves recognise, so that a rule's test does not hang on a statistical guess.

use std::collections::HashSet;

use crate::grammar::TokenSpan;
use crate::language::{EntityTag, EntityType, Sentence};
use crate::mentions::gazetteer::Gazetteer;
use crate::sample_language::{lexicon, mended, name_of};

use super::context::Context;
use super::span::{NameSpan, Source};

/// A sentence in which the recogniser has found these words, and nothing else.
pub fn recognised(text: &str, names: &[(&str, EntityType)]) -> Sentence {
    let mut sentence = mended(text).remove(0);
    sentence.tokens.iter_mut().for_each(|token| token.entity = EntityTag::Outside);
    for (name, kind) in names {
        let TokenSpan { first, end } = place(&sentence, text, name);
        sentence.tokens[first].entity = EntityTag::Begin(*kind);
        sentence.tokens[first + 1..end].iter_mut().for_each(|token| token.entity = EntityTag::Inside(*kind));
    }
    sentence
}

/// The tokens of these words of an ASCII text.
fn place(sentence: &Sentence, text: &str, words: &str) -> TokenSpan {
    let begin = text.find(words).expect("the words are in the text");
    TokenSpan::of_characters(sentence, begin, begin + words.len()).expect("the words are tokens")
}

/// A name that an earlier witness has claimed.
pub fn claimed(sentence: &Sentence, text: &str, words: &str, source: Source) -> NameSpan {
    NameSpan { span: place(sentence, text, words), class: None, individual: None, source }
}

/// An article that writes these words small and knows no names.
pub fn context<'a>(small: &[&'a str]) -> Context<'a> {
    Context {
        lexicon: lexicon(),
        abroad: Box::leak(Box::default()),
        small: small.iter().copied().collect(),
        known: Gazetteer::default(),
        alone: HashSet::new(),
    }
}

/// The names, each as `words: class`.
pub fn read(sentence: &Sentence, spans: &[NameSpan]) -> Vec<String> {
    let read =
        |name: &NameSpan| format!("{}: {}", name.span.text(sentence), name_of(name.class).unwrap_or("–"));
    spans.iter().map(read).collect()
}
