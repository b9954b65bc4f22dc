//! Which constructions a corpus has, and where.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::grammar::ParsedSentence;

use super::construction::{Construction, Instance, instances};
use super::corpus::{Corpus, CorpusSentence};
use super::wording::Forms;

/// Constructions that are looked at, the most frequent first.
const MOST_CONSTRUCTIONS: usize = 8000;

/// The constructions of a corpus with where each stands, and the forms of its words.
pub struct Survey {
    pub places: BTreeMap<Construction, Vec<Place>>,
    pub forms: Forms,
}

/// Where a construction stands; all but the first are tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Index of the corpus's sentence.
    pub sentence: usize,
    pub verb: usize,
    pub front: usize,
    pub back: Option<usize>,
}

impl Survey {
    /// Reads the constructions of all sentences.
    pub fn of(corpus: &Corpus) -> Self {
        let read = |sentence: &CorpusSentence| instances(&ParsedSentence::new(&sentence.sentence));
        let found: Vec<Vec<Instance>> = corpus.sentences.par_iter().map(read).collect();
        let mut survey = Self { places: BTreeMap::new(), forms: Forms::default() };
        for (index, (sentence, instances)) in corpus.sentences.iter().zip(found).enumerate() {
            let parsed = ParsedSentence::new(&sentence.sentence);
            survey.forms.add_verbs(&parsed);
            for instance in instances {
                survey.forms.add_complement(&instance, &parsed.tree);
                let Instance { construction, verb, front, back, .. } = instance;
                let place = Place { sentence: index, verb, front, back };
                survey.places.entry(construction).or_default().push(place);
            }
        }
        survey
    }

    /// The most frequent constructions, with their places.
    pub fn most_frequent(&self) -> Vec<(&Construction, &[Place])> {
        let mut sorted: Vec<(&Construction, &[Place])> =
            self.places.iter().map(|(construction, places)| (construction, places.as_slice())).collect();
        sorted.sort_by_key(|(_, places)| std::cmp::Reverse(places.len()));
        sorted.truncate(MOST_CONSTRUCTIONS);
        sorted
    }
}
