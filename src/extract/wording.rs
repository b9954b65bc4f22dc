//! Factuality inside the wording that a pattern found: a negation, an adjective or a time that belongs to the matched
//! words and changes whether they hold. What the rest of the sentence does to them is `factuality`'s to say.

use std::collections::BTreeSet;

use crate::grammar::{
    Factuality, Stance, Tree, factuality, has_negative_determiner, is_negated, is_of_the_past, is_time,
    lemma_of, presupposed,
};
use crate::language::{Dependency, FineTag};
use crate::ontology::{Ontology, Role};
use crate::relations::{Extractor, Match, Pattern};

/// How the sentence means what a pattern found. What is said of somebody who is named beside a noun for him denies nothing that the
/// noun says.
pub fn as_worded(
    tree: &Tree<'_>,
    found: &Match,
    arguments: &[usize],
    pattern: &Pattern,
    ontology: &Ontology,
) -> Factuality {
    let words = &ontology.words.factuality;
    if pattern.root.words() == 0 {
        return presupposed(tree, arguments, words);
    }
    let plain = factuality(tree, found.trigger, arguments, words);
    if !pattern.names_beside() {
        return plain;
    }
    let all: Vec<usize> = arguments.iter().copied().chain([found.trigger]).collect();
    let presupposed = presupposed(tree, &all, words);
    Factuality { negative: presupposed.negative, asserted: plain.asserted && presupposed.asserted }
}

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
    let root = &extractor.patterns()[found.pattern].root;
    let taught = root.negations();
    let is_taught = || inner > 0 && has_denying_twin(found, extractor, tree, inner);
    let is_impending = root.words() == 1 && words.impending.contains(&lemma_of(tree.token(found.trigger)));
    Factuality {
        negative: read.negative ^ ((inner + taught) % 2 == 1 && !is_taught()),
        asserted: read.asserted
            && !is_impending
            && !holds_open_adjective(tree, found, ontology)
            && !(ontology.relation(found.relation).lasts
                && (is_over(tree, found.trigger) || is_past_noun(tree, found.trigger, &words.no_longer)))
            && marker(tree, found, extractor, &words.no_longer).is_none()
            && marker(tree, found, extractor, &words.not_yet).is_none(),
    }
}

/// Whether an example of the same relation has the same words and that many denials ("pleaded not guilty in
/// court" beside "pleaded guilty in court"), so that their negation changes nothing.
fn has_denying_twin(found: &Match, extractor: &Extractor, tree: &Tree<'_>, negations: usize) -> bool {
    let own = &extractor.patterns()[found.pattern];
    let trigger = lemma_of(tree.token(found.trigger));
    extractor.patterns().iter().any(|other| {
        other.relation == found.relation
            && other.root.negations() == negations
            && other.root.words() == own.root.words()
            && other.may_begin_at(&trigger)
    })
}

/// "Released without charge": the wording itself says that there was none.
fn is_without(tree: &Tree<'_>, word: usize) -> bool {
    tree.dep(word) == Dependency::Pobj
        && tree.head(word).is_some_and(|preposition| lemma_of(tree.token(preposition)) == "without")
}

/// "A former member of the board", "during her time as mayor".
fn is_past_noun(tree: &Tree<'_>, noun: usize, markers: &BTreeSet<String>) -> bool {
    let marked = |&child: &usize| {
        tree.dep(child) == Dependency::Amod && markers.contains(&lemma_of(tree.token(child)))
    };
    let during = tree.head(noun).filter(|_| tree.dep(noun) == Dependency::Pobj);
    tree.children(noun).iter().any(marked)
        || during.is_some_and(|during| lemma_of(tree.token(during)) == "during")
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
            // "When she was mayor", but not "when she became mayor".
            Dependency::Advmod => {
                is_of_the_past(&lemma) || lemma == "when" && &*lemma_of(tree.token(verb)) == "be"
            }
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
    // "Former Arden rowing club president Ana Berg": parsers may hang the adjective on any noun of the phrase.
    let within = |&word: &usize| tree.dep(word).is_noun_modifier();
    let name = std::iter::successors(Some(object), |word| tree.head(*word).filter(|_| within(word)))
        .take(tree.sentence.tokens.len())
        .last()
        .unwrap_or(object);
    let within_name = (tree.leftmost(name)..object)
        .filter(|&word| matches!(tree.dep(word), Dependency::Amod | Dependency::Compound | Dependency::Nmod));
    let modifiers = within_name.chain(tree.children(object).iter().copied()).chain(joined);
    modifiers.filter(|_| states).find(|&word| markers.contains(&lemma_of(tree.token(word))))
}
