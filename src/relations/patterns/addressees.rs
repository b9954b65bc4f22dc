//! Who is asked to act: `urged the council to resign` urges no council.
//!
//! A verb that takes a thing (`urged reform`) and also somebody who is to do it (`urged ministers to act`) has two kinds
//! of object. Which verbs these are, the examples show: those that mark the object before an infinitive as
//! somebody else than the statement's object.

use std::collections::BTreeSet;

use crate::grammar::Link;
use crate::ontology::Role;

use super::pattern::{Content, Node, Pattern};

/// For each pattern, whether it takes an object that may as well be somebody who is to act.
pub fn may_be_misread(patterns: &[Pattern]) -> Vec<bool> {
    let asking: BTreeSet<&str> = patterns.iter().filter_map(asking_verb).collect();
    let takes_thing = |node: &Node| !has(node, &Link::Infinitive) && object_role(node) == Some(&Role::Object);
    patterns
        .iter()
        .map(|pattern| {
            word(pattern).is_some_and(|lemma| asking.contains(lemma)) && takes_thing(&pattern.root)
        })
        .collect()
}

/// The pattern's verb, if it is taught with somebody who is to act.
fn asking_verb(pattern: &Pattern) -> Option<&str> {
    let asks = has(&pattern.root, &Link::Infinitive)
        && object_role(&pattern.root).is_some_and(|role| matches!(role, Role::Qualifier(_)));
    word(pattern).filter(|_| asks)
}

fn word(pattern: &Pattern) -> Option<&str> {
    match &pattern.root.content {
        Content::Word { lemma, .. } => Some(lemma),
        Content::Slot { .. } | Content::Kin { .. } => None,
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
