//! Words before names that say what somebody is.

use crate::language::Sentence;
use crate::mentions::ontology_index::Lexicon;

/// Whether `first..end` ends in a noun for people or offices, as the words in front of a person's name do. A given name
/// alone (`Dean Cole`) is none.
pub fn ends_in_title(sentence: &Sentence, first: usize, end: usize, lexicon: &Lexicon) -> bool {
    if end == first + 1 && lexicon.gender_of_name(&sentence.tokens[first].text).is_some() {
        return false;
    }
    let class = lexicon.noun_class(sentence, first, end - 1).map(|(class, _)| class);
    class.is_some_and(|class| lexicon.is_person(class) || !lexicon.has_names(class))
}
