//! Titles that hold a preposition, before the names of those who bear them.

use crate::grammar::{is_capitalised, lemma};
use crate::language::{Dependency, EntityTag, EntityType, Sentence};
use crate::mentions::OntologyIndex;

/// `Minister of Health Ana Moreno`: the parser takes the person for what the title's preposition governs; she is whom the
/// whole title stands before, like any apposition.
pub fn mend(sentence: &mut Sentence, lexicon: &OntologyIndex) {
    for index in 2..sentence.tokens.len() {
        let tokens = &sentence.tokens;
        if tokens[index].dep != Dependency::Pobj {
            continue;
        }
        let preposition = tokens[index].head;
        let office_head = tokens[preposition].head;
        let recognised = (preposition + 1..=index)
            .rev()
            .find(|&first| matches!(tokens[first].entity, EntityTag::Begin(EntityType::Person)));
        // Where nobody recognises the person: a name has two words as a rule, and is no common noun.
        let office = lexicon.names_post(sentence, 0, office_head);
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
        let is_office_phrase = matches!(&*tokens[preposition].lemma, "of" | "for")
            && (tokens[office_head].tag.is_proper_noun()
                || office && is_capitalised(&tokens[office_head].text))
            && office_head + 1 == preposition
            && tokens[last_of_title].tag.is_proper_noun()
            // "Critic of President Oduya": that is her title, not what he is the critic of.
            && !lexicon.names_post(sentence, last_of_title, last_of_title)
            && (first..index).all(compound)
            && (last_of_title..=index).contains(&tokens[last_of_title].head);
        if !is_office_phrase {
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
        (person.head, person.dep) = (office_head, Dependency::Appos);
    }
}
