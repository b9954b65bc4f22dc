//! What the ontology says about words, indexed once for many articles: which common nouns and which types of the name
//! recogniser mean which class, and which names are known.

use std::collections::HashMap;
use std::hash::Hash;

use crate::grammar::lemma;
use crate::language::{CoarseTag, EntityType, NounKinds, Sentence, Synset, Token};
use crate::ontology::{ClassId, IndividualId, Ontology};

use super::class_kinds::{BODY, Kind, OFFICE, PERSON};
use super::countries::Countries;
use super::gazetteer::Gazetteer;

/// Index of an ontology by words.
#[derive(Debug)]
pub struct OntologyIndex<'a> {
    pub ontology: &'a Ontology,
    pub gazetteer: Gazetteer<IndividualId>,
    pub countries: Countries,
    nouns: HashMap<String, ClassId>,
    /// What a noun that no class lists is a kind of.
    kinds_of_nouns: HashMap<Synset, ClassId>,
    /// Whether a class of the user's names such kinds.
    has_taught_kinds: bool,
    /// Words in the longest noun.
    longest_noun: usize,
    entity_types: HashMap<EntityType, ClassId>,
    /// Class → what mentions of it are, looked up for every mention.
    pub(super) kinds: Vec<Kind>,
    office: Option<ClassId>,
}

impl<'a> OntologyIndex<'a> {
    pub fn new(ontology: &'a Ontology) -> Self {
        let mut nouns = HashMap::new();
        let mut kinds_of_nouns = HashMap::new();
        let mut entity_types = HashMap::new();
        for id in ontology.class_ids() {
            let class = ontology.class(id);
            for noun in &class.nouns {
                prefer_special(ontology, &mut nouns, noun_key(noun), id);
            }
            for synset in class.nouns_like.iter().filter_map(|noun| NounKinds::built_in().synset(noun)) {
                prefer_special(ontology, &mut kinds_of_nouns, synset, id);
            }
            for &entity_type in &class.entity_types {
                prefer_special(ontology, &mut entity_types, entity_type, id);
            }
        }
        let longest_noun = nouns.keys().map(|noun: &String| noun.split(' ').count()).max().unwrap_or(0);
        let gazetteer = Gazetteer::of(ontology);
        let kinds = Kind::of_all(ontology, &entity_types);
        Self {
            ontology,
            gazetteer,
            countries: Countries::of(ontology),
            nouns,
            has_taught_kinds: kinds_of_nouns.values().any(|&class| ontology.class(class).is_taught()),
            kinds_of_nouns,
            longest_noun,
            entity_types,
            kinds,
            office: ontology.class_named(OFFICE),
        }
    }

    /// The class of people, if the ontology has one.
    pub fn person(&self) -> Option<ClassId> {
        self.entity_type(PERSON)
    }

    /// The class of bodies, if the ontology has one.
    pub fn body(&self) -> Option<ClassId> {
        self.entity_type(BODY)
    }

    pub fn entity_type(&self, entity_type: EntityType) -> Option<ClassId> {
        self.entity_types.get(&entity_type).copied()
    }

    /// Whether the recogniser can know things of this class by name (people, bodies, places: not offices or offences).
    pub fn has_names(&self, class: ClassId) -> bool {
        self.kinds[class.0].has_names
    }

    /// Whether members of the class, or of one below or above it, have names that the recogniser knows.
    pub fn has_named_members(&self, class: ClassId) -> bool {
        self.kinds[class.0].has_named_members
    }

    /// Whether a common noun that no class lists may stand for a member of this class: where the class (or one below
    /// it) lists `*`, or where neither it nor one below it lists anything by which members could be told.
    pub fn takes_unknown_nouns(&self, class: ClassId) -> bool {
        self.kinds[class.0].takes_unknown_nouns
    }

    /// Whether the class is the user's, not one of newsgraph's own vocabulary.
    pub fn is_taught(&self, class: ClassId) -> bool {
        self.ontology.class(class).is_taught()
    }

    /// Whether the class is one of the user's for things: nobody's and no post.
    pub fn is_taught_thing(&self, class: ClassId) -> bool {
        self.is_taught(class) && !self.is_person(class) && !self.is_office(class)
    }

    pub fn is_person(&self, class: ClassId) -> bool {
        self.kinds[class.0].person
    }

    /// Whether things of this class are bodies: what the recogniser calls `ORG`.
    pub fn is_body(&self, class: ClassId) -> bool {
        self.kinds[class.0].body
    }

    /// Whether things of this class act: people and bodies, and what the ontology makes one with them.
    pub fn is_agent(&self, class: ClassId) -> bool {
        let types = [PERSON, BODY, EntityType::Norp].into_iter().filter_map(|kind| self.entity_type(kind));
        types.into_iter().any(|agent| self.ontology.is_a(class, agent))
    }

    /// Whether members of this class are people together who are no body.
    pub fn is_group(&self, class: ClassId) -> bool {
        self.entity_type(EntityType::Norp).is_some_and(|group| self.ontology.is_a(class, group))
    }

    /// Whether things of this class are places: what the recogniser calls `GPE`, `LOC` or `FAC`.
    pub fn is_place(&self, class: ClassId) -> bool {
        let types = [EntityType::Gpe, EntityType::Loc, EntityType::Fac]
            .into_iter()
            .filter_map(|kind| self.entity_type(kind));
        types.into_iter().any(|place| self.ontology.is_a(class, place))
    }

    /// Whether things of this class are told by what they are called, not by a name of their own: offences, posts.
    pub fn is_concept(&self, class: ClassId) -> bool {
        !self.has_names(class) || self.is_office(class)
    }

    /// The class of posts, if the ontology has it.
    pub fn office(&self) -> Option<ClassId> {
        self.office
    }

    pub fn is_office(&self, class: ClassId) -> bool {
        self.kinds[class.0].office
    }

    /// The class of an individual: the first that the ontology gives.
    pub fn individual_class(&self, individual: IndividualId) -> Option<ClassId> {
        self.ontology.individual(individual).classes.first().copied()
    }

    /// The class of the noun phrase `first..=head` by its longest final noun (`anonymity order` before `order`),
    /// and where that noun begins.
    pub fn noun_class(&self, sentence: &Sentence, first: usize, head: usize) -> Option<(ClassId, usize)> {
        let from = first.max((head + 1).saturating_sub(self.longest_noun));
        let listed = (from..=head).find_map(|start| {
            let words = &sentence.tokens[start..=head];
            Some((self.compound_class(words)?, start))
        });
        // "Ex-president" speaks of nobody's ex.
        let is_half = sentence.tokens.get(head + 1).is_some_and(|next| &*next.text == "-");
        let of_kind = || self.class_of_kind(&sentence.tokens[head]).filter(|_| !is_half);
        match listed {
            None => Some((of_kind()?, head)),
            // A user's kind of things goes before newsgraph's own list of them.
            Some((class, start)) if self.has_taught_kinds && !self.is_taught(class) => {
                let taught =
                    of_kind().filter(|&kind| self.is_taught(kind) && !self.ontology.is_a(class, kind));
                Some((taught.unwrap_or(class), start))
            }
            listed => listed,
        }
    }

    /// The class of a noun that no class lists, by what it is a kind of: the nearest that a class of the user's names, else
    /// one of newsgraph's own.
    fn class_of_kind(&self, noun: &Token) -> Option<ClassId> {
        if self.kinds_of_nouns.is_empty() || noun.pos != CoarseTag::Noun {
            return None;
        }
        let noun = dictionary_form(noun);
        let classes = || NounKinds::built_in().from(&noun).filter_map(|kind| self.kinds_of_nouns.get(&kind));
        let taught = || classes().find(|&&class| self.is_taught(class));
        let nearest = if self.has_taught_kinds { taught() } else { None };
        nearest.or_else(|| classes().next()).copied()
    }

    /// Whether the noun phrase `first..=head` ends in the words of a post.
    pub fn names_post(&self, sentence: &Sentence, first: usize, head: usize) -> bool {
        self.noun_class(sentence, first, head).is_some_and(|(class, _)| self.is_office(class))
    }

    /// The class of several words: in their base forms, or as they stand but for the last (`superintending engineer`), or
    /// with it (`rabies` is no plural).
    fn compound_class(&self, words: &[Token]) -> Option<ClassId> {
        let lemmas: Vec<String> = words.iter().map(lemma).collect();
        self.word_class(&lemmas.join(" ")).or_else(|| {
            let mut texts: Vec<String> = words.iter().map(|word| word.text.to_lowercase()).collect();
            // Most words stand in their base form, and have just been looked up.
            if texts == lemmas {
                return None;
            }
            let as_they_stand = texts.join(" ");
            texts.pop();
            texts.extend(lemmas.last().cloned());
            self.word_class(&texts.join(" ")).or_else(|| self.word_class(&as_they_stand))
        })
    }

    /// The class of the phrase `first..end` around `head`, also by a noun that goes on after the head (`court of appeal`).
    pub fn phrase_class(
        &self,
        sentence: &Sentence,
        first: usize,
        head: usize,
        end: usize,
    ) -> Option<ClassId> {
        // Without more words after the head, all is said by its nouns.
        let starts = if end > head + 1 { first..=head } else { head + 1..=head };
        let whole = starts.into_iter().find_map(|start| {
            let words: Vec<String> = sentence.tokens[start..end].iter().map(lemma).collect();
            self.word_class(&words.join(" "))
        });
        whole.or_else(|| self.noun_class(sentence, first, head).map(|(class, _)| class))
    }

    /// The class of a single word or of several, in their base form.
    pub fn word_class(&self, words: &str) -> Option<ClassId> {
        self.nouns.get(words).copied()
    }
}

/// Enters a word under a class; where two classes claim it, the more special one has it, else the user's one before
/// newsgraph's own (a film archive's "film" is no mere thing), else the first.
/// A noun as WordNet has it: in its base form, or as it stands (`rabies` is no plural).
pub fn dictionary_form(noun: &Token) -> String {
    let base = lemma(noun);
    if NounKinds::built_in().synset(&base).is_some() { base } else { noun.text.to_lowercase() }
}

fn prefer_special<K: Eq + Hash>(
    ontology: &Ontology,
    index: &mut HashMap<K, ClassId>,
    key: K,
    class: ClassId,
) {
    let holder = index.entry(key).or_insert(class);
    let is_taught = |class: ClassId| ontology.class(class).is_taught();
    let taught = !is_taught(*holder) && is_taught(class) && !ontology.is_a(*holder, class);
    if ontology.is_a(class, *holder) || taught {
        *holder = class;
    }
}

/// The engine makes a hyphen and a possessive ending tokens of their own.
fn noun_key(noun: &str) -> String {
    noun.to_lowercase().replace('-', " - ").replace("'s ", " 's ").replace("s' ", "s ' ")
}
