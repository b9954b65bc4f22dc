//! The words that factuality is read by, as far as they are no function words; the ontology lists them.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::lemma::lemma_of;
use super::stance::Stance;
use super::tree::Tree;
use crate::language::Dependency;

/// Words that tell how what they govern or modify is meant, by lemma.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactualityWords {
    /// What governing words say of what they govern; a second word is a particle, adverb or preposition that belongs to
    /// the first (`rule out`, `keep from`), or the "to" of the infinitive that it governs (`say to`).
    pub stances: BTreeMap<String, Stance>,
    /// Verbs that lay a deed to somebody's charge (`ng:charging ng:word "indict"`).
    pub charging: BTreeSet<String>,
    /// Words of a verdict: what one is convicted of, one has done, as long as the verdict stands (`ng:verdicts ng:word "jail"`).
    pub verdicts: BTreeSet<String>,
    /// Verbs whose subject does, or owns to, the deed that their object names (`ng:doing ng:word "commit"`).
    pub doing: BTreeSet<String>,
    /// Adverbs and adjectives of what was not so, though somebody said or judged so (`ng:wrongly ng:word "falsely"`).
    pub wrongly: BTreeSet<String>,
    /// Adjectives that call a claim untrue, and a deed improper (`ng:mistaken ng:word "wrong"`).
    pub mistaken: BTreeSet<String>,
    /// Words by which somebody takes back what he said (`ng:takingBack ng:word "apologise"`).
    pub taking_back: BTreeSet<String>,
    /// Texts that others have replaced (`ng:superseded ng:word "earlier version"`).
    pub superseded: BTreeSet<String>,
    /// Texts by which somebody is accused before a court (`ng:accusingTexts ng:word "indictment"`).
    pub accusing_texts: BTreeSet<String>,
    /// Whoever hears a case (`ng:hearings ng:word "jury"`).
    pub hearings: BTreeSet<String>,
    /// Words of how or why, whose denial denies no deed (`ng:manners ng:word "in vain"`).
    pub manners: BTreeSet<String>,
    /// Verbs by which somebody owns to a deed, with the word that goes with them (`ng:owning ng:word "plead guilty"`).
    pub owning: BTreeSet<String>,
    /// Verbs that are done by saying that one wants to do it (`ng:performing ng:word "thank"`).
    pub performing: BTreeSet<String>,
    /// Adverbs that leave it open, or say that it is only alleged (`ng:uncertain ng:word "allegedly"`).
    pub uncertain: BTreeSet<String>,
    /// Adverbs of what was about to happen and did not (`ng:nearMiss ng:word "nearly"`).
    pub near_miss: BTreeSet<String>,
    /// Verbs whose object is yet to come (`ng:impending ng:word "face"`).
    pub impending: BTreeSet<String>,
    /// Words that take for granted the event that a definite noun after them names (`ng:granting ng:word "responsible"`).
    pub granting: BTreeSet<String>,
    /// Adjectives that take the reality from the event that they modify (`ng:notReal ng:word "planned"`).
    pub not_real: BTreeSet<String>,
    /// Verbs by which an event comes about (`ng:comingAbout ng:word "follow"`).
    pub coming_about: BTreeSet<String>,
    /// Verbs of what is yet to come (`ng:ahead ng:word "loom"`).
    pub ahead: BTreeSet<String>,
    /// Adjectives that put what they modify into the past (`ng:noLonger ng:word "former"`).
    pub no_longer: BTreeSet<String>,
    /// Adjectives of what somebody is not, or not yet (`ng:notYet ng:word "aspiring"`).
    pub not_yet: BTreeSet<String>,
}

impl FactualityWords {
    /// What the word says of what it governs: with the word that belongs to it if the two are listed, else by itself.
    pub fn stance(&self, tree: &Tree<'_>, word: usize) -> Option<Stance> {
        let lemma = lemma_of(tree.token(word));
        let belongs = |&child: &usize| {
            matches!(tree.dep(child), Dependency::Prt | Dependency::Advmod | Dependency::Prep) && child > word
        };
        let with = |child: usize| self.stance_with(&lemma, &lemma_of(tree.token(child)));
        let together = tree.children(word).iter().copied().filter(belongs).find_map(with);
        together
            .or_else(|| self.stances.get(&lemma).copied())
            .or_else(|| self.stances.get(singular(tree, word, &lemma)?).copied())
    }

    /// Whether a list holds a noun, by itself or with a word right below it ("court papers").
    pub fn lists_noun(list: &BTreeSet<String>, tree: &Tree<'_>, noun: usize) -> bool {
        let lemma = lemma_of(tree.token(noun));
        let lemma = singular(tree, noun, &lemma).unwrap_or(&lemma);
        let with = |&child: &usize| {
            child < noun && list.contains(&format!("{} {lemma}", lemma_of(tree.token(child))))
        };
        list.contains(lemma) || tree.children(noun).iter().any(with)
    }

    /// What a word says together with the one that belongs to it.
    pub fn stance_with(&self, lemma: &str, second: &str) -> Option<Stance> {
        self.stances.get(&format!("{lemma} {second}")).copied()
    }

    /// Whether a word tells of something that is only said to be so: a claim, a charge.
    pub fn is_allegation(&self, tree: &Tree<'_>, word: usize) -> bool {
        self.stance(tree, word) == Some(Stance::Alleged)
            || self.charging.contains(&lemma_of(tree.token(word)))
    }
}

/// The singular of a plural that is taken for a name, as at the beginning of a sentence: "Rumours of her death".
fn singular<'l>(tree: &Tree<'_>, word: usize, lemma: &'l str) -> Option<&'l str> {
    lemma.strip_suffix('s').filter(|_| tree.token(word).tag.is_proper_noun())
}
