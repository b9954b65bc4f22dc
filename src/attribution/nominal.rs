//! Attributions by nouns, adjectives and prepositions: "the claim that …", "confident that …", "critical of …",
//! "according to …".

use crate::grammar::{ArgumentGraph, Link, Stance, Tree, lemma_of};
use crate::language::{Dependency, FineTag};
use crate::ontology::Complement;

use super::content::{Content, Speaker};
use super::cues::Cue;

/// What a noun or an adjective attributes: "the claim [that …]", "confident [that …]", "critical of [the plan]".
pub fn nominal_content(
    tree: &Tree<'_>,
    cue: &Cue<'_>,
    word: usize,
    stance: Option<Stance>,
) -> Option<Content> {
    let claimed = matches!(stance, Some(Stance::Report | Stance::Alleged | Stance::Denial));
    let clause = tree.children(word).iter().copied().find(|&child| match tree.dep(child) {
        Dependency::Acl | Dependency::Ccomp | Dependency::Xcomp | Dependency::Relcl
            if tree.is_to_infinitive(child) =>
        {
            cue.takes(Complement::Infinitive)
        }
        Dependency::Ccomp => cue.takes(Complement::Clause),
        Dependency::Acl => {
            cue.takes(Complement::Clause)
                && tree
                    .child(child, &[Dependency::Mark])
                    .is_some_and(|mark| lemma_of(tree.token(mark)) == "that")
        }
        // "An announcement by the ministry, under which the army will help".
        Dependency::Relcl => cue.takes(Complement::Clause) && claimed && is_under_which(tree, child),
        _ => false,
    });
    if let Some(clause) = clause {
        let claimed = claimed && !tree.is_to_infinitive(clause);
        return Some(Content { tokens: tree.subtree(clause, &[]), cue_end: word, claimed });
    }
    cue.prepositions.iter().find_map(|&preposition| {
        Some(Content { tokens: after(tree, preposition)?, cue_end: preposition, claimed: false })
    })
}

fn is_under_which(tree: &Tree<'_>, clause: usize) -> bool {
    let first = tree.leftmost(clause);
    &*lemma_of(tree.token(first)) == "under" && tree.dep(first) == Dependency::Prep
}

/// Whose claim or plan a noun names: its possessor, or the subject of the verb that it is the object of ("made a
/// promise to …").
pub fn owner(graph: &ArgumentGraph, tree: &Tree<'_>, noun: usize) -> Option<Speaker> {
    let owner = graph
        .edges(noun)
        .iter()
        .find(|edge| edge.link == Link::Possessor || edge.link == Link::Preposition("by".to_owned()))
        .map(|edge| edge.target);
    let verb = tree.head(noun).filter(|_| tree.dep(noun) == Dependency::Dobj);
    let token = owner.or_else(|| doer(graph, verb?))?;
    let surface = tree.child(noun, &[Dependency::Poss]).unwrap_or(token);
    Some(Speaker { token, surface })
}

/// Who says that the claim which a noun names is false: the deep subject of the verb above it.
pub fn denier(graph: &ArgumentGraph, tree: &Tree<'_>, claim: usize) -> Option<Speaker> {
    let verb = tree.ancestors(claim).find(|&above| tree.is_verb(above))?;
    let token = doer(graph, verb).filter(|&token| token != claim)?;
    Some(Speaker { token, surface: token })
}

fn doer(graph: &ArgumentGraph, verb: usize) -> Option<usize> {
    graph.edges(verb).iter().find(|edge| edge.link == Link::Subject).map(|edge| edge.target)
}

/// Who made a statement that is itself named as the source ("a statement from the ministry"), or the source as it is.
pub fn maker(tree: &Tree<'_>, source: usize, stance: Option<Stance>) -> usize {
    let made = |&child: &usize| {
        tree.dep(child) == Dependency::Prep && matches!(&*lemma_of(tree.token(child)), "by" | "from")
    };
    let by = tree.children(source).iter().copied().find(made).filter(|_| stance == Some(Stance::Report));
    by.and_then(|by| tree.child(by, &[Dependency::Pobj])).unwrap_or(source)
}

pub fn according_source(tree: &Tree<'_>, token: usize) -> Option<usize> {
    if !tree.token(token).text.eq_ignore_ascii_case("according") {
        return None;
    }
    tree.child(tree.child(token, &[Dependency::Prep])?, &[Dependency::Pobj])
}

pub fn according_content(tree: &Tree<'_>, token: usize) -> Option<Content> {
    // "It did not sink and nor did the tug, according to the crew": after a comma at the end it is said of both.
    let at_end = token > 0 && tree.token(token - 1).tag == FineTag::Comma;
    let host = tree.head(token).map(|host| if at_end { tree.first_of_list(host) } else { host })?;
    let to = tree.child(token, &[Dependency::Prep])?;
    Some(Content { tokens: tree.subtree(host, &[token]), cue_end: to, claimed: true })
}

/// What a preposition leads to: a noun or a gerund.
pub fn after(tree: &Tree<'_>, preposition: usize) -> Option<Vec<usize>> {
    let object = tree.child(preposition, &[Dependency::Pobj, Dependency::Pcomp])?;
    Some(tree.subtree(object, &[]))
}
