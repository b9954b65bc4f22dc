//! Somebody who is called by where he comes from: `the Latvian won`, `an injured Cuban`. The recogniser takes him for a people, as
//! in `the French`; but an article before the singular tells of one person, who has no name.

use crate::language::{Dependency, EntityTag, EntityType, FineTag, Sentence};

use super::ontology_index::OntologyIndex;

/// Endings of words that mean all of a people after an article, as English has no singular noun in them.
const OF_PEOPLES: [&str; 4] = ["ch", "sh", "ese", "ss"];

/// Whether the word is a country's or a place's in the singular, with an article, and stands for somebody.
pub fn is_national(sentence: &Sentence, word: usize, lexicon: &OntologyIndex<'_>) -> bool {
    let token = &sentence.tokens[word];
    let has_article = || {
        let before = sentence.tokens[..word].iter().rev();
        let mut before =
            before.skip_while(|token| matches!(token.tag, FineTag::Jj | FineTag::Jjs | FineTag::Vbn));
        before.next().is_some_and(|token| token.tag == FineTag::Dt)
    };
    token.entity == EntityTag::Begin(EntityType::Norp)
        && token.tag == FineTag::Nnp
        && !matches!(token.dep, Dependency::Amod | Dependency::Compound | Dependency::Nmod)
        && lexicon.words().demonyms.contains_key(&*token.text)
        && !OF_PEOPLES.iter().any(|ending| token.text.ends_with(ending))
        && has_article()
}

#[cfg(test)]
mod tests {
    use crate::sample_language::{find, mentions, name_of};

    fn class(text: &str, mention: &str) -> Option<&'static str> {
        let (_, found) = mentions(text);
        name_of(find(&found, mention).class)
    }

    #[test]
    fn an_article_before_the_singular_tells_of_somebody() {
        assert_eq!(class("The Latvian wants to win the race.", "The Latvian"), Some("Person"));
        assert_eq!(class("An injured Cuban left the stadium.", "An injured Cuban"), Some("Person"));
    }

    #[test]
    fn all_of_a_people_is_nobody() {
        assert_eq!(class("The French want more money.", "French"), Some("Group"));
    }
}
