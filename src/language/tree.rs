//! Turns the parser's arcs into trees and sentences.
//!
//! The parser's trees are projective. Arcs that cross others were lifted in training, and the label keeps the label of
//! the true head ("pobj||prep"); they are lowered again here (Nivre & Nilsson 2005; spaCy's `nonproj.pyx`). A
//! sentence starts at the left edge of each root's subtree (spaCy's `set_children_from_heads`).

use std::str::FromStr;

use crate::language::labels::UnknownLabel;

use super::labels::Dependency;

/// spaCy gives up after so many rounds of widening the edges; only malformed trees need them.
const MOST_ROUNDS: usize = 11;

/// The label of an arc as the parser gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ArcLabel {
    label: Dependency,
    /// Of a lifted arc: the label of the token that is the true head.
    true_head: Option<Dependency>,
}

impl ArcLabel {
    const fn plain(label: Dependency) -> Self {
        Self { label, true_head: None }
    }
}

impl FromStr for ArcLabel {
    type Err = UnknownLabel;

    fn from_str(text: &str) -> Result<Self, UnknownLabel> {
        match text.split_once("||") {
            Some((label, head)) => Ok(Self { label: label.parse()?, true_head: Some(head.parse()?) }),
            None => Ok(Self::plain(text.parse()?)),
        }
    }
}

/// Heads, labels and sentence starts of one text's tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tree {
    /// Index of each token's head; a root's own.
    pub heads: Vec<usize>,
    pub labels: Vec<Dependency>,
    pub sentence_starts: Vec<bool>,
}

impl Tree {
    /// Builds the tree from head and label of each token, `None` for a root.
    pub fn new(
        arcs: impl Iterator<Item = Option<(usize, ArcLabel)>>,
        is_space: impl Fn(usize) -> bool,
    ) -> Self {
        let root = |token| (token, ArcLabel::plain(Dependency::Root));
        let (heads, labels) = arcs.enumerate().map(|(token, arc)| arc.unwrap_or(root(token))).unzip();
        let mut arcs = Arcs { heads, labels };
        let mut edges = Edges::new(&arcs.heads);
        if arcs.lower_lifted(&edges, is_space) {
            edges = Edges::new(&arcs.heads);
        }
        let mut sentence_starts = vec![false; arcs.heads.len()];
        for (token, &head) in arcs.heads.iter().enumerate() {
            if token == head {
                sentence_starts[edges.left[token]] = true;
            }
        }
        let labels = arcs.labels.iter().map(|arc| arc.label).collect();
        Self { heads: arcs.heads, labels, sentence_starts }
    }
}

/// Heads and labels, some of them of lifted arcs.
struct Arcs {
    heads: Vec<usize>,
    labels: Vec<ArcLabel>,
}

impl Arcs {
    /// Gives every lifted arc its true head, from the first token to the last; whether there was one.
    fn lower_lifted(&mut self, edges: &Edges, is_space: impl Fn(usize) -> bool) -> bool {
        let mut lowered = false;
        for token in 0..self.heads.len() {
            let ArcLabel { label, true_head } = self.labels[token];
            if let Some(head_label) = true_head {
                self.heads[token] = self.find_head(token, ArcLabel::plain(head_label), edges, &is_space);
                self.labels[token] = ArcLabel::plain(label);
                lowered = true;
            }
        }
        lowered
    }

    /// The first token with the wanted label below the token's head, level by level; else the head itself. A token
    /// that is itself still lifted is not taken, as spaCy has it.
    fn find_head(
        &self,
        token: usize,
        head_label: ArcLabel,
        edges: &Edges,
        is_space: &impl Fn(usize) -> bool,
    ) -> usize {
        let mut level = vec![self.heads[token]];
        // A level for each token at most: a tree has no deeper branch.
        for _ in 0..self.heads.len() {
            let mut below = Vec::new();
            for &parent in &level {
                for child in edges.left[parent]..=edges.right[parent] {
                    if child == parent || self.heads[child] != parent || child == token || is_space(child) {
                        continue;
                    }
                    if self.labels[child] == head_label {
                        return child;
                    }
                    below.push(child);
                }
            }
            level = below;
        }
        self.heads[token]
    }
}

/// The first and the last token of each token's subtree.
struct Edges {
    left: Vec<usize>,
    right: Vec<usize>,
}

impl Edges {
    fn new(heads: &[usize]) -> Self {
        let own: Vec<usize> = (0..heads.len()).collect();
        let mut edges = Self { left: own.clone(), right: own };
        for _ in 0..=MOST_ROUNDS {
            edges.widen(heads);
            if edges.heads_stay_in_sentences(heads) {
                break;
            }
        }
        edges
    }

    /// Widens the edges of every head by those of its children, once from left to right and once back.
    fn widen(&mut self, heads: &[usize]) {
        for token in (0..heads.len()).chain((0..heads.len()).rev()) {
            let head = heads[token];
            self.left[head] = self.left[head].min(self.left[token]);
            self.right[head] = self.right[head].max(self.right[token]);
        }
    }

    /// Whether each head stands between the sentence starts around its token, as spaCy checks it.
    fn heads_stay_in_sentences(&self, heads: &[usize]) -> bool {
        let mut starts = vec![false; heads.len()];
        for (token, &head) in heads.iter().enumerate() {
            if token == head {
                starts[self.left[token]] = true;
            }
        }
        let mut start = 0;
        for end in 0..heads.len() {
            if (end > 0 && starts[end]) || end + 1 == heads.len() {
                if heads[start..end].iter().any(|head| !(start..=end).contains(head)) {
                    return false;
                }
                start = end;
            }
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(arcs: &[Option<(usize, &str)>]) -> Tree {
        let arc = |&(head, label): &(usize, &str)| (head, label.parse().expect("a label of an arc"));
        Tree::new(arcs.iter().map(|it| it.as_ref().map(arc)), |_| false)
    }

    #[test]
    fn sentences_start_at_the_left_edges_of_roots() {
        let tree = tree(&[Some((1, "nsubj")), None, Some((3, "det")), None]);
        assert_eq!(tree.sentence_starts, [true, false, true, false]);
        assert_eq!(tree.labels, [Dependency::Nsubj, Dependency::Root, Dependency::Det, Dependency::Root]);
    }

    #[test]
    fn lifted_arcs_are_lowered() {
        // "Whom did they talk to": "whom" belongs to "to".
        let arcs = [Some((3, "pobj||prep")), Some((3, "aux")), Some((3, "nsubj")), None, Some((3, "prep"))];
        let tree = tree(&arcs);
        assert_eq!(tree.heads, [4, 3, 3, 3, 3]);
        assert_eq!(tree.labels[0], Dependency::Pobj);
        assert_eq!(tree.sentence_starts, [true, false, false, false, false]);
    }

    #[test]
    fn an_arc_that_is_still_lifted_is_no_true_head() {
        let arcs = [Some((3, "pobj||prep")), Some((3, "prep||dobj")), None, None, Some((3, "prep"))];
        assert_eq!(tree(&arcs).heads[0], 4);
    }
}
