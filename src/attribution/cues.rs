//! The words that attribute, looked up in a tree: the ontology's attitudes by lemma.

use std::collections::HashMap;

use crate::grammar::{FactualityWords, Stance, Tree, is_denied_claim, lemma_of};
use crate::language::{CoarseTag, Dependency};
use crate::ontology::{Complement, Ontology};

/// Verbs, nouns and adjectives that attribute, each with what it takes as its content. Keys may hold a second word,
/// the particle or preposition (`point out`, `critical of`).
#[derive(Debug, Default)]
pub struct Cues {
    verbs: HashMap<String, Vec<Complement>>,
    nouns: HashMap<String, Vec<Complement>>,
    adjectives: HashMap<String, Vec<Complement>>,
    words: FactualityWords,
}

/// A word of the tree that attributes.
#[derive(Debug, Default)]
pub struct Cue<'a> {
    complements: &'a [Complement],
    /// The particle that belongs to it.
    pub particle: Option<usize>,
    /// Prepositions after which the content stands.
    pub prepositions: Vec<usize>,
}

impl Cue<'_> {
    pub fn takes(&self, complement: Complement) -> bool {
        self.complements.contains(&complement)
    }
}

impl Cues {
    pub fn new(ontology: &Ontology) -> Self {
        let mut cues = Self { words: ontology.words.factuality.clone(), ..Self::default() };
        for attitude in &ontology.attitudes {
            let lists = [
                (&attitude.verbs, &mut cues.verbs),
                (&attitude.nouns, &mut cues.nouns),
                (&attitude.adjectives, &mut cues.adjectives),
            ];
            for (words, index) in lists {
                for word in words {
                    index.entry(word.clone()).or_default().extend(&attitude.complements);
                }
            }
        }
        cues
    }

    /// What the word says of what it governs.
    pub fn stance(&self, tree: &Tree<'_>, word: usize) -> Option<Stance> {
        self.words.stance(tree, word)
    }

    /// What the word says together with a preposition of what stands after it.
    pub fn stance_before(&self, tree: &Tree<'_>, word: usize, preposition: usize) -> Option<Stance> {
        self.words.stance_with(&lemma_of(tree.token(word)), &lemma_of(tree.token(preposition)))
    }

    /// Whether the sentence says that what a noun claims is false.
    pub fn is_denied(&self, tree: &Tree<'_>, noun: usize) -> bool {
        is_denied_claim(tree, noun, &self.words)
    }

    /// The cue that stands at this token, if any.
    pub fn at(&self, tree: &Tree<'_>, token: usize) -> Option<Cue<'_>> {
        let index = match tree.token(token).pos {
            CoarseTag::Verb => &self.verbs,
            CoarseTag::Noun => &self.nouns,
            CoarseTag::Adj => &self.adjectives,
            _ => return None,
        };
        let lemma = lemma_of(tree.token(token));
        let entry = |lemma: &str| index.get(lemma);
        let with = |child: usize| format!("{lemma} {}", lemma_of(tree.token(child)));
        let children = || tree.children(token).iter().copied().filter(|&child| child > token);
        let particle = children().find(|&child| {
            matches!(tree.dep(child), Dependency::Prt | Dependency::Advmod) && entry(&with(child)).is_some()
        });
        let own = match particle {
            Some(particle) => entry(&with(particle)),
            None => entry(&lemma),
        };
        let is_content =
            |&child: &usize| tree.dep(child) == Dependency::Prep && index.contains_key(&with(child));
        let mut prepositions: Vec<usize> = children().filter(is_content).collect();
        // "Sued the firm and its owner for hiding it": parsers may hang it on the object.
        let alleges = |&child: &usize| self.stance_before(tree, token, child) == Some(Stance::Alleged);
        let objects = (token + 1..tree.sentence.tokens.len())
            .filter(|&noun| tree.dep(tree.first_of_list(noun)) == Dependency::Dobj)
            .filter(|&noun| tree.head(tree.first_of_list(noun)) == Some(token));
        let below = objects.flat_map(|noun| tree.children(noun).iter().copied());
        prepositions.extend(below.filter(|child| is_content(child) && alleges(child)));
        if own.is_none() && prepositions.is_empty() {
            return None;
        }
        Some(Cue { complements: own.map_or(&[], Vec::as_slice), particle, prepositions })
    }
}
