//! What the parser joined to a told clause, though it goes on with the telling.

use crate::grammar::{Stance, Tree, lemma_of};
use crate::language::{Dependency, FineTag};

use super::cues::Cues;

/// What the parser joined to quoted words, but no mark of quotation begins before: "“It held,” she said, and [the crew left]".
pub fn after_quotation(tree: &Tree<'_>, host: usize, verb: usize) -> Vec<usize> {
    let is_marked = |from: usize, to: usize| (from..to).any(|token| tree.token(token).tag.is_quote());
    let joined = tree.children(host).iter().copied().filter(|&child| {
        child > verb
            && tree.dep(child) == Dependency::Conj
            && tree.subject(child).is_some()
            && !is_marked(verb, child)
    });
    joined.filter(|_| host < verb && is_marked(host, verb)).collect()
}

/// Verbs that the parser joined to the told clause, but that go on with the telling: "said it would rain but [added
/// that …]"; or with the answer of another: "said that it had rained, but [the crew denied it]". They stand in the tense of
/// the telling verb, and the clause does not.
pub fn strays(tree: &Tree<'_>, cues: &Cues, clause: usize, verb: usize) -> Vec<usize> {
    let tense = tree.token(verb).tag;
    let auxiliary = tree.child(clause, &[Dependency::Aux, Dependency::AuxPass]);
    let finite = auxiliary.unwrap_or(clause);
    let before = auxiliary.is_some_and(|had| &*lemma_of(tree.token(had)) == "have");
    let answers = |child: usize| {
        let tells =
            matches!(cues.stance(tree, child), Some(Stance::Report | Stance::Alleged | Stance::Denial));
        let comma = |token: usize| tree.token(token).tag == FineTag::Comma;
        tells && before && (clause..child).any(comma)
    };
    let set_against =
        tree.children(clause).iter().copied().filter(|&child| is_set_against(tree, cues, child));
    let joined = tree.children(clause).iter().copied().filter(|&child| {
        tree.dep(child) == Dependency::Conj
            && tree.token(child).tag == tense
            && match tree.subject(child) {
                None => tree.token(finite).tag != tense && tree.child(child, &[Dependency::Ccomp]).is_some(),
                Some(_) => answers(child),
            }
    });
    joined.filter(|_| tense.is_finite_verb()).chain(set_against).collect()
}

/// "Said he was innocent, [although police suspect that he fled]": what the article sets against the words that it reports is
/// what another thinks.
fn is_set_against(tree: &Tree<'_>, cues: &Cues, clause: usize) -> bool {
    let concedes = tree.child(clause, &[Dependency::Mark]).is_some_and(|mark| {
        let comma = mark.checked_sub(1).is_some_and(|before| tree.token(before).tag == FineTag::Comma);
        comma && matches!(&*lemma_of(tree.token(mark)), "although" | "though" | "while" | "whereas")
    });
    tree.dep(clause) == Dependency::Advcl
        && concedes
        && cues.at(tree, clause).is_some()
        && tree.child(clause, &[Dependency::Ccomp]).is_some()
}
