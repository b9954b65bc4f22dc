//! The predicate–argument graph of a sentence: who does what to whom, whatever the syntax it is said in.
//!
//! A dependency tree changes shape with voice, relative clauses, participles, coordination and control; the graph
//! does not. "The court cleared him", "he was cleared by the court", "the man whom the court cleared", "the court,
//! having cleared him" all yield `clear —Subject→ court`, `clear —Object→ him`. Patterns are learned and matched on
//! this graph, so one example covers all of them. The idea is that of deep syntax (collapsed and propagated
//! dependencies: de Marneffe & Manning 2008, "Stanford typed dependencies manual", §4); the labels read here are
//! those of the ClearNLP scheme.

use crate::language::{Sentence, Token};

/// How an argument hangs on its predicate.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
    /// A clause that the predicate governs (`agreed to help`, `a decision to leave`).
    Clause,
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
    let is_noun = |token: usize| matches!(sentence.tokens[token].pos, "NOUN" | "PROPN" | "NUM");
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
}

/// A sentence with the children of every token, found once.
pub struct Tree<'a> {
    pub sentence: &'a Sentence,
    children: Vec<Vec<usize>>,
}

impl<'a> Tree<'a> {
    pub fn new(sentence: &'a Sentence) -> Self {
        let mut children = vec![Vec::new(); sentence.tokens.len()];
        for (index, token) in sentence.tokens.iter().enumerate() {
            if token.head != index {
                children[token.head].push(index);
            }
        }
        Self { sentence, children }
    }

    pub fn token(&self, index: usize) -> &'a Token {
        &self.sentence.tokens[index]
    }

    pub fn children(&self, index: usize) -> &[usize] {
        &self.children[index]
    }

    pub fn dep(&self, index: usize) -> &'static str {
        self.token(index).dep
    }

    /// The first child with one of these labels.
    pub fn child(&self, index: usize, labels: &[&str]) -> Option<usize> {
        self.children(index).iter().copied().find(|&child| labels.contains(&self.dep(child)))
    }

    pub fn head(&self, index: usize) -> Option<usize> {
        Some(self.token(index).head).filter(|&head| head != index)
    }

    pub fn is_verb(&self, index: usize) -> bool {
        matches!(self.token(index).pos, "VERB" | "AUX")
    }

    /// Whether a verb form stands in the passive: by its own auxiliary, as a participle after a noun, or as the
    /// second of two participles that share one auxiliary ("was arrested and charged").
    pub fn is_passive(&self, index: usize) -> bool {
        if self.child(index, &["auxpass", "nsubjpass", "csubjpass", "agent"]).is_some() {
            return true;
        }
        if self.token(index).tag != "VBN" || self.child(index, &["aux", "nsubj"]).is_some() {
            return false;
        }
        match self.dep(index) {
            "acl" | "amod" | "advcl" | "relcl" => true,
            "conj" => {
                self.head(index).is_some_and(|head| self.token(head).tag == "VBN" && self.is_passive(head))
            }
            _ => false,
        }
    }

    fn is_relativiser(&self, index: usize) -> bool {
        let token = self.token(index);
        matches!(token.tag, "WDT" | "WP" | "WP$") || (token.tag == "IN" && token.lemma.as_ref() == "that")
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
        }
        edges.retain(|edge| edge.target != token);
        edges
    }

    /// Arguments that any predicate may have: prepositions, complements, modifiers, clauses.
    fn nominal_edges(&self, token: usize, edges: &mut Vec<Edge>) {
        for &child in self.tree.children(token) {
            match self.tree.dep(child) {
                "prep" | "dative" | "agent" => self.prepositional_edges(token, child, String::new(), edges),
                "advmod" if self.tree.is_verb(token) && self.tree.token(child).text.ends_with("ly") => {
                    edges.push(Edge { link: Link::Modifier, target: child });
                }
                // "stepped back from duty": the phrase may hang on the particle.
                "advmod" | "prt" if self.tree.is_verb(token) => {
                    for &inner in
                        self.tree.children(child).iter().filter(|&&inner| self.tree.dep(inner) == "prep")
                    {
                        self.prepositional_edges(token, inner, String::new(), edges);
                    }
                }
                "attr" | "acomp" | "oprd" => self.push_all(Link::Complement, child, edges),
                "compound" | "amod" | "nmod" => self.push_all(Link::Modifier, child, edges),
                "poss" => self.push_all(Link::Possessor, self.antecedent(child), edges),
                "appos" => self.push_all(Link::Apposition, child, edges),
                "xcomp" | "ccomp" | "acl" | "advcl" | "pcomp" => self.push_all(Link::Clause, child, edges),
                _ => {}
            }
        }
    }

    fn verbal_edges(&self, verb: usize, edges: &mut Vec<Edge>) {
        let passive = self.tree.is_passive(verb);
        let has_object = self.tree.child(verb, &["dobj"]).is_some();
        for subject in self.surface_subjects(verb) {
            let link = match (passive, has_object) {
                (false, _) => Link::Subject,
                (true, false) => Link::Object,
                // "The town was given help": what is given stays the object.
                (true, true) => Link::Preposition("to".to_owned()),
            };
            self.push_all(link, subject, edges);
        }
        for &child in self.tree.children(verb) {
            if self.tree.dep(child) == "dobj" {
                self.push_all(Link::Object, self.antecedent(child), edges);
            }
        }
        if !has_object && let Some(object) = self.gap_or_shared_object(verb, passive) {
            self.push_all(Link::Object, object, edges);
        }
    }

    /// What the verb's subject position shows, before voice is undone.
    fn surface_subjects(&self, verb: usize) -> Vec<usize> {
        let own: Vec<usize> = self
            .tree
            .children(verb)
            .iter()
            .filter(|&&child| matches!(self.tree.dep(child), "nsubj" | "nsubjpass"))
            .map(|&child| self.antecedent(child))
            .collect();
        if own.is_empty() { self.inherited_subject(verb, 0).into_iter().collect() } else { own }
    }

    /// The subject that a verb without one of its own takes from its surroundings (control, sharing, participles).
    fn inherited_subject(&self, verb: usize, depth: usize) -> Option<usize> {
        let tree = self.tree;
        let head = tree.head(verb)?;
        if depth > tree.sentence.tokens.len() {
            return None;
        }
        let subject_of = |governor: usize| {
            tree.child(governor, &["nsubj", "nsubjpass"])
                .map(|subject| self.antecedent(subject))
                .or_else(|| self.inherited_subject(governor, depth + 1))
        };
        match tree.dep(verb) {
            "conj" => subject_of(head),
            // "asked the army to help": the object of the governor acts.
            "xcomp" | "ccomp" if tree.dep(verb) == "xcomp" || tree.token(verb).tag == "VB" => {
                tree.child(head, &["dobj"]).filter(|_| tree.is_verb(head)).or_else(|| subject_of(head))
            }
            "advcl" if matches!(tree.token(verb).tag, "VBG" | "VB" | "VBN") => subject_of(head),
            "pcomp" => {
                let governor = tree.head(head)?;
                if tree.is_verb(governor) { subject_of(governor) } else { self.owner(governor) }
            }
            "acl" if tree.token(verb).tag == "VB" => self
                .owner(head)
                .or_else(|| tree.head(head).filter(|_| tree.dep(head) == "dobj").and_then(subject_of)),
            "acl" | "relcl" if tree.child(verb, &["nsubj", "nsubjpass"]).is_none() => Some(head),
            "acomp" => subject_of(head),
            _ => None,
        }
    }

    /// Whose a noun is: "the council's decision", "a decision by the council".
    fn owner(&self, noun: usize) -> Option<usize> {
        self.tree.child(noun, &["poss"]).map(|owner| self.antecedent(owner)).or_else(|| {
            let by = self.tree.children(noun).iter().copied().find(|&child| {
                matches!(self.tree.dep(child), "prep" | "agent")
                    && self.tree.token(child).lemma.as_ref() == "by"
            })?;
            self.tree.child(by, &["pobj"])
        })
    }

    /// The object of a verb that shows none: the noun that its relative clause modifies ("the man police charged"),
    /// or the object of a verb joined to it ("criticised and rejected the plan").
    fn gap_or_shared_object(&self, verb: usize, passive: bool) -> Option<usize> {
        let tree = self.tree;
        if passive || tree.child(verb, &["ccomp", "xcomp", "attr", "acomp"]).is_some() {
            return None;
        }
        if tree.dep(verb) == "relcl" {
            let relativised = tree.children(verb).iter().any(|&child| {
                self.tree.is_relativiser(child)
                    || tree.children(child).iter().any(|&inner| tree.is_relativiser(inner))
            });
            let subject = tree.child(verb, &["nsubj"])?;
            let stranded = tree
                .children(verb)
                .iter()
                .any(|&child| tree.dep(child) == "prep" && tree.children(child).is_empty());
            return tree.head(verb).filter(|_| !relativised && !stranded && !tree.is_relativiser(subject));
        }
        let shared = tree.children(verb).iter().copied().find(|&child| {
            tree.dep(child) == "conj" && tree.token(child).tag == tree.token(verb).tag && child < verb + 4
        })?;
        tree.child(shared, &["dobj"]).filter(|_| tree.child(shared, &["nsubj", "prep"]).is_none())
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
        if tree.dep(preposition) == "dative" && word.pos != "ADP" {
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
                "pobj" | "pcomp" => {
                    filled = true;
                    let link = if is_agent && tree.dep(child) == "pobj" {
                        Link::Subject
                    } else {
                        Link::Preposition(name.clone())
                    };
                    self.push_all(link, self.antecedent(child), edges);
                }
                "prep" => {
                    filled = true;
                    self.prepositional_edges(governor, child, name.clone(), edges);
                }
                _ => {}
            }
        }
        // "the town they moved to": the preposition's object is what the clause modifies.
        if !filled
            && tree.dep(governor) == "relcl"
            && let Some(noun) = tree.head(governor)
        {
            self.push_all(Link::Preposition(name), noun, edges);
        }
    }

    /// A relative pronoun stands for the noun that its clause modifies; everything else for itself.
    fn antecedent(&self, token: usize) -> usize {
        if !self.tree.is_relativiser(token) {
            return token;
        }
        let mut current = token;
        while let Some(head) = self.tree.head(current) {
            if self.tree.dep(current) == "relcl" {
                return head;
            }
            current = head;
        }
        token
    }

    /// Adds the edge, and the same edge to everything joined to its target by "and", "or" or "including".
    fn push_all(&self, link: Link, target: usize, edges: &mut Vec<Edge>) {
        let mut open = vec![target];
        while let Some(current) = open.pop() {
            edges.push(Edge { link: link.clone(), target: current });
            for &child in self.tree.children(current) {
                match self.tree.dep(child) {
                    "conj" if self.tree.is_verb(child) == self.tree.is_verb(current) => open.push(child),
                    "prep" if self.tree.token(child).lemma.as_ref() == "include" => {
                        open.extend(self.tree.child(child, &["pobj"]));
                    }
                    _ => {}
                }
            }
        }
    }
}
