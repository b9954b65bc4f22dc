//! Other shapes of one wording that the predicate–argument graph keeps apart.
//!
//! What a copula says of its subject ("Ann is the manager of the club") apposition says too ("Ann, the manager of
//! the club", "the manager of the club, Ann"); and parsers take the word between a verb and its object now for a
//! particle, now for a preposition ("burned down the mill"). A noun that says what somebody is may stand for him ("the
//! manager of the club spoke"), and "of the club" may stand before it ("the club's manager"). One example teaches all shapes.

use std::iter::once;

use crate::grammar::{Category, Link, is_direction};
use crate::ontology::Role;

use super::pattern::{Branch, Content, Node};

/// Another shape of a pattern.
#[derive(Debug, PartialEq)]
pub struct Shape {
    pub root: Node,
    pub says: Says,
}

/// How much a shape says, measured by the example.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Says {
    /// The same.
    Same,
    /// Less: only a name can be the object ("Harwell's supplier").
    Less,
    /// So little that it holds of people alone ("the Lloyds manager" is one of Lloyds, "the Lloyds part" may be anything).
    OfPeople,
}

/// The pattern's other shapes, without itself.
pub fn variants(root: &Node) -> Vec<Shape> {
    let mut shapes = appositions(root);
    shapes.extend(copula(root));
    shapes.extend(with_particle(root));
    shapes.extend(with_preposition(root));
    let less: Vec<Node> = once(root).chain(&shapes).filter_map(owned).collect();
    let mut of_people: Vec<Node> = once(root).chain(&shapes).filter_map(compound).collect();
    let all = || once(root).chain(&shapes).chain(&less).chain(&of_people);
    let more: Vec<Node> = all().filter_map(title).chain(all().filter_map(itself)).collect();
    of_people.extend(more);
    let shaped = |says: Says| move |root: Node| Shape { root, says };
    let same = shapes.into_iter().map(shaped(Says::Same));
    let less = less.into_iter().map(shaped(Says::Less));
    same.chain(less).chain(of_people.into_iter().map(shaped(Says::OfPeople))).collect()
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

/// Two who meet each other: `meet —Subject→ subject, —Object→ object` as `meet —Subject→ subject, —Subject→ object`.
pub fn reciprocal(root: &Node) -> Option<Node> {
    let is_object = |branch: &Branch| branch.link == Link::Object && is_slot_of(&branch.node, &Role::Object);
    let [Branch { link: Link::Subject, .. }, _] = root.branches.as_slice() else { return None };
    let place = root.branches.iter().position(is_object)?;
    let mut shape = root.clone();
    shape.branches[place].link = Link::Subject;
    shape.refuses_object = true;
    is_verb(root).then_some(shape)
}

/// `manager —of→ object` as `manager —Possessor→ object`, wherever a noun says what the subject is.
fn owned(root: &Node) -> Option<Node> {
    described(root, &["of", "for", "at"], &Link::Possessor)
}

/// `manager —of→ object` as `manager —Modifier→ object`.
fn compound(root: &Node) -> Option<Node> {
    described(root, &["of"], &Link::Modifier)
}

/// The shape in which the object of a noun that says what the subject is hangs on it by another link.
fn described(root: &Node, prepositions: &[&str], link: &Link) -> Option<Node> {
    let is_object = |branch: &Branch| {
        matches!(&branch.link, Link::Preposition(name) if prepositions.contains(&&**name))
            && is_slot_of(&branch.node, &Role::Object)
    };
    let mut shape = root.clone();
    let noun = noun_of(&mut shape)?;
    let place = noun.branches.iter().position(is_object)?;
    let owned = noun.branches.iter().any(|branch| branch.link == *link);
    noun.branches[place].link = link.clone();
    (!owned).then_some(shape)
}

/// The noun that says what the subject is, in the shapes of a copula and of an apposition.
fn noun_of(root: &mut Node) -> Option<&mut Node> {
    let says_what = |branch: &&mut Branch| {
        matches!(branch.link, Link::Apposition | Link::Complement) && is_noun_with_argument(&branch.node)
    };
    let is_described = is_slot_of(root, &Role::Subject)
        || matches!(&root.content, Content::Word { lemma, .. } if lemma == "be") && !root.negated;
    if !is_described {
        return None;
    }
    root.branches.iter_mut().find(says_what).map(|branch| &mut branch.node)
}

/// `slot —Apposition→ noun` as `slot —Modifier→ noun`, where the noun stands before the name ("club manager Ann Weber").
fn title(root: &Node) -> Option<Node> {
    let [Branch { link: Link::Apposition, node, .. }] = root.branches.as_slice() else { return None };
    let before = |branch: &Branch| matches!(branch.link, Link::Modifier | Link::Possessor);
    let is_title =
        is_slot_of(root, &Role::Subject) && is_noun_with_argument(node) && node.branches.iter().all(before);
    is_title
        .then(|| with_branch(&Node { branches: Vec::new(), ..root.clone() }, Link::Modifier, node.clone()))
}

/// `slot —Apposition→ noun` as a slot that only this noun fills: whoever is called so is the subject.
fn itself(root: &Node) -> Option<Node> {
    let [Branch { link: Link::Apposition, node, .. }] = root.branches.as_slice() else { return None };
    let Content::Word { lemma, category: Category::Noun } = &node.content else { return None };
    // "A club member" is a kind of people as often as one of them.
    let is_object =
        |branch: &Branch| branch.link != Link::Modifier && is_slot_of(&branch.node, &Role::Object);
    let has_object = node.branches.iter().any(is_object);
    let content = Content::Slot { role: Role::Subject, lemma: Some(lemma.clone()) };
    (has_object && is_slot_of(root, &Role::Subject)).then(|| Node { content, ..node.clone() })
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

    fn roots(shapes: Vec<Shape>) -> Vec<Node> {
        shapes.into_iter().map(|shape| shape.root).collect()
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
        let shapes = roots(variants(&be));
        let back = roots(variants(&shapes[0]));
        assert!(back.contains(&be) && back.contains(&shapes[1]), "{back:?}");
    }

    #[test]
    fn particle_and_preposition_are_shapes_of_each_other() {
        let down = branch(Link::Preposition("down".to_owned()), slot(Role::Object));
        let burn = word("burn", Category::Verb, vec![branch(Link::Subject, slot(Role::Subject)), down]);
        let shapes = roots(variants(&burn));
        assert_eq!(shapes[0].particles, ["down"]);
        assert_eq!(roots(variants(&shapes[0])), [burn]);
        let by_road = branch(Link::Preposition("by".to_owned()), slot(Role::Object));
        assert!(variants(&word("go", Category::Verb, vec![by_road])).is_empty());
    }

    #[test]
    fn a_noun_that_says_what_somebody_is_may_stand_for_him() {
        let of = branch(Link::Preposition("of".to_owned()), slot(Role::Object));
        let manager = word("manager", Category::Noun, vec![of.clone()]);
        let apposed = node(slot(Role::Subject).content, vec![branch(Link::Apposition, manager)]);
        let shapes = variants(&apposed);
        let itself = Content::Slot { role: Role::Subject, lemma: Some("manager".to_owned()) };
        assert!(shapes.contains(&Shape { root: node(itself, vec![of]), says: Says::OfPeople }));
        let before = branch(Link::Modifier, slot(Role::Object));
        let title = word("manager", Category::Noun, vec![before]);
        let titled = node(slot(Role::Subject).content, vec![branch(Link::Modifier, title)]);
        assert!(shapes.contains(&Shape { root: titled, says: Says::OfPeople }));
    }

    #[test]
    fn who_meet_each_other_are_both_subjects() {
        let object = branch(Link::Object, slot(Role::Object));
        let subject = branch(Link::Subject, slot(Role::Subject));
        let shape = reciprocal(&word("meet", Category::Verb, vec![subject, object])).expect("both ways");
        assert!(shape.refuses_object && shape.branches.iter().all(|branch| branch.link == Link::Subject));
    }
}
