//! Titles that hold a preposition, in front of the names of those who bear them.

use crate::grammar::{is_capitalised, lemma};
use crate::language::{Dependency, EntityTag, EntityType, Sentence};
use crate::mentions::ontology_index::Lexicon;

/// `Minister of Health Ana Moreno`: the parser takes the person for what the title's preposition governs; she is whom the
/// whole title stands in front of, like any apposition.
pub fn mend(sentence: &mut Sentence, lexicon: &Lexicon) {
    for index in 2..sentence.tokens.len() {
        let tokens = &sentence.tokens;
        if tokens[index].dep != Dependency::Pobj {
            continue;
        }
        let preposition = tokens[index].head;
        let title = tokens[preposition].head;
        let recognised = (preposition + 1..=index)
            .rev()
            .find(|&first| matches!(tokens[first].entity, EntityTag::Begin(EntityType::Person)));
        // Where nobody recognises the person: a name has two words as a rule, and is no common noun.
        let office = lexicon.names_post(sentence, 0, title);
        let unknown = lexicon.word_class(&lemma(&tokens[index])).is_none();
        let begins = recognised
            .or_else(|| {
                index
                    .checked_sub(1)
                    .filter(|_| office && unknown && !tokens[index].entity.is_any(&[EntityType::Gpe]))
            })
            .filter(|&first| first > preposition + 1);
        let Some(first) = begins else { continue };
        let compound = |token: usize| tokens[token].head == index && tokens[token].tag.is_proper_noun();
        let last_of_title = first - 1;
        let is_title = matches!(&*tokens[preposition].lemma, "of" | "for")
            && (tokens[title].tag.is_proper_noun() || office && is_capitalised(&tokens[title].text))
            && title + 1 == preposition
            && tokens[last_of_title].tag.is_proper_noun()
            && (first..index).all(compound)
            && (last_of_title..=index).contains(&tokens[last_of_title].head);
        if !is_title {
            continue;
        }
        for token in &mut sentence.tokens[preposition + 1..last_of_title] {
            if token.head == index {
                token.head = last_of_title;
            }
        }
        let object = &mut sentence.tokens[last_of_title];
        (object.head, object.dep) = (preposition, Dependency::Pobj);
        let person = &mut sentence.tokens[index];
        (person.head, person.dep) = (title, Dependency::Appos);
    }
}
