//! Factuality inside the wording that a pattern found: a negation, an adjective or a time that belongs to the matched
//! words and changes whether they hold. What the rest of the sentence does to them is `factuality`'s to say.

use std::collections::BTreeSet;

use crate::grammar::{Factuality, Stance, Tree, has_negative_determiner, is_negated, is_time, lemma_of};
use crate::language::{Dependency, FineTag};
use crate::ontology::{Ontology, Role};
use crate::relations::{Extractor, Match};

/// Negations inside the wording: those that the sentence has ("found not guilty") against those that the pattern
/// was taught with. What is said of a state with "former" is past, and not asserted of the present.
pub fn worded(
    read: Factuality,
    tree: &Tree<'_>,
    found: &Match,
    extractor: &Extractor,
    ontology: &Ontology,
) -> Factuality {
    let denied =
        |word: usize| is_negated(tree, word) || has_negative_determiner(tree, word) || is_without(tree, word);
    let inner = found.binding.words.iter().filter(|&&word| word != found.trigger && denied(word)).count();
    let words = &ontology.words.factuality;
    let taught = extractor.patterns()[found.pattern].root.negations();
    Factuality {
        negative: read.negative ^ ((inner + taught) % 2 == 1),
        asserted: read.asserted
            && !holds_open_adjective(tree, found, ontology)
            && !(ontology.relation(found.relation).lasts && is_over(tree, found.trigger))
            && marker(tree, found, extractor, &words.no_longer).is_none()
            && marker(tree, found, extractor, &words.not_yet).is_none(),
    }
}

/// "Released without charge": the wording itself says that there was none.
fn is_without(tree: &Tree<'_>, word: usize) -> bool {
    tree.dep(word) == Dependency::Pobj
        && tree.head(word).is_some_and(|preposition| lemma_of(tree.token(preposition)) == "without")
}

/// Whether the words say that a state has ended: "chaired the board until May", "was mayor for ten years", "once led it".
fn is_over(tree: &Tree<'_>, verb: usize) -> bool {
    let aux = |&child: &usize| tree.dep(child) == Dependency::Aux;
    let now =
        tree.children(verb).iter().copied().filter(aux).any(|aux| {
            matches!(&*tree.token(aux).text.to_lowercase(), "has" | "have" | "'s" | "will" | "to")
        });
    let past = matches!(tree.token(verb).tag, FineTag::Vbd | FineTag::Vbn) && !now;
    let ends = |&child: &usize| {
        let lemma = lemma_of(tree.token(child));
        let time = |&object: &usize| is_time(tree.token(object).entity);
        match tree.dep(child) {
            Dependency::Prep => {
                matches!(lemma.as_str(), "until" | "till")
                    || matches!(lemma.as_str(), "for" | "from" | "between")
                        && tree.children(child).iter().any(time)
            }
            Dependency::Advcl => tree.child(child, &[Dependency::Mark]).is_some_and(|mark| {
                matches!(lemma_of(tree.token(mark)).as_str(), "until" | "till" | "before")
            }),
            Dependency::Advmod => matches!(lemma.as_str(), "formerly" | "previously" | "once"),
            _ => false,
        }
    };
    // "Used to work there."
    let used = tree.dep(verb) == Dependency::Xcomp
        && tree.head(verb).is_some_and(|head| {
            &*tree.token(head).text == "used" && tree.child(head, &[Dependency::Nsubj]).is_some()
        });
    used || past && tree.children(verb).iter().any(ends)
}

/// Whether the wording's own adjective leaves it open ("is due in court").
fn holds_open_adjective(tree: &Tree<'_>, found: &Match, ontology: &Ontology) -> bool {
    let open = |word: &&usize| {
        tree.dep(**word) == Dependency::Acomp
            && ontology.words.factuality.stances.get(&lemma_of(tree.token(**word))) == Some(&Stance::Open)
    };
    found.binding.words.iter().find(open).is_some()
}

/// The adjective that takes a state out of the present: "former minister", "potential candidate".
pub fn marker(
    tree: &Tree<'_>,
    found: &Match,
    extractor: &Extractor,
    markers: &BTreeSet<String>,
) -> Option<usize> {
    let object = found.binding.filler(&Role::Object)?;
    let states = extractor.patterns()[found.pattern].says_little;
    // `ex-president`: the tree may hang both halves on the name after them.
    let joined = object.checked_sub(2).filter(|&before| {
        tree.token(before + 1).text.starts_with('-') && tree.token(before + 1).end == tree.token(object).begin
    });
    let modifiers = tree.children(object).iter().copied().chain(joined);
    modifiers.filter(|_| states).find(|&child| markers.contains(&lemma_of(tree.token(child))))
}
