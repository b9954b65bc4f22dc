//! Turns the parser's arcs into trees and sentences.
//!
//! The parser's trees are projective. Arcs that cross others were lifted in training, and the label keeps the label of
//! the true head ("pobj||prep"); they are lowered again here (Nivre & Nilsson 2005; spaCy's `nonproj.pyx`). A
//! sentence starts at the left edge of each root's subtree (spaCy's `set_children_from_heads`).

const ROOT: &str = "ROOT";
const DELIMITER: &str = "||";
/// spaCy gives up after so many rounds of widening the edges; only malformed trees need them.
const MOST_ROUNDS: usize = 11;

/// Heads, labels and sentence starts of one text's tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tree {
    /// Index of each token's head; a root's own.
    pub heads: Vec<usize>,
    pub labels: Vec<&'static str>,
    pub sentence_starts: Vec<bool>,
}

impl Tree {
    /// Builds the tree from head and label of each token, `None` for a root.
    pub fn new(
        arcs: impl Iterator<Item = Option<(usize, &'static str)>>,
        is_space: impl Fn(usize) -> bool,
    ) -> Self {
        let (heads, labels): (Vec<_>, Vec<_>) =
            arcs.enumerate().map(|(token, arc)| arc.unwrap_or((token, ROOT))).unzip();
        let mut tree = Self { sentence_starts: vec![false; heads.len()], heads, labels };
        let mut edges = Edges::new(&tree.heads);
        if tree.lower_lifted_arcs(&edges, is_space) {
            edges = Edges::new(&tree.heads);
        }
        for (token, &head) in tree.heads.iter().enumerate() {
            if token == head {
                tree.sentence_starts[edges.left[token]] = true;
            }
        }
        tree
    }

    /// Gives every arc with a decorated label its true head; whether there was one.
    fn lower_lifted_arcs(&mut self, edges: &Edges, is_space: impl Fn(usize) -> bool) -> bool {
        let mut lowered = false;
        for token in 0..self.heads.len() {
            if let Some((label, head_label)) = self.labels[token].split_once(DELIMITER) {
                self.heads[token] = self.find_head(token, head_label, edges, &is_space);
                self.labels[token] = label;
                lowered = true;
            }
        }
        lowered
    }

    /// The first token with the wanted label below the token's head, level by level; else the head itself.
    fn find_head(
        &self,
        token: usize,
        head_label: &str,
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

    #[test]
    fn sentences_start_at_the_left_edges_of_roots() {
        let tree = Tree::new([Some((1, "nsubj")), None, Some((3, "det")), None].into_iter(), |_| false);
        assert_eq!(tree.sentence_starts, [true, false, true, false]);
        assert_eq!(tree.labels, ["nsubj", "ROOT", "det", "ROOT"]);
    }

    #[test]
    fn lifted_arcs_are_lowered() {
        // "Whom did they talk to": "whom" belongs to "to".
        let arcs = [Some((3, "pobj||prep")), Some((3, "aux")), Some((3, "nsubj")), None, Some((3, "prep"))];
        let tree = Tree::new(arcs.into_iter(), |_| false);
        assert_eq!(tree.heads, [4, 3, 3, 3, 3]);
        assert_eq!(tree.labels[0], "pobj");
        assert_eq!(tree.sentence_starts, [true, false, false, false, false]);
    }
}
