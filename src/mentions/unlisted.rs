//! Names that no list has, where a user's relation wants a member of some class: what the recogniser takes them for is a guess,
//! and here is how far the guess counts. Ships, clubs and surnames are met for the first time in nearly every article.

use crate::language::{EntityTag, EntityType, FineTag, NounKinds, Token};
use crate::ontology::ClassId;

use super::class_kinds::UnlistedNames;
use super::ontology_index::{OntologyIndex, dictionary_form};

/// What the recogniser says of a word that follows another one in the name of a person.
const FULL_NAME: EntityTag = EntityTag::Inside(EntityType::Person);

/// How near a noun must be to one of a class's own (`NounKinds::likeness`): a boat is to a ship, a truck is not.
const NEAR: f32 = 0.75;
/// How near it must be to half of them: a fire is near to an outbreak, but not to what else is a disease.
const NOT_FAR: f32 = 0.5;
/// Letters of a term that no dictionary has; shorter words are missing there for other reasons.
const LONG: usize = 8;

impl OntologyIndex<'_> {
    /// Whether a common noun that no class lists may be one of a user's class of things, in a place where the relation wants one: it
    /// is of nearly the kind that the class's nouns are, or a term that no dictionary has. No user lists all nouns of a field.
    pub fn may_be_unlisted_noun(&self, wanted: &[ClassId], noun: &Token) -> bool {
        let lemma = dictionary_form(noun);
        let kinds = NounKinds::built_in();
        let is_term = noun.tag == FineTag::Nn
            && kinds.synset(&lemma).is_none()
            && noun.text.chars().filter(|letter| letter.is_alphabetic()).count() >= LONG;
        let is_near = |class: ClassId| {
            let class = self.ontology.class(class);
            let own = class.nouns.iter().chain(&class.nouns_like);
            let near: Vec<f32> = own.filter_map(|own| kinds.likeness(&lemma, own)).collect();
            let least = |least: f32| near.iter().filter(|&&likeness| likeness >= least).count();
            least(NEAR) > 0 && 2 * least(NOT_FAR) >= near.len()
        };
        let may_be = |wanted: ClassId| {
            let mut below = self.ontology.class_ids().filter(|&class| self.ontology.is_a(class, wanted));
            self.is_taught_thing(wanted) && (is_term || below.any(is_near))
        };
        wanted.iter().any(|&wanted| may_be(wanted))
    }

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
        let is_surname = || {
            let letters = name.text.chars();
            wants(&|class| self.is_person(class))
                && letters.clone().count() > 3
                && letters.skip(1).all(char::is_lowercase)
                && NounKinds::built_in().synset(&name.text.to_lowercase()).is_none()
        };
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
