//! The same people, bodies, places and concepts across articles.
//!
//! Chains of different articles are one entity where they are the same known individual, bear the same full name, or are
//! the same concept (an offence, an office). Shorter names, abbreviations and offices then join what they can only mean; where
//! two could be meant, they stay apart. Descriptions of people and bodies (`the driver`) are never joined across articles.
//! All look-ups go through indices, so that the work grows with the number of chains only.

use std::collections::BTreeMap;

use crate::decisions::Decisions;
use crate::mentions::OntologyIndex;
use crate::mentions::{name_key, turned_key};

use crate::coreference::{Chain, ChainKind, PersonName, Reason, shorter_names};
use crate::ontology::ClassId;
use crate::story::Mint;

use super::entity_table::{EntityTable, Joined, Member, Part, entity_table, is_concept};
use super::joins::Joins;

/// Finds the entities of a story.
pub fn entities(parts: &[Part], lexicon: &OntologyIndex, decisions: &Decisions, mint: &Mint) -> EntityTable {
    let members: Vec<Member> = parts
        .iter()
        .enumerate()
        .flat_map(|(part, article)| {
            let Part { document, path, chains } = *article;
            chains.iter().enumerate().map(move |(index, chain)| Member { document, path, part, index, chain })
        })
        .filter(|member| member.chain.kind != ChainKind::Unknown)
        .collect();
    let mut joins = Joins::new(&members, decisions, lexicon);
    join_equal(&members, lexicon, &mut joins);
    join_only_meant(&members, lexicon, &mut joins);
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for member in 0..members.len() {
        groups.entry(joins.find(member)).or_default().push(member);
    }
    let joined = |index: usize| Joined { member: members[index], reason: joins.reason(index).cloned() };
    let unmet = joins.unmet();
    let groups: Vec<Vec<Joined>> =
        groups.into_values().map(|group| group.into_iter().map(joined).collect()).collect();
    let mut table = entity_table(parts, &groups, lexicon, mint);
    table.unmet = unmet;
    table
}

/// Individuals, full names and concepts that are equal.
fn join_equal(members: &[Member], lexicon: &OntologyIndex, joins: &mut Joins) {
    let mut first_of: BTreeMap<String, usize> = BTreeMap::new();
    for (index, member) in members.iter().enumerate() {
        for key in equal_keys(member.chain, lexicon) {
            let reason = match (member.chain.individual, member.chain.kind) {
                (Some(_), _) => Reason::KnownIndividual,
                (None, ChainKind::Named) => Reason::SameName,
                _ => Reason::SameWords,
            };
            joins.join(*first_of.entry(key).or_insert(index), index, reason);
        }
    }
}

fn equal_keys(chain: &Chain, lexicon: &OntologyIndex) -> Vec<String> {
    if let Some(individual) = chain.individual {
        return vec![format!("individual {}", individual.0)];
    }
    match chain.kind {
        ChainKind::Named if is_person(chain.class, lexicon) => full_names(chain, lexicon),
        ChainKind::Named => {
            let turned = turned_key(&chain.label, lexicon).map(|key| format!("name {key}"));
            std::iter::once(format!("name {}", name_key(&chain.label, lexicon))).chain(turned).collect()
        }
        _ if is_concept(chain, lexicon) => vec![format!("concept {}", chain.content)],
        _ => Vec::new(),
    }
}

/// A person's name of several words: by its first and last word, and as a whole, whatever its hyphens. Who is called `Jr.` is
/// nobody without it.
fn full_names(chain: &Chain, lexicon: &OntologyIndex) -> Vec<String> {
    let name = PersonName::of(&chain.label, lexicon);
    let (Some(first), Some(last)) = (name.words.first(), name.words.last()) else { return Vec::new() };
    if !name.is_full() {
        return Vec::new();
    }
    let generation = match &name.generation {
        Some(generation) if name.tells_generations_apart() => format!(" {generation}"),
        _ => String::new(),
    };
    let whole = name_key(&name.words.join(" "), lexicon);
    let mut names = vec![format!("name {first} {last}{generation}"), format!("name {whole}{generation}")];
    names.extend(name.nickname.map(|nickname| format!("name {nickname} {last}{generation}")));
    names.dedup();
    names
}

fn is_person(class: Option<ClassId>, lexicon: &OntologyIndex) -> bool {
    class.is_some_and(|class| lexicon.is_person(class))
}

/// Short names, abbreviations and offices join what they mean if only one entity of the story can be meant.
fn join_only_meant(members: &[Member], lexicon: &OntologyIndex, joins: &mut Joins) {
    // Name → entity → how often the story names it.
    let mut meanings: BTreeMap<String, BTreeMap<usize, usize>> = BTreeMap::new();
    for (index, member) in members.iter().enumerate() {
        let root = joins.find(index);
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
                    let named = member.chain.kind == ChainKind::Named;
                    joins.join(only, index, if named { Reason::ShortName } else { Reason::OnlyHolder });
                }
            }
            // Nobody has a longer name: those who are called the same are one.
            None => {
                if let Some(key) = wanted.last().filter(|_| member.chain.kind == ChainKind::Named) {
                    joins.join(*unnamed.entry(key.clone()).or_insert(index), index, Reason::SameName);
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
fn meaning_keys(chain: &Chain, lexicon: &OntologyIndex) -> Vec<String> {
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
            titled
                .filter(|title| !title.is_empty())
                .map(|title| name_key(&format!("{title}{first}"), lexicon)),
        );
        // `Mr Reed` is he whom another article calls so, not Mrs Reed.
        called
            .extend(chain.names.iter().filter(|name| name.contains(' ')).map(|name| name_key(name, lexicon)));
    } else if several_words {
        let shorter =
            chain.names.iter().filter(|name| is_abbreviation(name) || chain.label.starts_with(name.as_str()));
        called.extend(shorter.map(|name| name_key(name, lexicon)));
    }
    let kind = kind_of_name(chain.class, lexicon);
    let called = called.into_iter().map(|name| format!("{kind} called {name}"));
    let offices = chain.offices.iter().map(|office| format!("office {}", office.trim_end_matches('|')));
    called.chain(offices).collect()
}

/// Under which keys a chain looks for what it means, the most telling first.
fn wanted_keys(chain: &Chain, lexicon: &OntologyIndex) -> Vec<String> {
    if chain.individual.is_some() {
        return Vec::new();
    }
    let short = !chain.label.contains(' ');
    if chain.kind == ChainKind::Named && (short || chain.class.is_none()) {
        let titled = chain.names.iter().filter(|name| name.contains(' '));
        let names: Vec<String> = titled.chain([&chain.label]).map(|name| name_key(name, lexicon)).collect();
        let kinds: &[&str] =
            if chain.class.is_none() { &["person", "thing"] } else { &[kind_of_name(chain.class, lexicon)] };
        let of_kind =
            |kind: &&str| names.iter().map(|name| format!("{kind} called {name}")).collect::<Vec<_>>();
        return kinds.iter().flat_map(of_kind).collect();
    }
    match &chain.office {
        // Two people with names are not one for being both spoken of as "the spokesman".
        Some(office) if is_person(chain.class, lexicon) && chain.kind != ChainKind::Named => {
            vec![format!("office {}", office.trim_end_matches('|'))]
        }
        _ => Vec::new(),
    }
}

/// A person and a body of one name are two.
fn kind_of_name(class: Option<ClassId>, lexicon: &OntologyIndex) -> &'static str {
    if is_person(class, lexicon) { "person" } else { "thing" }
}

fn is_abbreviation(name: &str) -> bool {
    name.chars().filter(|character| character.is_uppercase()).count() >= 2 && !name.contains(' ')
}
