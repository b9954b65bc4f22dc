//! Groups of chains as entities: IRI, canonical label, other names, class, and where they are mentioned.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::coreference::{Chain, ChainId, ChainKind, Reason};
use crate::grammar::{Gender, Number};
use crate::mentions::OntologyIndex;
use crate::ontology::ClassId;
use crate::story::{Entity, EntityMention, Merge, Mint, Unmet, span_iri};
use crate::vocabulary::NG_GROUP;

use super::shared_names::telling_names;

/// One article's part in a story.
#[derive(Debug, Clone, Copy)]
pub struct Part<'a> {
    /// IRI of the document.
    pub document: &'a Arc<str>,
    pub path: &'a str,
    pub chains: &'a [Chain],
}

/// Everybody and everything in a story, sorted by IRI.
#[derive(Debug, Clone, Default)]
pub struct EntityTable {
    pub entities: Vec<Entity>,
    /// What is known of each entity beside what its record says.
    pub profiles: Vec<Profile>,
    pub merges: Vec<Merge>,
    /// Decisions about names that nobody bears, or that could not be kept.
    pub unmet: Vec<Unmet>,
    /// Part → chain → index of its entity; none for chains of pronouns only.
    of_chain: Vec<Vec<Option<usize>>>,
}

/// What tells whether an entity can be another one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Profile {
    pub named: bool,
    /// Whether it has a name that few articles but those on one affair name.
    pub tells_affair: bool,
    /// Whether it is a single person, as far as its words tell.
    pub one_person: bool,
    pub gender: Option<Gender>,
    /// The nouns that describe it.
    pub nouns: BTreeSet<String>,
}

impl EntityTable {
    /// The index of the entity with this IRI.
    pub fn position(&self, id: &str) -> Option<usize> {
        self.entities.binary_search_by(|entity| entity.id.as_ref().cmp(id)).ok()
    }

    /// The entity with this IRI.
    pub fn entity(&self, id: &str) -> Option<&Entity> {
        self.position(id).map(|position| &self.entities[position])
    }

    /// The entity that a chain of the given part (its index in the story's list) stands for.
    pub fn of(&self, part: usize, chain: ChainId) -> Option<&Entity> {
        self.entities.get((*self.of_chain.get(part)?.get(chain.0)?)?)
    }
}

/// One chain with its article.
#[derive(Clone, Copy)]
pub struct Member<'a> {
    pub document: &'a Arc<str>,
    pub path: &'a str,
    /// Index of the article in the story, and of the chain in the article.
    pub part: usize,
    pub index: usize,
    pub chain: &'a Chain,
}

/// A chain in the group of its entity.
pub struct Joined<'a> {
    pub member: Member<'a>,
    /// Why it is in the group, if it was not its first.
    pub reason: Option<Reason>,
}

/// What has no name of its own and is the same wherever it is spoken of.
pub fn is_concept(chain: &Chain, lexicon: &OntologyIndex) -> bool {
    chain.kind == ChainKind::Described && chain.class.is_some_and(|class| lexicon.is_concept(class))
}

/// Turns groups of chains into entities with IRIs.
pub fn entity_table(
    parts: &[Part],
    groups: &[Vec<Joined>],
    lexicon: &OntologyIndex,
    mint: &Mint,
) -> EntityTable {
    let mut taken: BTreeMap<Arc<str>, usize> = BTreeMap::new();
    let mut made: Vec<(Entity, usize)> = Vec::new();
    for (index, group) in groups.iter().enumerate() {
        let members: Vec<Member> = group.iter().map(|joined| joined.member).collect();
        let mut entity = entity(&members, lexicon, mint);
        if taken.contains_key(&entity.id) {
            let place = entity
                .mentions
                .first()
                .map_or_else(String::new, |mention| span_iri(&mention.document, mention.begin, mention.end));
            entity.id = mint.namesake(&entity.label, &place).into();
        }
        taken.insert(entity.id.clone(), index);
        made.push((entity, index));
    }
    made.sort_by(|(a, _), (b, _)| a.id.cmp(&b.id));
    let mut of_chain: Vec<Vec<Option<usize>>> =
        parts.iter().map(|part| vec![None; part.chains.len()]).collect();
    for (position, (_, group)) in made.iter().enumerate() {
        for Joined { member, .. } in &groups[*group] {
            of_chain[member.part][member.index] = Some(position);
        }
    }
    EntityTable {
        profiles: made.iter().map(|(_, group)| profile(&groups[*group], lexicon)).collect(),
        merges: made.iter().flat_map(|(entity, group)| merges(entity, &groups[*group])).collect(),
        entities: made.into_iter().map(|(entity, _)| entity).collect(),
        unmet: Vec::new(),
        of_chain,
    }
}

fn profile(group: &[Joined], lexicon: &OntologyIndex) -> Profile {
    let chains = || group.iter().map(|joined| joined.member.chain);
    let is_person = |chain: &Chain| {
        chain.number != Number::Plural
            && chain.class.is_some_and(|class| lexicon.is_person(class) && !lexicon.is_office(class))
    };
    Profile {
        named: chains().any(|chain| chain.kind == ChainKind::Named),
        tells_affair: chains().any(|chain| !telling_names(chain, lexicon).is_empty()),
        one_person: chains().all(is_person),
        gender: chains().find_map(|chain| chain.gender),
        nouns: chains().flat_map(|chain| chain.nouns.iter().cloned()).collect(),
    }
}

/// The joins inside of the articles, and those of their chains.
fn merges<'a>(entity: &'a Entity, group: &'a [Joined<'_>]) -> impl Iterator<Item = Merge> + 'a {
    group.iter().flat_map(|Joined { member, reason }| {
        let inside = member.chain.joined.iter().map(|(place, reason)| (place, reason.clone()));
        let across = member.chain.places.first().zip(reason.clone());
        inside.chain(across).map(|(place, reason)| Merge {
            entity: entity.id.clone(),
            document: member.document.clone(),
            place: place.clone(),
            reason: reason.to_string().into(),
        })
    })
}

fn entity(group: &[Member], lexicon: &OntologyIndex, mint: &Mint) -> Entity {
    let known = group.iter().find_map(|member| member.chain.individual);
    let known = known.map(|individual| lexicon.ontology.individual(individual));
    let label = known.map_or_else(|| canonical(group), |known| known.label.clone());
    let mut names: BTreeSet<String> = BTreeSet::new();
    let mut mentions: Vec<EntityMention> = Vec::new();
    let named = group.iter().any(|member| member.chain.kind == ChainKind::Named);
    for Member { document, chain, .. } in group {
        let names_it = !named || chain.kind == ChainKind::Named;
        names.extend(chain.names.iter().chain([&chain.label]).filter(|_| names_it).cloned());
        mentions.extend(chain.places.iter().map(|place| EntityMention {
            document: (*document).clone(),
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
        id: id.into(),
        label: label.into(),
        alternative_labels: names.into_iter().collect(),
        types: match known {
            Some(known) => {
                known.classes.iter().map(|&class| lexicon.ontology.class(class).iri.as_str().into()).collect()
            }
            None => class_of(group, lexicon).map(Arc::from).into_iter().collect(),
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
fn class_of(group: &[Member], lexicon: &OntologyIndex) -> Option<String> {
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
        lexicon.ontology.class_named(NG_GROUP).unwrap_or(class)
    } else {
        class
    };
    Some(lexicon.ontology.class(class).iri.clone())
}
