//! What common nouns are: a plumber is a worker, a worker a person. From WordNet (Fellbaum 1998, "WordNet: An Electronic Lexical
//! Database"), each noun in its first, most usual sense; no list of nouns that somebody writes by hand ever ends.

use std::sync::OnceLock;

use crate::weights::{Aligned, Strings, Weights};

static FILE: &Aligned<[u8]> = &Aligned(*include_bytes!("../../models/nouns.bin"));

/// The nouns with what is above them.
#[derive(Debug)]
pub struct NounKinds {
    nouns: Strings,
    synsets: Vec<u32>,
    parents: Vec<u32>,
}

/// A set of nouns that mean the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Synset(u32);

impl NounKinds {
    /// Those that are part of the program.
    ///
    /// ```
    /// use newsgraph::language::NounKinds;
    ///
    /// let kinds = NounKinds::built_in();
    /// let worker = kinds.synset("worker").expect("it is a noun");
    /// assert!(kinds.from("plumber").any(|above| above == worker));
    /// assert!(!kinds.from("hammer").any(|above| above == worker));
    /// ```
    pub fn built_in() -> &'static Self {
        static KINDS: OnceLock<NounKinds> = OnceLock::new();
        KINDS.get_or_init(|| {
            let file = Weights::of(&FILE.0);
            Self {
                nouns: file.strings("nouns"),
                synsets: file.integers("nouns.synsets"),
                parents: file.integers("synsets.parents"),
            }
        })
    }

    /// The first synset of a noun in its base form, lower case; `None` where it is no known noun of one word.
    pub fn synset(&self, noun: &str) -> Option<Synset> {
        self.nouns.find(noun).map(|place| Synset(self.synsets[place]))
    }

    /// The first synset of a noun, then those above it, the nearest first.
    pub fn from(&self, noun: &str) -> impl Iterator<Item = Synset> {
        std::iter::successors(self.synset(noun), |&Synset(synset)| {
            let above = self.parents[synset as usize];
            (above != synset).then_some(Synset(above))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_noun_has_an_end_above_it() {
        let kinds = NounKinds::built_in();
        let top = kinds.synset("entity");
        assert!(kinds.nouns.iter().all(|noun| kinds.from(noun).take(30).last() == top));
    }

    #[test]
    fn the_first_sense_counts() {
        let kinds = NounKinds::built_in();
        let is = |noun: &str, kind: &str| kinds.from(noun).any(|above| Some(above) == kinds.synset(kind));
        assert!(is("whittler", "person") && is("perjury", "crime") && is("orchestra", "organization"));
        assert!(!is("hammer", "person") && !is("perjury", "person"));
        assert_eq!(kinds.synset("xyzzy"), None);
    }
}
