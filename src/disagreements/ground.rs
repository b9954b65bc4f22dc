//! What every kind of disagreement asks of two statements: who says it, whether it is about the same affair and time, and how sides
//! are made of many statements.

use std::collections::{BTreeMap, BTreeSet};

use crate::events::{Affairs, Party, days, is_name, parties, published};
use crate::ontology::{Ontology, Relation};
use crate::story::{EntityReference, Polarity, Statement, Story, Witnesses};
use crate::vocabulary::{NG_PERSON, local_name};

use super::disagreement::{Disagreement, DisagreementKind, Side};

/// Days between the publication of two reports of one thing, at most.
pub const ONE_AFFAIR: i32 = 60;

/// A story, and what is asked of it over and over.
pub struct Ground<'a> {
    pub story: &'a Story,
    pub ontology: &'a Ontology,
    pub affairs: Affairs<'a>,
    pub witnesses: Witnesses<'a>,
    /// Pairs of entities of which one belongs to the other, or lies in it.
    belonging: BTreeSet<(&'a str, &'a str)>,
    /// By what has no name: what it belongs to, or lies in.
    lies_in: BTreeMap<&'a str, &'a EntityReference>,
}

impl<'a> Ground<'a> {
    pub fn new(story: &'a Story, ontology: &'a Ontology) -> Self {
        let mut belonging = BTreeSet::new();
        let mut lies_in = BTreeMap::new();
        for statement in story.statements.iter().filter(|one| one.asserted) {
            let (Some(subject), Some(object)) = (&statement.subject, statement.object_entity()) else {
                continue;
            };
            let lasts =
                ontology.relation_with_iri(&statement.relation_iri).is_some_and(|relation| relation.lasts);
            // Who met whom is no part of him; any other tie between bodies or places may be one.
            if lasts || !is_person(subject) && !is_person(object) {
                belonging.insert((&*subject.id, &*object.id));
                if !is_name(subject) && is_name(object) {
                    lies_in.entry(&*subject.id).or_insert(object);
                }
            }
        }
        Self {
            story,
            ontology,
            affairs: Affairs::of(story),
            witnesses: Witnesses::of(story),
            belonging,
            lies_in,
        }
    }

    pub fn relation(&self, statement: &Statement) -> Option<&'a Relation> {
        self.ontology.relation_with_iri(&statement.relation_iri)
    }

    /// Whether the ontology says this of the statement's relation.
    pub fn is(&self, statement: &Statement, says: impl Fn(&Relation) -> bool) -> bool {
        self.relation(statement).is_some_and(says)
    }

    pub fn parties(&self, statement: &Statement) -> [Party; 2] {
        parties(statement, self.is(statement, |relation| relation.symmetric))
    }

    /// The statements that affirm something as a fact, or as what somebody says.
    pub fn affirmed(&self) -> impl Iterator<Item = &'a Statement> {
        self.story
            .statements
            .iter()
            .filter(|statement| statement.asserted && statement.polarity == Polarity::Positive)
    }

    /// Whether any statement ties these two entities together.
    pub fn are_tied(&self, one: &str, other: &str) -> bool {
        self.belonging.contains(&(one, other)) || self.belonging.contains(&(other, one))
    }

    /// The place of a statement by name: that of a hotel, where the hotel has none.
    pub fn named_place<'s>(&self, statement: &'s Statement) -> Option<&'s EntityReference>
    where
        'a: 's,
    {
        let place = statement.place.as_ref()?;
        // "Visby airport" tells where, though it is no name.
        let has_name = place.label.chars().any(char::is_uppercase);
        if has_name { Some(place) } else { self.lies_in.get(&*place.id).copied() }
    }

    pub fn same_affair(&self, one: &Statement, other: &Statement) -> bool {
        self.affairs.is_one(&one.document, &other.document)
    }

    /// Whether a sentence tells that something happened more than once.
    pub fn tells_of_repetition(&self, statement: &Statement) -> bool {
        has_word(&statement.sentence.text, &self.ontology.words.reports.repetition)
    }

    /// A disagreement of these sides, if there are two.
    pub fn disagreement(
        &self,
        kind: DisagreementKind,
        sides: Vec<(String, Vec<&'a Statement>)>,
    ) -> Option<Disagreement<'a>> {
        let outlets = |statements: &[&'a Statement]| -> BTreeSet<Option<&'a String>> {
            statements.iter().map(|statement| statement.document.publisher.as_ref()).collect()
        };
        let all: BTreeSet<_> = sides.iter().flat_map(|(_, statements)| outlets(statements)).collect();
        let documents: BTreeSet<_> =
            sides.iter().flat_map(|(_, statements)| statements).map(|one| &one.document.id).collect();
        let correction = all.len() == 1 && !all.contains(&None) && documents.len() > 1;
        let side = |(claim, statements): (String, Vec<&'a Statement>)| {
            let independent = self.witnesses.count(statements.iter().copied());
            Side { claim, statements, independent }
        };
        (sides.len() > 1).then(|| Disagreement {
            kind,
            correction,
            sides: sides.into_iter().map(side).collect(),
        })
    }

    /// The sides of those statements of a group that contradict another one with another claim by the word of somebody else. None
    /// where somebody says both: who tells of two days tells of two events.
    pub fn sides(
        &self,
        group: &[&'a Statement],
        claim: impl Fn(&Statement) -> String,
        contradicts: impl Fn(&Statement, &Statement) -> bool,
    ) -> Vec<(String, Vec<&'a Statement>)> {
        let claimed: Vec<(&'a Statement, String)> = group.iter().map(|&one| (one, claim(one))).collect();
        let mut sides: BTreeMap<String, Vec<&Statement>> = BTreeMap::new();
        for (one, claim) in &claimed {
            let others =
                claimed.iter().filter(|(other, another)| another != claim && contradicts(one, other));
            let contradicted: Vec<&Statement> = others.map(|(other, _)| *other).collect();
            if contradicted.iter().any(|other| source(one) == source(other)) {
                return Vec::new();
            }
            if !contradicted.is_empty() {
                sides.entry(claim.clone()).or_default().push(one);
            }
        }
        sides.into_iter().collect()
    }
}

/// Whether an entity is taken for a person.
pub fn is_person(entity: &EntityReference) -> bool {
    entity.types.iter().any(|class| **class == *local_name(NG_PERSON))
}

/// Statements with the same key together, by key.
pub fn grouped<'a, K: Ord>(
    statements: impl Iterator<Item = &'a Statement>,
    key: impl Fn(&Statement) -> Option<K>,
) -> BTreeMap<K, Vec<&'a Statement>> {
    let mut groups: BTreeMap<K, Vec<&Statement>> = BTreeMap::new();
    for statement in statements {
        if let Some(key) = key(statement) {
            groups.entry(key).or_default().push(statement);
        }
    }
    groups
}

/// Article and speaker.
pub fn source(statement: &Statement) -> (&str, Option<&str>) {
    (&statement.document.id, statement.attributed_to.as_ref().map(|speaker| &*speaker.id))
}

/// Whether both may tell of the same days, as far as these are known.
pub fn may_be_same_time(one: &Statement, other: &Statement) -> bool {
    days(one).zip(days(other)).is_none_or(|(one, other)| one.common(other).is_some())
}

/// Whether the articles were published within some weeks of each other, as far as their days are known.
pub fn published_together(one: &Statement, other: &Statement) -> bool {
    let both = published(&one.document).zip(published(&other.document));
    both.is_none_or(|(one, other)| one.distance(other) <= ONE_AFFAIR)
}

/// The words of a text that say something, in lower case; words of three letters and less mostly hold others together.
pub fn content_words(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
    words.filter(|word| word.chars().count() > 3).collect()
}

/// Whether one of these words, or phrases, stands in a text.
pub fn has_word(text: &str, words: &BTreeSet<String>) -> bool {
    let plain: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric() && c != '-')
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    words.iter().any(|phrase| {
        let phrase: Vec<&str> = phrase.split(' ').collect();
        plain
            .windows(phrase.len())
            .any(|window| window.iter().zip(&phrase).all(|(word, wanted)| word == wanted))
    })
}
