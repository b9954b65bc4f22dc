//! Words before names that say what somebody is.

use crate::language::Sentence;
use crate::mentions::ontology_index::OntologyIndex;

/// Whether `first..end` ends in a noun for people or offices, as the words before a person's name do. A given name
/// alone (`Dean Cole`) is none.
pub fn ends_in_office(sentence: &Sentence, first: usize, end: usize, lexicon: &OntologyIndex) -> bool {
    if end == first + 1 && lexicon.gender_of_name(&sentence.tokens[first].text).is_some() {
        return false;
    }
    let class = lexicon.noun_class(sentence, first, end - 1).map(|(class, _)| class);
    class.is_some_and(|class| lexicon.is_person(class) || !lexicon.has_names(class))
}
