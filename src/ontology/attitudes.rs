//! Which words attribute: the classes of cues that an ontology lists, with what they take as their content.

use std::collections::BTreeSet;

use super::error::Problem;
use super::facts::Facts;
use super::iri;
use super::model::{Attitude, Complement};

/// Every subject that lists cues, sorted by IRI; a complement of an unknown kind is a problem.
pub(super) fn attitudes(facts: &Facts, problems: &mut Vec<Problem>) -> Vec<Attitude> {
    let lemmas = |subject: &str, predicate| -> Vec<String> {
        let lower: BTreeSet<String> =
            facts.texts(subject, predicate).map(|(text, _)| text.to_lowercase()).collect();
        lower.into_iter().collect()
    };
    let mut found = Vec::new();
    for subject in facts.subjects() {
        let attitude = Attitude {
            iri: subject.to_owned(),
            verbs: lemmas(subject, iri::NG_CUE_VERB),
            nouns: lemmas(subject, iri::NG_CUE_NOUN),
            adjectives: lemmas(subject, iri::NG_CUE_ADJECTIVE),
            complements: complements(facts, subject, problems),
        };
        if !(attitude.verbs.is_empty() && attitude.nouns.is_empty() && attitude.adjectives.is_empty()) {
            found.push(attitude);
        }
    }
    found
}

fn complements(facts: &Facts, subject: &str, problems: &mut Vec<Problem>) -> Vec<Complement> {
    let mut found = BTreeSet::new();
    for (text, location) in facts.texts(subject, iri::NG_COMPLEMENT) {
        match text {
            "clause" => found.insert(Complement::Clause),
            "infinitive" => found.insert(Complement::Infinitive),
            "object" => found.insert(Complement::Object),
            "predicate" => found.insert(Complement::Predicate),
            other => {
                problems.push(Problem {
                    location: location.clone(),
                    column: None,
                    message: format!(
                        "no complement is called \u{201c}{other}\u{201d}; take \"clause\", \"infinitive\", \"object\" or \"predicate\""
                    ),
                });
                false
            }
        };
    }
    found.into_iter().collect()
}
