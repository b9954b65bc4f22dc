//! The common nouns of a corpus by their classes, to stand in examples that are made up.

use std::collections::BTreeMap;

use crate::grammar::lemma_of;
use crate::language::{CoarseTag, EntityTag};
use crate::ontology::{ClassId, Ontology};

use super::construction::is_plain;
use super::corpus::{Corpus, CorpusSentence};

/// The plain nouns of a corpus, each with its class, the most frequent first.
pub struct PlainNouns<'a> {
    corpus: &'a Corpus,
    ontology: &'a Ontology,
    all: Vec<(String, ClassId)>,
}

impl<'a> PlainNouns<'a> {
    pub fn of(corpus: &'a Corpus, ontology: &'a Ontology) -> Self {
        let tokens = corpus.sentences.iter().flat_map(|sentence| {
            (0..sentence.sentence.tokens.len()).map(move |token| plain_noun(sentence, token))
        });
        Self { corpus, ontology, all: by_frequency(tokens.flatten()) }
    }

    /// At least so many of a class with their article, if it has them: first those at these places, each a sentence and a token, then others of the
    /// corpus, then what the class itself is called.
    pub fn of_class(
        &self,
        count: usize,
        class: ClassId,
        places: impl Iterator<Item = (usize, usize)>,
    ) -> Vec<String> {
        let here = places.filter_map(|(sentence, token)| plain_noun(&self.corpus.sentences[sentence], token));
        let all = by_frequency(here).into_iter().chain(self.all.iter().cloned());
        let mut nouns: Vec<String> = Vec::new();
        for (noun, _) in all.filter(|(_, own)| self.ontology.is_a(*own, class)) {
            let noun = format!("the {noun}");
            if nouns.len() < count && !nouns.contains(&noun) {
                nouns.push(noun);
            }
        }
        let class = self.ontology.class(class);
        let listed = class.nouns.iter().filter(|noun| is_plain(noun)).map(String::as_str);
        let label = class.label.to_lowercase();
        nouns.extend(
            std::iter::once(label.as_str()).chain(listed).take(count).map(|noun| format!("the {noun}")),
        );
        nouns
    }
}

/// The noun at this token, if it is a plain one of a known class.
fn plain_noun(sentence: &CorpusSentence, token: usize) -> Option<(String, ClassId)> {
    let word = &sentence.sentence.tokens[token];
    let lemma = lemma_of(word);
    let plain = word.pos == CoarseTag::Noun && word.entity == EntityTag::Outside && is_plain(&lemma);
    sentence.classes[token].filter(|_| plain).map(|class| (lemma, class))
}

fn by_frequency(nouns: impl Iterator<Item = (String, ClassId)>) -> Vec<(String, ClassId)> {
    let mut counts: BTreeMap<(String, ClassId), usize> = BTreeMap::new();
    nouns.for_each(|noun| *counts.entry(noun).or_default() += 1);
    let mut sorted: Vec<_> = counts.into_iter().collect();
    sorted.sort_by(|(a, many), (b, more)| more.cmp(many).then_with(|| a.cmp(b)));
    sorted.into_iter().map(|(noun, _)| noun).collect()
}
