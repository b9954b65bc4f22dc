//! A sentence made ready for features: words in small letters, and the argument graph walked in both directions.

use std::collections::VecDeque;

use crate::grammar::{Link, ParsedSentence};
use crate::language::{Dependency, EntityType, Sentence};

/// A parsed sentence with what features need again and again.
pub struct View<'a> {
    pub parsed: ParsedSentence<'a>,
    /// The tokens in small letters.
    pub words: Vec<String>,
    /// The argument graph without direction; the label says in which the edge was walked.
    neighbours: Vec<Vec<(usize, String)>>,
    /// For every token, the nouns that say what it is.
    kinds: Vec<Vec<usize>>,
    /// The token that governs the sentence.
    root: usize,
}

/// A step of a path: the label of the edge and the token that it leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    pub label: String,
    pub token: usize,
}

/// For every token, the step that reaches it and the token before it; `None` where no path leads.
pub type Reached = Vec<Option<(usize, String)>>;

impl<'a> View<'a> {
    pub fn new(sentence: &'a Sentence) -> Self {
        let parsed = ParsedSentence::new(sentence);
        let words = sentence.tokens.iter().map(|token| token.text.to_lowercase()).collect();
        let mut neighbours = vec![Vec::new(); sentence.tokens.len()];
        for governor in 0..sentence.tokens.len() {
            for edge in parsed.graph.edges(governor) {
                let name = link_name(&edge.link);
                neighbours[governor].push((edge.target, format!(">{name}")));
                neighbours[edge.target].push((governor, format!("<{name}")));
            }
        }
        let kinds = kinds(&parsed);
        let root = sentence.tokens.iter().position(|token| token.dep == Dependency::Root).unwrap_or(0);
        Self { parsed, words, neighbours, kinds, root }
    }

    pub fn sentence(&self) -> &'a Sentence {
        self.parsed.sentence()
    }

    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// The word at `index` in small letters, or a sign for what lies outside the sentence.
    pub fn word(&self, index: Option<usize>) -> &str {
        index.and_then(|index| self.words.get(index)).map_or("^", String::as_str)
    }

    /// The recogniser's type at a token as a feature, empty where there is none.
    pub fn entity_type(&self, token: usize) -> &'static str {
        self.sentence().tokens[token].entity.kind().map_or("", EntityType::as_str)
    }

    /// The nouns that say what a token is: "film" of "Tangled" in "Tangled is a film", "the film Tangled".
    pub fn kinds(&self, token: usize) -> &[usize] {
        &self.kinds[token]
    }

    pub fn root(&self) -> usize {
        self.root
    }

    /// How many words stand between a token and the root, one more than that; 0 for the root itself.
    pub fn depth(&self, token: usize) -> usize {
        self.parsed.tree.ancestors(token).count()
    }

    /// The word that governs a phrase, where a list or an apposition counts as what it is joined to.
    pub fn governor(&self, head: usize) -> Option<usize> {
        let tree = &self.parsed.tree;
        let joined = |token: &usize| matches!(tree.dep(*token), Dependency::Conj | Dependency::Appos);
        tree.path_to_root(head).find(|token| !joined(token)).and_then(|first| tree.head(first))
    }

    /// The shortest ways in the argument graph from a token to all others.
    pub fn reach(&self, from: usize) -> Reached {
        let mut reached: Reached = vec![None; self.len()];
        let mut open = VecDeque::from([from]);
        while let Some(token) = open.pop_front() {
            for (next, label) in &self.neighbours[token] {
                if *next != from && reached[*next].is_none() {
                    reached[*next] = Some((token, label.clone()));
                    open.push_back(*next);
                }
            }
        }
        reached
    }

    /// The path that [`Self::reach`] found to a token; empty where none leads there.
    pub fn path(reached: &Reached, from: usize, to: usize) -> Vec<Step> {
        let mut steps = Vec::new();
        let mut current = to;
        while current != from {
            let Some((before, label)) = &reached[current] else { return Vec::new() };
            steps.push(Step { label: label.clone(), token: current });
            current = *before;
        }
        steps.reverse();
        steps
    }

    /// The labels from one token to another by the dependency tree: up to what governs both, then down.
    pub fn tree_path(&self, from: usize, to: usize) -> Vec<String> {
        let tree = &self.parsed.tree;
        let up: Vec<usize> = tree.path_to_root(from).collect();
        let down: Vec<usize> = tree.path_to_root(to).collect();
        let common = up.iter().position(|token| down.contains(token)).unwrap_or(up.len() - 1);
        let turn = up[common];
        let mut labels: Vec<String> =
            up[..common].iter().map(|&token| format!("<{}", tree.dep(token))).collect();
        let descending = down.iter().take_while(|&&token| token != turn);
        let mut below: Vec<String> = descending.map(|&token| format!(">{}", tree.dep(token))).collect();
        below.reverse();
        labels.append(&mut below);
        labels
    }
}

/// The nouns that say of each token what it is: predicate nouns, appositions both ways, and the noun that a name stands
/// before or in.
fn kinds(parsed: &ParsedSentence<'_>) -> Vec<Vec<usize>> {
    let count = parsed.sentence().tokens.len();
    let mut kinds = vec![Vec::new(); count];
    for governor in 0..count {
        let edges = parsed.graph.edges(governor);
        let targets = |link: Link| edges.iter().filter(move |edge| edge.link == link).map(|edge| edge.target);
        for subject in targets(Link::Subject) {
            kinds[subject].extend(targets(Link::Complement));
        }
        for apposed in targets(Link::Apposition) {
            kinds[governor].push(apposed);
            kinds[apposed].push(governor);
        }
        for modifier in targets(Link::Modifier) {
            kinds[modifier].push(governor);
        }
    }
    kinds
}

fn link_name(link: &Link) -> String {
    match link {
        Link::Subject => "subject".to_owned(),
        Link::Object => "object".to_owned(),
        Link::Complement => "complement".to_owned(),
        Link::Preposition(name) => name.clone(),
        Link::Modifier => "modifier".to_owned(),
        Link::Possessor => "possessor".to_owned(),
        Link::Apposition => "apposition".to_owned(),
        Link::Clause | Link::Infinitive => "clause".to_owned(),
    }
}
