//! How the words of a sentence are tied to each other, found once for all its pairs: the way from every word to the root of the tree,
//! and what governs it in the argument graph.

use crate::grammar::{Link, ParsedSentence};

/// The ties of every word of one sentence.
pub struct Ties<'a> {
    paths: Vec<Vec<usize>>,
    governors: Vec<Vec<Governor<'a>>>,
}

/// A word that governs another, by a link.
#[derive(Debug, Clone, Copy)]
pub struct Governor<'a> {
    pub word: usize,
    pub link: &'a Link,
}

/// Where the ways of two words to the root meet: each takes so many steps up to `top`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Meeting {
    pub top: usize,
    pub steps: [usize; 2],
}

impl<'a> Ties<'a> {
    pub fn new(sentence: &'a ParsedSentence<'_>) -> Self {
        let words = 0..sentence.graph.len();
        let mut governors = vec![Vec::new(); words.len()];
        for word in words.clone() {
            for edge in sentence.graph.edges(word) {
                governors[edge.target].push(Governor { word, link: &edge.link });
            }
        }
        Self { paths: words.map(|word| sentence.tree.path_to_root(word).collect()).collect(), governors }
    }

    /// The word, then those above it, to the root.
    pub fn path(&self, word: usize) -> &[usize] {
        &self.paths[word]
    }

    /// What governs the word, in order of the governing words and of their edges.
    pub fn governors(&self, word: usize) -> &[Governor<'a>] {
        &self.governors[word]
    }

    /// `None` where the words stand in trees of their own.
    pub fn meeting(&self, [one, other]: [usize; 2]) -> Option<Meeting> {
        let (up, down) = (self.path(one), self.path(other));
        up.iter().enumerate().find_map(|(steps, &top)| {
            let other_steps = down.iter().position(|&token| token == top)?;
            Some(Meeting { top, steps: [steps, other_steps] })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample_language::{mended, token};

    #[test]
    fn words_meet_at_what_stands_above_both() {
        let sentences = mended("The mayor of Hull was fined by the court.");
        let parsed = ParsedSentence::new(&sentences[0]);
        let ties = Ties::new(&parsed);
        let [mayor, hull, fined, court] =
            ["mayor", "Hull", "fined", "court"].map(|word| token(&sentences[0], word));
        assert_eq!(ties.meeting([hull, court]), Some(Meeting { top: fined, steps: [3, 2] }));
        assert_eq!(ties.meeting([mayor, hull]), Some(Meeting { top: mayor, steps: [0, 2] }));
        let governors: Vec<(usize, &Link)> =
            ties.governors(mayor).iter().map(|governor| (governor.word, governor.link)).collect();
        assert_eq!(governors, [(fined, &Link::Object)]);
    }
}
