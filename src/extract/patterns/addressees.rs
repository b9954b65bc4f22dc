//! Who is asked to act: `urged the council to resign` urges no council.
//!
//! A verb that takes a thing (`urged reform`) and also somebody who is to do it (`urged ministers to act`) has two kinds
//! of object. Which verbs these are, the examples show: those that mark the object in front of an infinitive as
//! somebody else than the statement's object.

use std::collections::BTreeSet;

use crate::ontology::Role;

use super::argument_graph::Link;
use super::pattern::{Content, Node, Pattern};

/// Lemmas of the verbs that are taught with somebody who is to act.
#[derive(Debug, Default)]
pub(super) struct AskingVerbs(BTreeSet<String>);

impl AskingVerbs {
    pub fn of(patterns: &[Pattern]) -> Self {
        let asks = |node: &Node| {
            has(node, &Link::Infinitive)
                && object_role(node).is_some_and(|role| matches!(role, Role::Qualifier(_)))
        };
        let verb = |pattern: &Pattern| match &pattern.root.content {
            Content::Word { lemma, .. } if asks(&pattern.root) => Some(lemma.clone()),
            _ => None,
        };
        Self(patterns.iter().filter_map(verb).collect())
    }

    /// Whether this wording takes an object that may as well be somebody who is to act.
    pub fn may_be_misread(&self, pattern: &Pattern) -> bool {
        let Content::Word { lemma, .. } = &pattern.root.content else { return false };
        !has(&pattern.root, &Link::Infinitive)
            && object_role(&pattern.root) == Some(&Role::Object)
            && self.0.contains(lemma)
    }
}

fn has(node: &Node, link: &Link) -> bool {
    node.branches.iter().any(|branch| branch.link == *link)
}

/// The role of the verb's direct object.
fn object_role(node: &Node) -> Option<&Role> {
    node.branches.iter().find_map(|branch| match (&branch.link, &branch.node.content) {
        (Link::Object, Content::Slot { role, .. }) => Some(role),
        _ => None,
    })
}
