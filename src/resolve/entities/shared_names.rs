//! Whether two articles are on one affair, by the names that they share: those of people whom nobody knows but from such
//! articles, and of bodies that are called like nothing else. A court, a police force or a known politician is named in
//! articles on a thousand affairs.

use std::collections::BTreeSet;

use crate::coreference::{Chain, ChainKind, PersonName};
use crate::mentions::{OntologyIndex, name_key};
use crate::ontology::ClassId;

/// What each article of a story names that few others do.
pub struct SharedNames {
    /// Part → keys of names.
    of_part: Vec<BTreeSet<String>>,
}

impl SharedNames {
    /// Of the chains of these articles.
    pub fn of<'c>(parts: impl Iterator<Item = &'c [Chain]>, lexicon: &OntologyIndex) -> Self {
        let names = |chain: &Chain| telling_names(chain, lexicon);
        Self { of_part: parts.map(|chains| chains.iter().flat_map(names).collect()).collect() }
    }

    /// Whether both articles name somebody or something beside those who are called so.
    pub fn on_one_affair(&self, one: usize, other: usize, beside: &BTreeSet<String>) -> bool {
        one == other
            || self.of_part[one].intersection(&self.of_part[other]).any(|name| !beside.contains(name))
    }
}

/// The keys of a name that tells which affair an article is on.
pub fn telling_names(chain: &Chain, lexicon: &OntologyIndex) -> Vec<String> {
    let full = chain.kind == ChainKind::Named && chain.individual.is_none() && chain.label.contains(' ');
    let Some(class) = chain.class.filter(|_| full) else { return Vec::new() };
    let told_by_noun = || {
        let last = chain.label.rsplit(' ').next().unwrap_or_default().to_lowercase();
        lexicon.word_class(&last).is_some()
    };
    if lexicon.is_person(class) {
        full_names(chain, lexicon)
    } else if lexicon.is_body(class) && !told_by_noun() {
        vec![format!("name {}", name_key(&chain.label, lexicon))]
    } else {
        Vec::new()
    }
}

/// A person's name of several words: by its first and last word, and as a whole, whatever its hyphens. Who is called `Jr.` is
/// nobody without it.
pub fn full_names(chain: &Chain, lexicon: &OntologyIndex) -> Vec<String> {
    if chain.kind != ChainKind::Named || chain.individual.is_some() || !is_person(chain.class, lexicon) {
        return Vec::new();
    }
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

pub fn is_person(class: Option<ClassId>, lexicon: &OntologyIndex) -> bool {
    class.is_some_and(|class| lexicon.is_person(class))
}
