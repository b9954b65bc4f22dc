//! The ways of the argument graph along which an example's arguments are joined.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, VecDeque};

use crate::grammar::{ArgumentGraph, Link};

/// The way from a root to every token it reaches: the token before and the link between.
pub type Paths = BTreeMap<usize, Option<(usize, Link)>>;

/// Whether the step joins what a word of the example could join better, if there is one.
pub fn is_loose(step: &Step) -> bool {
    matches!(step.link, Link::Possessor | Link::Preposition(_))
}

/// One edge of the tree that joins the arguments.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Step {
    pub from: usize,
    pub link: Link,
    pub to: usize,
}

/// Shortest ways from `root`, breadth first, links in their order.
pub fn paths(graph: &ArgumentGraph, root: usize) -> Paths {
    let mut paths = Paths::from([(root, None)]);
    let mut open = VecDeque::from([root]);
    while let Some(token) = open.pop_front() {
        for edge in graph.edges(token) {
            if let Entry::Vacant(entry) = paths.entry(edge.target) {
                entry.insert(Some((token, edge.link.clone())));
                open.push_back(edge.target);
            }
        }
    }
    paths
}

/// The steps that lead from the paths' root to all of these tokens; `None` where one is out of reach.
pub fn steps(paths: &Paths, tokens: &[usize]) -> Option<Vec<Step>> {
    let mut steps = Vec::new();
    for &token in tokens {
        let mut current = token;
        while let Some((before, link)) = paths.get(&current)? {
            steps.push(Step { from: *before, link: link.clone(), to: current });
            current = *before;
        }
    }
    steps.sort();
    steps.dedup();
    Some(steps)
}
