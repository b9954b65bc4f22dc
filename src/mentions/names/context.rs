//! What an article as a whole says about the names in it.

use std::collections::HashSet;

use crate::grammar::TokenSpan;
use crate::language::Sentence;
use crate::mentions::countries::Abroad;
use crate::mentions::gazetteer::Gazetteer;
use crate::mentions::ontology_index::OntologyIndex;
use crate::ontology::{ClassId, IndividualId};

/// What an article as a whole says about names in it.
pub struct Context<'a> {
    pub lexicon: &'a OntologyIndex<'a>,
    /// Countries that it is not about.
    pub abroad: &'a Abroad,
    /// Words that the article also writes small.
    pub small: HashSet<&'a str>,
    /// Names found in its ordinary sentences, for its headlines, with their classes.
    pub known: Gazetteer<Option<ClassId>>,
    /// Names that stand alone somewhere, without a capitalised word after.
    pub alone: HashSet<String>,
}

impl Context<'_> {
    /// What the ontology knows by the longest label that begins at `first`, and one past its last token; nothing where the name
    /// is another's in this article.
    pub fn known_at(
        &self,
        sentence: &Sentence,
        first: usize,
        any_case: bool,
    ) -> Option<(usize, IndividualId)> {
        let (end, known) = self.lexicon.gazetteer.match_at(sentence, first, any_case)?;
        let individual = self.lexicon.ontology.individual(known);
        let is_anothers = |country: &String| {
            (self.abroad.holds(country) || self.lexicon.countries.is_anothers(sentence, first, country))
                && individual.shares(&TokenSpan::new(first, end).text(sentence))
        };
        (!individual.country.as_ref().is_some_and(is_anothers)).then_some((end, known))
    }

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
