//! What an article as a whole says about the names in it.

use std::collections::HashSet;

use crate::mentions::gazetteer::Gazetteer;
use crate::mentions::ontology_index::OntologyIndex;
use crate::ontology::ClassId;

/// What an article as a whole says about names in it.
pub struct Context<'a> {
    pub lexicon: &'a OntologyIndex<'a>,
    /// Words that the article also writes small.
    pub small: HashSet<&'a str>,
    /// Names found in its ordinary sentences, for its headlines, with their classes.
    pub known: Gazetteer<Option<ClassId>>,
    /// Names that stand alone somewhere, without a capitalised word after.
    pub alone: HashSet<String>,
}

impl Context<'_> {
    /// Remembers a name of the article, and a person's surname.
    pub fn learn(&mut self, name: &str, class: Option<ClassId>) {
        let person = class.is_some_and(|class| self.lexicon.is_person(class));
        // `Jr.` is no surname.
        let words: Vec<&str> = name.split(' ').filter(|word| !self.lexicon.is_generation(word)).collect();
        let surname =
            words.last().map(|word| word.trim_end_matches(',')).filter(|_| person && words.len() > 1);
        for label in std::iter::once(name).chain(surname) {
            self.known.insert(label, class);
        }
    }
}
