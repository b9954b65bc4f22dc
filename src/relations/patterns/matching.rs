//! Finding a pattern in a sentence: a search for the pattern's tree in the predicate–argument graph.
//!
//! Two freedoms are allowed on the way. A prepositional phrase may hang on a verb or on its object, because parsers
//! guess there ("[requested help] from X" or "requested [help from X]"); and a verb's pattern also fits the noun
//! that names its event ("a request by X for help").

use std::collections::BTreeSet;

use crate::grammar::{
    Category, Edge, Link, ParsedSentence, is_close, is_negated, is_nominal_form, particles,
};
use crate::language::{Dependency, FineTag};
use crate::ontology::{ClassId, Role};

use super::binding::Binding;
use super::pattern::{Branch, Content, Node, Pattern};

/// Verbs with the prepositions by which the ontology's examples give them their arguments.
pub type TaughtPrepositions = BTreeSet<(String, String)>;

/// Decides whether a token may fill a role of a relation.
pub type Fits<'a> = &'a dyn Fn(&Role, usize) -> bool;

/// Decides whether a token stands for something of a class.
pub type IsOf<'a> = &'a dyn Fn(ClassId, usize) -> bool;

/// More fillers than this for one pattern at one word are a list gone wrong, not a sentence.
const MOST_BINDINGS: usize = 64;

/// All ways in which `pattern` fits with its root at `token`.
pub fn bindings(
    sentence: &ParsedSentence<'_>,
    pattern: &Pattern,
    taught: &TaughtPrepositions,
    token: usize,
    fits: Fits<'_>,
    is_of: IsOf<'_>,
) -> Vec<Binding> {
    let search = Search { sentence, taught, fits, is_of };
    let mut found = search.node(&pattern.root, token, false);
    found.retain(|binding| binding.is_sound() && !is_vetoed(sentence, pattern, binding));
    found.sort();
    found.dedup();
    found
}

fn is_vetoed(sentence: &ParsedSentence<'_>, pattern: &Pattern, binding: &Binding) -> bool {
    pattern.vetoes.iter().any(|veto| {
        veto.iter()
            .all(|(role, lemma)| binding.filler(role).is_some_and(|token| sentence.lemma(token) == lemma))
    })
}

/// Whether parsers guess where such a phrase hangs.
fn hangs_freely(link: &Link) -> bool {
    matches!(link, Link::Preposition(name) if name != "of")
}

struct Search<'a> {
    sentence: &'a ParsedSentence<'a>,
    taught: &'a TaughtPrepositions,
    fits: Fits<'a>,
    is_of: IsOf<'a>,
}

impl Search<'_> {
    fn node(&self, node: &Node, token: usize, below: bool) -> Vec<Binding> {
        let mut start = Binding::default();
        let mut nominal = false;
        match &node.content {
            Content::Slot { .. } if self.lacks_argument(node, token) => return Vec::new(),
            Content::Slot { role, lemma } => {
                let fits = match lemma {
                    Some(lemma) => self.sentence.lemma(token) == lemma,
                    None => (self.fits)(role, token),
                };
                if !fits {
                    return Vec::new();
                }
                start.roles.push((role.clone(), token));
            }
            Content::Kin { lemma, class } => {
                let is_noun = self.sentence.category(token) == Category::Noun;
                if !is_noun || self.sentence.lemma(token) != lemma && !(self.is_of)(*class, token) {
                    return Vec::new();
                }
                start.words.push(token);
            }
            Content::Word { lemma, category } => {
                let same_word = self.sentence.lemma(token) == lemma && self.is_of(token, *category);
                nominal = !same_word && !below && self.names_event_of(token, node);
                if !same_word && !nominal
                    || same_word && self.lacks_argument(node, token)
                    || (node.negated && !is_negated(&self.sentence.tree, token))
                    || !self.particles_agree(node, token)
                    || self.has_foreign_object(node, token)
                {
                    return Vec::new();
                }
                start.words.push(token);
            }
        }
        let mut bindings = vec![start];
        for branch in &node.branches {
            let fillers = self.branch(branch, token, nominal, node);
            if fillers.is_empty() && !branch.optional {
                return Vec::new();
            }
            if fillers.is_empty() {
                continue;
            }
            bindings = bindings
                .iter()
                .flat_map(|binding| fillers.iter().map(move |filler| binding.joined(filler)))
                .take(MOST_BINDINGS)
                .collect();
        }
        bindings
    }

    /// Whether something must hang on the word that nothing hangs by: dearer questions need not be asked then.
    fn lacks_argument(&self, node: &Node, token: usize) -> bool {
        let edges = self.sentence.graph.edges(token);
        let is_slot = matches!(node.content, Content::Slot { .. });
        let mut needed = node.branches.iter().filter(|branch| !branch.optional);
        needed.any(|branch| {
            let own = is_slot || !hangs_freely(&branch.link);
            let stands_before = || is_slot && !self.before_clause(&branch.link, token).is_empty();
            own && !edges.iter().any(|edge| edge.link == branch.link) && !stands_before()
        })
    }

    fn is_of(&self, token: usize, category: Category) -> bool {
        let found = self.sentence.category(token);
        // Participles before a noun are tagged as adjectives as often as verbs; gerunds as nouns.
        found == category
            || (category == Category::Verb
                && found == Category::Adjective
                && self.sentence.tree.token(token).tag == FineTag::Vbn)
    }

    fn names_event_of(&self, token: usize, node: &Node) -> bool {
        let Content::Word { lemma, category: Category::Verb } = &node.content else { return false };
        self.sentence.category(token) == Category::Noun
            && node.particles.is_empty()
            && is_nominal_form(self.sentence.lemma(token), lemma)
    }

    fn particles_agree(&self, node: &Node, token: usize) -> bool {
        let is_verb = self.sentence.category(token) == Category::Verb;
        !is_verb || particles(&self.sentence.tree, token) == node.particles
    }

    fn has_foreign_object(&self, node: &Node, token: usize) -> bool {
        // Who "met with the mayor" need not have met each other.
        let with = |edge: &Edge| matches!(&edge.link, Link::Preposition(name) if name == "with");
        let together = || node.branches.iter().filter(|branch| branch.link == Link::Subject).count() > 1;
        node.refuses_object
            && (self.sentence.tree.child(token, &[Dependency::Dobj]).is_some()
                || together() && self.sentence.graph.edges(token).iter().any(with))
    }

    fn branch(&self, branch: &Branch, token: usize, nominal: bool, node: &Node) -> Vec<Binding> {
        let mut targets = if nominal {
            self.nominal_targets(branch, token, node)
        } else if matches!(node.content, Content::Slot { .. }) {
            self.attached(&branch.link, token)
        } else {
            self.targets(&branch.link, token)
        };
        // "the governor's deployment of troops": beside an of-phrase the possessor is the one who acts.
        let takes_object = matches!(&branch.node.content, Content::Slot { role: Role::Object, .. });
        // "Troops deployed": who undergoes it is never the one by whom troops are deployed.
        let undergoes = takes_object
            && branch.link == Link::Subject
            && !node.branches.iter().any(|branch| branch.link == Link::Object);
        if undergoes && !nominal && self.sentence.tree.is_verb(token) && self.sentence.tree.is_passive(token)
        {
            targets.clear();
        }
        if branch.link == Link::Possessor
            && takes_object
            && !self.direct(&Link::Preposition("of".to_owned()), token).is_empty()
        {
            targets.clear();
        }
        targets
            .into_iter()
            .flat_map(|target| self.node(&branch.node, target, true))
            .filter(|binding| !binding.words.contains(&token))
            .collect()
    }

    /// Tokens that hang on `token` by `link`, with the freedom of prepositional attachment.
    fn targets(&self, link: &Link, token: usize) -> Vec<usize> {
        let mut targets = self.direct(link, token);
        if !hangs_freely(link) {
            return targets;
        }
        if self.sentence.category(token) == Category::Verb {
            let close = self.sentence.graph.edges(token).iter().filter(|edge| is_close(&edge.link));
            for edge in close {
                targets.extend(self.direct(link, edge.target));
            }
        } else {
            for &verb in &self.sentence.object_of[token] {
                targets.extend(self.direct(link, verb));
            }
        }
        targets
    }

    /// Tokens that hang on an argument itself: here the parser's attachment is all that there is to go by.
    fn attached(&self, link: &Link, token: usize) -> Vec<usize> {
        let tree = &self.sentence.tree;
        let own = |target: &usize| match link {
            Link::Preposition(_) => {
                tree.head(*target).and_then(|preposition| tree.head(preposition)) == Some(token)
            }
            _ => true,
        };
        let own: Vec<usize> = self.direct(link, token).into_iter().filter(own).collect();
        if own.is_empty() { self.before_clause(link, token) } else { own }
    }

    /// "With a rating of 2,812, Patel is the strongest": what stands before a clause with "with" is the subject's.
    fn before_clause(&self, link: &Link, subject: usize) -> Vec<usize> {
        let tree = &self.sentence.tree;
        let is_with = matches!(link, Link::Preposition(name) if name == "with");
        let verb = tree.head(subject).filter(|_| is_with && tree.dep(subject).is_subject());
        let targets = verb.map(|verb| self.direct(link, verb)).unwrap_or_default();
        targets.into_iter().filter(|&target| target < tree.leftmost(subject)).collect()
    }

    /// Where a verb's argument stands at the noun that names its event.
    fn nominal_targets(&self, branch: &Branch, noun: usize, node: &Node) -> Vec<usize> {
        let by = |name: &str| self.targets(&Link::Preposition(name.to_owned()), noun);
        match &branch.link {
            // "Troops deployed": who undergoes it is no agent, and named like an object.
            Link::Subject if matches!(&branch.node.content, Content::Slot { role: Role::Object, .. }) => {
                by("of")
            }
            Link::Subject => {
                let mut targets = by("by");
                targets.extend(self.direct(&Link::Possessor, noun));
                if targets.is_empty() && !node.branches.iter().any(|branch| branch.link == Link::Object) {
                    targets = by("of");
                }
                targets
            }
            Link::Object => self.nominal_objects(noun, node),
            link @ Link::Preposition(_) => {
                let mut targets = self.targets(link, noun);
                for object in self.nominal_objects(noun, node) {
                    targets.extend(self.direct(link, object));
                }
                targets
            }
            _ => Vec::new(),
        }
    }

    /// The prepositions that stand for the verb's object, without those that the examples use with the verb itself:
    /// a call for reform is no called reform.
    fn nominal_objects(&self, noun: usize, node: &Node) -> Vec<usize> {
        let Content::Word { lemma, .. } = &node.content else { return Vec::new() };
        ["of", "for", "into", "to", "on"]
            .into_iter()
            .filter(|name| !self.taught.contains(&(lemma.clone(), (*name).to_owned())))
            .flat_map(|name| self.targets(&Link::Preposition(name.to_owned()), noun))
            .collect()
    }

    fn direct(&self, link: &Link, token: usize) -> Vec<usize> {
        self.sentence
            .graph
            .edges(token)
            .iter()
            .filter(|edge| edge.link == *link)
            .map(|edge| edge.target)
            .collect()
    }
}
