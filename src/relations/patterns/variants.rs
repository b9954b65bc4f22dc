//! Other shapes of one wording that the predicate–argument graph keeps apart.
//!
//! What a copula says of its subject ("Ann is the manager of the club") apposition says too ("Ann, the manager of
//! the club", "the manager of the club, Ann"); and parsers take the word between a verb and its object now for a
//! particle, now for a preposition ("burned down the mill"). One example teaches all shapes.

use crate::grammar::{Category, Link, is_direction};
use crate::ontology::Role;

use super::pattern::{Branch, Content, Node};

/// The pattern's other shapes, without itself.
pub fn variants(root: &Node) -> Vec<Node> {
    let mut shapes = appositions(root);
    shapes.extend(copula(root));
    shapes.extend(with_particle(root));
    shapes.extend(with_preposition(root));
    shapes
}

/// `be —Subject→ slot, —Complement→ noun` as `slot —Apposition→ noun` and as `noun —Apposition→ slot`.
fn appositions(root: &Node) -> Vec<Node> {
    let is_copula = matches!(&root.content, Content::Word { lemma, .. } if lemma == "be") && !root.negated;
    let [one, other] = root.branches.as_slice() else { return Vec::new() };
    let (subject, complement) = match (&one.link, &other.link) {
        (Link::Subject, Link::Complement) => (&one.node, &other.node),
        (Link::Complement, Link::Subject) => (&other.node, &one.node),
        _ => return Vec::new(),
    };
    if !is_copula || !is_slot(subject) || !is_noun_with_argument(complement) {
        return Vec::new();
    }
    vec![
        with_branch(subject, Link::Apposition, complement.clone()),
        with_branch(complement, Link::Apposition, subject.clone()),
    ]
}

/// `slot —Apposition→ noun` as `be —Subject→ slot, —Complement→ noun` and as `noun —Apposition→ slot`.
fn copula(root: &Node) -> Vec<Node> {
    let [Branch { link: Link::Apposition, node, .. }] = root.branches.as_slice() else { return Vec::new() };
    if !is_slot(root) || !is_noun_with_argument(node) {
        return Vec::new();
    }
    let subject = Node { branches: Vec::new(), ..root.clone() };
    let be = Node {
        content: Content::Word { lemma: "be".to_owned(), category: Category::Verb },
        particles: Vec::new(),
        branches: vec![
            Branch { link: Link::Subject, node: subject.clone(), optional: false },
            Branch { link: Link::Complement, node: node.clone(), optional: false },
        ],
        negated: false,
        refuses_object: false,
    };
    vec![be, with_branch(node, Link::Apposition, subject)]
}

/// `burn —down→ slot` as `burn down —Object→ slot`.
fn with_particle(root: &Node) -> Option<Node> {
    let is_free = is_verb(root) && root.particles.is_empty() && !has_link(root, &Link::Object);
    let place = root.branches.iter().position(|branch| {
        let Link::Preposition(name) = &branch.link else { return false };
        is_direction(name) && is_slot_of(&branch.node, &Role::Object)
    })?;
    let Link::Preposition(particle) = root.branches[place].link.clone() else { return None };
    let mut shape = root.clone();
    shape.branches[place].link = Link::Object;
    shape.particles = vec![particle];
    shape.refuses_object = false;
    is_free.then_some(shape)
}

/// `burn down —Object→ slot` as `burn —down→ slot`.
fn with_preposition(root: &Node) -> Option<Node> {
    let [particle] = root.particles.as_slice() else { return None };
    let place = root
        .branches
        .iter()
        .position(|branch| branch.link == Link::Object && is_slot_of(&branch.node, &Role::Object))?;
    let mut shape = root.clone();
    shape.branches[place].link = Link::Preposition(particle.clone());
    shape.particles = Vec::new();
    is_verb(root).then_some(shape)
}

fn with_branch(node: &Node, link: Link, target: Node) -> Node {
    let mut shape = node.clone();
    shape.branches.push(Branch { link, node: target, optional: false });
    shape
}

/// A word with an argument of its own: "manager of X"; a bare noun in apposition would be a class, not a relation.
fn is_noun_with_argument(node: &Node) -> bool {
    matches!(&node.content, Content::Word { category: Category::Noun, .. })
        && node.branches.iter().any(|branch| is_slot(&branch.node))
}

fn is_verb(node: &Node) -> bool {
    matches!(&node.content, Content::Word { category: Category::Verb, .. })
}

fn is_slot(node: &Node) -> bool {
    matches!(&node.content, Content::Slot { .. })
}

fn is_slot_of(node: &Node, wanted: &Role) -> bool {
    matches!(&node.content, Content::Slot { role, .. } if role == wanted)
}

fn has_link(node: &Node, link: &Link) -> bool {
    node.branches.iter().any(|branch| branch.link == *link)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slot(role: Role) -> Node {
        node(Content::Slot { role, lemma: None }, Vec::new())
    }

    fn word(lemma: &str, category: Category, branches: Vec<Branch>) -> Node {
        node(Content::Word { lemma: lemma.to_owned(), category }, branches)
    }

    fn node(content: Content, branches: Vec<Branch>) -> Node {
        Node { content, particles: Vec::new(), branches, negated: false, refuses_object: false }
    }

    fn branch(link: Link, node: Node) -> Branch {
        Branch { link, node, optional: false }
    }

    #[test]
    fn copula_and_apposition_are_shapes_of_each_other() {
        let of = branch(Link::Preposition("of".to_owned()), slot(Role::Object));
        let manager = word("manager", Category::Noun, vec![of]);
        let be = word(
            "be",
            Category::Verb,
            vec![branch(Link::Subject, slot(Role::Subject)), branch(Link::Complement, manager)],
        );
        let shapes = variants(&be);
        assert_eq!(shapes.len(), 2);
        let back = variants(&shapes[0]);
        assert!(back.contains(&be) && back.contains(&shapes[1]), "{back:?}");
    }

    #[test]
    fn particle_and_preposition_are_shapes_of_each_other() {
        let down = branch(Link::Preposition("down".to_owned()), slot(Role::Object));
        let burn = word("burn", Category::Verb, vec![branch(Link::Subject, slot(Role::Subject)), down]);
        let shapes = variants(&burn);
        assert_eq!(shapes[0].particles, ["down"]);
        assert_eq!(variants(&shapes[0]), [burn]);
        let by_road = branch(Link::Preposition("by".to_owned()), slot(Role::Object));
        assert!(variants(&word("go", Category::Verb, vec![by_road])).is_empty());
    }
}
