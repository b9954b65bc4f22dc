//! The same people, bodies, places and concepts across articles.
//!
//! Chains of different articles are one entity where they are the same known individual, bear the same full name, or are
//! the same concept (an offence, an office). Shorter names and abbreviations then join what they can only mean; where
//! two could be meant, they stay apart. Descriptions of people and bodies (`the driver`, `the mayor`) are not joined across
//! articles: the mayor of one article is not the mayor whom another names. Only the holder of a named body's office (`the Hull
//! mayor`) is, in articles that are plainly on one affair.
//! All look-ups go through indices, so that the work grows with the number of chains only.

use std::collections::{BTreeMap, BTreeSet};

use crate::decisions::Decisions;
use crate::grammar::Number;
use crate::mentions::OntologyIndex;
use crate::mentions::{name_key, turned_key};

use crate::coreference::{Chain, ChainKind, Reason, shorter_names};
use crate::ontology::ClassId;
use crate::story::Mint;

use super::entity_table::{EntityTable, Joined, Member, Part, entity_table, is_concept};
use super::joins::Joins;
use super::namesakes::{Namesakes, Traits};
use super::shared_names::{SharedNames, full_names, is_person};

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
    let mut joins = Joins::new(&members, decisions, lexicon, mint);
    let shared = SharedNames::of(parts.iter().map(|part| part.chains), lexicon);
    join_equal(&members, &shared, lexicon, &mut joins);
    join_only_meant(&members, &shared, lexicon, &mut joins);
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
fn join_equal(members: &[Member], shared: &SharedNames, lexicon: &OntologyIndex, joins: &mut Joins) {
    let mut people: Vec<usize> = Vec::new();
    let mut first_of: BTreeMap<String, usize> = BTreeMap::new();
    for (index, member) in members.iter().enumerate() {
        let keys = equal_keys(member.chain, lexicon);
        if keys.is_empty() && !full_names(member.chain, lexicon).is_empty() {
            people.push(index);
        }
        for key in keys {
            let reason = match (member.chain.individual, member.chain.kind) {
                (Some(_), _) => Reason::KnownIndividual,
                (None, ChainKind::Named) => Reason::SameName,
                _ => Reason::SameWords,
            };
            joins.join(*first_of.entry(key).or_insert(index), index, reason);
        }
    }
    let mut namesakes = Namesakes::default();
    namesakes.join(&people, members, shared, lexicon, |one, other| joins.join(one, other, Reason::SameName));
    // What somebody's full name was taken for in another article.
    for (key, &index) in &first_of {
        if let Some(person) = namesakes.only(key) {
            joins.join(person, index, Reason::SameName);
        }
    }
}

fn equal_keys(chain: &Chain, lexicon: &OntologyIndex) -> Vec<String> {
    if let Some(individual) = chain.individual {
        return vec![format!("individual {}", individual.0)];
    }
    match chain.kind {
        ChainKind::Named if is_person(chain.class, lexicon) => Vec::new(),
        ChainKind::Named => {
            let turned = turned_key(&chain.label, lexicon).map(|key| format!("name {key}"));
            std::iter::once(format!("name {}", name_key(&chain.label, lexicon))).chain(turned).collect()
        }
        _ if is_concept(chain, lexicon) => vec![format!("concept {}", chain.content)],
        _ => Vec::new(),
    }
}

/// Short names and abbreviations join what they mean if only one entity of the story can be meant; those of people only in
/// articles that are plainly on one affair.
fn join_only_meant(members: &[Member], shared: &SharedNames, lexicon: &OntologyIndex, joins: &mut Joins) {
    // Name → who is called so, each with its entity.
    let mut meanings: BTreeMap<String, Vec<(usize, usize)>> = BTreeMap::new();
    for (index, member) in members.iter().enumerate() {
        let root = joins.find(index);
        for key in meaning_keys(member.chain, lexicon) {
            meanings.entry(key).or_default().push((root, index));
        }
    }
    let mut unnamed: BTreeMap<String, usize> = BTreeMap::new();
    for (index, member) in members.iter().enumerate() {
        let wanted = wanted_keys(member.chain, lexicon);
        match wanted.iter().find_map(|key| meanings.get(key)) {
            Some(called) => {
                let may_be = |other: usize| is_meant_by(member, &members[other], shared, lexicon);
                if let Some(only) = meant(called, members, may_be) {
                    joins.join(only, index, Reason::ShortName);
                }
            }
            // Nobody has a longer name: bodies that are called the same are one.
            None => {
                let body = member.chain.class.is_some_and(|class| !lexicon.is_person(class));
                if let Some(key) = wanted.last().filter(|_| body) {
                    joins.join(*unnamed.entry(key.clone()).or_insert(index), index, Reason::SameName);
                }
            }
        }
    }
}

/// Whether a short name can mean whoever is called so in another article: of people, where nothing contradicts and the
/// articles are on one affair.
fn is_meant_by(short: &Member, long: &Member, shared: &SharedNames, lexicon: &OntologyIndex) -> bool {
    let is_name = short.chain.kind == ChainKind::Named;
    if is_name && short.chain.label.contains(' ') || !is_person(long.chain.class, lexicon) {
        return true;
    }
    if is_name && is_given_name(short.chain, long.chain) {
        return false;
    }
    // `Prince Andrew` is none who has a surname, unless that is a prince, too.
    if has_title_of_given_names(short.chain, lexicon) && !has_title_of_given_names(long.chain, lexicon) {
        return false;
    }
    let own: BTreeSet<String> = full_names(long.chain, lexicon).into_iter().collect();
    let traits = |member: &Member| Traits::of(member.chain, lexicon);
    shared.on_one_affair(short.part, long.part, &own) && traits(short).agree(&traits(long), false)
}

/// Whether a short name is only the given name of a longer one: many are called so. `Sir Alan` is told by his title.
fn is_given_name(short: &Chain, long: &Chain) -> bool {
    let mut words = long.label.split(' ');
    let given = words.next().unwrap_or_default();
    let titled = |chain: &Chain| {
        chain.names.iter().any(|name| name.contains(' ') && name.ends_with(given) && name != given)
    };
    short.label == given && words.next_back() != Some(given) && !titled(short)
}

fn has_title_of_given_names(chain: &Chain, lexicon: &OntologyIndex) -> bool {
    let titles = &lexicon.words().given_name_titles;
    chain
        .names
        .iter()
        .filter_map(|name| name.split_once(' '))
        .any(|(title, _)| titles.contains(&title.to_lowercase()))
}

/// The only entity that can be meant, or the one that is named far more often than all others that can.
fn meant(called: &[(usize, usize)], members: &[Member], may_be: impl Fn(usize) -> bool) -> Option<usize> {
    // Entity → how often the story names it, and whether it can be meant.
    let mut candidates: BTreeMap<usize, (usize, bool)> = BTreeMap::new();
    for &(root, member) in called {
        let (count, fits) = candidates.entry(root).or_default();
        *count += members[member].chain.places.len();
        *fits = *fits || may_be(member);
    }
    candidates.retain(|_, (_, fits)| *fits);
    let (best, (count, _)) = candidates.iter().max_by_key(|(_, (count, _))| *count)?;
    let others: usize = candidates.values().map(|(count, _)| count).sum::<usize>() - count;
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
    called.chain(chain.offices.iter().filter_map(|office| office_key(office))).collect()
}

/// An office of a body or country that is named with it: there are many mayors, but one mayor of Hull.
fn office_key(office: &str) -> Option<String> {
    let (_, owner) = office.split_once('|')?;
    (!owner.is_empty()).then(|| format!("office {office}"))
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
    // Two people with names are not one for being both spoken of as "the spokesman of the port".
    // "Federal prosecutors" are not the one whom another article calls a federal prosecutor.
    let is_described =
        is_person(chain.class, lexicon) && chain.kind != ChainKind::Named && chain.number != Number::Plural;
    chain.office.as_deref().filter(|_| is_described).and_then(office_key).into_iter().collect()
}

/// A person and a body of one name are two.
fn kind_of_name(class: Option<ClassId>, lexicon: &OntologyIndex) -> &'static str {
    if is_person(class, lexicon) { "person" } else { "thing" }
}

fn is_abbreviation(name: &str) -> bool {
    name.chars().filter(|character| character.is_uppercase()).count() >= 2 && !name.contains(' ')
}
