//! People with one full name in several articles: one person, unless what the articles say of them contradicts. A builder and a
//! member of parliament, somebody of 34 and somebody of 61 are two, and so are Robert Alan and Robert James; where the
//! articles are plainly on one affair, a trade may be another word for the same.

use std::collections::{BTreeMap, BTreeSet};

use crate::coreference::{Chain, PersonName};
use crate::grammar::Gender;
use crate::mentions::OntologyIndex;

use super::entity_table::Member;
use super::shared_names::{SharedNames, full_names};

/// Ages of one person in two articles, and in two articles on one affair, which may drag on for years.
const YEARS_BETWEEN: u8 = 1;
const YEARS_OF_AFFAIR: u8 = 5;

/// What tells one bearer of a name from another.
#[derive(Debug, Clone, Default)]
pub struct Traits {
    ages: BTreeSet<u8>,
    genders: BTreeSet<Gender>,
    /// Nouns for trades and posts.
    trades: BTreeSet<String>,
}

impl Traits {
    pub fn of(chain: &Chain, lexicon: &OntologyIndex) -> Self {
        let posts = chain.offices.iter().filter_map(|office| office.split('|').next());
        let nouns = chain.nouns.iter().map(String::as_str).chain(posts);
        let tells = |noun: &&str| !noun.is_empty() && !lexicon.is_said_of_anybody(noun);
        Self {
            ages: chain.age.into_iter().collect(),
            genders: chain.gender.into_iter().collect(),
            trades: nouns.filter(tells).map(str::to_owned).collect(),
        }
    }

    fn tell(&self) -> bool {
        !self.ages.is_empty() || !self.trades.is_empty()
    }

    /// Whether both can be said of one person; articles on one affair may call him differently.
    pub fn agree(&self, other: &Self, one_affair: bool) -> bool {
        let years = if one_affair { YEARS_OF_AFFAIR } else { YEARS_BETWEEN };
        let near = |age: &u8| other.ages.iter().any(|other| age.abs_diff(*other) <= years);
        let ages = self.ages.is_empty() || other.ages.is_empty() || self.ages.iter().any(near);
        let apart = |a: bool, b: bool, disjoint: bool| !a && !b && disjoint;
        let genders = !apart(
            self.genders.is_empty(),
            other.genders.is_empty(),
            self.genders.is_disjoint(&other.genders),
        );
        let trades =
            !apart(self.trades.is_empty(), other.trades.is_empty(), self.trades.is_disjoint(&other.trades));
        ages && genders && (trades || one_affair)
    }

    fn add(&mut self, other: &Self) {
        self.ages.extend(&other.ages);
        self.genders.extend(&other.genders);
        self.trades.extend(other.trades.iter().cloned());
    }
}

/// One person so far.
#[derive(Default)]
struct Bearer {
    first: usize,
    names: Vec<PersonName>,
    keys: BTreeSet<String>,
    parts: BTreeSet<usize>,
    traits: Traits,
}

/// The bearers of full names.
#[derive(Default)]
pub struct Namesakes {
    bearers: Vec<Bearer>,
    /// Key of a name → those who bear it.
    of_key: BTreeMap<String, Vec<usize>>,
}

impl Namesakes {
    /// Calls `join` with each two members that are one person. Those of whom something is told come first: whoever nothing is
    /// told of may be any of several.
    pub fn join(
        &mut self,
        people: &[usize],
        members: &[Member],
        shared: &SharedNames,
        lexicon: &OntologyIndex,
        mut join: impl FnMut(usize, usize),
    ) {
        let traits: Vec<Traits> = people.iter().map(|&one| Traits::of(members[one].chain, lexicon)).collect();
        let (told, untold): (Vec<_>, Vec<_>) =
            people.iter().zip(&traits).partition(|(_, traits)| traits.tell());
        for (&member, traits) in told.into_iter().chain(untold) {
            let Member { part, chain, .. } = members[member];
            let keys = full_names(chain, lexicon);
            let name = PersonName::of(&chain.label, lexicon);
            match self.meant(&keys, &name, part, traits, shared) {
                Some(bearer) => {
                    join(self.bearers[bearer].first, member);
                    self.add(bearer, keys, name, part, traits);
                }
                None => {
                    self.bearers.push(Bearer { first: member, ..Bearer::default() });
                    self.add(self.bearers.len() - 1, keys, name, part, traits);
                }
            }
        }
    }

    /// The only bearer of this name, whoever it may be in whatever article.
    pub fn only(&self, key: &str) -> Option<usize> {
        <[usize; 1]>::try_from(self.of_key.get(key)?.as_slice()).ok().map(|[only]| self.bearers[only].first)
    }

    fn add(&mut self, bearer: usize, keys: Vec<String>, name: PersonName, part: usize, traits: &Traits) {
        let one = &mut self.bearers[bearer];
        one.names.push(name);
        one.parts.insert(part);
        one.traits.add(traits);
        for key in keys {
            if one.keys.insert(key.clone()) {
                self.of_key.entry(key).or_default().push(bearer);
            }
        }
    }

    /// The only one who can be meant, or the only one of an article on the same affair. Two people whom one article
    /// tells apart are two.
    fn meant(
        &self,
        keys: &[String],
        name: &PersonName,
        part: usize,
        traits: &Traits,
        shared: &SharedNames,
    ) -> Option<usize> {
        let bearers: BTreeSet<usize> =
            keys.iter().filter_map(|key| self.of_key.get(key)).flatten().copied().collect();
        let on_affair = |bearer: &Bearer| {
            bearer.parts.iter().any(|&other| shared.on_one_affair(part, other, &bearer.keys))
        };
        let mut fitting: Vec<usize> = Vec::new();
        for index in bearers {
            let bearer = &self.bearers[index];
            let free = !bearer.parts.contains(&part);
            let named = bearer.names.iter().all(|other| other.may_be(name));
            let agree = || traits.agree(&bearer.traits, false);
            if free && named && (agree() || on_affair(bearer) && traits.agree(&bearer.traits, true)) {
                fitting.push(index);
            }
        }
        if fitting.len() > 1 {
            fitting.retain(|&index| on_affair(&self.bearers[index]));
        }
        <[usize; 1]>::try_from(fitting).ok().map(|[only]| only)
    }
}
