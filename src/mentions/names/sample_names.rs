//! Sentences whose names the tests themselves recognise, so that a rule's test does not hang on a statistical guess.

use std::collections::HashSet;

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
        let (first, end) = place(&sentence, text, name);
        sentence.tokens[first].entity = EntityTag::Begin(*kind);
        sentence.tokens[first + 1..end].iter_mut().for_each(|token| token.entity = EntityTag::Inside(*kind));
    }
    sentence
}

/// The tokens of these words of an ASCII text.
fn place(sentence: &Sentence, text: &str, words: &str) -> (usize, usize) {
    let begin = text.find(words).expect("the words are in the text");
    let end = begin + words.len();
    let inside = |index: &usize| begin <= sentence.tokens[*index].begin && sentence.tokens[*index].end <= end;
    let tokens: Vec<usize> = (0..sentence.tokens.len()).filter(inside).collect();
    (tokens[0], tokens[tokens.len() - 1] + 1)
}

/// A name that an earlier witness has claimed.
pub fn claimed(sentence: &Sentence, text: &str, words: &str, source: Source) -> NameSpan {
    let (first, end) = place(sentence, text, words);
    NameSpan { first, end, class: None, individual: None, source }
}

/// An article that writes these words small and knows no names.
pub fn context<'a>(small: &[&'a str]) -> Context<'a> {
    Context {
        lexicon: lexicon(),
        small: small.iter().copied().collect(),
        known: Gazetteer::default(),
        alone: HashSet::new(),
    }
}

/// The names, each as `words: class`.
pub fn read(sentence: &Sentence, spans: &[NameSpan]) -> Vec<String> {
    let words = |span: &NameSpan| crate::grammar::surface(sentence, span.first, span.end);
    spans.iter().map(|span| format!("{}: {}", words(span), name_of(span.class).unwrap_or("–"))).collect()
}
