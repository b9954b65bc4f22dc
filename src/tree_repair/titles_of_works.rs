//! Titles with an article, taken for people: `she directed The Salt Clerk`. Nobody's name begins with a capital `The` inside a
//! sentence, so what the recogniser takes for somebody there is a thing.

use crate::grammar::{Casing, is_capitalised};
use crate::language::{EntityTag, EntityType, Sentence};

/// Mends a sentence.
pub fn mend(sentence: &mut Sentence) {
    if Casing::of_words(sentence.tokens.iter().map(|token| &*token.text)) != Casing::Ordinary {
        return;
    }
    for the in 1..sentence.tokens.len().saturating_sub(1) {
        if begins_title(sentence, the) {
            retype(sentence, the);
        }
    }
}

/// `The` with a capital inside a sentence, as the first word of what is taken for somebody or right before it.
fn begins_title(sentence: &Sentence, the: usize) -> bool {
    let [before, article, next] = &sentence.tokens[the - 1..=the + 1] else { return false };
    let is_within = before.text.chars().any(char::is_alphanumeric) || &*before.text == ",";
    let is_somebody = |tag: EntityTag| tag.kind() == Some(EntityType::Person);
    &*article.text == "The"
        && is_within
        && is_capitalised(&next.text)
        && is_somebody(next.entity)
        && (is_somebody(article.entity) || matches!(next.entity, EntityTag::Begin(_)))
}

fn retype(sentence: &mut Sentence, the: usize) {
    sentence.tokens[the].entity = EntityTag::Begin(EntityType::WorkOfArt);
    for token in &mut sentence.tokens[the + 1..] {
        if token.entity.kind() != Some(EntityType::Person) {
            break;
        }
        token.entity = EntityTag::Inside(EntityType::WorkOfArt);
    }
}

#[cfg(test)]
mod tests {
    use crate::language::{EntityTag, EntityType};
    use crate::sample_language::{parse, token};

    use super::mend;

    /// What becomes of a word that the recogniser takes for the end of somebody's name of three words.
    fn kind(text: &str, word: &str) -> Option<EntityType> {
        let mut sentence = parse(text).remove(0);
        let last = token(&sentence, word);
        for index in last - 2..=last {
            sentence.tokens[index].entity = EntityTag::Inside(EntityType::Person);
        }
        sentence.tokens[last - 2].entity = EntityTag::Begin(EntityType::Person);
        mend(&mut sentence);
        sentence.tokens[last].entity.kind()
    }

    #[test]
    fn a_capital_article_inside_a_sentence_begins_a_title() {
        assert_eq!(kind("Ana Ruiz directed The Salt Clerk last year.", "Clerk"), Some(EntityType::WorkOfArt));
        assert_eq!(kind("The Salt Clerk was directed by Ana Ruiz.", "Clerk"), Some(EntityType::Person));
    }
}
