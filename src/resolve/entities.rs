//! The same people, bodies, places and concepts across articles.
//!
//! Chains of different articles are one entity where they are the same known individual, bear the same full name, or are
//! the same concept (an offence, an office). Shorter names, abbreviations and offices then join what they can only mean; where
//! two could be meant, they stay apart. Descriptions of people and bodies (`the driver`) are never joined across articles.
//! All look-ups go through indices, so that the work grows with the number of chains only.

use std::collections::{BTreeMap, BTreeSet};

use crate::extract::Lexicon;
use crate::ontology::ClassId;

use super::chains::{Chain, ChainId, ChainKind, Chains};
use super::clusters::name_words;
use super::names::{name_key, shorter_names};
use super::union::UnionFind;
use super::{Entity, EntityMention, Mint};

/// The core class of several people who are spoken of as one.
const GROUP: &str = "https://w3id.org/newsgraph/ontology#Group";

/// One article's part in a story.
#[derive(Debug, Clone, Copy)]
pub struct Part<'a> {
    /// IRI of the document.
    pub document: &'a str,
    pub chains: &'a Chains,
}

/// Everybody and everything in a story, sorted by IRI.
#[derive(Debug, Clone, Default)]
pub struct Cast {
    pub entities: Vec<Entity>,
    /// Part → chain → index of its entity; none for chains of pronouns only.
    of_chain: Vec<Vec<Option<usize>>>,
}

impl Cast {
    /// The entity that a chain of the given part (its index in what [`entities`] got) stands for.
    pub fn of(&self, part: usize, chain: ChainId) -> Option<&Entity> {
        self.entities.get((*self.of_chain.get(part)?.get(chain.0)?)?)
    }
}

/// One chain with its article.
#[derive(Clone, Copy)]
struct Member<'a> {
    document: &'a str,
    part: usize,
    index: usize,
    chain: &'a Chain,
}

/// Finds the entities of a story.
pub fn entities(parts: &[Part], lexicon: &Lexicon, mint: &Mint) -> Cast {
    let members: Vec<Member> = parts
        .iter()
        .enumerate()
        .flat_map(|(part, article)| {
            let document = article.document;
            article.chains.iter().map(move |(id, chain)| Member { document, part, index: id.0, chain })
        })
        .filter(|member| member.chain.kind != ChainKind::Unknown)
        .collect();
    let mut union = UnionFind::new(members.len());
    join_equal(&members, lexicon, &mut union);
    join_only_meant(&members, lexicon, &mut union);
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for member in 0..members.len() {
        groups.entry(union.find(member)).or_default().push(member);
    }
    let groups: Vec<Vec<Member>> =
        groups.into_values().map(|group| group.into_iter().map(|index| members[index]).collect()).collect();
    cast(parts, &groups, lexicon, mint)
}

/// Individuals, full names and concepts that are equal.
fn join_equal(members: &[Member], lexicon: &Lexicon, union: &mut UnionFind) {
    let mut first_of: BTreeMap<String, usize> = BTreeMap::new();
    for (index, member) in members.iter().enumerate() {
        for key in equal_keys(member.chain, lexicon) {
            union.join(*first_of.entry(key).or_insert(index), index);
        }
    }
}

fn equal_keys(chain: &Chain, lexicon: &Lexicon) -> Vec<String> {
    if let Some(individual) = chain.individual {
        return vec![format!("individual {individual}")];
    }
    match chain.kind {
        ChainKind::Named if is_person(chain.class, lexicon) => full_names(chain).collect(),
        ChainKind::Named => vec![format!("name {}", name_key(&chain.label))],
        _ if is_concept(chain, lexicon) => vec![format!("concept {}", chain.content)],
        _ => Vec::new(),
    }
}

/// A person's names of several words, by their first and last word.
fn full_names(chain: &Chain) -> impl Iterator<Item = String> {
    let words = name_words(&chain.label);
    let full = words.len() > 1;
    words
        .first()
        .zip(words.last())
        .filter(|_| full)
        .map(|(first, last)| format!("name {first} {last}"))
        .into_iter()
}

fn is_person(class: Option<ClassId>, lexicon: &Lexicon) -> bool {
    class.is_some_and(|class| lexicon.is_person(class))
}

/// What has no name of its own and is the same wherever it is spoken of.
fn is_concept(chain: &Chain, lexicon: &Lexicon) -> bool {
    chain.kind == ChainKind::Described && chain.class.is_some_and(|class| lexicon.is_concept(class))
}

/// Short names, abbreviations and offices join what they mean if only one entity of the story can be meant.
fn join_only_meant(members: &[Member], lexicon: &Lexicon, union: &mut UnionFind) {
    // Name → entity → how often the story names it.
    let mut meanings: BTreeMap<String, BTreeMap<usize, usize>> = BTreeMap::new();
    for (index, member) in members.iter().enumerate() {
        let root = union.find(index);
        for key in meaning_keys(member.chain, lexicon) {
            *meanings.entry(key).or_default().entry(root).or_default() += member.chain.places.len();
        }
    }
    let mut unnamed: BTreeMap<String, usize> = BTreeMap::new();
    for (index, member) in members.iter().enumerate() {
        let wanted = wanted_keys(member.chain, lexicon);
        match wanted.iter().find_map(|key| meanings.get(key)) {
            Some(candidates) => {
                if let Some(only) = meant(candidates) {
                    union.join(only, index);
                }
            }
            // Nobody has a longer name: those who are called the same are one.
            None => {
                if let Some(key) = wanted.last().filter(|_| member.chain.kind == ChainKind::Named) {
                    union.join(*unnamed.entry(key.clone()).or_insert(index), index);
                }
            }
        }
    }
}

/// The only candidate, or the one that is named far more often than all others.
fn meant(candidates: &BTreeMap<usize, usize>) -> Option<usize> {
    let (best, count) = candidates.iter().max_by_key(|(_, count)| **count)?;
    let others: usize = candidates.values().sum::<usize>() - count;
    (*count >= 8 * others).then_some(*best)
}

/// What a chain's entity may be called elsewhere.
fn meaning_keys(chain: &Chain, lexicon: &Lexicon) -> Vec<String> {
    let several_words = chain.label.contains(' ');
    if chain.kind != ChainKind::Named {
        return Vec::new();
    }
    let mut called: Vec<String> = Vec::new();
    if several_words && is_person(chain.class, lexicon) {
        called.extend(shorter_names(&chain.label, chain.class, lexicon));
        // `Sir Alan Reed` is also `Sir Alan`.
        let titled = chain.names.iter().filter_map(|name| name.strip_suffix(chain.label.as_str()));
        let first = chain.label.split(' ').next().unwrap_or_default();
        called.extend(
            titled.filter(|title| !title.is_empty()).map(|title| name_key(&format!("{title}{first}"))),
        );
    } else if several_words {
        let shorter =
            chain.names.iter().filter(|name| is_abbreviation(name) || chain.label.starts_with(name.as_str()));
        called.extend(shorter.map(|name| name_key(name)));
    }
    let kind = kind_of_name(chain.class, lexicon);
    let called = called.into_iter().map(|name| format!("{kind} called {name}"));
    let offices = chain.offices.iter().map(|office| format!("office {}", office.trim_end_matches('|')));
    called.chain(offices).collect()
}

/// Under which keys a chain looks for what it means, the most telling first.
fn wanted_keys(chain: &Chain, lexicon: &Lexicon) -> Vec<String> {
    if chain.individual.is_some() {
        return Vec::new();
    }
    let short = !chain.label.contains(' ');
    if chain.kind == ChainKind::Named && (short || chain.class.is_none()) {
        let titled = chain.names.iter().filter(|name| name.contains(' '));
        let names: Vec<String> = titled.chain([&chain.label]).map(|name| name_key(name)).collect();
        let kinds: &[&str] =
            if chain.class.is_none() { &["person", "thing"] } else { &[kind_of_name(chain.class, lexicon)] };
        let of_kind =
            |kind: &&str| names.iter().map(|name| format!("{kind} called {name}")).collect::<Vec<_>>();
        return kinds.iter().flat_map(of_kind).collect();
    }
    match &chain.office {
        Some(office) if is_person(chain.class, lexicon) => {
            vec![format!("office {}", office.trim_end_matches('|'))]
        }
        _ => Vec::new(),
    }
}

/// A person and a body of one name are two.
fn kind_of_name(class: Option<ClassId>, lexicon: &Lexicon) -> &'static str {
    if is_person(class, lexicon) { "person" } else { "thing" }
}

fn is_abbreviation(name: &str) -> bool {
    name.chars().filter(|character| character.is_uppercase()).count() >= 2 && !name.contains(' ')
}

/// Turns groups of chains into entities with IRIs.
fn cast(parts: &[Part], groups: &[Vec<Member>], lexicon: &Lexicon, mint: &Mint) -> Cast {
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    let mut made: Vec<(Entity, usize)> = Vec::new();
    for (index, group) in groups.iter().enumerate() {
        let mut entity = entity(group, lexicon, mint);
        if taken.contains_key(&entity.id) {
            let place = entity.mentions.first().map_or_else(String::new, |mention| {
                super::span_iri(&mention.document, mention.begin, mention.end)
            });
            entity.id = mint.namesake(&entity.label, &place);
        }
        taken.insert(entity.id.clone(), index);
        made.push((entity, index));
    }
    made.sort_by(|(a, _), (b, _)| a.id.cmp(&b.id));
    let mut of_chain: Vec<Vec<Option<usize>>> =
        parts.iter().map(|part| vec![None; part.chains.len()]).collect();
    for (position, (_, group)) in made.iter().enumerate() {
        for member in &groups[*group] {
            of_chain[member.part][member.index] = Some(position);
        }
    }
    Cast { entities: made.into_iter().map(|(entity, _)| entity).collect(), of_chain }
}

fn entity(group: &[Member], lexicon: &Lexicon, mint: &Mint) -> Entity {
    let known = group.iter().find_map(|member| member.chain.individual);
    let known = known.and_then(|individual| lexicon.ontology.individuals.get(individual));
    let label = known.map_or_else(|| canonical(group), |known| known.label.clone());
    let mut names: BTreeSet<String> = BTreeSet::new();
    let mut mentions: Vec<EntityMention> = Vec::new();
    let named = group.iter().any(|member| member.chain.kind == ChainKind::Named);
    for Member { document, chain, .. } in group {
        let names_it = !named || chain.kind == ChainKind::Named;
        names.extend(chain.names.iter().chain([&chain.label]).filter(|_| names_it).cloned());
        mentions.extend(chain.places.iter().map(|place| EntityMention {
            document: (*document).to_owned(),
            begin: place.begin,
            end: place.end,
            text: place.text.clone(),
        }));
    }
    names.remove(&label);
    mentions.sort();
    let own = |member: &&Member| member.chain.kind == ChainKind::Named || is_concept(member.chain, lexicon);
    let id = match (known, group.iter().find(own), mentions.first()) {
        (Some(known), _, _) => known.iri.clone(),
        (None, None, Some(first)) => {
            mint.namesake(&label, &super::span_iri(&first.document, first.begin, first.end))
        }
        _ => mint.entity(&label),
    };
    Entity {
        id,
        label,
        alternative_labels: names.into_iter().collect(),
        types: match known {
            Some(known) => {
                known.classes.iter().map(|&class| lexicon.ontology.class(class).iri.clone()).collect()
            }
            None => class_of(group, lexicon).into_iter().collect(),
        },
        same_as: known.map(|known| known.same_as.clone()).unwrap_or_default(),
        mentions,
    }
}

/// The name with most words; of equals the one with most mentions, then the first by letters. Names come before descriptions.
fn canonical(group: &[Member]) -> String {
    let named = group.iter().any(|member| member.chain.kind == ChainKind::Named);
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for member in group.iter().filter(|member| !named || member.chain.kind == ChainKind::Named) {
        *counts.entry(&member.chain.label).or_default() += member.chain.places.len();
    }
    let rank = |(label, count): &(&&str, &usize)| {
        let words = if named { label.split(' ').count() } else { 0 };
        (words, label.contains(char::is_lowercase), **count)
    };
    let best = counts.iter().map(|pair| rank(&pair)).max();
    counts
        .iter()
        .find(|pair| Some(rank(pair)) == best)
        .map_or_else(String::new, |(label, _)| (*label).to_owned())
}

/// The class that most mentions speak for; several people spoken of as one are a group.
fn class_of(group: &[Member], lexicon: &Lexicon) -> Option<String> {
    let mut votes: BTreeMap<ClassId, usize> = BTreeMap::new();
    for member in group {
        if let Some(class) = member.chain.class {
            *votes.entry(class).or_default() += member.chain.places.len();
        }
    }
    let best = votes.values().max()?;
    let class = votes.iter().find(|(_, count)| *count == best).map(|(class, _)| *class)?;
    if lexicon.is_office(class) {
        // Who holds it is an entity of its own.
        return lexicon.office().map(|office| lexicon.ontology.class(office).iri.clone());
    }
    let many = group.iter().all(|member| member.chain.number == crate::extract::Number::Plural);
    let class = if many && lexicon.is_person(class) {
        lexicon.ontology.class_named(GROUP).unwrap_or(class)
    } else {
        class
    };
    Some(lexicon.ontology.class(class).iri.clone())
}
