//! The extractor: all learned patterns, indexed by the word that triggers them, and their use on a sentence.

use std::cell::OnceCell;
use std::collections::HashMap;

use rayon::prelude::*;

use crate::extract::Lexicon;
use crate::extract::learned;
use crate::extract::mention::Number;
use crate::extract::pronoun::{self, PronounKind};
use crate::extract::recogniser::is_time;
use crate::language::{Sentence, Token};
use crate::ontology::{ClassId, Example, Location, Relation, Role};

use super::argument_graph::Link;
use super::learn::{LearningError, is_measure, learn};
use super::matching::{Binding, ParsedSentence, TaughtPrepositions, bindings};
use super::nominalisation::nominal_forms;
use super::pattern::{Category, Content, Pattern};
use super::variants::variants;

/// Everything learned from an ontology's examples.
pub struct Extractor {
    patterns: Vec<Pattern>,
    /// Patterns by the lemma of a token that may be their root, in order.
    by_lemma: HashMap<String, Vec<usize>>,
    /// Patterns whose root is a slot ("Finance Minister Anna Weber"): tried at every noun.
    rootless: Vec<usize>,
    taught_prepositions: TaughtPrepositions,
    /// What counterexamples teach: wordings that state the relation of none of them.
    counter_patterns: Vec<Pattern>,
    /// The relations that are learned from many examples; no patterns are made of these.
    pub model: learned::Model,
    /// Examples that taught nothing, with the reason.
    pub failures: Vec<(Location, LearningError)>,
}

/// An example, read and learned from.
struct Taught {
    location: Location,
    sentences: Vec<Sentence>,
    pattern: Result<Pattern, LearningError>,
}

/// Reads and learns the examples, or the counterexamples, of one relation.
fn learn_all(
    lexicon: &Lexicon<'_>,
    relation: usize,
    examples: &[Example],
    analyse: &(impl Fn(&[&str]) -> Vec<Vec<Sentence>> + Sync),
) -> Vec<Taught> {
    let texts: Vec<&str> = examples.iter().map(|example| example.text.as_str()).collect();
    let read = examples.iter().zip(analyse(&texts)).enumerate();
    read.map(|(index, (example, sentences))| Taught {
        location: example.location.clone(),
        pattern: learn(lexicon, relation, index, example, &sentences),
        sentences,
    })
    .collect()
}

/// A pattern found in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// Index of the pattern in [`Extractor::patterns`].
    pub pattern: usize,
    pub relation: usize,
    /// The token that states the relation.
    pub trigger: usize,
    pub binding: Binding,
}

/// What is known of the class of a token as an argument.
pub type ClassOf<'a> = &'a dyn Fn(usize) -> Option<ClassId>;

impl Extractor {
    /// Learns from all examples; `analyse` is the language engine (one list of sentences a text).
    pub fn learn(lexicon: &Lexicon<'_>, analyse: impl Fn(&[&str]) -> Vec<Vec<Sentence>> + Sync) -> Self {
        Self::remembering(None, lexicon, analyse)
    }

    /// The same where what many examples teach may have been learned before.
    pub fn remembering(
        model: Option<learned::Model>,
        lexicon: &Lexicon<'_>,
        analyse: impl Fn(&[&str]) -> Vec<Vec<Sentence>> + Sync,
    ) -> Self {
        let ontology = lexicon.ontology;
        let mut extractor = Self {
            patterns: Vec::new(),
            by_lemma: HashMap::new(),
            rootless: Vec::new(),
            taught_prepositions: TaughtPrepositions::new(),
            counter_patterns: Vec::new(),
            model: model.unwrap_or_else(|| learned::learn(ontology, &analyse)),
            failures: Vec::new(),
        };
        let learned = learned::learned_relations(ontology);
        let relations = || ontology.relations.par_iter().enumerate();
        let taught: Vec<Vec<Taught>> = relations()
            .filter(|(relation, _)| !learned.contains(relation))
            .map(|(relation, taught)| learn_all(lexicon, relation, &taught.examples, &analyse))
            .collect();
        for Taught { location, pattern, .. } in taught.into_iter().flatten() {
            match pattern {
                Ok(pattern) => extractor.add_with_variants(pattern),
                Err(error) => extractor.failures.push((location, error)),
            }
        }
        extractor.drop_doubles();
        extractor.index();
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

    pub fn patterns(&self) -> &[Pattern] {
        &self.patterns
    }

    /// The patterns whose root this word can be, in order.
    pub(super) fn patterns_at(&self, lemma: &str) -> &[usize] {
        self.by_lemma.get(lemma).map_or(&[], Vec::as_slice)
    }

    pub(super) fn taught_prepositions(&self) -> &TaughtPrepositions {
        &self.taught_prepositions
    }

    fn add_with_variants(&mut self, pattern: Pattern) {
        let others: Vec<Pattern> = variants(&pattern.root)
            .into_iter()
            .map(|root| Pattern { says_little: root.says_little(), root, ..pattern.clone() })
            .collect();
        self.patterns.push(pattern);
        self.patterns.extend(others);
    }

    fn drop_doubles(&mut self) {
        let mut kept: Vec<Pattern> = Vec::with_capacity(self.patterns.len());
        for pattern in self.patterns.drain(..) {
            let same = |other: &&mut Pattern| {
                other.relation == pattern.relation
                    && other.root == pattern.root
                    && other.named == pattern.named
            };
            match kept.iter_mut().find(same) {
                Some(known) => {
                    known.also.push(pattern.example);
                    known.taught.extend(pattern.taught);
                }
                None => kept.push(pattern),
            }
        }
        self.patterns = kept;
    }

    fn index(&mut self) {
        for (index, pattern) in self.patterns.iter().enumerate() {
            match &pattern.root.content {
                Content::Slot { .. } => self.rootless.push(index),
                Content::Word { lemma, category } => {
                    for branch in &pattern.root.branches {
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

    /// A counterexample in other words than any example forbids its own wording ("sent the children to school");
    /// one in the same words forbids the arguments that it shows ("charged ten pounds").
    fn learn_counter(&mut self, lexicon: &Lexicon<'_>, counter: Pattern, sentences: &[Sentence]) {
        let same_words = |pattern: &Pattern| {
            pattern.relation == counter.relation && pattern.root.same_shape(&counter.root)
        };
        if !self.patterns.iter().any(same_words) {
            self.counter_patterns.push(counter);
            return;
        }
        if counter.root.is_attachment() {
            // No word but the arguments is there to be found in a text, and the common nouns among them are what is wrong.
            let nouns = counter.taught.iter().filter(|(role, _)| !counter.named.contains(role));
            let veto: Vec<(Role, String)> = nouns.cloned().collect();
            for pattern in self.patterns.iter_mut().filter(|pattern| {
                pattern.relation == counter.relation && pattern.root.same_shape(&counter.root)
            }) {
                pattern.vetoes.push(veto.clone());
            }
            return;
        }
        for sentence in sentences {
            self.veto(lexicon, counter.relation, sentence);
        }
    }

    /// Forbids the patterns that match a counterexample to take the arguments that it shows.
    fn veto(&mut self, lexicon: &Lexicon<'_>, relation: usize, sentence: &Sentence) {
        let subject = ParsedSentence::new(sentence);
        let class_of = |token| lexicon.noun_class(sentence, token, token).map(|(class, _)| class);
        for found in self.find_all(lexicon, &subject, &class_of) {
            if found.relation != relation {
                continue;
            }
            let nouns = found
                .binding
                .roles
                .iter()
                .filter(|(_, token)| subject.sentence().tokens[*token].pos == "NOUN");
            // An argument that examples have too, or of the right class, is not to blame, unless no other is.
            let pattern = &self.patterns[found.pattern];
            let innocent = |role: &Role, token: usize| {
                let own = (role.clone(), subject.lemma(token).to_owned());
                pattern.taught.contains(&own)
            };
            let others: Vec<&(Role, usize)> =
                nouns.clone().filter(|(role, token)| !innocent(role, *token)).collect();
            let nouns = if others.is_empty() { nouns.collect() } else { others };
            let to_blame = |(role, token): &&(Role, usize)| {
                !is_of_wanted_class(lexicon, &lexicon.ontology.relations[relation], role, class_of(*token))
            };
            let blamed: Vec<&(Role, usize)> = nouns.iter().copied().filter(to_blame).collect();
            let blamed = if blamed.is_empty() { nouns } else { blamed };
            let veto: Vec<(Role, String)> = blamed
                .into_iter()
                .map(|(role, token)| (role.clone(), subject.lemma(*token).to_owned()))
                .collect();
            let vetoes = &mut self.patterns[found.pattern].vetoes;
            if !veto.is_empty() && !vetoes.contains(&veto) {
                vetoes.push(veto);
            }
        }
    }

    /// All relations that the sentence states, each with its fullest reading, in order of trigger and relation.
    pub fn find(
        &self,
        lexicon: &Lexicon<'_>,
        subject: &ParsedSentence<'_>,
        class_of: ClassOf<'_>,
    ) -> Vec<Match> {
        let mut matches = self.find_all(lexicon, subject, class_of);
        matches.retain(|found| !self.is_countered(subject, found));
        keep_fullest(matches)
    }

    /// What [`Self::find`] finds of one relation without what only this one of its examples teaches.
    pub fn find_without(
        &self,
        lexicon: &Lexicon<'_>,
        subject: &ParsedSentence<'_>,
        class_of: ClassOf<'_>,
        (relation, example): (usize, usize),
    ) -> Vec<Match> {
        let mut matches = self.find_all(lexicon, subject, class_of);
        matches.retain(|found| {
            let pattern = &self.patterns[found.pattern];
            let other = pattern.example != example || pattern.also.iter().any(|also| *also != example);
            found.relation == relation && other && !self.is_countered(subject, found)
        });
        keep_fullest(matches)
    }

    /// Whether a counterexample's wording holds the same word with the same arguments, or with these and more.
    fn is_countered(&self, subject: &ParsedSentence<'_>, found: &Match) -> bool {
        self.counter_patterns.iter().filter(|counter| counter.relation == found.relation).any(|counter| {
            (0..subject.graph.len())
                .filter(|&token| token == found.trigger || counter.may_begin_at(subject.lemma(token)))
                .any(|token| {
                    bindings(subject, counter, &self.taught_prepositions, token, &|_, _| true).iter().any(
                        |binding| {
                            (token == found.trigger || binding.words.contains(&found.trigger))
                                && covers(binding, &found.binding)
                        },
                    )
                })
        })
    }

    fn find_all(
        &self,
        lexicon: &Lexicon<'_>,
        subject: &ParsedSentence<'_>,
        class_of: ClassOf<'_>,
    ) -> Vec<Match> {
        let mut matches = Vec::new();
        // Hundreds of patterns ask for the class of one word.
        let classes = vec![OnceCell::new(); subject.graph.len()];
        let class = |token: usize| *classes[token].get_or_init(|| class_of(token));
        for token in 0..subject.graph.len() {
            let by_word = self.patterns_at(subject.lemma(token));
            let by_slot =
                if subject.category(token) == Category::Noun { self.rootless.as_slice() } else { &[] };
            for &index in by_word.iter().chain(by_slot) {
                let pattern = &self.patterns[index];
                let relation = &lexicon.ontology.relations[pattern.relation];
                let strict = pattern.says_little;
                let fits = |role: &Role, token: usize| {
                    let wants_name = pattern.named.contains(role);
                    if wants_name && !is_name(lexicon, subject, token) {
                        return false;
                    }
                    // The place behind "in" may be one that nobody knows.
                    let behind_preposition = role == &Role::Object && subject.tree.dep(token) == "pobj";
                    let strict = strict && !(wants_name && behind_preposition);
                    fits(lexicon, relation, role, class(token), subject.tree.token(token), strict)
                };
                for binding in bindings(subject, pattern, &self.taught_prepositions, token, &fits) {
                    let trigger = binding.words.first().copied().unwrap_or(token);
                    matches.push(Match { pattern: index, relation: pattern.relation, trigger, binding });
                }
            }
        }
        matches
    }
}

/// Whether a token is a name's; a title has capitals, too, but its words are common ones.
fn is_name(lexicon: &Lexicon<'_>, subject: &ParsedSentence<'_>, token: usize) -> bool {
    let is_post = || {
        let noun = lexicon.noun_class(subject.sentence(), token, token);
        noun.is_some_and(|(class, _)| lexicon.is_office(class))
    };
    let word = subject.tree.token(token);
    word.pos == "PROPN" && word.text.contains(char::is_uppercase) && !is_post()
}

/// Whether an argument may stand in this role, as far as its class is known. What has no known class stands where
/// nothing better can be known: a pronoun or a name anywhere, a deed ("murdering a guard") where no named thing is
/// wanted, a common noun where the ontology gives no words by which the wanted class could be told.
pub(super) fn fits(
    lexicon: &Lexicon<'_>,
    relation: &Relation,
    role: &Role,
    class: Option<ClassId>,
    token: &Token,
    strict: bool,
) -> bool {
    let ontology = lexicon.ontology;
    let wanted = match role {
        Role::Qualifier(name) => ontology.essential(name).map(|qualifier| qualifier.range.as_slice()),
        _ => relation.classes_of(role),
    };
    let Some(wanted) = wanted else { return true };
    let only_people = || wanted.iter().all(|&class| lexicon.is_person(class)) && !wanted.is_empty();
    let only_named = || wanted.iter().all(|&class| lexicon.has_named_members(class)) && !wanted.is_empty();
    match pronoun::read(token).map(|pronoun| (pronoun.kind, pronoun.person, pronoun.number)) {
        // Nobody is meant: "you get lost".
        Some((PronounKind::Listener, ..)) => return false,
        Some((PronounKind::Third | PronounKind::Demonstrative, false, Number::Singular)) if only_people() => {
            return false;
        }
        // "How it came to that."
        Some((PronounKind::Demonstrative, ..)) if only_named() => return false,
        _ => {}
    }
    if wanted.is_empty() {
        return token.pos != "ADJ";
    }
    if token.pos == "PROPN" && !strict && lexicon.wants_unknowable(wanted) {
        return true;
    }
    if class.is_none() && is_measure(lexicon, wanted, token) {
        return true;
    }
    // "In July, the council called for a vote": a time acts as little as it undergoes.
    if is_time(token.entity) && class.is_none() {
        return false;
    }
    match class {
        // A name of a wider class may be one of a narrower; a noun that the ontology lists is of its own class only.
        Some(class) if token.pos == "NOUN" && is_listed_below(lexicon, class, wanted) => false,
        Some(class) => ontology.is_any(class, wanted) || (!strict && ontology.includes_any(class, wanted)),
        None if strict => false,
        None => match token.pos {
            "PRON" | "PROPN" => true,
            "VERB" | "AUX" => wanted.iter().any(|&class| !lexicon.has_named_members(class)),
            "ADJ" => false,
            // "Wounding seven": a bare number counts people.
            "NUM" => wanted
                .iter()
                .any(|&wanted| lexicon.person().is_some_and(|person| ontology.is_a(person, wanted))),
            _ => wanted.iter().any(|&class| lexicon.takes_unknown_nouns(class)),
        },
    }
}

/// Whether only classes below the noun's own are wanted, and list nouns of their own: "reporters" are no judges.
fn is_listed_below(lexicon: &Lexicon<'_>, class: ClassId, wanted: &[ClassId]) -> bool {
    let ontology = lexicon.ontology;
    let below = wanted.iter().filter(|&&wanted| ontology.is_a(wanted, class) && wanted != class);
    !ontology.is_any(class, wanted)
        && below.clone().count() > 0
        && below.into_iter().all(|&wanted| !ontology.class(wanted).nouns.is_empty())
}

/// Whether the class is known and one of those that the relation wants in this role.
fn is_of_wanted_class(
    lexicon: &Lexicon<'_>,
    relation: &Relation,
    role: &Role,
    class: Option<ClassId>,
) -> bool {
    let wanted = relation.classes_of(role).unwrap_or_default();
    class.is_some_and(|class| lexicon.ontology.is_any(class, wanted))
}

/// Of several readings at one trigger, those that say more win: "X shot Y" over "Y was shot", and "asked for help
/// from the army" over "asked for help".
fn keep_fullest(matches: Vec<Match>) -> Vec<Match> {
    let mut kept: Vec<Match> = Vec::new();
    for (index, one) in matches.iter().enumerate() {
        let outdone = matches
            .iter()
            .enumerate()
            .any(|(other, more)| other != index && (says_less(one, more) || is_part_of_wording(one, more)));
        let doubled = kept.iter().any(|other| {
            other.relation == one.relation
                && same_arguments(&other.binding, &one.binding)
                && other.trigger == one.trigger
        });
        if !outdone && !doubled {
            kept.push(one.clone());
        }
    }
    kept.sort_by(|a, b| (a.trigger, a.relation, &a.binding).cmp(&(b.trigger, b.relation, &b.binding)));
    kept
}

/// The same relation at the same trigger with more of its roles filled.
fn says_less(less: &Match, more: &Match) -> bool {
    less.relation == more.relation
        && less.trigger == more.trigger
        && less.binding.roles.len() < more.binding.roles.len()
        && less.binding.roles.iter().all(|role| more.binding.roles.contains(role))
}

/// A reading whose words are only a part of another's wording about the same subject ("launched" in "launched legal
/// action against").
fn is_part_of_wording(part: &Match, whole: &Match) -> bool {
    part.relation != whole.relation
        && !part.binding.words.is_empty()
        && part.binding.words.len() < whole.binding.words.len()
        && part.binding.words.iter().all(|word| whole.binding.words.contains(word))
        && part.binding.filler(&Role::Subject) == whole.binding.filler(&Role::Subject)
}

/// Whether the counterexample's reading has all arguments that were found.
fn covers(counter: &Binding, found: &Binding) -> bool {
    [Role::Subject, Role::Object]
        .iter()
        .all(|role| found.filler(role).is_none_or(|token| counter.filler(role) == Some(token)))
}

fn same_arguments(a: &Binding, b: &Binding) -> bool {
    [Role::Subject, Role::Object].iter().all(|role| a.filler(role) == b.filler(role))
}
