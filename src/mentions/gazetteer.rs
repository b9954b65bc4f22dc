//! The gazetteer: labels of the ontology's individuals, found in sentences by longest match.
//!
//! Labels are compared as they stand in the text (tokens joined as they are spaced there), so that no second
//! tokenizer has to agree with the engine's. Letter case counts, because many names are words (`Met`, `Reading`); only in
//! headlines, where capitals mean nothing, it is passed over.

use std::collections::{HashMap, HashSet};

use crate::language::Sentence;
use crate::ontology::Individual;

/// An index over all labels of all individuals.
#[derive(Debug, Default)]
pub struct Gazetteer {
    /// Label → individual. Where two individuals share a label, the first one has it.
    exact: HashMap<String, usize>,
    lower: HashMap<String, usize>,
    /// What labels begin with, up to the first character that is neither letter nor digit.
    beginnings: HashSet<String>,
    /// Characters in the longest label.
    longest: usize,
}

impl Gazetteer {
    pub fn new(individuals: &[Individual]) -> Self {
        let mut gazetteer = Self::default();
        for (index, individual) in individuals.iter().enumerate() {
            for label in std::iter::once(&individual.label).chain(&individual.alternative_labels) {
                gazetteer.insert(label, index);
            }
        }
        gazetteer
    }

    /// Enters one more label; the first individual that brings a label keeps it.
    pub fn insert(&mut self, label: &str, individual: usize) {
        let label = straight(label);
        if label.is_empty() {
            return;
        }
        let lower = label.to_lowercase();
        self.beginnings.insert(beginning(&label).to_owned());
        self.beginnings.insert(beginning(&lower).to_owned());
        self.longest = self.longest.max(label.chars().count());
        self.exact.entry(label).or_insert(individual);
        self.lower.entry(lower).or_insert(individual);
    }

    /// The longest label that begins at token `first`: one past its last token, and the individual.
    pub fn match_at(&self, sentence: &Sentence, first: usize, any_case: bool) -> Option<(usize, usize)> {
        let word = straight(&sentence.tokens[first].text);
        let folded = if any_case { word.to_lowercase() } else { word };
        if !self.beginnings.contains(beginning(&folded)) {
            return None;
        }
        let labels = if any_case { &self.lower } else { &self.exact };
        let mut surface = String::new();
        let mut best = None;
        for end in first + 1..=sentence.tokens.len() {
            let token = &sentence.tokens[end - 1];
            if end > first + 1 && sentence.tokens[end - 2].end < token.begin {
                surface.push(' ');
            }
            surface.push_str(&straight(&token.text));
            if surface.chars().count() > self.longest {
                break;
            }
            let key = if any_case { &surface.to_lowercase() } else { &surface };
            if let Some(&individual) = labels.get(key) {
                best = Some((end, individual));
            }
        }
        best
    }

    /// The individual that has this label; of several words, the case of the common ones may differ (`Met police`).
    pub fn named(&self, label: &str) -> Option<usize> {
        let label = straight(label);
        let folded = || self.lower.get(&label.to_lowercase()).filter(|_| label.contains(' ')).copied();
        self.exact.get(&label).copied().or_else(folded)
    }
}

/// Typographic apostrophes and hyphens made plain.
pub fn straight(text: &str) -> String {
    text.replace(['’', '‘'], "'").replace(['‐', '‑'], "-")
}

fn beginning(label: &str) -> &str {
    let end = label.find(|character: char| !character.is_alphanumeric()).unwrap_or(label.len());
    &label[..end]
}
