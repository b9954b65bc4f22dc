//! The edges of the argument graph, read off the tree word by word: what each predicate governs, and what its shape (voice,
//! relative clause, participle, coordination, control) leaves to be found elsewhere.

use crate::language::{CoarseTag, Dependency, FineTag};

use super::apposition::apposed_to;
use super::link::{Edge, Link};
use super::measures::{is_amount, is_measure_of};
use super::particles::is_direction;
use super::stray_prepositions::prepositions_on_circumstances;
use super::tree::Tree;

/// The arguments of one word; not sorted yet.
pub fn edges_of(tree: &Tree<'_>, token: usize) -> Vec<Edge> {
    Reader { tree }.edges(token)
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
        for preposition in prepositions_on_circumstances(self.tree, token) {
            self.prepositional_edges(token, preposition, String::new(), &mut edges);
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
                Dependency::Npadvmod if is_measure_of(self.tree, token, child) => {
                    self.push_all(Link::Object, child, edges);
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

    /// Whether a semicolon stands between a clause and the verb after it.
    fn has_semicolon(&self, clause: usize, verb: usize) -> bool {
        clause < verb && (clause..verb).any(|token| &*self.tree.token(token).text == ";")
    }

    /// Whether a noun and a participle before another noun are joined by a hyphen.
    fn is_compound_participle(&self, noun: usize, participle: usize) -> bool {
        noun + 2 == participle && self.tree.is_compound_participle(participle)
    }

    fn verbal_edges(&self, verb: usize, edges: &mut Vec<Edge>) {
        let passive = self.tree.is_passive(verb);
        let own_object = self.tree.child(verb, &[Dependency::Dobj]);
        let has_object = own_object.is_some();
        // "Was called for by the union".
        let stranded = self.stranded(verb);
        for subject in self.tree.surface_subjects(verb) {
            if !passive && self.tree.may_be_participle(verb) {
                self.push_all(Link::Object, subject, edges);
            }
            let link = match (passive, has_object) {
                (false, _) => Link::Subject,
                (true, false) => match stranded {
                    Some(preposition) => Link::Preposition(self.tree.token(preposition).lemma.to_lowercase()),
                    None => Link::Object,
                },
                // "The town was given help": what is given stays the object.
                (true, true) => {
                    // "The firm was fined two million": so is whoever is fined.
                    if own_object.is_some_and(|object| is_amount(self.tree, object)) {
                        self.push_all(Link::Object, subject, edges);
                    }
                    Link::Preposition("to".to_owned())
                }
            };
            self.push_all(link, subject, edges);
        }
        // "The governor did not ask for help, and neither did the mayor".
        for &child in self.tree.children(verb) {
            if !passive && let Some(other) = self.tree.does_so_too(child) {
                self.push_all(Link::Subject, other, edges);
            }
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

    /// The preposition without an object right after a verb, whose object is the subject of the passive.
    fn stranded(&self, verb: usize) -> Option<usize> {
        let bare = |child: &usize| {
            self.tree.dep(*child) == Dependency::Prep
                && *child == verb + 1
                && self.tree.children(*child).is_empty()
                && !is_direction(&self.tree.token(*child).lemma)
        };
        self.tree.children(verb).iter().copied().find(bare)
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

    /// Adds the edge, and the same edge to everything joined to its target by "and", "or" or "including". A relative
    /// pronoun stands for the noun that its clause modifies, and not for what is joined to that noun after the clause.
    fn push_all(&self, link: Link, target: usize, edges: &mut Vec<Edge>) {
        let antecedent = self.tree.antecedent(target);
        let end = if antecedent == target { self.tree.sentence.tokens.len() } else { target };
        let mut open = vec![antecedent];
        let of_verb = matches!(link, Link::Subject | Link::Object | Link::Preposition(_));
        while let Some(current) = open.pop() {
            let names = if of_verb { self.tree.names_for(current) } else { self.tree.listed_names(current) };
            match names {
                names if names.is_empty() => edges.push(Edge { link: link.clone(), target: current }),
                names => {
                    // "His counterpart, Ariel Stone, and the leader": the parser joins the second to the name.
                    if let [name] = names[..]
                        && name > current
                    {
                        open.extend(self.tree.joined_to_name(name));
                    }
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
