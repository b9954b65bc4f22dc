//! A sentence with everything that grammar reads off it: its tree, its argument graph, lemmas and word classes, each found once.

use crate::language::Sentence;

use super::argument_graph::ArgumentGraph;
use super::category::Category;
use super::lemma::lemma_of;
use super::link::Link;
use super::token_span::TokenSpan;
use super::tree::Tree;

/// A parsed sentence, ready for matching.
pub struct ParsedSentence<'a> {
    pub tree: Tree<'a>,
    pub graph: ArgumentGraph,
    lemmas: Vec<String>,
    categories: Vec<Category>,
    /// For every noun or adjective, the verbs whose object or complement it is.
    pub object_of: Vec<Vec<usize>>,
}

impl<'a> ParsedSentence<'a> {
    pub fn new(sentence: &'a Sentence) -> Self {
        let tree = Tree::new(sentence);
        let graph = ArgumentGraph::new(&tree);
        let mut object_of = vec![Vec::new(); sentence.tokens.len()];
        for verb in 0..graph.len() {
            for edge in graph.edges(verb).iter().filter(|edge| is_close(&edge.link)) {
                object_of[edge.target].push(verb);
            }
        }
        Self {
            tree,
            graph,
            lemmas: sentence.tokens.iter().map(lemma_of).collect(),
            categories: sentence.tokens.iter().map(Category::of).collect(),
            object_of,
        }
    }

    /// The same without the lemmas of some words: of them, only what grammar makes of them is left.
    #[must_use]
    pub fn hiding(mut self, words: TokenSpan) -> Self {
        self.lemmas[words.tokens()].iter_mut().for_each(String::clear);
        self
    }

    pub fn sentence(&self) -> &'a Sentence {
        self.tree.sentence
    }

    pub fn lemma(&self, token: usize) -> &str {
        &self.lemmas[token]
    }

    pub fn category(&self, token: usize) -> Category {
        self.categories[token]
    }
}

/// Whether parsers hang a phrase on a verb or on what stands there, as they guess ("requested [help from X]", "pleaded
/// [guilty to X]").
pub fn is_close(link: &Link) -> bool {
    matches!(link, Link::Object | Link::Complement)
}
