//! All candidates learned as examples, and the corpus read with them: what each really finds.

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::grammar::ParsedSentence;
use crate::language::Engine;
use crate::mentions::OntologyIndex;
use crate::ontology::{Location, Ontology, Role};
use crate::relations::{Extractor, Match};

use super::candidate::Candidate;
use super::corpus::{Corpus, CorpusSentence, KnownPair};
use super::wording::PROPOSED;

/// What a candidate finds in the corpus.
#[derive(Debug, Clone, Default)]
pub struct Finds {
    /// What the ontology does not find, in the order of the corpus.
    pub new: Vec<Find>,
    /// Of these, how many join a pair that is known to stand in the relation.
    pub known_pairs: usize,
    /// Of these, how many another relation claims.
    pub claimed: usize,
    /// Of these, how many stand where the candidate was read off; the others are found by what the engine makes of the example.
    pub as_meant: usize,
}

/// A statement that a candidate finds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Find {
    /// Index of the corpus's sentence.
    pub sentence: usize,
    /// Tokens.
    pub subject: Option<usize>,
    pub object: Option<usize>,
}

/// What each candidate finds.
pub fn finds(candidates: &[Candidate], corpus: &Corpus, ontology: &Ontology, engine: &Engine) -> Vec<Finds> {
    let (ontology, numbers) = with_examples(candidates, ontology);
    let lexicon = OntologyIndex::new(&ontology);
    let extractor = Extractor::learn(&lexicon, |texts| engine.analyse(texts));
    let pairs = corpus.known_pairs();
    let read = |(index, sentence): (usize, &CorpusSentence)| -> Vec<(usize, Find)> {
        let parsed = ParsedSentence::new(&sentence.sentence);
        let class_of = |token: usize| sentence.classes[token];
        let mut matches = extractor.find_all(&lexicon, &parsed, &class_of);
        matches.retain(|found| !extractor.is_countered(&parsed, found));
        let finds = matches.iter().flat_map(|found| {
            let pattern = &extractor.patterns()[found.pattern];
            let examples = std::iter::once(pattern.example).chain(pattern.also.iter().copied());
            let numbers = &numbers[pattern.relation.0];
            let find = Find {
                sentence: index,
                subject: found.binding.filler(&Role::Subject),
                object: found.binding.filler(&Role::Object),
            };
            examples.filter_map(|example| numbers.get(example).copied()).map(move |number| (number, find))
        });
        finds.collect()
    };
    let found: BTreeSet<(usize, Find)> =
        corpus.sentences.par_iter().enumerate().map(read).flatten_iter().collect();
    let mut finds = vec![Finds::default(); candidates.len()];
    for (number, find) in found {
        finds[number].count(&candidates[number], find, &corpus.sentences[find.sentence], &pairs);
    }
    finds
}

/// The ontology with the candidates in the place of its examples; for each relation, which candidates its examples are.
fn with_examples(candidates: &[Candidate], ontology: &Ontology) -> (Ontology, Vec<Vec<usize>>) {
    let mut ontology = ontology.clone();
    ontology.relations.iter_mut().for_each(|relation| relation.examples.clear());
    let mut numbers = vec![Vec::new(); ontology.relations.len()];
    for (number, candidate) in candidates.iter().enumerate() {
        let mut example = candidate.example.clone();
        example.location = Location { file: PROPOSED.to_owned(), line: number + 1 };
        ontology.relations[candidate.relation.0].examples.push(example);
        numbers[candidate.relation.0].push(number);
    }
    (ontology, numbers)
}

/// Of what a candidate finds, the share that must stand where it was read off.
const LEAST_AS_MEANT: f64 = 0.2;

impl Finds {
    /// Whether it finds something new, and mostly what it is meant to find: an example that is no English may be read as something
    /// else.
    pub fn are_as_meant(&self) -> bool {
        self.as_meant > 0 && self.as_meant as f64 >= LEAST_AS_MEANT * self.new.len() as f64
    }

    fn count(
        &mut self,
        candidate: &Candidate,
        find: Find,
        sentence: &CorpusSentence,
        pairs: &BTreeSet<KnownPair>,
    ) {
        let role = |found: &Match, role: Role| found.binding.filler(&role);
        let sides = |found: &Match| (role(found, Role::Subject), role(found, Role::Object));
        let own = sentence.found.iter().filter(|found| found.relation == candidate.relation);
        let is_same = |found: &Match| {
            let (subject, object) = sides(found);
            subject == find.subject && (object == find.object || find.object.is_none())
                || object == find.object && find.subject.is_none()
        };
        if own.clone().any(is_same) {
            return;
        }
        let others = sentence.found.iter().filter(|found| found.relation != candidate.relation);
        let claims = |found: &Match| {
            let (subject, object) = sides(found);
            let (one, other) = (find.subject, find.object);
            (subject, object) == (one, other) || (object, subject) == (one, other)
        };
        self.claimed += usize::from(others.clone().any(claims));
        let key = |token: Option<usize>| sentence.keys[token?].clone();
        let pair = key(find.subject).zip(key(find.object));
        let is_known =
            pair.is_some_and(|(subject, object)| pairs.contains(&(candidate.relation, subject, object)));
        self.known_pairs += usize::from(is_known);
        self.as_meant += usize::from(candidate.sentences.contains(&find.sentence));
        self.new.push(find);
    }
}
