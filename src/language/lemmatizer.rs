//! The rule lemmatizer: exceptions, a word index and suffix rules by part of speech (spaCy's `lemmatizer.py`; the
//! tables descend from WordNet's Morphy).

use std::collections::HashMap;

use super::labels::CoarseTag;
use super::lexicon::LexicalTables;
use crate::weights::{Strings, Weights, label};

/// The tables of each part of speech that has some.
#[derive(Debug)]
pub struct Lemmatizer {
    tables: HashMap<CoarseTag, Tables>,
}

#[derive(Debug)]
struct Tables {
    /// Words that are lemmas, sorted.
    index: Strings,
    /// Irregular forms, sorted, and beside each its lemmas, one a line.
    exceptions: Strings,
    forms: Strings,
    /// Endings and what stands in their place.
    rules: Vec<(&'static str, &'static str)>,
}

impl Lemmatizer {
    /// The rules and tables of the model file's sections `lemmatizer.…`.
    pub fn load(weights: &Weights) -> Self {
        let tables = weights.strings("lemmatizer.parts").iter().map(|part| {
            let strings = |kind: &str| weights.strings(&format!("lemmatizer.{part}.{kind}"));
            let rules: Vec<_> = strings("rules").iter().collect();
            let tables = Tables {
                index: strings("index"),
                exceptions: strings("exceptions"),
                forms: strings("forms"),
                rules: rules.as_chunks().0.iter().map(|&[old, new]| (old, new)).collect(),
            };
            (label(&part.to_uppercase(), "lemmatizer.parts"), tables)
        });
        Self { tables: tables.collect() }
    }

    /// The lemma of a word with this part of speech and these morphological features.
    pub fn lemma(&self, word: &str, pos: CoarseTag, morph: &str, lexical: &LexicalTables) -> String {
        if pos == CoarseTag::Space || is_base_form(pos, morph) {
            return word.to_lowercase();
        }
        match self.tables.get(&pos) {
            Some(tables) => tables.lemma(word, lexical),
            None if pos == CoarseTag::Propn => word.to_owned(),
            None => word.to_lowercase(),
        }
    }

    /// Whether the dictionary has a word, or a word of which this is a regular or irregular form, whatever its part of
    /// speech. `word` is in small letters.
    pub fn knows(&self, word: &str) -> bool {
        self.tables.values().any(|tables| tables.knows(word))
    }

    /// The base form of a word in small letters as this part of speech; `None` where the dictionary has no such word.
    pub fn base_form(&self, word: &str, pos: CoarseTag, lexical: &LexicalTables) -> Option<String> {
        let tables = self.tables.get(&pos).filter(|tables| tables.knows(word))?;
        Some(if tables.index.find(word).is_some() { word.to_owned() } else { tables.lemma(word, lexical) })
    }
}

impl Tables {
    fn knows(&self, word: &str) -> bool {
        let is_form = |(old, new): &(&str, &str)| {
            word.strip_suffix(old).is_some_and(|stem| self.index.find(&format!("{stem}{new}")).is_some())
        };
        self.index.find(word).is_some()
            || self.exceptions.find(word).is_some()
            || self.rules.iter().any(is_form)
    }

    fn lemma(&self, word: &str, lexical: &LexicalTables) -> String {
        let lower = word.to_lowercase();
        let mut forms = Vec::new();
        let mut unlisted = None;
        for (old, new) in &self.rules {
            let Some(stem) = lower.strip_suffix(old) else { continue };
            let form = format!("{stem}{new}");
            if self.index.find(&form).is_some() {
                forms.insert(0, form);
            } else if !lexical.is_alphabetic(&form) && !form.is_empty() {
                forms.push(form);
            } else if !form.is_empty() {
                unlisted.get_or_insert(form);
            }
        }
        if let Some(exception) = self.exceptions.find(&lower) {
            for form in self.forms.get(exception).lines() {
                if !forms.iter().any(|other| other == form) {
                    forms.insert(0, form.to_owned());
                }
            }
        }
        forms.into_iter().next().or(unlisted).unwrap_or_else(|| word.to_owned())
    }
}

/// Whether the features say that the word is no inflected form (spaCy's English `is_base_form`).
fn is_base_form(pos: CoarseTag, morph: &str) -> bool {
    let feature = |name: &str| {
        morph
            .split('|')
            .filter_map(|pair| pair.split_once('='))
            .find(|(key, _)| *key == name)
            .map(|(_, value)| value)
    };
    match pos {
        CoarseTag::Noun if feature("Number") == Some("Sing") => true,
        CoarseTag::Verb
            if feature("VerbForm") == Some("Fin")
                && feature("Tense") == Some("Pres")
                && feature("Number").is_none() =>
        {
            true
        }
        _ => matches!(feature("VerbForm"), Some("Inf" | "None")) || feature("Degree") == Some("Pos"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::built_in;

    #[test]
    fn lemmas_follow_spacy() {
        let weights = built_in::weights();
        let lexical = LexicalTables::load(&weights);
        let lemmatizer = Lemmatizer::load(&weights);
        let lemma = |word, pos, morph| lemmatizer.lemma(word, pos, morph, &lexical);
        assert_eq!(lemma("Officers", CoarseTag::Noun, "Number=Plur"), "officer");
        assert_eq!(lemma("went", CoarseTag::Verb, "Tense=Past|VerbForm=Fin"), "go");
        assert_eq!(lemma("charged", CoarseTag::Verb, "Tense=Past|VerbForm=Fin"), "charge");
        assert_eq!(lemma("Paris", CoarseTag::Propn, "Number=Sing"), "Paris");
        assert_eq!(lemma("“", CoarseTag::Punct, ""), "\"");
        assert_eq!(lemma("Boss", CoarseTag::Noun, "Number=Sing"), "boss");
        assert!(["boss", "bosses", "went", "angrier"].iter().all(|word| lemmatizer.knows(word)));
        assert!(["braverman", "xylq", ""].iter().all(|word| !lemmatizer.knows(word)));
    }
}
