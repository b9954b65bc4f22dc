//! Wordings that an example implies by its words, not by its grammar alone: who has a rating of 2,750 is somebody with a rating of
//! 2,750, whose rating is 2,750; who trains her is her trainer. Of a user's relations only, which have an example or two: the
//! built-in ones have examples of such wordings where they are meant.

use std::iter::once;

use crate::grammar::{Category, Link, agent_nouns};
use crate::ontology::Role;

use super::pattern::{Branch, Content, Node};
use super::variants::{Says, Shape, variants};

/// The shapes that follow from the words of a pattern, without itself.
pub fn derived(root: &Node) -> Vec<Shape> {
    let mut shapes = possessions(root);
    shapes.extend(agents(root));
    shapes.extend(measured(root));
    shapes.retain(|shape| shape.root != *root);
    shapes
}

/// Something that the one has, and that the other is the measure or the object of: the rating of Weiss, of 2,750.
struct Possession {
    owner: Node,
    noun: Node,
    /// How the object hangs on the noun.
    link: Link,
    object: Node,
}

fn possessions(root: &Node) -> Vec<Shape> {
    let Some(Possession { owner, noun, link, object }) = possession(root) else { return Vec::new() };
    let full = with(&noun, link.clone(), &object);
    let mut roots = vec![
        verb("have", (Link::Subject, &owner), (Link::Object, &full)),
        with(&owner, Link::Preposition("with".to_owned()), &full),
        with(&full, Link::Possessor, &owner),
    ];
    if link == of() {
        let owned = [Link::Possessor, of()].map(|link| with(&noun, link, &owner));
        roots.extend(owned.map(|noun| verb("be", (Link::Subject, &noun), (Link::Complement, &object))));
    }
    roots.into_iter().map(|root| Shape { root, says: Says::Same }).collect()
}

/// What `have —Object→ noun —of→ slot` and `be —Subject→ noun —of→ slot` tell of.
fn possession(root: &Node) -> Option<Possession> {
    let Content::Word { lemma, category: Category::Verb } = &root.content else { return None };
    let [one, other] = root.branches.as_slice() else { return None };
    if root.negated || !root.particles.is_empty() {
        return None;
    }
    let (first, second) = if one.link == Link::Subject { (one, other) } else { (other, one) };
    match (lemma.as_str(), &first.link, &second.link) {
        ("have", Link::Subject, Link::Object) if is_slot(&first.node) => {
            let (noun, link, object) = parts(&second.node)?;
            matches!(link, Link::Preposition(_)).then(|| Possession {
                owner: first.node.clone(),
                noun,
                link,
                object,
            })
        }
        ("be", Link::Subject, Link::Complement) if is_slot(&second.node) => {
            let (noun, link, owner) = parts(&first.node)?;
            let is_owned = link == Link::Possessor || link == of();
            is_owned.then(|| Possession { owner, noun, link: of(), object: second.node.clone() })
        }
        _ => None,
    }
}

/// A noun without the one slot that hangs on it, the link between them, and the slot.
fn parts(node: &Node) -> Option<(Node, Link, Node)> {
    let Content::Word { category: Category::Noun, .. } = node.content else { return None };
    let mut slots = node.branches.iter().enumerate().filter(|(_, branch)| is_slot(&branch.node));
    let (place, branch) = slots.next().filter(|_| !node.negated)?;
    let mut noun = node.clone();
    noun.branches.remove(place);
    slots.next().is_none().then(|| (noun, branch.link.clone(), branch.node.clone()))
}

/// `train —Subject→ slot, —Object→ slot` as `slot —Apposition→ trainer —of→ slot` and all that this teaches.
fn agents(root: &Node) -> Vec<Shape> {
    let Content::Word { lemma, category: Category::Verb } = &root.content else { return Vec::new() };
    let needed = || root.branches.iter().filter(|branch| !branch.optional);
    let of_role = |link: Link, role: Role| {
        needed()
            .find(|branch| branch.link == link && is_slot_of(&branch.node, &role))
            .map(|branch| &branch.node)
    };
    let (Some(doer), Some(object)) =
        (of_role(Link::Subject, Role::Subject), of_role(Link::Object, Role::Object))
    else {
        return Vec::new();
    };
    if root.negated || !root.particles.is_empty() || needed().count() != 2 {
        return Vec::new();
    }
    let shapes = agent_nouns(lemma).into_iter().flat_map(|noun| {
        let noun = word(noun, Category::Noun);
        let be = verb("be", (Link::Subject, doer), (Link::Complement, &with(&noun, of(), object)));
        let others = variants(&be);
        once(Shape { root: be, says: Says::Same }).chain(others)
    });
    shapes.collect()
}

/// `is 160 kilometres long`, `lasts two days` as `the 160-kilometre stage` and `a stage of 160 kilometres`. What the two
/// are to each other, the noun and the unit tell.
fn measured(root: &Node) -> Vec<Shape> {
    let Content::Word { lemma, category: Category::Verb } = &root.content else { return Vec::new() };
    let [one, other] = root.branches.as_slice() else { return Vec::new() };
    let (subject, rest) = if one.link == Link::Subject { (one, other) } else { (other, one) };
    let amount = match (lemma.as_str(), &rest.link) {
        ("last" | "measure" | "span" | "weigh", Link::Object) | ("last", Link::Preposition(_)) => {
            Some(&rest.node)
        }
        ("be", Link::Complement) => match rest.node.branches.as_slice() {
            [inner] if inner.link == Link::Object && is_adjective(&rest.node) => Some(&inner.node),
            _ => None,
        },
        _ => None,
    };
    let is_plain = !root.negated && root.particles.is_empty() && is_slot_of(&subject.node, &Role::Subject);
    let amount = amount.filter(|amount| is_plain && is_slot_of(amount, &Role::Object));
    let links = [Link::Modifier, of()];
    let shapes = amount.map(|amount| links.map(|link| with(&subject.node, link, amount)));
    shapes.into_iter().flatten().map(|root| Shape { root, says: Says::Same }).collect()
}

fn is_adjective(node: &Node) -> bool {
    matches!(&node.content, Content::Word { category: Category::Adjective, .. })
}

fn of() -> Link {
    Link::Preposition("of".to_owned())
}

fn word(lemma: String, category: Category) -> Node {
    Node {
        content: Content::Word { lemma, category },
        particles: Vec::new(),
        branches: Vec::new(),
        negated: false,
        refuses_object: false,
    }
}

fn verb(lemma: &str, one: (Link, &Node), other: (Link, &Node)) -> Node {
    with(&with(&word(lemma.to_owned(), Category::Verb), one.0, one.1), other.0, other.1)
}

fn with(node: &Node, link: Link, target: &Node) -> Node {
    let mut shape = node.clone();
    shape.branches.push(Branch { link, node: target.clone(), optional: false });
    shape
}

fn is_slot(node: &Node) -> bool {
    matches!(&node.content, Content::Slot { .. })
}

fn is_slot_of(node: &Node, wanted: &Role) -> bool {
    matches!(&node.content, Content::Slot { role, .. } if role == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slot(role: Role) -> Node {
        Node { content: Content::Slot { role, lemma: None }, ..word(String::new(), Category::Noun) }
    }

    #[test]
    fn who_has_something_is_somebody_with_it_and_whose_it_is() {
        let rating = with(&word("rating".to_owned(), Category::Noun), of(), &slot(Role::Object));
        let has = verb("have", (Link::Subject, &slot(Role::Subject)), (Link::Object, &rating));
        let roots: Vec<Node> = derived(&has).into_iter().map(|shape| shape.root).collect();
        assert!(roots.contains(&with(&slot(Role::Subject), Link::Preposition("with".to_owned()), &rating)));
        let is =
            roots.iter().find(|root| matches!(&root.content, Content::Word { lemma, .. } if lemma == "be"));
        let back: Vec<Node> =
            derived(is.expect("whose rating is")).into_iter().map(|shape| shape.root).collect();
        assert!(back.contains(&has), "{back:?}");
    }

    #[test]
    fn what_lasts_two_days_is_one_of_two_days() {
        let lasts = with(&word("last".to_owned(), Category::Verb), Link::Subject, &slot(Role::Subject));
        let lasts = with(&lasts, Link::Object, &slot(Role::Object));
        let of_two_days = with(&slot(Role::Subject), of(), &slot(Role::Object));
        assert!(derived(&lasts).iter().any(|shape| shape.root == of_two_days));
    }

    #[test]
    fn who_trains_her_is_her_trainer() {
        let train = word("train".to_owned(), Category::Verb);
        let train = with(&train, Link::Subject, &slot(Role::Subject));
        let trains = with(&train, Link::Object, &slot(Role::Object));
        let named = |shape: &Shape| format!("{:?}", shape.root).contains("trainer");
        assert!(derived(&trains).iter().filter(|shape| named(shape)).count() > 3);
        assert!(derived(&train).is_empty());
    }
}
