//! Disjoint sets with path halving: joining n things costs next to n steps (Tarjan & van Leeuwen 1984).

/// Indices in disjoint sets; the smallest index stands for its set, so that results do not hang on the order of joins.
pub struct UnionFind {
    parent: Vec<usize>,
}

impl UnionFind {
    /// Every index of `0..count` alone.
    pub fn new(count: usize) -> Self {
        Self { parent: (0..count).collect() }
    }

    /// The smallest index of the set that this one is in.
    pub fn find(&mut self, mut index: usize) -> usize {
        while self.parent[index] != index {
            self.parent[index] = self.parent[self.parent[index]];
            index = self.parent[index];
        }
        index
    }

    pub fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.find(a), self.find(b));
        self.parent[a.max(b)] = a.min(b);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::UnionFind;

    proptest! {
        #[test]
        fn the_order_of_joins_does_not_matter(pairs in proptest::collection::vec((0..20_usize, 0..20_usize), 0..30)) {
            let mut forth = UnionFind::new(20);
            let mut back = UnionFind::new(20);
            pairs.iter().for_each(|&(a, b)| forth.join(a, b));
            pairs.iter().rev().for_each(|&(a, b)| back.join(b, a));
            for index in 0..20 {
                prop_assert_eq!(forth.find(index), back.find(index));
            }
        }
    }
}
