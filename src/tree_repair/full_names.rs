//! People whom the recogniser takes for bodies or places: of names that it has never met it knows only how they are written
//! (`Hana Novak withdrew`). A given name before a word that is no word of English is somebody's full name.

use crate::grammar::is_capitalised;
use crate::language::{Dependency, EntityTag, EntityType, FineTag, NounKinds, Sentence};
use crate::mentions::{OntologyIndex, may_be_surname};

/// Mends a sentence.
pub fn mend(sentence: &mut Sentence, lexicon: &OntologyIndex) {
    for given in 0..sentence.tokens.len().saturating_sub(1) {
        if is_full_name(sentence, given, lexicon) {
            sentence.tokens[given].entity = EntityTag::Begin(EntityType::Person);
            sentence.tokens[given + 1].entity = EntityTag::Inside(EntityType::Person);
        }
    }
}

/// Whether a name of two words that is taken for a body or a place is somebody's: it begins with a given name, and ends
/// neither in a noun (`Madison Square`) nor in what only firms have (`Amara Inc`), and stands where no place stands.
fn is_full_name(sentence: &Sentence, first: usize, lexicon: &OntologyIndex) -> bool {
    let [given, surname] = [first, first + 1].map(|index| &sentence.tokens[index]);
    let ((EntityTag::Begin(guess), EntityTag::Inside(_)) | (EntityTag::Outside, EntityTag::Begin(guess))) =
        (given.entity, surname.entity)
    else {
        return false;
    };
    let ends = sentence.tokens.get(first + 2).is_none_or(|next| !next.entity.continues());
    let is_word = |text: &str| {
        let lower = text.to_lowercase();
        NounKinds::built_in().synset(&lower).is_some() || lexicon.word_class(&lower).is_some()
    };
    let is_known = |text: &str| {
        lexicon.words().countries.contains_key(text)
            || lexicon.gazetteer.named(text).is_some()
            || is_word(text)
    };
    let is_place = matches!(guess, EntityType::Gpe | EntityType::Loc | EntityType::Fac);
    // "A throw by Hana Niemi."
    let stands_as_place =
        || surname.dep == Dependency::Pobj && !sentence.tokens[surname.head].text.eq_ignore_ascii_case("by");
    let has_article = first > 0 && sentence.tokens[first - 1].tag == FineTag::Dt;
    let whole = format!("{} {}", given.text, surname.text);
    let is_thing =
        matches!(guess, EntityType::Org | EntityType::Norp | EntityType::Product | EntityType::WorkOfArt);
    (is_thing || is_place)
        && ends
        && [given, surname].iter().all(|token| token.tag == FineTag::Nnp)
        && is_capitalised(&given.text)
        && lexicon.gender_of_person(&given.text).is_some()
        && !is_known(&given.text)
        && is_capitalised(&surname.text)
        && may_be_surname(&surname.text)
        && !is_known(&surname.text)
        && lexicon.gazetteer.named(&whole).is_none()
        && !has_article
        && !(is_place && stands_as_place())
}

#[cfg(test)]
mod tests {
    use crate::language::{EntityTag, EntityType, Sentence};
    use crate::sample_language::{lexicon, parse, token};

    use super::mend;

    /// What becomes of a name of two words that the recogniser takes for something of a kind.
    fn mended_as(text: &str, name: [&str; 2], kind: EntityType) -> Option<EntityType> {
        let mut sentence: Sentence = parse(text).remove(0);
        let first = token(&sentence, name[0]);
        sentence.tokens[first].entity = EntityTag::Begin(kind);
        sentence.tokens[first + 1].entity = EntityTag::Inside(kind);
        mend(&mut sentence, lexicon());
        sentence.tokens[token(&sentence, name[1])].entity.kind()
    }

    #[test]
    fn a_given_name_before_no_word_of_english_is_somebodys() {
        let novak = mended_as("Hana Novak withdrew on Monday.", ["Hana", "Novak"], EntityType::Org);
        assert_eq!(novak, Some(EntityType::Person));
        let niemi = mended_as("A throw by Hana Niemi won.", ["Hana", "Niemi"], EntityType::Gpe);
        assert_eq!(niemi, Some(EntityType::Person));
    }

    #[test]
    fn places_and_firms_may_begin_with_a_given_name() {
        let firm = mended_as("Amara Logistics sued the port.", ["Amara", "Logistics"], EntityType::Org);
        assert_eq!(firm, Some(EntityType::Org));
        let place = mended_as("He lives in Clarence Ibo.", ["Clarence", "Ibo"], EntityType::Gpe);
        assert_eq!(place, Some(EntityType::Gpe));
    }
}
