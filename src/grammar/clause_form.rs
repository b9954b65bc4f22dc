//! What the form of a clause says of its time and reality, by itself or beside the word above it: past or to come, a
//! perfect, an imperative, a participle, a question of how.

use crate::language::{Dependency, EntityType, FineTag};

use super::lemma::lemma_of;
use super::tree::Tree;

/// Whether an infinitive tells of what is past or lasts ("to have fled", "to be ill", "to hold a share").
pub fn is_perfect_or_state(tree: &Tree<'_>, infinitive: usize) -> bool {
    has_auxiliary(tree, infinitive, &["have"]) || matches!(&*lemma_of(tree.token(infinitive)), "be" | "have")
}

/// Whether a noun tells which one did it: "the first woman to chair the board" chaired it.
pub fn is_singled_out(tree: &Tree<'_>, noun: usize) -> bool {
    tree.children(noun).iter().any(|&child| {
        tree.token(child).tag == FineTag::Jjs
            || tree.token(child).entity.is_any(&[EntityType::Ordinal])
            || matches!(
                &*lemma_of(tree.token(child)),
                "first" | "last" | "only" | "second" | "third" | "next"
            )
    })
}

/// Whether a clause is brought in by "that".
pub fn has_complementiser(tree: &Tree<'_>, verb: usize) -> bool {
    tree.child(verb, &[Dependency::Mark]).is_some_and(|mark| lemma_of(tree.token(mark)) == "that")
}

/// Whether a finite clause asks how, why, when or who, which takes for granted that it happened.
pub fn asks_how(tree: &Tree<'_>, verb: usize) -> bool {
    let asks = |token: usize| {
        matches!(tree.token(token).tag, FineTag::Wrb | FineTag::Wp)
            && &*lemma_of(tree.token(token)) != "whether"
    };
    !tree.is_to_infinitive(verb) && asks(tree.leftmost(verb))
}

/// Whether a verb stands in the past, or in the perfect.
pub fn is_past(tree: &Tree<'_>, verb: usize) -> bool {
    tree.token(verb).tag == FineTag::Vbd || has_auxiliary(tree, verb, &["have"])
}

/// Whether it is still to be done: "has yet to go".
pub fn is_yet(tree: &Tree<'_>, verbs: &[usize]) -> bool {
    let mut children = verbs.iter().flat_map(|&verb| tree.children(verb));
    children.any(|&child| tree.dep(child) == Dependency::Advmod && lemma_of(tree.token(child)) == "yet")
}

/// Whether a clause stands right after a verb, or after its particle ("went on to say", "held off suing").
pub fn is_right_after(tree: &Tree<'_>, clause: usize, verb: usize) -> bool {
    let begins = tree.leftmost(clause);
    let particle = |&child: &usize| {
        matches!(tree.dep(child), Dependency::Prt | Dependency::Advmod) && child + 1 == begins
    };
    begins == verb + 1 || begins == verb + 2 && tree.children(verb).iter().any(particle)
}

/// Whether a clause tells what was not done: "rather than go".
pub fn is_rather_than(tree: &Tree<'_>, clause: usize) -> bool {
    let word = |token: usize| lemma_of(tree.token(token));
    let begins = tree.leftmost(clause);
    begins > 1 && word(begins - 1) == "than" && word(begins - 2) == "rather"
}

/// Whether a participle of the present stands without any word that would bring it in.
pub fn is_bare_participle(tree: &Tree<'_>, verb: usize) -> bool {
    tree.token(verb).tag == FineTag::Vbg
        && tree.child(verb, &[Dependency::Mark, Dependency::Nsubj, Dependency::Aux]).is_none()
}

/// Whether a clause of time stands in the present, so that beside a future it lies ahead: "will go when she wins".
pub fn is_time_to_come(tree: &Tree<'_>, verb: usize) -> bool {
    let finite = tree.child(verb, &[Dependency::Aux, Dependency::AuxPass]).unwrap_or(verb);
    let brought_in = tree.child(verb, &[Dependency::Mark, Dependency::Advmod]).is_some_and(|word| {
        matches!(&*lemma_of(tree.token(word)), "after" | "before" | "when" | "once" | "until" | "till")
    });
    brought_in && matches!(tree.token(finite).tag, FineTag::Vbz | FineTag::Vbp)
}

/// Whether a clause tells what is to be: "recommended that she be fired", "the request that he leave".
pub fn is_subjunctive(tree: &Tree<'_>, verb: usize) -> bool {
    let has = |dep: Dependency| tree.child(verb, &[dep]);
    let is_that = has(Dependency::Mark).is_some_and(|mark| &*lemma_of(tree.token(mark)) == "that");
    let bare = match has(Dependency::AuxPass) {
        Some(be) => tree.token(be).text.eq_ignore_ascii_case("be"),
        None => {
            let of_one = |subject: usize| tree.token(subject).tag.is_singular_noun();
            matches!(tree.token(verb).tag, FineTag::Vb | FineTag::Vbp)
                && tree.subject(verb).is_some_and(of_one)
        }
    };
    is_that && bare && has(Dependency::Aux).is_none()
}

/// Whether the present stands for the future: "is visiting the port next week".
pub fn is_future(tree: &Tree<'_>, verb: usize) -> bool {
    let now = |&child: &usize| {
        tree.dep(child) == Dependency::Aux
            && matches!(
                &*tree.token(child).text.to_lowercase(),
                "is" | "are" | "am" | "'s" | "’s" | "'re" | "’re"
            )
    };
    let ahead = |&child: &usize| {
        let told = matches!(tree.dep(child), Dependency::Npadvmod | Dependency::Advmod | Dependency::Prep);
        told && tree.subtree(child, &[]).into_iter().any(|token| {
            matches!(&*lemma_of(tree.token(token)), "tomorrow" | "tonight" | "next" | "later" | "soon")
        })
    };
    tree.token(verb).tag == FineTag::Vbg
        && (tree.children(verb).iter().any(now) || tree.dep(verb) == Dependency::Acl)
        && tree.children(verb).iter().any(ahead)
}

/// Whether a verb gives an order: "Sack the coach".
pub fn is_imperative(tree: &Tree<'_>, verb: usize) -> bool {
    let own = [Dependency::Nsubj, Dependency::NsubjPass, Dependency::Aux, Dependency::AuxPass];
    tree.token(verb).tag == FineTag::Vb && tree.child(verb, &own).is_none()
}

fn has_auxiliary(tree: &Tree<'_>, verb: usize, lemmas: &[&str]) -> bool {
    tree.children(verb).iter().any(|&child| {
        tree.dep(child) == Dependency::Aux && lemmas.contains(&lemma_of(tree.token(child)).as_str())
    })
}
