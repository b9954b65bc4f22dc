//! What coreference finds in one article: chains of mentions, each with a name for it and all other names seen.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::coreference::reason::Reason;
use crate::grammar::{Gender, Number, object_of};
use crate::language::CoarseTag;
use crate::mentions::{Mention, MentionId, MentionKind};
use crate::ontology::{ClassId, IndividualId};
use crate::story::Span;

use super::clusters::{Clusters, Group};
use super::content::content;
use super::descriptions::means_holder;
use super::input::CoreferenceInput;
use super::posts::{Post, post};
use super::said::Holder;

/// A description of more words is seldom what one would call it.
const LONGEST_LABEL: usize = 4;

/// Index of a chain in [`Chains`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ChainId(pub usize);

/// Everything an article says of one thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chain {
    pub class: Option<ClassId>,
    pub individual: Option<IndividualId>,
    /// The fullest name, or the most telling description without determiner and quantity.
    pub label: String,
    /// All names seen, with and without courtesy titles; of a thing without a name, its descriptions. Sorted.
    pub names: Vec<String>,
    pub kind: ChainKind,
    pub number: Number,
    /// What its description says, in a form to compare; empty for names.
    pub content: String,
    /// The office whose holder is meant, where that is all that is said (`the mayor of Hull`), in the same form.
    pub office: Option<String>,
    /// The offices that the article says it holds, in the same form.
    pub offices: Vec<String>,
    /// Where it is named or described, in order of the text.
    pub places: Vec<Span>,
    /// The mentions that were joined to earlier ones, and why, in order of the text.
    pub joined: Vec<(Span, Reason)>,
    pub gender: Option<Gender>,
    /// How old the article says that it is.
    pub age: Option<u8>,
    /// The nouns that describe it, in their base form; of `one of the guards`, `guard`. Sorted.
    pub nouns: Vec<String>,
}

/// What a chain's best mention is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ChainKind {
    Named,
    Described,
    /// Only pronouns: nothing tells what is meant.
    Unknown,
}

/// The chains of an article, in order of their first mention.
#[derive(Debug, Clone, Default)]
pub struct Chains {
    chains: Vec<Chain>,
    of_mention: Vec<ChainId>,
    /// A post's words → the person beside whom they stand.
    bearers: BTreeMap<MentionId, MentionId>,
    /// A pronoun that another could be meant by → a chain of its own.
    alone: BTreeMap<MentionId, ChainId>,
    /// Words for several → those whom they mean.
    several: BTreeMap<MentionId, Vec<ChainId>>,
    /// Words for a post → the post.
    posts: BTreeMap<MentionId, Post>,
}

impl Chains {
    pub fn new(input: &CoreferenceInput, clusters: Clusters, holders: &[Holder]) -> Self {
        let mut of_mention = vec![ChainId(0); input.document.mentions.len()];
        let mut chains = Vec::new();
        let (groups, reasons, unsure) = clusters.into_groups();
        for (index, group) in groups.into_iter().enumerate() {
            for member in &group.members {
                of_mention[member.0] = ChainId(index);
            }
            chains.push(chain(input, group, &reasons));
        }
        let mut bearers = BTreeMap::new();
        for holder in holders {
            bearers.insert(holder.office, holder.person);
            let office = content(input, &input.document.mentions[holder.office]);
            let ChainId(person) = of_mention[holder.person.0];
            chains[person].offices.extend([office.key(), office.noun]);
        }
        let mut alone = BTreeMap::new();
        for id in unsure.doubtful {
            alone.insert(id, ChainId(chains.len()));
            chains.push(chain(input, Group::of(id, &input.document.mentions[id], input.lexicon), &reasons));
        }
        let of = |members: Vec<MentionId>| members.iter().map(|member| of_mention[member.0]).collect();
        let several = unsure.several.into_iter().map(|(words, members)| (words, of(members))).collect();
        let posts =
            input.document.mentions.iter().filter_map(|(id, mention)| Some((id, post(input, mention)?)));
        let posts = posts.collect();
        Self { chains, of_mention, bearers, alone, several, posts }
    }

    /// The post that these words name.
    pub fn post(&self, mention: MentionId) -> Option<&Post> {
        self.posts.get(&mention)
    }

    /// Those whom words for several mean (`they`, `the pair`), with the same choice.
    pub fn several(&self, mention: MentionId, certain: bool) -> &[ChainId] {
        let doubtful = certain && self.alone.contains_key(&mention);
        self.several.get(&mention).filter(|_| !doubtful).map_or(&[], Vec::as_slice)
    }

    /// The chain of whoever acts where these words stand: beside `Ann Reed`, `the treasurer who fled` is Ann Reed. Where only
    /// who is certainly meant will do, a pronoun that two could be meant by has a chain of its own.
    pub fn of_bearer(&self, mention: MentionId, certain: bool) -> ChainId {
        let alone = self.alone.get(&mention).copied().filter(|_| certain);
        alone.unwrap_or_else(|| self.of(self.bearers.get(&mention).copied().unwrap_or(mention)))
    }

    /// The chain that a mention belongs to; every mention belongs to one.
    pub fn of(&self, mention: MentionId) -> ChainId {
        self.of_mention[mention.0]
    }

    pub fn iter(&self) -> impl Iterator<Item = (ChainId, &Chain)> {
        self.chains.iter().enumerate().map(|(index, chain)| (ChainId(index), chain))
    }

    /// The chains alone, for when no phrase of the article is asked about any more.
    pub fn into_list(self) -> Vec<Chain> {
        self.chains
    }
}

impl std::ops::Index<ChainId> for Chains {
    type Output = Chain;

    fn index(&self, id: ChainId) -> &Chain {
        &self.chains[id.0]
    }
}

fn chain(input: &CoreferenceInput, group: Group, reasons: &[Option<Reason>]) -> Chain {
    let mentions = &input.document.mentions;
    let of_kind = |kind: MentionKind| {
        let members = group.members.iter().map(|&id| &mentions[id]);
        members.filter(|mention| mention.kind == kind).collect::<Vec<&Mention>>()
    };
    let (names, descriptions) = (of_kind(MentionKind::Name), of_kind(MentionKind::Description));
    let known = group.individual.map(|id| input.lexicon.ontology.individual(id));
    let (kind, label) = if let Some(known) = known {
        (ChainKind::Named, known.label.clone())
    } else if let Some(name) = fullest(&names) {
        (ChainKind::Named, name)
    } else if let Some(description) = most_telling(&descriptions) {
        (ChainKind::Described, description)
    } else {
        (ChainKind::Unknown, group.members.first().map_or_else(String::new, |&id| mentions[id].text.clone()))
    };
    let mut seen: Vec<String> = match kind {
        ChainKind::Named => names.iter().flat_map(|mention| name_forms(mention)).collect(),
        _ => descriptions.iter().map(|mention| mention.label.clone()).collect(),
    };
    seen.sort();
    seen.dedup();
    let spoken = names.iter().chain(&descriptions);
    // As the article has it, with the characters that are not read.
    let place = |mention: &Mention| {
        let characters = mention.span.characters(input.document.sentence(mention.sentence));
        Span::of(&input.document.text, characters.start, characters.end)
    };
    let mut places: Vec<Span> = spoken.map(|mention| place(mention)).collect();
    places.sort_by_key(|place| (place.begin, place.end));
    // A pronoun has no words of its own that could be wrong; its sentence shows what it means.
    let worded = group.members.iter().filter(|id| mentions[**id].kind != MentionKind::Pronoun);
    let joined = worded.filter_map(|&id| Some((place(&mentions[id]), reasons[id.0].clone()?)));
    let joined = joined.collect();
    let nouns: BTreeSet<String> = descriptions.iter().map(|mention| counted_noun(input, mention)).collect();
    Chain {
        class: group.class,
        individual: group.individual,
        label,
        names: seen,
        kind,
        number: group.number,
        content: descriptions.first().map_or_else(String::new, |mention| content(input, mention).key()),
        office: descriptions
            .iter()
            .find(|mention| means_holder(input, mention))
            .map(|mention| content(input, mention).key()),
        offices: Vec::new(),
        places,
        joined,
        gender: group.gender,
        age: group.age,
        nouns: nouns.into_iter().collect(),
    }
}

/// The noun of a description, in its base form; of one out of several, the noun for the several.
fn counted_noun(input: &CoreferenceInput, mention: &Mention) -> String {
    let sentence = input.document.sentence(mention.sentence);
    let number = sentence.tokens[mention.head].pos == CoarseTag::Num;
    let noun = object_of(sentence, mention.head).filter(|_| number).unwrap_or(mention.head);
    crate::grammar::lemma(&sentence.tokens[noun])
}

/// The name with most words, the longest and first of equals.
fn fullest(names: &[&Mention]) -> Option<String> {
    let lower = |name: &Mention| name.text.contains(char::is_lowercase);
    let rank = |name: &&&Mention| (name.text.split(' ').count(), lower(name), name.text.len());
    let best = names.iter().map(|name| rank(&name)).max()?;
    names.iter().find(|name| rank(name) == best).map(|name| name.text.clone())
}

/// The label with most words, but of very long ones the one that occurs most often: they may be slips of the parser.
fn most_telling(descriptions: &[&Mention]) -> Option<String> {
    let rank = |label: &str| {
        let count = descriptions.iter().filter(|mention| mention.label == label).count();
        let words = label.split(' ').count();
        (if words <= LONGEST_LABEL { words } else { 0 }, count, label.len())
    };
    let best = descriptions.iter().map(|mention| rank(&mention.label)).max()?;
    descriptions.iter().find(|mention| rank(&mention.label) == best).map(|mention| mention.label.clone())
}

/// A name as it stands and with its courtesy title.
fn name_forms(mention: &Mention) -> Vec<String> {
    let titled = mention.honorific.as_ref().map(|title| format!("{title} {}", mention.text));
    std::iter::once(mention.text.clone()).chain(titled).collect()
}
