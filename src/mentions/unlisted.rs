//! Names that no list has, where a user's relation wants a member of some class: what the recogniser takes them for is a guess,
//! and here is how far the guess counts. Ships, clubs and surnames are met for the first time in nearly every article.

use crate::language::{EntityTag, EntityType, FineTag, Token};
use crate::ontology::ClassId;

use super::class_kinds::UnlistedNames;
use super::known_words::may_be_surname;
use super::ontology_index::OntologyIndex;

/// What the recogniser says of a word that follows another one in the name of a person.
const FULL_NAME: EntityTag = EntityTag::Inside(EntityType::Person);

impl OntologyIndex<'_> {
    /// Whether a class is wanted whose members nothing but the relation makes known (a film, a dam): what the recogniser
    /// takes such a name for says nothing. Where the ontology lists nouns (offences), these are the members.
    pub fn wants_unknowable(&self, wanted: &[ClassId]) -> bool {
        wanted.iter().any(|class| self.kinds[class.0].is_unknowable)
    }

    /// Whether a name that is taken for something of `class` may all the same be the body that a user's relation wants: clubs
    /// and firms bear the names of places, and some look like somebody's. Neither a known name nor a country's word is one; a
    /// single word that is taken for somebody may be one where it does nothing, several where the first is nobody's given name.
    pub fn may_name_body(&self, wanted: &[ClassId], class: ClassId, label: &str, is_object: bool) -> bool {
        let looks_like_somebody = || match label.split_once(' ') {
            None => is_object && self.gender_of_name(label).is_none(),
            Some((first, _)) => self.gender_of_person(first).is_none(),
        };
        wanted.iter().any(|&class| self.is_body(class))
            && (self.is_place(class) || self.is_person(class) && looks_like_somebody())
            && !self.words().countries.contains_key(label)
            && self.gazetteer.named(label).is_none()
    }

    /// Whether a name that only the recogniser takes for something else may be the somebody, or the place, that a user's
    /// relation wants: of one word it knows next to nothing ("Weiss trains her"), and of longer ones little where it sees a work
    /// or a product. What has a noun's capital, or is known, is what it is, and whoever bears a given name is no place.
    pub fn may_be_misjudged(&self, wanted: &[ClassId], class: ClassId, name: &Token) -> bool {
        let Some(guess) = name.entity.kind().filter(|&guess| self.entity_type(guess) == Some(class)) else {
            return false;
        };
        let is_longer = matches!(name.entity, EntityTag::Inside(_));
        let knows_nothing = matches!(
            guess,
            EntityType::Product | EntityType::WorkOfArt | EntityType::Law | EntityType::Language
        );
        let is_known = || {
            let lower = name.text.to_lowercase();
            self.words().countries.contains_key(&*name.text)
                || self.gazetteer.named(&name.text).is_some()
                || self.word_class(&lower).is_some()
                || name.tag == FineTag::Nnps
        };
        let is_place = || {
            let is_nobodys = || self.is_person(class) && self.gender_of_person(&name.text).is_none();
            knows_nothing || self.is_body(class) || is_nobodys()
        };
        let wants = |kind: &dyn Fn(ClassId) -> bool| wanted.iter().any(|&class| kind(class));
        // "Pia Lindholt" is no firm and no town, as far as its words tell: a surname is no word.
        let is_surname = || wants(&|class| self.is_person(class)) && may_be_surname(&name.text);
        (!is_longer || knows_nothing || is_surname())
            && !is_known()
            && (wants(&|class| self.is_person(class)) && !self.is_person(class)
                || wants(&|class| self.is_place(class)) && is_place())
    }

    /// The same of one word of a name, of which nothing else is asked; of "Helen Marsh" that is "Marsh", and the whole name is for
    /// whoever knows it to judge.
    pub fn may_be_body(&self, wanted: &[ClassId], class: ClassId, name: &Token, is_object: bool) -> bool {
        if name.entity == FULL_NAME {
            return self.is_person(class) && wanted.iter().any(|&class| self.is_body(class));
        }
        self.may_name_body(wanted, class, &name.text, is_object)
    }

    /// Whether a word of a name may be that of a member that no list has: "Anna Weber" is a person, but "Tern" may be a boat.
    pub fn may_be_unlisted(&self, wanted: &[ClassId], name: &Token) -> bool {
        match self.unlisted_names(wanted) {
            UnlistedNames::None => false,
            UnlistedNames::OneWord => name.entity != FULL_NAME,
            UnlistedNames::Any => true,
        }
    }

    /// The names that may be a member's of one of these classes though the recogniser takes them for something else.
    pub fn unlisted_names(&self, wanted: &[ClassId]) -> UnlistedNames {
        wanted.iter().map(|class| self.kinds[class.0].unlisted_names).max().unwrap_or_default()
    }
}
