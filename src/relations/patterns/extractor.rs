//! The extractor: all learned patterns, indexed by the word that triggers them, and their use on a sentence.

use std::cell::OnceCell;
use std::collections::{BTreeSet, HashMap};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::grammar::{
    Category, Link, ParsedSentence, PronounKind, has_other_owner, nominal_forms, pronoun, stands_for_somebody,
};
use crate::language::{CoarseTag, Dependency, Sentence};
use crate::learned;
use crate::mentions::OntologyIndex;
use crate::ontology::{ClassId, RelationId, Role};

use super::addressees::may_be_misread;
use super::binding::Binding;
use super::fit::{fits, is_measure, is_name};
use super::found::{ClassOf, Match};
use super::learning_error::LearningError;
use super::matching::{TaughtPrepositions, bindings};
use super::overlap::keep_fullest;
use super::paraphrases::Paraphrases;
use super::pattern::{Content, Pattern};
use super::taught_patterns::{Taught, learn_all, with_variants, without_doubles};

/// Everything learned from an ontology's examples.
#[derive(Serialize, Deserialize)]
#[serde(from = "Learned")]
pub struct Extractor {
    pub patterns: Vec<Pattern>,
    /// Patterns by the lemma of a token that may be their root, in order.
    #[serde(skip)]
    by_lemma: HashMap<String, Vec<usize>>,
    /// Patterns whose root is a slot ("Finance Minister Anna Weber"): tried at every noun.
    #[serde(skip)]
    rootless: Vec<usize>,
    #[serde(skip)]
    pub taught_prepositions: TaughtPrepositions,
    /// Pattern → whether its object may as well be somebody who is to act.
    #[serde(skip)]
    may_be_misread: Vec<bool>,
    /// What counterexamples teach: wordings that state the relation of none of them.
    pub counter_patterns: Vec<Pattern>,
    /// The relations that are learned from many examples; no patterns are made of these.
    pub model: learned::Model,
    /// Examples that taught nothing, each by its relation and its place there, with the reason.
    pub failures: Vec<((RelationId, usize), LearningError)>,
}

/// What of an extractor is stored, in the order of its fields; the rest follows from it.
#[derive(Deserialize)]
struct Learned {
    patterns: Vec<Pattern>,
    counter_patterns: Vec<Pattern>,
    model: learned::Model,
    failures: Vec<((RelationId, usize), LearningError)>,
}

impl From<Learned> for Extractor {
    fn from(learned: Learned) -> Self {
        let mut extractor = Self {
            by_lemma: HashMap::new(),
            rootless: Vec::new(),
            taught_prepositions: TaughtPrepositions::new(),
            may_be_misread: may_be_misread(&learned.patterns),
            patterns: learned.patterns,
            counter_patterns: learned.counter_patterns,
            model: learned.model,
            failures: learned.failures,
        };
        extractor.index();
        extractor
    }
}

/// Whether the object is a pronoun like "himself".
fn speaks_of_oneself(sentence: &ParsedSentence<'_>, binding: &Binding) -> bool {
    let read = |token: usize| pronoun::read(sentence.tree.token(token));
    let pronoun = binding.filler(&Role::Object).and_then(read);
    pronoun.is_some_and(|pronoun| pronoun.kind == PronounKind::Reflexive && pronoun.person)
}

impl Extractor {
    /// Learns from all examples; `analyse` is the language engine (one list of sentences a text).
    pub fn learn(
        lexicon: &OntologyIndex<'_>,
        analyse: impl Fn(&[&str]) -> Vec<Vec<Sentence>> + Sync,
    ) -> Self {
        Self::remembering(None, &Paraphrases::default(), lexicon, analyse)
    }

    /// The same where what many examples teach may have been learned before, with other wordings of what the examples say.
    pub fn remembering(
        model: Option<learned::Model>,
        paraphrases: &Paraphrases,
        lexicon: &OntologyIndex<'_>,
        analyse: impl Fn(&[&str]) -> Vec<Vec<Sentence>> + Sync,
    ) -> Self {
        let ontology = lexicon.ontology;
        let model = model.unwrap_or_else(|| learned::learn(ontology, &analyse));
        let learned = learned::learned_relations(ontology);
        let numbers: Vec<RelationId> = ontology.relation_ids().collect();
        let relations = || numbers.par_iter().map(|&relation| (relation, ontology.relation(relation)));
        let taught: Vec<Vec<Taught>> = relations()
            .filter(|(relation, _)| !learned.contains(relation))
            .map(|(relation, taught)| learn_all(lexicon, relation, &taught.examples, &analyse))
            .collect();
        let (mut patterns, mut failures) = (Vec::new(), Vec::new());
        for Taught { relation, example, pattern, .. } in taught.into_iter().flatten() {
            match pattern {
                Ok(pattern) => patterns.push(pattern),
                Err(error) => failures.push(((relation, example), error)),
            }
        }
        patterns.extend(paraphrases.implied(ontology, &patterns));
        let shapes = patterns.into_iter().flat_map(|pattern| with_variants(ontology, pattern));
        let patterns = without_doubles(shapes.collect());
        let mut extractor = Self::from(Learned { patterns, counter_patterns: Vec::new(), model, failures });
        let counters: Vec<Vec<Taught>> = relations()
            .map(|(relation, taught)| learn_all(lexicon, relation, &taught.counterexamples, &analyse))
            .collect();
        for Taught { sentences, pattern, .. } in counters.into_iter().flatten() {
            if let Ok(counter) = pattern {
                extractor.learn_counter(lexicon, counter, &sentences);
            }
        }
        extractor
    }

    /// How many wordings of a relation no example has, but a paraphrase of one.
    pub fn paraphrases_of(&self, relation: RelationId) -> usize {
        let own = |pattern: &&Pattern| pattern.relation == relation && pattern.paraphrase;
        let words = self.patterns.iter().filter(own).map(|pattern| pattern.root.lemmas());
        words.collect::<BTreeSet<_>>().len()
    }

    pub fn patterns(&self) -> &[Pattern] {
        &self.patterns
    }

    /// The patterns whose root this word can be, in order.
    pub fn patterns_at(&self, lemma: &str) -> &[usize] {
        self.by_lemma.get(lemma).map_or(&[], Vec::as_slice)
    }

    fn index(&mut self) {
        for (index, pattern) in self.patterns.iter().enumerate() {
            match &pattern.root.content {
                Content::Slot { lemma: Some(noun), .. } if pattern.names_its_subject() => {
                    self.by_lemma.entry(noun.clone()).or_default().push(index);
                }
                Content::Slot { .. } | Content::Kin { .. } => self.rootless.push(index),
                Content::Word { lemma, category } => {
                    // What another wording has after a word is not how the user's own uses it.
                    let own = pattern.root.branches.iter().filter(|_| !pattern.paraphrase);
                    for branch in own {
                        if let Link::Preposition(name) = &branch.link {
                            self.taught_prepositions.insert((lemma.clone(), name.clone()));
                        }
                    }
                    let mut lemmas = vec![lemma.clone()];
                    if *category == Category::Verb {
                        lemmas.extend(nominal_forms(lemma).into_iter().filter(|form| form != lemma));
                    }
                    for lemma in lemmas {
                        self.by_lemma.entry(lemma).or_default().push(index);
                    }
                }
            }
        }
    }

    /// All relations that the sentence states, each with its fullest reading, in order of trigger and relation.
    pub fn find(
        &self,
        lexicon: &OntologyIndex<'_>,
        sentence: &ParsedSentence<'_>,
        class_of: ClassOf<'_>,
    ) -> Vec<Match> {
        let mut matches = self.find_all(lexicon, sentence, class_of);
        matches.retain(|found| !self.is_countered(sentence, found));
        keep_fullest(lexicon.ontology, matches, is_told_by_amount(lexicon, sentence, class_of))
    }

    /// What [`Self::find`] finds of one relation without what only this one of its examples teaches.
    pub fn find_without(
        &self,
        lexicon: &OntologyIndex<'_>,
        sentence: &ParsedSentence<'_>,
        class_of: ClassOf<'_>,
        (relation, example): (RelationId, usize),
    ) -> Vec<Match> {
        let mut matches = self.find_all(lexicon, sentence, class_of);
        matches.retain(|found| {
            let pattern = &self.patterns[found.pattern];
            let other = pattern.example != example || pattern.also.iter().any(|also| *also != example);
            found.relation == relation && other && !self.is_countered(sentence, found)
        });
        keep_fullest(lexicon.ontology, matches, is_told_by_amount(lexicon, sentence, class_of))
    }

    pub fn find_all(
        &self,
        lexicon: &OntologyIndex<'_>,
        sentence: &ParsedSentence<'_>,
        class_of: ClassOf<'_>,
    ) -> Vec<Match> {
        let mut matches = Vec::new();
        // Hundreds of patterns ask for the class of one word.
        let classes = vec![OnceCell::new(); sentence.graph.len()];
        let class = |token: usize| *classes[token].get_or_init(|| class_of(token));
        for token in 0..sentence.graph.len() {
            let by_word = self.patterns_at(sentence.lemma(token));
            let by_slot =
                if sentence.category(token) == Category::Noun { self.rootless.as_slice() } else { &[] };
            for &index in by_word.iter().chain(by_slot) {
                let pattern = &self.patterns[index];
                let relation = lexicon.ontology.relation(pattern.relation);
                let is_person = |token: usize| class(token).is_some_and(|class| lexicon.is_person(class));
                if pattern.names_its_subject()
                    && !(stands_for_somebody(&sentence.tree, token) && is_person(token))
                {
                    continue;
                }
                let strict = pattern.says_little;
                let fits = |role: &Role, token: usize| {
                    if pattern.of_people && role == &Role::Subject && !is_person(token) {
                        return false;
                    }
                    let wants_name = pattern.named.contains(role);
                    if wants_name && !is_name(lexicon, sentence, token) {
                        return false;
                    }
                    // The place after "in" may be one that nobody knows.
                    let after_preposition =
                        role == &Role::Object && sentence.tree.dep(token) == Dependency::Pobj;
                    // "Morozov's trainer, Emil Roth": the noun tells enough of a name before it.
                    let owns = relation.is_taught() && sentence.tree.dep(token) == Dependency::Poss;
                    let strict = strict && !(wants_name && (after_preposition || owns));
                    fits(lexicon, relation, role, class(token), sentence.tree.token(token), strict)
                };
                let asks_to_act = self.may_be_misread[index]
                    && sentence.graph.edges(token).iter().any(|edge| edge.link == Link::Infinitive);
                let is_of = |wanted, token: usize| {
                    let word = sentence.tree.token(token);
                    class(token).is_some_and(|class| lexicon.ontology.is_a(class, wanted))
                        || word.pos == CoarseTag::Propn && lexicon.may_be_unlisted(&[wanted], word)
                };
                let taught = &self.taught_prepositions;
                for binding in bindings(sentence, pattern, taught, token, &fits, &is_of) {
                    let object = binding.filler(&Role::Object).and_then(class);
                    // "A man from Kelby, who shot himself": no place does.
                    let subject = binding.filler(&Role::Subject);
                    if speaks_of_oneself(sentence, &binding) && !subject.is_some_and(is_person) {
                        continue;
                    }
                    let takes_part = |token| binding.roles.iter().any(|(_, filler)| *filler == token);
                    if has_other_owner(&sentence.tree, &binding.words, takes_part) {
                        continue;
                    }
                    if asks_to_act && object.is_some_and(|class| lexicon.is_agent(class)) {
                        continue;
                    }
                    let trigger = binding.words.first().copied().unwrap_or(token);
                    matches.push(Match { pattern: index, relation: pattern.relation, trigger, binding });
                }
            }
        }
        matches
    }
}

/// Whether what is found has an amount for its object, or what amounts stand for: "sentenced to ten years for theft" tells of both.
fn is_told_by_amount(
    lexicon: &OntologyIndex<'_>,
    sentence: &ParsedSentence<'_>,
    class_of: ClassOf<'_>,
) -> impl Fn(&Match) -> bool {
    let has_measures = |class: ClassId| !lexicon.ontology.class(class).measures.is_empty();
    move |found| {
        let wanted = lexicon.ontology.relation(found.relation).classes_of(&Role::Object).unwrap_or_default();
        found.binding.filler(&Role::Object).is_some_and(|object| {
            is_measure(lexicon, wanted, sentence.tree.token(object))
                || class_of(object).is_some_and(has_measures)
        })
    }
}
