//! The gazetteer: labels of what is known by name (the ontology's individuals, or the names of an article), found in
//! sentences by longest match.
//!
//! Labels are compared as they stand in the text (tokens joined as they are spaced there), so that no second
//! tokenizer has to agree with the engine's. Letter case counts, because many names are words (`Met`, `Reading`); only in
//! headlines, where capitals mean nothing, it is passed over.

use std::collections::{HashMap, HashSet};

use crate::language::Sentence;
use crate::ontology::{IndividualId, Ontology};

/// An index over all labels of all that is known; `Id` says what has a label.
#[derive(Debug)]
pub struct Gazetteer<Id> {
    /// Label → whoever has it. Where two share a label, the first one has it.
    exact: HashMap<String, Id>,
    lower: HashMap<String, Id>,
    /// What labels begin with, up to the first character that is neither letter nor digit.
    beginnings: HashSet<String>,
    /// Characters in the longest label.
    longest: usize,
}

impl<Id> Default for Gazetteer<Id> {
    fn default() -> Self {
        Self { exact: HashMap::new(), lower: HashMap::new(), beginnings: HashSet::new(), longest: 0 }
    }
}

impl Gazetteer<IndividualId> {
    /// The labels of an ontology's individuals.
    pub fn of(ontology: &Ontology) -> Self {
        let mut gazetteer = Self::default();
        for id in ontology.individual_ids() {
            let individual = ontology.individual(id);
            for label in std::iter::once(&individual.label).chain(&individual.alternative_labels) {
                gazetteer.insert(label, id);
            }
        }
        gazetteer
    }
}

impl<Id: Copy> Gazetteer<Id> {
    /// Enters one more label; the first one that brings a label keeps it.
    pub fn insert(&mut self, label: &str, id: Id) {
        let label = straight(label);
        if label.is_empty() {
            return;
        }
        let lower = label.to_lowercase();
        self.beginnings.insert(beginning(&label).to_owned());
        self.beginnings.insert(beginning(&lower).to_owned());
        self.longest = self.longest.max(label.chars().count());
        self.exact.entry(label).or_insert(id);
        self.lower.entry(lower).or_insert(id);
    }

    /// The longest label that begins at token `first`: one past its last token, and who has it.
    pub fn match_at(&self, sentence: &Sentence, first: usize, any_case: bool) -> Option<(usize, Id)> {
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
            if let Some(&id) = labels.get(key) {
                best = Some((end, id));
            }
        }
        best
    }

    /// Who has this label; of several words, the case of the common ones may differ (`Met police`).
    pub fn named(&self, label: &str) -> Option<Id> {
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
