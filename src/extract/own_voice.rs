//! What an article tells in its own voice though it stands among the words that it reports of somebody.

use crate::attribution::ExtractedAttribution;
use crate::grammar::{FactualityWords, ParsedSentence, Stance, Tree};
use crate::relations::Extractor;

use super::statement::ExtractedStatement;

/// Whether two phrases beside each other say it, without a word of its own.
pub fn is_wordless(statement: &ExtractedStatement, extractor: &Extractor) -> bool {
    let names_argument = || [statement.subject, statement.object].contains(&Some(statement.trigger));
    match statement.pattern {
        Some(pattern) => extractor.patterns()[pattern].root.words() == 0,
        None => statement.subject_words.is_none() && names_argument(),
    }
}

/// Whether a word tells what somebody says. "Found him guilty" does not: whoever finds so is not who says so.
pub fn is_telling(sentence: &ParsedSentence<'_>, words: &FactualityWords, word: usize) -> bool {
    let is_verdict = |&child: &usize| words.verdicts.contains(sentence.lemma(child));
    matches!(words.stances.get(sentence.lemma(word)), Some(Stance::Report | Stance::Alleged))
        && !sentence.tree.children(word).iter().any(is_verdict)
}

/// Whether somebody's words state it of the speaker beside them: `The mayor said the plan "stinks"` tells, in the article's
/// voice, that the mayor criticised it.
pub fn is_speakers_own(
    sentence: &ParsedSentence<'_>,
    statement: &ExtractedStatement,
    attribution: &ExtractedAttribution,
) -> bool {
    let begin = |token: usize| sentence.sentence().tokens[token].begin;
    let is_outside = |token: usize| !attribution.covers(begin(token));
    statement.pattern.is_none()
        && statement.subject_words.is_none()
        && statement.subject.is_some_and(is_outside)
        && attribution.covers(begin(statement.trigger))
}

/// Whether it is told within the phrase that names one of the two ("the court in Manhattan", "Tidewatch founder Ana Moreno"),
/// so that whoever is reported takes it for known.
pub fn is_within_phrase(tree: &Tree<'_>, statement: &ExtractedStatement) -> bool {
    let (Some(subject), Some(object)) = (statement.subject, statement.object) else { return false };
    let up: Vec<usize> = tree.path_to_root(subject).collect();
    let down: Vec<usize> = tree.path_to_root(object).collect();
    let Some(rise) = up.iter().position(|token| down.contains(token)) else { return false };
    let fall = down.iter().take_while(|&&token| token != up[rise]).count();
    let mut way = up[..=rise].iter().chain(&down[..fall]).chain(std::iter::once(&statement.trigger));
    !way.any(|&token| tree.is_verb(token))
}
