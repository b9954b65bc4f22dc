//! What the patterns say of a pair of arguments and a relation, as a set of bits: the network learns how far to trust each.

use std::collections::BTreeMap;

use crate::grammar::ParsedSentence;
use crate::ontology::RelationId;
use crate::relations::patterns::Extractor;

/// A statement that a pattern found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PatternMatch {
    pub relation: RelationId,
    pub subject: Option<usize>,
    pub object: Option<usize>,
}

/// A pair of arguments; one of them may be unsaid.
type Pair = (Option<usize>, Option<usize>);

/// What the patterns say of all pairs of a sentence.
pub struct Evidence {
    matches: Vec<PatternMatch>,
    /// For every token, the relations that examples teach with its lemma.
    taught: Vec<Vec<RelationId>>,
    /// For every token, the tokens that the argument graph hangs on it.
    governed: Vec<Vec<usize>>,
}

impl Evidence {
    /// A pattern states just this.
    pub const EXACT: u8 = 1;
    /// A pattern states the relation of the subject, with another object.
    pub const SAME_SUBJECT: u8 = 2;
    /// A pattern states the relation of the object, with another subject.
    pub const SAME_OBJECT: u8 = 4;
    /// A pattern states another relation of the pair.
    pub const OTHER_RELATION: u8 = 8;
    /// A word that states the relation in some example governs all arguments that are said.
    pub const TAUGHT_GOVERNOR: u8 = 16;
    /// Such a word is one of the arguments or stands between them in the tree.
    pub const TAUGHT_ON_PATH: u8 = 32;
    /// Such a word stands somewhere in the sentence.
    pub const TAUGHT_SOMEWHERE: u8 = 64;
    /// How many bits there are.
    pub const BITS: usize = 7;

    pub fn new(sentence: &ParsedSentence<'_>, extractor: &Extractor, matches: Vec<PatternMatch>) -> Self {
        let taught = (0..sentence.graph.len()).map(|token| {
            let patterns = extractor.patterns_at(sentence.lemma(token)).iter();
            let mut relations: Vec<RelationId> =
                patterns.map(|&pattern| extractor.patterns()[pattern].relation).collect();
            relations.sort_unstable();
            relations.dedup();
            relations
        });
        let governed = (0..sentence.graph.len())
            .map(|token| sentence.graph.edges(token).iter().map(|edge| edge.target).collect());
        Self { matches, taught: taught.collect(), governed: governed.collect() }
    }

    /// The bits of every relation of which anything is said for this pair.
    pub fn of(&self, sentence: &ParsedSentence<'_>, (subject, object): Pair) -> BTreeMap<RelationId, u8> {
        let mut bits: BTreeMap<RelationId, u8> = BTreeMap::new();
        let mut add = |relation: RelationId, bit: u8| *bits.entry(relation).or_default() |= bit;
        for found in &self.matches {
            match ((found.subject, found.object) == (subject, object), found) {
                (true, _) => add(found.relation, Self::EXACT),
                (false, found) if found.subject == subject && subject.is_some() => {
                    add(found.relation, Self::SAME_SUBJECT);
                }
                (false, found) if found.object == object && object.is_some() => {
                    add(found.relation, Self::SAME_OBJECT);
                }
                _ => {}
            }
        }
        let said: Vec<usize> = subject.into_iter().chain(object).collect();
        let way = way(sentence, &said);
        for (token, relations) in self.taught.iter().enumerate() {
            let governs = said.iter().all(|argument| self.governed[token].contains(argument));
            let mut bit = Self::TAUGHT_SOMEWHERE;
            if governs {
                bit |= Self::TAUGHT_GOVERNOR;
            }
            if way.contains(&token) {
                bit |= Self::TAUGHT_ON_PATH;
            }
            for &relation in relations {
                add(relation, bit);
            }
        }
        let others: Vec<RelationId> = self
            .matches
            .iter()
            .filter(|found| (found.subject, found.object) == (subject, object))
            .map(|found| found.relation)
            .collect();
        for (relation, bits) in &mut bits {
            if others.iter().any(|other| other != relation) {
                *bits |= Self::OTHER_RELATION;
            }
        }
        bits
    }
}

/// The arguments with all tokens between them in the tree; of one alone, with the word that it hangs on.
fn way(sentence: &ParsedSentence<'_>, said: &[usize]) -> Vec<usize> {
    match *said {
        [only] => sentence.tree.path_to_root(only).take(2).collect(),
        [one, other] => {
            let up: Vec<usize> = sentence.tree.path_to_root(one).collect();
            let down: Vec<usize> = sentence.tree.path_to_root(other).collect();
            let Some(top) = up.iter().find(|token| down.contains(token)) else { return said.to_vec() };
            let below =
                |way: &[usize]| way.iter().copied().take_while(|token| token != top).collect::<Vec<_>>();
            let mut way = below(&up);
            way.extend(below(&down));
            way.push(*top);
            way
        }
        _ => Vec::new(),
    }
}
