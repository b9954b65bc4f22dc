//! Words that tell how others are meant: which words attribute, with what they take as their content, and what a
//! governing word says of what it governs.

use std::collections::{BTreeMap, BTreeSet};

use crate::grammar::Stance;
use crate::vocabulary as v;

use super::attitude::{Attitude, Complement};
use super::error::Problem;
use super::facts::Facts;
use super::known_values::known;

const COMPLEMENTS: [(&str, Complement); 4] = [
    ("clause", Complement::Clause),
    ("infinitive", Complement::Infinitive),
    ("object", Complement::Object),
    ("predicate", Complement::Predicate),
];

const STANCES: [(&str, Stance); 7] = [
    ("report", Stance::Report),
    ("alleged", Stance::Alleged),
    ("denial", Stance::Denial),
    ("presupposed", Stance::Presupposed),
    ("implied", Stance::Implied),
    ("averted", Stance::Averted),
    ("open", Stance::Open),
];

/// Every subject that lists cues, sorted by IRI; a complement of an unknown kind is a problem.
pub(super) fn attitudes(facts: &Facts, problems: &mut Vec<Problem>) -> Vec<Attitude> {
    let mut found = Vec::new();
    for subject in facts.subjects() {
        let attitude = Attitude {
            iri: subject.to_owned(),
            verbs: lemmas(facts, subject, v::NG_CUE_VERB),
            nouns: lemmas(facts, subject, v::NG_CUE_NOUN),
            adjectives: lemmas(facts, subject, v::NG_CUE_ADJECTIVE),
            complements: known(facts, subject, v::NG_COMPLEMENT, &COMPLEMENTS, problems),
        };
        if !(attitude.verbs.is_empty() && attitude.nouns.is_empty() && attitude.adjectives.is_empty()) {
            found.push(attitude);
        }
    }
    found
}

/// The stance of every governor; of several, the one that its subject's IRI puts first.
pub(super) fn stances(facts: &Facts, problems: &mut Vec<Problem>) -> BTreeMap<String, Stance> {
    let mut found = BTreeMap::new();
    for subject in facts.subjects() {
        for stance in known(facts, subject, v::NG_STANCE, &STANCES, problems) {
            for lemma in lemmas(facts, subject, v::NG_GOVERNOR) {
                found.entry(lemma).or_insert(stance);
            }
        }
    }
    found
}

/// The texts under `predicate`, lower case, sorted, each once.
fn lemmas(facts: &Facts, subject: &str, predicate: &'static str) -> Vec<String> {
    let lower: BTreeSet<String> =
        facts.texts(subject, predicate).map(|(text, _)| text.to_lowercase()).collect();
    lower.into_iter().collect()
}
