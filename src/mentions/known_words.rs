//! What the ontology's lists of words say of a word: he or she, a title, a noun for anybody or for one body only.

use std::collections::BTreeSet;

use crate::grammar::Gender;
use crate::language::NounKinds;
use crate::ontology::{PersonWords, Words};

use super::given_names;
use super::ontology_index::OntologyIndex;

/// Whether a word may be nothing but somebody's name, as far as it tells itself: longer than an abbreviation, small after its first
/// letter, and no noun.
pub fn may_be_surname(word: &str) -> bool {
    word.chars().count() > 3
        && word.chars().skip(1).all(char::is_lowercase)
        && NounKinds::built_in().synset(&word.to_lowercase()).is_none()
}

impl OntologyIndex<'_> {
    /// The ontology's lists of words.
    pub fn words(&self) -> &Words {
        &self.ontology.words
    }

    /// He or she, by a given name.
    pub fn gender_of_name(&self, given_name: &str) -> Option<Gender> {
        let name = given_name.to_lowercase();
        self.gender(|words| words.given_names.contains(&name))
    }

    /// He or she, by the given name of somebody who is known to be a person: also one that no list of the ontology has.
    pub fn gender_of_person(&self, given_name: &str) -> Option<Gender> {
        self.gender_of_name(given_name).or_else(|| given_names::gender_of(&given_name.to_lowercase()))
    }

    /// He or she, by a noun in its base form.
    pub fn gender_of_noun(&self, noun: &str) -> Option<Gender> {
        self.gender(|words| words.nouns.contains(noun))
    }

    fn gender(&self, holds: impl Fn(&PersonWords) -> bool) -> Option<Gender> {
        match (holds(&self.words().feminine), holds(&self.words().masculine)) {
            (true, false) => Some(Gender::Feminine),
            (false, true) => Some(Gender::Masculine),
            _ => None,
        }
    }

    /// He or she, by the titles before a name (`Det Supt`, `Dame`); the first list that has one of them decides.
    pub fn gender_of_honorific(&self, titles: &str) -> Option<Gender> {
        let titles: Vec<String> = titles.split(' ').map(bare).collect();
        let any = |list: &BTreeSet<String>| titles.iter().any(|title| list.contains(title));
        if any(&self.words().feminine.honorifics) {
            Some(Gender::Feminine)
        } else if any(&self.words().masculine.honorifics) {
            Some(Gender::Masculine)
        } else {
            None
        }
    }

    /// Whether this word is a title that stands before a name.
    pub fn is_honorific(&self, word: &str) -> bool {
        let (words, word) = (self.words(), bare(word));
        words.feminine.honorifics.contains(&word)
            || words.masculine.honorifics.contains(&word)
            || words.either_gender.contains(&word)
            || words.office_abbreviations.contains_key(&word)
    }

    /// The noun that a title's short form stands for (`Gov.`: `governor`).
    pub fn office_noun(&self, word: &str) -> Option<&str> {
        self.words().office_abbreviations.get(&bare(word)).map(String::as_str)
    }

    /// Whether these are letters that stand after a name.
    pub fn is_post_nominal(&self, word: &str) -> bool {
        self.words().post_nominals.contains(&bare(word))
    }

    /// Whether a word at the end of a name tells a father from a son.
    pub fn is_generation(&self, word: &str) -> bool {
        self.words().generations.contains(&bare(word))
    }

    /// Whether a noun may be said of anybody, whatever the trade.
    pub fn is_said_of_anybody(&self, noun: &str) -> bool {
        self.words().anybody.contains(noun)
    }

    /// Whether a noun may be said of a body whatever its name calls it.
    pub fn is_said_of_any_body(&self, noun: &str) -> bool {
        self.words().any_body.contains(noun)
    }

    /// Whether a noun names a body that readers know without being told which.
    pub fn is_only_one(&self, noun: &str) -> bool {
        self.words().only_one_body.contains(noun)
    }

    /// Whether whoever is called so tells what somebody else has to say (`a lawyer for`, `a spokeswoman for`).
    pub fn speaks_for_others(&self, noun: &str) -> bool {
        self.words().speaking_for_others.contains(noun)
    }

    /// Whether a word makes the name of a place that of another one (`Greater Manchester`, `Northern`).
    pub fn is_part_of_place(&self, word: &str) -> bool {
        let word = word.to_lowercase();
        self.words().parts_of_places.contains(word.strip_suffix("ern").unwrap_or(&word))
    }
}

fn bare(word: &str) -> String {
    word.trim_end_matches('.').to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ontology::Ontology;

    #[test]
    fn a_users_titles_count_beside_the_built_in_ones() {
        let titles = "@prefix ng: <https://w3id.org/newsgraph/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
ng:masculine ng:honorific \"Haji.\" .
ng:titleCommodore skos:prefLabel \"commodore\" ; ng:abbreviation \"Cdre\" .
ng:postNominals ng:word \"FRSA\" .";
        let ontology = Ontology::taught_by(&[("titles.ttl", titles)]).expect("it is sound");
        let lexicon = OntologyIndex::new(&ontology);
        assert!(["Haji", "Cdre.", "Mrs", "Dr."].iter().all(|title| lexicon.is_honorific(title)));
        assert!(!lexicon.is_honorific("Stone") && !lexicon.is_honorific("FRSA"));
        assert!(lexicon.is_post_nominal("FRSA") && lexicon.is_post_nominal("QC"));
        assert_eq!(lexicon.office_noun("Cdre."), Some("commodore"));
        let genders = ["Haji", "Rev Dame", "Dr"].map(|titles| lexicon.gender_of_honorific(titles));
        assert_eq!(genders, [Some(Gender::Masculine), Some(Gender::Feminine), None]);
    }
}
