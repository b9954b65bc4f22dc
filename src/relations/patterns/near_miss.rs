//! Why a sentence gave nothing: the patterns that nearly fit, and what each of them lacks.
//!
//! A pattern is tried again with ever less of it: without the classes of its arguments, then without one branch, then
//! without two. What had to be left out is what failed. The nearest patterns are those of which least was left out.

use std::collections::BTreeSet;

use crate::grammar::{Link, ParsedSentence};
use crate::mentions::OntologyIndex;
use crate::ontology::{RelationId, Role};

use super::binding::Binding;
use super::extractor::Extractor;
use super::fit::fits;
use super::found::ClassOf;
use super::matching::bindings;
use super::pattern::{Content, Pattern};

/// A pattern that nearly fits at a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NearMiss {
    /// Index of the pattern in [`Extractor::patterns`].
    pub pattern: usize,
    /// The token at which it was tried.
    pub token: usize,
    pub lacks: Vec<Lack>,
}

/// What keeps a pattern from fitting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lack {
    /// Nothing hangs on the word by this link that could be the part of the example.
    Missing { link: Link, part: Part },
    /// The token in this role is not of a class that the relation wants.
    WrongClass { role: Role, token: usize },
    /// A counterexample forbids these arguments or this wording.
    Forbidden,
    /// The word stands here with another particle, object or negation than in the example.
    OtherWording,
}

/// A part of an example: an argument, or a word of the wording.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    Argument(Role),
    Word(String),
}

/// Most branches that are left out before a pattern counts as far away.
const MOST_MISSING: usize = 2;

impl Extractor {
    /// The patterns that share a word with the sentence and do not fit there, the nearest first; one for each relation
    /// and word. Relations in `found` are left out.
    pub fn near_misses(
        &self,
        lexicon: &OntologyIndex<'_>,
        sentence: &ParsedSentence<'_>,
        class_of: ClassOf<'_>,
        found: &BTreeSet<RelationId>,
    ) -> Vec<NearMiss> {
        let mut misses: Vec<NearMiss> = Vec::new();
        for token in 0..sentence.graph.len() {
            for &index in self.patterns_at(sentence.lemma(token)) {
                if found.contains(&self.patterns()[index].relation) {
                    continue;
                }
                if let Some(lacks) = self.lacks(lexicon, sentence, class_of, index, token) {
                    misses.push(NearMiss { pattern: index, token, lacks });
                }
            }
        }
        misses.sort_by_key(|miss| (miss.distance(), miss.token, miss.pattern));
        let mut seen = BTreeSet::new();
        misses.retain(|miss| seen.insert((self.patterns()[miss.pattern].relation, miss.token)));
        misses
    }

    /// What the pattern lacks at this word; `None` where it fits, or is too far from fitting.
    fn lacks(
        &self,
        lexicon: &OntologyIndex<'_>,
        sentence: &ParsedSentence<'_>,
        class_of: ClassOf<'_>,
        index: usize,
        token: usize,
    ) -> Option<Vec<Lack>> {
        let pattern = &self.patterns()[index];
        let relation = lexicon.ontology.relation(pattern.relation);
        let strict = pattern.says_little;
        let of_class = |role: &Role, token: usize| {
            fits(lexicon, relation, role, class_of(token), sentence.tree.token(token), strict)
        };
        let bound = |pattern: &Pattern| -> Option<Binding> {
            let found =
                bindings(sentence, pattern, &self.taught_prepositions, token, &|_, _| true, &|_, _| true);
            // Of several ways that one which needs least pardon.
            found
                .into_iter()
                .min_by_key(|way| way.roles.iter().filter(|(role, at)| !of_class(role, *at)).count())
        };
        let wrong = |binding: &Binding| -> Vec<Lack> {
            let unfit = binding.roles.iter().filter(|(role, at)| !of_class(role, *at));
            unfit.map(|(role, at)| Lack::WrongClass { role: role.clone(), token: *at }).collect()
        };
        if let Some(binding) = bound(pattern) {
            let wrong = wrong(&binding);
            return Some(if wrong.is_empty() { vec![Lack::Forbidden] } else { wrong });
        }
        let freed = Pattern { vetoes: Vec::new(), ..pattern.clone() };
        if bound(&freed).is_some() {
            return Some(vec![Lack::Forbidden]);
        }
        let branches = pattern.root.branches.len();
        for dropped in subsets(branches) {
            let mut less = freed.clone();
            less.root.branches = kept(&pattern.root.branches, &dropped);
            if let Some(binding) = bound(&less) {
                let missing = dropped.iter().map(|&branch| {
                    let branch = &pattern.root.branches[branch];
                    Lack::Missing { link: branch.link.clone(), part: Part::of(&branch.node.content) }
                });
                return Some(missing.chain(wrong(&binding)).collect());
            }
        }
        (branches <= MOST_MISSING).then(|| vec![Lack::OtherWording])
    }
}

impl NearMiss {
    /// How far the pattern is from fitting: a wrong class is the nearest miss, another wording the farthest.
    fn distance(&self) -> usize {
        let of = |lack: &Lack| match lack {
            Lack::Forbidden => 1,
            Lack::WrongClass { .. } => 2,
            Lack::Missing { .. } => 3,
            Lack::OtherWording => 7,
        };
        self.lacks.iter().map(of).sum()
    }
}

impl Part {
    fn of(content: &Content) -> Self {
        match content {
            Content::Slot { role, .. } => Self::Argument(role.clone()),
            Content::Word { lemma, .. } | Content::Kin { lemma, .. } => Self::Word(lemma.clone()),
        }
    }
}

/// The sets of branches that are left out, smallest first.
fn subsets(branches: usize) -> Vec<Vec<usize>> {
    let one = (0..branches).map(|branch| vec![branch]);
    let two = (0..branches).flat_map(|first| (first + 1..branches).map(move |second| vec![first, second]));
    one.chain(two).filter(|set| set.len() <= MOST_MISSING).collect()
}

fn kept<T: Clone>(branches: &[T], dropped: &[usize]) -> Vec<T> {
    let stays = |(index, _): &(usize, &T)| !dropped.contains(index);
    branches.iter().enumerate().filter(stays).map(|(_, branch)| branch.clone()).collect()
}
