//! What an example teaches: a small tree of words and slots over the predicate–argument graph.
//!
//! `[subject: The man] was charged with [object: fraud]` becomes `charge —Object→ subject, —with→ object`. The
//! words of a pattern are the trigger and everything that the wording needs (particle, light noun, idiom); the
//! slots take whatever stands there, if its class fits.

use serde::{Deserialize, Serialize};

use crate::grammar::{Category, Link};
use crate::ontology::{ClassId, RelationId, Role};

use super::argument_kind::ArgumentKind;

/// One wording of one relation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pattern {
    /// Index of the relation in the ontology.
    pub relation: RelationId,
    /// Index of the example in the relation's list.
    pub example: usize,
    /// Further examples that teach the same.
    pub also: Vec<usize>,
    pub root: Node,
    /// Whether nothing but the classes of the arguments makes a statement of the root (`Node::says_little`).
    pub says_little: bool,
    /// The lemmas that head the arguments in the examples.
    pub taught: Vec<(Role, String)>,
    /// Roles that only a name can fill.
    pub named: Vec<Role>,
    /// Argument lemmas for which a counterexample denies the relation; each entry lists role and lemma.
    pub vetoes: Vec<Vec<(Role, String)>>,
    /// Whether only a person can be the subject, because the wording says too little of anything else.
    pub of_people: bool,
    /// Whether the example is worded otherwise, and means the same (`Paraphrases`).
    pub paraphrase: bool,
    /// Of what kind the example's arguments are.
    pub kinds: Vec<(Role, ArgumentKind)>,
}

/// A node of a pattern: what may stand here, and what must hang on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Node {
    pub content: Content,
    /// Particles that belong to the word (`stand down`), sorted; a word with others is another word.
    pub particles: Vec<String>,
    pub branches: Vec<Branch>,
    /// Whether the wording denies this word ("found not guilty").
    pub negated: bool,
    /// Whether a direct object beside those of the pattern makes it another predicate ("died" but "died a death").
    pub refuses_object: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Branch {
    pub link: Link,
    pub node: Node,
    /// Qualifiers are filled where they are found and not missed where they are not.
    pub optional: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Content {
    Word {
        lemma: String,
        category: Category,
    },
    Slot {
        role: Role,
        /// The only lemma that may head the argument, where the example's own argument is part of an idiom.
        lemma: Option<String>,
    },
    /// A noun of the wording that names a class of the user's: whatever is of that class says the same ("won the race by
    /// [object: 12 seconds]": the stage, the Severin Cup).
    Kin {
        lemma: String,
        class: ClassId,
    },
}

impl Pattern {
    /// Whether a word with this lemma can be the root.
    pub fn may_begin_at(&self, lemma: &str) -> bool {
        matches!(&self.root.content, Content::Word { lemma: own, .. } if own == lemma)
    }

    /// Whether it says only what somebody is who is named beside ("the founder of the bank, Ann Lowe, was not charged"): what is said
    /// of him then is another matter.
    pub fn names_beside(&self) -> bool {
        let is_name = |branch: &Branch| {
            branch.link == Link::Apposition && matches!(branch.node.content, Content::Slot { .. })
        };
        let is_noun = matches!(self.root.content, Content::Word { category: Category::Noun, .. });
        is_noun && self.root.branches.iter().any(is_name)
    }

    /// Whether the root is a noun that stands for the subject itself ("a member of the club spoke").
    pub fn names_its_subject(&self) -> bool {
        matches!(&self.root.content, Content::Slot { role: Role::Subject, lemma: Some(_) })
    }
}

impl Node {
    /// Number of words in the tree: the more, the surer a match.
    pub fn words(&self) -> usize {
        usize::from(!matches!(self.content, Content::Slot { .. }))
            + self.branches.iter().map(|branch| branch.node.words()).sum::<usize>()
    }

    /// The words of the wording, in alphabetical order, with the particles that belong to them: what two shapes of one have in common.
    pub fn lemmas(&self) -> Vec<String> {
        let own = match &self.content {
            Content::Word { lemma, .. } | Content::Kin { lemma, .. } => Some(lemma.clone()),
            Content::Slot { lemma, .. } => lemma.clone(),
        };
        let below = self.branches.iter().flat_map(|branch| branch.node.lemmas());
        let mut lemmas: Vec<String> = own
            .into_iter()
            .filter(|lemma| lemma != "be")
            .chain(self.particles.clone())
            .chain(below)
            .collect();
        lemmas.sort();
        lemmas
    }

    /// Whether the wording is only a verb like "be" or none at all ("Finance Minister Anna Weber"), so that nothing
    /// but the classes of the arguments makes a statement of it, and what it states is a state.
    pub fn says_little(&self) -> bool {
        match &self.content {
            Content::Slot { lemma, .. } => lemma.is_none() && self.words() == 0,
            Content::Word { lemma, .. } => self.words() == 1 && LIGHT_VERBS.contains(&lemma.as_str()),
            Content::Kin { .. } => false,
        }
    }

    /// Whether it is two slots of which one hangs on the other as owner, place or kind ("the court in Leeds"). Nearly any
    /// two nouns can stand so; hence what is a name in the example must be a name in the text.
    pub fn is_attachment(&self) -> bool {
        let hangs = |branch: &Branch| {
            matches!(branch.link, Link::Modifier | Link::Possessor | Link::Preposition(_))
                && matches!(branch.node.content, Content::Slot { .. })
        };
        matches!(self.content, Content::Slot { lemma: None, .. }) && self.branches.iter().any(hangs)
    }

    /// Whether the other node has the same words, links and roles, whatever words its arguments are bound to.
    pub fn same_shape(&self, other: &Self) -> bool {
        let same_content = match (&self.content, &other.content) {
            (Content::Slot { role, .. }, Content::Slot { role: other, .. }) => role == other,
            (one, other) => one == other,
        };
        same_content
            && self.particles == other.particles
            && self.negated == other.negated
            && self.branches.len() == other.branches.len()
            && self.branches.iter().zip(&other.branches).all(|(one, other)| {
                one.link == other.link && one.optional == other.optional && one.node.same_shape(&other.node)
            })
    }

    /// The same words with subject and object in each other's place.
    pub fn mirrored(&self) -> Self {
        let mut mirrored = self.clone();
        if let Content::Slot { role, .. } = &mut mirrored.content {
            *role = role.mirrored();
        }
        for branch in &mut mirrored.branches {
            branch.node = branch.node.mirrored();
        }
        mirrored
    }

    /// Roles whose argument's word is part of the wording.
    pub fn idiomatic_roles(&self) -> Vec<Role> {
        let own = match &self.content {
            Content::Slot { role, lemma: Some(_) } => Some(role.clone()),
            _ => None,
        };
        own.into_iter().chain(self.branches.iter().flat_map(|branch| branch.node.idiomatic_roles())).collect()
    }

    /// Number of words that the wording denies.
    pub fn negations(&self) -> usize {
        usize::from(self.negated) + self.branches.iter().map(|branch| branch.node.negations()).sum::<usize>()
    }
}

/// Verbs that say too little by themselves.
const LIGHT_VERBS: [&str; 11] =
    ["be", "have", "become", "do", "make", "get", "give", "take", "remain", "go", "face"];
