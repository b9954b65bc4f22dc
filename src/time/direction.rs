//! Whether a clause tells of the past or of the future, by the tense of its verb: "on Monday" is last Monday in "met
//! on Monday" and next Monday in "will meet on Monday".
//!
//! News tells of the past, so a finite past tense is enough for that. A present tense, an infinitive, a "was due to"
//! leave it open: then no date is better than one that is a week off.

use crate::grammar::{Tree, lemma_of};
use crate::language::{CoarseTag, Dependency, FineTag};

/// Where in time, seen from the day of publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    Past,
    Future,
    Unknown,
}

/// Words whose clause lies ahead of them; in the present tense, ahead of the reader.
const AHEAD: &[&str] = &["due", "schedule", "set", "expect", "plan", "go", "slate", "intend", "hope"];

/// The direction of the clause that the word stands in.
pub fn direction(tree: &Tree<'_>, word: usize) -> Direction {
    let mut ahead = false;
    for current in tree.path_to_root(word) {
        if is_predicate(tree, current) {
            ahead |= is_set_ahead(tree, current);
            if let Some(found) = tense(tree, current) {
                return match (found, ahead) {
                    (Tense::Past, false) => Direction::Past,
                    (Tense::Future, _) | (Tense::Present, true) => Direction::Future,
                    _ => Direction::Unknown,
                };
            }
            // An infinitive waits for the word that says whether it lies ahead.
            let infinitive = tree.token(current).tag == FineTag::Vb;
            let Some(head) = tree.head(current) else { return Direction::Unknown };
            let lies_ahead = AHEAD.contains(&lemma_of(tree.token(head)).as_str()) || is_to_be(tree, head);
            if infinitive && tree.dep(current) == Dependency::Xcomp {
                if !lies_ahead && tree.is_verb(head) {
                    return Direction::Unknown;
                }
                ahead |= lies_ahead;
            } else if infinitive && tree.dep(current) != Dependency::Conj {
                return Direction::Unknown;
            }
        } else if AHEAD.contains(&lemma_of(tree.token(current)).as_str()) {
            ahead = true;
        }
        let Some(head) = tree.head(current) else { return Direction::Unknown };
        if is_noun(tree, head)
            && !is_noun(tree, current)
            && !matches!(tree.dep(current), Dependency::Acl | Dependency::Relcl)
        {
            return Direction::Unknown;
        }
    }
    Direction::Unknown
}

/// "is scheduled for", "are expected on": the passive of a word that looks ahead.
fn is_set_ahead(tree: &Tree<'_>, verb: usize) -> bool {
    AHEAD.contains(&lemma_of(tree.token(verb)).as_str()) && tree.child(verb, &[Dependency::AuxPass]).is_some()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tense {
    Past,
    Present,
    Future,
}

fn is_predicate(tree: &Tree<'_>, word: usize) -> bool {
    tree.token(word).pos.is_verb()
}

fn is_noun(tree: &Tree<'_>, word: usize) -> bool {
    matches!(tree.token(word).pos, CoarseTag::Noun | CoarseTag::Propn | CoarseTag::Pron | CoarseTag::Num)
}

/// "is to appear": `be` right above an infinitive.
fn is_to_be(tree: &Tree<'_>, word: usize) -> bool {
    lemma_of(tree.token(word)) == "be"
}

/// The tense of a verb by its auxiliaries or its own form; `None` for infinitives and participles that take theirs
/// from above.
fn tense(tree: &Tree<'_>, verb: usize) -> Option<Tense> {
    let auxiliaries: Vec<usize> = tree
        .children(verb)
        .iter()
        .copied()
        .filter(|&child| matches!(tree.dep(child), Dependency::Aux | Dependency::AuxPass))
        .collect();
    let has = |lemma: &str| auxiliaries.iter().any(|&word| lemma_of(tree.token(word)) == lemma);
    let tagged = |tag: FineTag| auxiliaries.iter().any(|&word| tree.token(word).tag == tag);
    if let Some(&modal) = auxiliaries.iter().find(|&&word| tree.token(word).tag == FineTag::Md) {
        return Some(match lemma_of(tree.token(modal)).as_str() {
            "will" | "shall" | "'ll" | "’ll" | "would" | "may" | "might" | "must" if !has("have") => {
                Tense::Future
            }
            _ => Tense::Present,
        });
    }
    if has("have") && tree.token(verb).tag == FineTag::Vbn || tagged(FineTag::Vbd) {
        return Some(Tense::Past);
    }
    match tree.token(verb).tag {
        _ if tagged(FineTag::Vbz) || tagged(FineTag::Vbp) => Some(Tense::Present),
        FineTag::Vbd => Some(Tense::Past),
        FineTag::Vbz | FineTag::Vbp => Some(Tense::Present),
        // "a man arrested on Monday": done by the time of writing. A second participle shares its auxiliaries.
        FineTag::Vbn
            if tree.dep(verb) == Dependency::Acl && !AHEAD.contains(&lemma_of(tree.token(verb)).as_str()) =>
        {
            Some(Tense::Past)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample_language::parse;

    #[test]
    fn the_tense_of_the_clause_tells_the_direction() {
        for (text, expected) in [
            ("The ferry sank on Monday.", Direction::Past),
            ("The crew was rescued on Monday.", Direction::Past),
            ("The owner has been charged on Monday.", Direction::Past),
            ("Divers found a man injured on Monday.", Direction::Past),
            ("The owner will appear in court on Monday.", Direction::Future),
            ("The owner said that he would resign on Monday.", Direction::Future),
            ("The owner is due to appear in court on Monday.", Direction::Future),
            ("The owner is going to appear in court on Monday.", Direction::Future),
            ("The hearing is scheduled for Monday.", Direction::Future),
            ("The owner was due to appear in court on Monday.", Direction::Unknown),
            ("The owner promised to return on Monday.", Direction::Unknown),
            ("The court sits on Monday.", Direction::Unknown),
        ] {
            let sentences = parse(text);
            let monday = sentences[0].tokens.iter().position(|token| &*token.text == "Monday").unwrap();
            assert_eq!(direction(&Tree::new(&sentences[0]), monday), expected, "{text}");
        }
    }
}
