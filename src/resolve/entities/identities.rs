//! Unnamed people who are named elsewhere: `an officer` charged with the murder that another article says a named man
//! was charged with.
//!
//! The shared event proves it only under conditions, each against a wrong merge, which would make edges that nobody has
//! stated: the ontology says that the relation identifies its subject (`ng:IdentifyingProperty`,
//! `owl:InverseFunctionalProperty`); the articles speak of one affair; they name exactly one person for the event; the
//! words that describe the two, and he or she, do not contradict; and no sentence speaks of both.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::coreference::Reason;
use crate::mentions::OntologyIndex;
use crate::ontology::Uniqueness;
use crate::resolve::events::{Event, event, is_fact};
use crate::story::{Argument, Entity, Statement, Story};

use super::entity_table::{EntityTable, Profile};
use super::identity_joins::{Identity, apply};
use super::occasions::{Occasion, counts_more};

/// Articles on one affair share at least this many named entities, one of which is not named in articles on everything …
const LEAST_SHARED: usize = 2;
/// … and this part of those of the article that names fewer.
const LEAST_PART: usize = 4;

/// Puts the named person in the place of the unnamed one, in all of the story.
pub fn identify(story: &mut Story, table: &EntityTable, lexicon: &OntologyIndex) {
    let found = Search::new(story, table, lexicon).identities();
    apply(&found, story);
    for side in [Side::Object, Side::Subject] {
        let found = Search::new(story, table, lexicon).named_further_on(side);
        apply(&found, story);
    }
}

/// The side of a statement on which somebody is told of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Subject,
    Object,
}

struct Search<'a> {
    story: &'a Story,
    table: &'a EntityTable,
    lexicon: &'a OntologyIndex<'a>,
    affairs: Affairs<'a>,
    /// Entity → the sentences whose statements speak of it: document and beginning.
    sentences: HashMap<&'a str, BTreeSet<(&'a str, usize)>>,
}

impl<'a> Search<'a> {
    fn new(story: &'a Story, table: &'a EntityTable, lexicon: &'a OntologyIndex<'a>) -> Self {
        let mut sentences: HashMap<&str, BTreeSet<(&str, usize)>> = HashMap::new();
        for statement in &story.statements {
            let place = (statement.document.id.as_ref(), statement.sentence.begin);
            for reference in statement.references() {
                sentences.entry(&reference.id).or_default().insert(place);
            }
        }
        Self { story, table, lexicon, affairs: Affairs::new(table), sentences }
    }
}

impl Search<'_> {
    fn identities(&self) -> Vec<Identity> {
        let mut named: BTreeMap<Event, BTreeSet<(&str, &str)>> = BTreeMap::new();
        let mut unnamed: BTreeMap<&str, BTreeSet<(Event, &str)>> = BTreeMap::new();
        for statement in self.story.statements.iter().filter(|statement| is_fact(statement)) {
            let Some(event) = event(statement, self.lexicon.ontology, Uniqueness::InOneAffair) else {
                continue;
            };
            let Some(subject) = &statement.subject else { continue };
            let Some(profile) = self.profile(&subject.id).filter(|profile| profile.one_person) else {
                continue;
            };
            let document = statement.document.id.as_ref();
            if profile.named {
                named.entry(event).or_default().insert((&subject.id, document));
            } else {
                unnamed.entry(&subject.id).or_default().insert((event, document));
            }
        }
        unnamed.iter().filter_map(|(unnamed, events)| self.identity(unnamed, events, &named)).collect()
    }

    /// The one named person for all events of the unnamed one that anybody is named for.
    fn identity(
        &self,
        unnamed: &str,
        events: &BTreeSet<(Event, &str)>,
        named: &BTreeMap<Event, BTreeSet<(&str, &str)>>,
    ) -> Option<Identity> {
        let mut candidates: BTreeMap<&str, &Event> = BTreeMap::new();
        for (event, document) in events {
            let in_affair = named
                .get(event)
                .into_iter()
                .flatten()
                .filter(|(_, other)| self.affairs.same(document, other));
            for (candidate, _) in in_affair {
                candidates.entry(candidate).or_insert(event);
            }
        }
        let (candidate, event) = candidates.pop_first().filter(|_| candidates.is_empty())?;
        let fits = self.agree(self.profile(unnamed)?, self.profile(candidate)?, event)
            && !self.share_a_sentence(unnamed, candidate);
        let named = self.table.entity(candidate).filter(|_| fits)?.clone();
        let relation = self.lexicon.ontology.relation_with_iri(&event.relation)?;
        let other = self
            .table
            .entity(&event.object)
            .map_or_else(|| event.object.to_string(), |entity| entity.label.to_string());
        let reason = Reason::SharedEvent { relation: relation.label.clone(), other };
        Some(Identity { unnamed: unnamed.to_owned(), named, reason })
    }

    /// Those whom something happened to that happens once (`a man was shot`), or who did what tells who they are (`the
    /// treasurer has resigned`), where the article goes on to name one, and only one: a lead leaves the name to the
    /// paragraphs after it.
    fn named_further_on(&self, side: Side) -> Vec<Identity> {
        let mut told: BTreeMap<(&str, &str), BTreeMap<&str, Occasion>> = BTreeMap::new();
        for statement in self.story.statements.iter().filter(|statement| is_fact(statement)) {
            let Some(id) = self.one_told_of(statement, side) else { continue };
            if self.profile(id).is_some_and(|profile| profile.one_person) && !counts_more(statement) {
                let occasion = Occasion::of(statement);
                let people = told.entry((&statement.document.id, &statement.relation_iri)).or_default();
                let first = people.entry(id).or_insert_with(|| occasion.clone());
                if occasion.begin < first.begin {
                    *first = occasion;
                }
            }
        }
        told.iter()
            .filter_map(|((document, relation), people)| self.undergoer(document, relation, people))
            .collect()
    }

    /// Whoever the relation tells of on this side, if it tells who that is.
    fn one_told_of<'s>(&self, statement: &'s Statement, side: Side) -> Option<&'s str> {
        let ontology = self.lexicon.ontology;
        let relation = ontology.relation_with_iri(&statement.relation_iri)?;
        match (side, &statement.object, &statement.subject) {
            (Side::Object, Some(Argument::Entity(object)), _)
                if relation.uniqueness == Uniqueness::Everywhere =>
            {
                Some(&object.id)
            }
            (Side::Subject, _, Some(subject)) if relation.uniqueness == Uniqueness::InOneAffair => {
                Some(&subject.id)
            }
            _ => None,
        }
    }

    /// `people` are all whom an article tells the event of, with the occasion of which it does so first.
    fn undergoer(
        &self,
        document: &str,
        relation: &str,
        people: &BTreeMap<&str, Occasion>,
    ) -> Option<Identity> {
        let is_named = |id: &str| self.profile(id).is_some_and(|profile| profile.named);
        let (named, unnamed): (Vec<_>, Vec<_>) = people.iter().partition(|(id, _)| is_named(id));
        let ([(named, introduced)], [(unnamed, told)]) = (named.as_slice(), unnamed.as_slice()) else {
            return None;
        };
        let (&unnamed, &named) = (*unnamed, *named);
        let told_of_once = told.begin < introduced.begin && told.may_be(introduced);
        let (one, other) = (self.profile(unnamed)?, self.profile(named)?);
        let genders = one.gender.is_none() || other.gender.is_none() || one.gender == other.gender;
        let fits = told_of_once
            && genders
            && !self.share_a_sentence(unnamed, named)
            && !self.is_another_named_first(document, told.begin, named);
        let named = self.table.entity(named).filter(|_| fits)?.clone();
        let relation = self.lexicon.ontology.relation_with_iri(relation)?;
        let reason = Reason::OnlyOneNamed { relation: relation.label.clone() };
        Some(Identity { unnamed: unnamed.to_owned(), named, reason })
    }

    /// Whether the article names somebody else in between, of whom it says nothing but the name: a lead is spelled out by the next
    /// name, unless that is an official's ("police chief Ann Reed said").
    fn is_another_named_first(&self, document: &str, told: usize, named: &str) -> bool {
        let first_after = |entity: &Entity| {
            let here = entity.mentions.iter().filter(|mention| &*mention.document == document);
            here.map(|mention| mention.begin).filter(|&begin| begin > told).min()
        };
        let Some(named_at) = self.table.entity(named).and_then(first_after) else { return false };
        let gender = self.profile(named).and_then(|profile| profile.gender);
        let entities = self.table.entities.iter().zip(&self.table.profiles);
        let may_be_meant = |profile: &Profile| {
            let genders = profile.gender.is_none() || gender.is_none() || profile.gender == gender;
            profile.named && profile.one_person && profile.nouns.is_empty() && genders
        };
        entities
            .filter(|(entity, profile)| &*entity.id != named && may_be_meant(profile))
            .any(|(entity, _)| first_after(entity).is_some_and(|begin| begin < named_at))
    }

    fn profile(&self, id: &str) -> Option<&Profile> {
        self.table.position(id).map(|position| &self.table.profiles[position])
    }

    /// Whether the words for the two can be said of one person. Where nothing tells what the named one is, only an event
    /// that happens once proves enough.
    fn agree(&self, unnamed: &Profile, named: &Profile, event: &Event) -> bool {
        let genders = unnamed.gender.is_none() || named.gender.is_none() || unnamed.gender == named.gender;
        let anybody =
            |nouns: &BTreeSet<String>| nouns.iter().all(|noun| self.lexicon.is_said_of_anybody(noun));
        let nouns = !unnamed.nouns.is_disjoint(&named.nouns)
            || anybody(&unnamed.nouns)
            || named.nouns.is_empty() && event.uniqueness == Uniqueness::Everywhere;
        genders && nouns
    }

    /// Whether one sentence speaks of both, as it would of two people.
    fn share_a_sentence(&self, one: &str, other: &str) -> bool {
        let of = |id: &str| self.sentences.get(id);
        of(one).zip(of(other)).is_some_and(|(one, other)| !one.is_disjoint(other))
    }
}

/// Which articles tell of one affair: those that name the same people, bodies and places.
struct Affairs<'a> {
    /// Document → the named entities that it speaks of.
    named: BTreeMap<&'a str, BTreeSet<&'a str>>,
    /// Those that tell which affair it is.
    telling: BTreeSet<&'a str>,
}

impl<'a> Affairs<'a> {
    fn new(table: &'a EntityTable) -> Self {
        let mut named: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        let mut telling: BTreeSet<&str> = BTreeSet::new();
        let entities = table.entities.iter().zip(&table.profiles).filter(|(_, profile)| profile.named);
        for (entity, profile) in entities {
            telling.extend(Some(entity.id.as_ref()).filter(|_| profile.tells_affair));
            for mention in &entity.mentions {
                named.entry(&mention.document).or_default().insert(&entity.id);
            }
        }
        Self { named, telling }
    }

    fn same(&self, one: &str, other: &str) -> bool {
        let (Some(a), Some(b)) = (self.named.get(one), self.named.get(other)) else { return one == other };
        let shared: Vec<&&str> = a.intersection(b).collect();
        let tells = || shared.iter().any(|&id| self.telling.contains(id));
        one == other
            || shared.len() >= LEAST_SHARED && shared.len() * LEAST_PART >= a.len().min(b.len()) && tells()
    }
}
