//! Lists of words that rules ask for and that are no grammar: titles, legal forms, words of news pages. They stand in
//! `ontology/words/`, so that a user's file can add to them; all are in lower case where nothing else is said.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::grammar::FactualityWords;
use crate::read::PageWords;

/// Words that tell who or what is meant.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// Words of whom articles speak as she (`ng:feminine`).
    pub feminine: PersonWords,
    /// Words of whom articles speak as he (`ng:masculine`).
    pub masculine: PersonWords,
    /// Titles of she and he alike (`ng:eitherGender ng:honorific "Dr"`), without full stop.
    pub either_gender: BTreeSet<String>,
    /// Short forms of titles, without full stop, with the noun that each stands for (`gov`: `governor`).
    pub office_abbreviations: BTreeMap<String, String>,
    /// What stands before the names of things and says what they are, as it is written, with the noun that it stands for (`MV`:
    /// `ship`).
    pub name_marks: BTreeMap<String, String>,
    /// What names a country, its people or a place in it, as articles write it, with the country's IRI (`id:france
    /// ng:countryWord "French"`).
    pub countries: BTreeMap<String, String>,
    /// Adjectives of countries and places, as articles write them, with the country's IRI (`id:france ng:demonym "French"`).
    pub demonyms: BTreeMap<String, String>,
    /// Words before a post that make it another one (`ng:ranks ng:word "deputy"`).
    pub ranks: BTreeSet<String>,
    /// Letters after a name that are no part of it (`ng:postNominals ng:word "MP"`).
    pub post_nominals: BTreeSet<String>,
    /// What tells a father from a son in a name, without full stop (`ng:generations ng:word "Jr"`).
    pub generations: BTreeSet<String>,
    /// Nouns that may be said of any person, whatever the trade (`ng:anybody ng:noun "man"`).
    pub anybody: BTreeSet<String>,
    /// What tells that somebody only bears the name of another (`ng:noRelation ng:word "no relation"`).
    pub no_relation: BTreeSet<String>,
    /// Nouns for those who speak for others (`ng:speakingForOthers ng:noun "lawyer"`).
    pub speaking_for_others: BTreeSet<String>,
    /// Verbs that give a name (`ng:naming ng:word "dub"`).
    pub naming: BTreeSet<String>,
    /// Nouns that may be said of a body whatever its name calls it (`ng:anyBody ng:noun "force"`).
    pub any_body: BTreeSet<String>,
    /// Nouns for bodies that need no name to be known (`ng:onlyOneBody ng:noun "government"`).
    pub only_one_body: BTreeSet<String>,
    /// Nouns in the singular for one body and for its many people (`ng:manyPeople ng:noun "crew"`).
    pub many_people: BTreeSet<String>,
    /// Titles that go with a given name alone (`ng:givenNameTitles ng:word "Pope"`).
    pub given_name_titles: BTreeSet<String>,
    /// What registers add to the names of companies (`ng:legalForms ng:word "Ltd"`).
    pub legal_forms: BTreeSet<String>,
    /// Nouns that a body's name may be followed by (`ng:restatingBodies ng:noun "group"`).
    pub restating_bodies: BTreeSet<String>,
    /// Last words of bodies' names that no class lists (`ng:endingBodies ng:word "center"`).
    pub ending_bodies: BTreeSet<String>,
    /// Nouns of bodies whose names are said either way about (`ng:turnedNames ng:noun "department"`).
    pub turned_names: BTreeSet<String>,
    /// First words that stand for no body's name by themselves (`ng:noShortNames ng:word "national"`).
    pub no_short_names: BTreeSet<String>,
    /// First words of names for those who stand by whoever the name names (`ng:sides ng:word "team"`).
    pub sides: BTreeSet<String>,
    /// Nouns for parts of a body that bear its name (`ng:partsOfBodies ng:noun "subsidiary"`).
    pub parts_of_bodies: BTreeSet<String>,
    /// Plurals that stand before other nouns (`ng:pluralModifiers ng:noun "arms"`).
    pub plural_modifiers: BTreeSet<String>,
    /// Words that make the name of a place that of another one (`ng:partsOfPlaces ng:word "greater"`).
    pub parts_of_places: BTreeSet<String>,
    /// Words that tell how something is meant.
    pub factuality: FactualityWords,
    /// Words of news pages.
    pub page: PageWords,
    /// Words that tell how several reports hang together.
    pub reports: ReportWords,
}

/// Words by which reports of one event are told from reports of two.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportWords {
    /// What tells that something happened more than once (`ng:repetition ng:word "again"`).
    pub repetition: BTreeSet<String>,
    /// What tells that a number is not the last word (`ng:soFar ng:word "so far"`).
    pub so_far: BTreeSet<String>,
    /// What tells which of several times is meant (`ng:onlyTime ng:word "last"`).
    pub only_time: BTreeSet<String>,
    /// Nouns of offices that one person holds at a time (`ng:soleOffices ng:noun "chairman"`).
    pub sole_offices: BTreeSet<String>,
    /// Nouns of claims that leave open what is claimed (`ng:bareClaims ng:noun "allegation"`).
    pub bare_claims: BTreeSet<String>,
}

/// Words for one gender.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonWords {
    /// First names (`ng:givenName`).
    pub given_names: BTreeSet<String>,
    /// Common nouns in their base form (`ng:noun`).
    pub nouns: BTreeSet<String>,
    /// Titles before names, without full stop.
    pub honorifics: BTreeSet<String>,
}
