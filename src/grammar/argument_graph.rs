//! The predicate–argument graph of a sentence: who does what to whom, whatever the syntax it is said in.
//!
//! A dependency tree changes shape with voice, relative clauses, participles, coordination and control; the graph
//! does not. "The court cleared him", "he was cleared by the court", "the man whom the court cleared", "the court,
//! having cleared him" all yield `clear —Subject→ court`, `clear —Object→ him`. Patterns are learned and matched on
//! this graph, so one example covers all of them. The idea is that of deep syntax (collapsed and propagated
//! dependencies: de Marneffe & Manning 2008, "Stanford typed dependencies manual", §4); the labels read here are
//! those of the ClearNLP scheme.

use serde::{Deserialize, Serialize};

use crate::language::{CoarseTag, Dependency, EntityType, FineTag, Sentence};

use super::apposition::apposed_to;
use super::tree::Tree;

/// How an argument hangs on its predicate.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Link {
    /// Who does it: the subject of an active verb, the agent of a passive one.
    Subject,
    /// Whom it is done to: the object of an active verb, the subject of a passive one.
    Object,
    /// What the subject is or becomes: predicate nouns and adjectives.
    Complement,
    /// By way of a preposition, lower case; a dative object counts as `to`.
    Preposition(String),
    /// A noun or adjective before the noun (`murder charge`, `Finance Minister Weber`).
    Modifier,
    Possessor,
    Apposition,
    /// A finite clause or a gerund that the predicate governs (`denied that it broke`, `of breaking`).
    Clause,
    /// An infinitive with "to" (`agreed to help`, `a decision to leave`).
    Infinitive,
}

/// An argument of a predicate.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edge {
    pub link: Link,
    /// Token index of the argument's head.
    pub target: usize,
}

/// The edges of every token of one sentence, sorted, without doubles.
#[derive(Debug, Clone, Default)]
pub struct ArgumentGraph {
    edges: Vec<Vec<Edge>>,
}

impl ArgumentGraph {
    /// Reads the graph off a sentence's tree.
    pub fn new(sentence: &Sentence) -> Self {
        let tree = Tree::new(sentence);
        let mut edges: Vec<Vec<Edge>> =
            (0..sentence.tokens.len()).map(|token| Reader { tree: &tree }.edges(token)).collect();
        lift_prepositions(sentence, &mut edges);
        for list in &mut edges {
            list.sort();
            list.dedup();
        }
        Self { edges }
    }

    pub fn edges(&self, token: usize) -> &[Edge] {
        &self.edges[token]
    }

    pub fn len(&self) -> usize {
        self.edges.len()
    }

    pub fn is_empty(&self) -> bool {
        self.edges.is_empty()
    }
}

/// Parsers guess where a second prepositional phrase hangs ("a request by the council [for help]"), so behind a noun
/// the phrases of its phrases count as its own; only "of" is sure of its place.
fn lift_prepositions(sentence: &Sentence, edges: &mut [Vec<Edge>]) {
    let is_noun = |token: usize| {
        matches!(sentence.tokens[token].pos, CoarseTag::Noun | CoarseTag::Propn | CoarseTag::Num)
    };
    let is_phrase = |edge: &&Edge| matches!(edge.link, Link::Preposition(_)) && is_noun(edge.target);
    // Phrases stand behind what they modify, so that from right to left every inner list is complete.
    for token in (0..edges.len()).rev().filter(|&token| is_noun(token)) {
        let inner: Vec<Edge> = edges[token]
            .iter()
            .filter(is_phrase)
            .filter(|edge| edge.target > token)
            .flat_map(|edge| edges[edge.target].iter().filter(is_phrase))
            .filter(|edge| edge.link != Link::Preposition("of".to_owned()) && edge.target != token)
            .cloned()
            .collect();
        edges[token].extend(inner);
    }
    // "Pleaded guilty in May to fraud", "died on Sunday of a fever": nothing but times and places hangs on a time.
    let is_argument = |link: &Link| {
        let Link::Preposition(name) = link else { return false };
        matches!(&**name, "to" | "with" | "of")
    };
    let of = Link::Preposition("of".to_owned());
    let is_time = |token: usize| sentence.tokens[token].entity.is_any(&[EntityType::Date, EntityType::Time]);
    for token in (0..edges.len()).filter(|&token| !is_noun(token)) {
        let behind_time: Vec<Edge> = edges[token]
            .iter()
            .filter(is_phrase)
            .filter(|edge| edge.target > token && is_time(edge.target))
            .flat_map(|edge| edges[edge.target].iter().filter(|edge| is_argument(&edge.link)))
            .filter(|edge| !is_time(edge.target) || edge.link != of)
            .cloned()
            .collect();
        edges[token].extend(behind_time);
    }
}

struct Reader<'a> {
    tree: &'a Tree<'a>,
}

impl Reader<'_> {
    fn edges(&self, token: usize) -> Vec<Edge> {
        let mut edges = Vec::new();
        self.nominal_edges(token, &mut edges);
        if self.tree.is_verb(token) {
            self.verbal_edges(token, &mut edges);
        } else if matches!(self.tree.dep(token), Dependency::Ccomp | Dependency::Oprd) {
            // "Found him guilty": he is guilty.
            for &child in
                self.tree.children(token).iter().filter(|&&child| self.tree.dep(child) == Dependency::Nsubj)
            {
                self.push_all(Link::Subject, child, &mut edges);
            }
        }
        edges.retain(|edge| edge.target != token);
        edges
    }

    /// Arguments that any predicate may have: prepositions, complements, modifiers, clauses.
    fn nominal_edges(&self, token: usize, edges: &mut Vec<Edge>) {
        if self.tree.dep(token) == Dependency::Conj
            && let Some(name) = apposed_to(self.tree.sentence, token)
        {
            edges.push(Edge { link: Link::Apposition, target: name });
        }
        for &child in self.tree.children(token) {
            match self.tree.dep(child) {
                Dependency::Prep | Dependency::Dative | Dependency::Agent => {
                    self.prepositional_edges(token, child, String::new(), edges);
                    self.joined_phrases(token, child, edges);
                }
                // "Did not die of the fall, but of the cold".
                Dependency::Conj if self.is_preposition(child) => {
                    self.prepositional_edges(token, child, String::new(), edges);
                }
                Dependency::Advmod
                    if self.tree.is_verb(token) && self.tree.token(child).text.ends_with("ly") =>
                {
                    edges.push(Edge { link: Link::Modifier, target: child });
                }
                // "stepped back from duty": the phrase may hang on the particle.
                Dependency::Advmod | Dependency::Prt if self.tree.is_verb(token) => {
                    for &inner in self
                        .tree
                        .children(child)
                        .iter()
                        .filter(|&&inner| self.tree.dep(inner) == Dependency::Prep)
                    {
                        self.prepositional_edges(token, inner, String::new(), edges);
                    }
                }
                // "The Leeds-based firm" is based in Leeds, "the state-run firm" is run by the state.
                Dependency::Npadvmod if self.is_compound_participle(child, token) => {
                    let link = match &*self.tree.token(token).lemma {
                        "base" | "headquarter" | "bear" | "locate" => Link::Preposition("in".to_owned()),
                        _ => Link::Subject,
                    };
                    self.push_all(link, child, edges);
                }
                Dependency::Attr | Dependency::Acomp | Dependency::Oprd => {
                    self.push_all(Link::Complement, child, edges);
                }
                Dependency::Compound | Dependency::Amod | Dependency::Nmod => {
                    self.push_all(Link::Modifier, child, edges);
                }
                Dependency::Poss => self.push_all(Link::Possessor, child, edges),
                Dependency::Appos => self.apposition_edges(token, child, edges),
                // "Sent doctors to help": a purpose is governed as often as not; "denied it, saying …" is no denial of a
                // saying.
                Dependency::Xcomp | Dependency::Ccomp | Dependency::Acl | Dependency::Advcl
                    if self.tree.is_to_infinitive(child) =>
                {
                    self.push_all(Link::Infinitive, child, edges);
                }
                // "It rained; she denied it": two sentences in one.
                Dependency::Ccomp if self.has_semicolon(child, token) => {}
                Dependency::Xcomp | Dependency::Ccomp | Dependency::Acl | Dependency::Pcomp => {
                    self.push_all(Link::Clause, child, edges);
                }
                _ => {}
            }
        }
    }

    /// What is said of one is not said of those who are joined to the name (`the chairman, Jane Doe, and John Roe`).
    fn apposition_edges(&self, noun: usize, apposed: usize, edges: &mut Vec<Edge>) {
        let tree = self.tree;
        let one_post =
            matches!(tree.token(noun).tag, FineTag::Nn) && tree.token(apposed).pos == CoarseTag::Propn;
        match one_post {
            true => edges.push(Edge { link: Link::Apposition, target: apposed }),
            false => self.push_all(Link::Apposition, apposed, edges),
        }
    }

    /// Whether a semicolon stands between a clause and the verb behind it.
    fn has_semicolon(&self, clause: usize, verb: usize) -> bool {
        clause < verb && (clause..verb).any(|token| &*self.tree.token(token).text == ";")
    }

    /// Whether a noun and a participle in front of another noun are joined by a hyphen.
    fn is_compound_participle(&self, noun: usize, participle: usize) -> bool {
        noun + 2 == participle && self.tree.is_compound_participle(participle)
    }

    fn verbal_edges(&self, verb: usize, edges: &mut Vec<Edge>) {
        let passive = self.tree.is_passive(verb);
        let has_object = self.tree.child(verb, &[Dependency::Dobj]).is_some();
        for subject in self.tree.surface_subjects(verb) {
            let link = match (passive, has_object) {
                (false, _) => Link::Subject,
                (true, false) => Link::Object,
                // "The town was given help": what is given stays the object.
                (true, true) => Link::Preposition("to".to_owned()),
            };
            self.push_all(link, subject, edges);
        }
        // "Set up and owned by the council": what two participles share.
        let joined = |child: &usize| {
            self.tree.dep(*child) == Dependency::Conj && self.tree.token(*child).tag == FineTag::Vbn
        };
        if passive
            && self.tree.child(verb, &[Dependency::Agent]).is_none()
            && let Some(other) = self.tree.children(verb).iter().copied().find(joined)
            && let Some(by) = self
                .tree
                .child(other, &[Dependency::Agent])
                .filter(|_| self.tree.child(other, &[Dependency::NsubjPass]).is_none())
            && let Some(agent) = self.tree.child(by, &[Dependency::Pobj])
        {
            self.push_all(Link::Subject, agent, edges);
        }
        for &child in self.tree.children(verb) {
            if self.tree.dep(child) == Dependency::Dobj {
                self.push_all(Link::Object, child, edges);
            }
        }
        if !has_object && let Some(object) = self.tree.gap_or_shared_object(verb, passive) {
            self.push_all(Link::Object, object, edges);
        }
    }

    fn is_preposition(&self, token: usize) -> bool {
        self.tree.token(token).pos == CoarseTag::Adp
    }

    /// "Charged with theft and with fraud".
    fn joined_phrases(&self, governor: usize, preposition: usize, edges: &mut Vec<Edge>) {
        for &child in self.tree.children(preposition) {
            if self.tree.dep(child) == Dependency::Conj && self.is_preposition(child) {
                self.prepositional_edges(governor, child, String::new(), edges);
                self.joined_phrases(governor, child, edges);
            }
        }
    }

    fn prepositional_edges(
        &self,
        governor: usize,
        preposition: usize,
        before: String,
        edges: &mut Vec<Edge>,
    ) {
        let tree = self.tree;
        let word = tree.token(preposition);
        if tree.dep(preposition) == Dependency::Dative && word.pos != CoarseTag::Adp {
            self.push_all(Link::Preposition("to".to_owned()), preposition, edges);
            return;
        }
        let mut name = word.lemma.to_lowercase();
        if !before.is_empty() {
            name = format!("{before} {name}");
        }
        let is_agent = name == "by" && tree.is_verb(governor) && tree.is_passive(governor);
        let mut filled = false;
        for &child in tree.children(preposition) {
            match tree.dep(child) {
                Dependency::Pobj | Dependency::Pcomp => {
                    filled = true;
                    let link = if is_agent && tree.dep(child) == Dependency::Pobj {
                        Link::Subject
                    } else {
                        Link::Preposition(name.clone())
                    };
                    self.push_all(link, child, edges);
                }
                Dependency::Prep => {
                    filled = true;
                    self.prepositional_edges(governor, child, name.clone(), edges);
                }
                _ => {}
            }
        }
        // "the town they moved to": the preposition's object is what the clause modifies.
        if !filled
            && tree.dep(governor) == Dependency::Relcl
            && let Some(noun) = tree.head(governor)
        {
            self.push_all(Link::Preposition(name), noun, edges);
        }
    }

    /// The names that a plural is spelled out with: what "two men, Tom Berg and Ian Roe," do, Berg and Roe do.
    fn listed_names(&self, plural: usize) -> Vec<usize> {
        let tree = self.tree;
        if tree.token(plural).tag != FineTag::Nns {
            return Vec::new();
        }
        let is_name = |token: usize| tree.token(token).pos == CoarseTag::Propn;
        let Some(first) =
            tree.child(plural, &[Dependency::Appos]).filter(|&name| name > plural && is_name(name))
        else {
            return Vec::new();
        };
        let mut names = vec![first];
        while let Some(next) = tree.child(names[names.len() - 1], &[Dependency::Conj]) {
            names.push(next);
        }
        let several = names.len() > 1 && names.iter().all(|&name| is_name(name));
        if several { names } else { Vec::new() }
    }

    /// Adds the edge, and the same edge to everything joined to its target by "and", "or" or "including". A relative
    /// pronoun stands for the noun that its clause modifies, and not for what is joined to that noun behind the clause.
    fn push_all(&self, link: Link, target: usize, edges: &mut Vec<Edge>) {
        let antecedent = self.tree.antecedent(target);
        let end = if antecedent == target { self.tree.sentence.tokens.len() } else { target };
        let mut open = vec![antecedent];
        while let Some(current) = open.pop() {
            match self.listed_names(current) {
                names if names.is_empty() => edges.push(Edge { link: link.clone(), target: current }),
                names => {
                    edges.extend(names.into_iter().map(|target| Edge { link: link.clone(), target }));
                }
            }
            for &child in self.tree.children(current).iter().filter(|&&child| child < end) {
                match self.tree.dep(child) {
                    Dependency::Conj if self.tree.is_verb(child) == self.tree.is_verb(current) => {
                        open.push(child);
                    }
                    Dependency::Prep if self.tree.token(child).lemma.as_ref() == "include" => {
                        open.extend(self.tree.child(child, &[Dependency::Pobj]));
                    }
                    _ => {}
                }
            }
        }
    }
}
