//! What graphs call things, and what users may look for under another name: the terms of `ontology/model/` with their labels and other
//! names (`skos:altLabel`).

use crate::vocabulary as v;

use super::embedded::model_sources;
use super::facts::Facts;
use super::locator::local_name;

/// A term and the words for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Local name of its IRI in newsgraph's own namespace.
    pub name: String,
    /// Its label and its other names.
    pub words: Vec<String>,
}

/// The terms of newsgraph's own, sorted by IRI.
pub fn terms() -> Vec<Term> {
    let mut facts = Facts::default();
    for (name, text) in model_sources() {
        // They are part of the program, and its tests read them.
        let _ = facts.read(name, text);
    }
    let own = facts.subjects().filter(|subject| subject.starts_with(v::NG));
    let term = |subject: &str| Term {
        name: local_name(subject).to_owned(),
        words: facts.sorted_texts(subject, &[v::RDFS_LABEL, v::SKOS_ALT_LABEL]),
    };
    own.map(term).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_says_something_may_be_looked_for_as_its_speaker() {
        let terms = terms();
        let found = terms.iter().find(|term| term.words.iter().any(|word| word == "speaker"));
        assert_eq!(found.map(|term| term.name.as_str()), Some("attributedTo"));
    }
}
