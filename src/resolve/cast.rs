//! Groups of chains as entities: IRI, canonical label, other names, class, and where they are mentioned.

use std::collections::{BTreeMap, BTreeSet};

use crate::extract::{Lexicon, Number};
use crate::ontology::ClassId;

use super::chains::{Chain, ChainId, ChainKind, Chains};
use super::{Entity, EntityMention, Mint, span_iri};

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
    /// The entity that a chain of the given part (its index in the story's list) stands for.
    pub fn of(&self, part: usize, chain: ChainId) -> Option<&Entity> {
        self.entities.get((*self.of_chain.get(part)?.get(chain.0)?)?)
    }
}

/// One chain with its article.
#[derive(Clone, Copy)]
pub(super) struct Member<'a> {
    pub document: &'a str,
    /// Index of the article in the story, and of the chain in the article.
    pub part: usize,
    pub index: usize,
    pub chain: &'a Chain,
}

/// What has no name of its own and is the same wherever it is spoken of.
pub(super) fn is_concept(chain: &Chain, lexicon: &Lexicon) -> bool {
    chain.kind == ChainKind::Described && chain.class.is_some_and(|class| lexicon.is_concept(class))
}

/// Turns groups of chains into entities with IRIs.
pub(super) fn cast(parts: &[Part], groups: &[Vec<Member>], lexicon: &Lexicon, mint: &Mint) -> Cast {
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    let mut made: Vec<(Entity, usize)> = Vec::new();
    for (index, group) in groups.iter().enumerate() {
        let mut entity = entity(group, lexicon, mint);
        if taken.contains_key(&entity.id) {
            let place = entity
                .mentions
                .first()
                .map_or_else(String::new, |mention| span_iri(&mention.document, mention.begin, mention.end));
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
            mint.namesake(&label, &span_iri(&first.document, first.begin, first.end))
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
    let many = group.iter().all(|member| member.chain.number == Number::Plural);
    let class = if many && lexicon.is_person(class) {
        lexicon.ontology.class_named(GROUP).unwrap_or(class)
    } else {
        class
    };
    Some(lexicon.ontology.class(class).iri.clone())
}
