//! The words of a sentence that can be arguments of a relation: the heads of its mentions, and the verbs of clauses that
//! tell of a deed ("accused of [stealing] a boat").

use crate::grammar::{ParsedSentence, SentenceId};
use crate::language::Dependency;
use crate::mentions::Mentions;

/// More than these no sentence of prose has; what comes later is left out, so that lists and tables cost little.
const MOST_ARGUMENTS: usize = 48;

/// Labels of verbs whose clauses can stand for a deed.
const CLAUSES: &[Dependency] = &[
    Dependency::Ccomp,
    Dependency::Xcomp,
    Dependency::Pcomp,
    Dependency::Advcl,
    Dependency::Acl,
    Dependency::Relcl,
];

/// The tokens of a sentence that can be arguments, in order.
pub fn arguments(sentence: &ParsedSentence<'_>, id: SentenceId, mentions: &Mentions) -> Vec<usize> {
    let tree = &sentence.tree;
    // "Allegations made by her": who made them is told of the allegations, and is not what they allege.
    let is_modifier = |token: usize| tree.dep(token) == Dependency::Acl && !tree.is_to_infinitive(token);
    let is_deed =
        |token: usize| tree.is_verb(token) && CLAUSES.contains(&tree.dep(token)) && !is_modifier(token);
    let is_argument = |&token: &usize| mentions.headed_by(id.token(token)).is_some() || is_deed(token);
    (0..sentence.graph.len()).filter(is_argument).take(MOST_ARGUMENTS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample_language::mentions;

    #[test]
    fn phrases_and_deeds_can_be_arguments() {
        let (sentences, mentions) = mentions("Rita Lund was accused of stealing a boat on Friday.");
        let parsed = ParsedSentence::new(&sentences[0]);
        let words: Vec<&str> = arguments(&parsed, SentenceId(0), &mentions)
            .into_iter()
            .map(|token| &*sentences[0].tokens[token].text)
            .collect();
        assert!(words.starts_with(&["Lund", "stealing", "boat"]), "{words:?}");
    }

    #[test]
    fn what_is_told_of_a_noun_is_no_deed() {
        let (sentences, mentions) = mentions("He denied allegations made by Rita Lund.");
        let parsed = ParsedSentence::new(&sentences[0]);
        let made = sentences[0].tokens.iter().position(|token| &*token.text == "made").expect("it is there");
        assert!(!arguments(&parsed, SentenceId(0), &mentions).contains(&made));
    }
}
