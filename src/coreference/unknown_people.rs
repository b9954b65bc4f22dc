//! Names that nobody knows and that may be people's: the recogniser takes `Zdenek Hruska` for a town, a body or nothing at all. Who
//! says `he` after such a name may mean its bearer, so it stands in the way of everybody else.

use crate::grammar::{Pronoun, is_capitalised};
use crate::language::{Dependency, NounKinds};
use crate::mentions::{Mention, MentionId, MentionKind};

use super::clusters::Clusters;
use super::input::CoreferenceInput;

/// Prepositions after which a name that is taken for a body or a place is one.
const PLACING: [&str; 12] =
    ["in", "at", "near", "from", "outside", "across", "around", "for", "into", "throughout", "inside", "off"];

/// Whether a name that is no known person's may be that of somebody whom the pronoun fits.
pub fn may_be_meant(input: &CoreferenceInput, clusters: &Clusters, id: MentionId, pronoun: Pronoun) -> bool {
    let mention = &input.document.mentions[id];
    let group = clusters.group(id);
    let unknown = mention.kind == MentionKind::Name
        && group.individual.is_none()
        && !group.class.is_some_and(|class| input.lexicon.is_person(class));
    let words: Vec<&str> = mention.text.split(' ').collect();
    let [given, .., last] = words.as_slice() else { return false };
    let gender = input.lexicon.gender_of_name(given);
    let genders = gender.is_none() || pronoun.gender.is_none() || gender == pronoun.gender;
    unknown && genders && words.iter().all(|word| is_of_name(word)) && !names_thing(input, mention, last)
}

/// Whether a name begins with a given name of those whom the pronoun may mean: `Tarrow Ferries` is nobody.
pub fn has_given_name(input: &CoreferenceInput, id: MentionId, pronoun: Pronoun) -> bool {
    let given = input.document.mentions[id].text.split(' ').next().unwrap_or_default();
    pronoun.gender.is_some() && input.lexicon.gender_of_person(given) == pronoun.gender
}

/// Whether a word may stand in a person's name: `Hruska`, `van`, `al-Amin`.
fn is_of_name(word: &str) -> bool {
    const LONGEST_PARTICLE: usize = 3;
    let letters = word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '.' | '\'' | '’'));
    let particle = word.chars().count() <= LONGEST_PARTICLE && !matches!(word, "of" | "and" | "the" | "for");
    letters && (is_capitalised(word) || particle || word.contains('-'))
}

/// Whether the last word or the place in the sentence tells that it is a body or a place.
fn names_thing(input: &CoreferenceInput, mention: &Mention, last: &str) -> bool {
    let (last, words) = (last.to_lowercase(), input.lexicon.words());
    let listed = input.lexicon.word_class(&last).is_some()
        || words.ending_bodies.contains(&last)
        || words.legal_forms.contains(&last);
    let tokens = &input.document.sentence(mention.sentence).tokens;
    let token = &tokens[mention.head];
    let above = &tokens[token.head];
    let placed = token.dep == Dependency::Pobj && PLACING.contains(&&*above.lemma);
    let body = mention.class.is_some_and(|class| input.lexicon.is_body(class));
    let place = mention.class.is_some_and(|class| input.lexicon.is_place(class));
    let noun = || NounKinds::built_in().synset(&last).is_some();
    listed || noun() || (body || place) && placed
}

#[cfg(test)]
mod tests {
    use crate::coreference::sample_chains::{chain_of, chains, together};

    #[test]
    fn the_only_one_who_may_be_a_person_is_meant() {
        for text in [
            "Chioma Ezenwa was convicted of fraud on Monday. She was sentenced to six years.",
            "Tomasz Hruska was charged with arson on Monday. He was sentenced in June.",
        ] {
            let (name, _) = text.split_once(" was").expect("a verb");
            let pronoun = if text.contains("She") { "She" } else { "He" };
            assert!(together(text, name, pronoun), "{text}");
        }
    }

    #[test]
    fn a_place_is_nobody() {
        let text = "Rain fell in New York on Monday. He slept.";
        assert!(!together(text, "New York", "He"));
        let chains = chains(text);
        assert_eq!(chain_of(&chains, text, "New York").label, "New York");
    }
}
