//! How far source, cue and content reach, after the guidelines of PolNeAR and PARC 3: a source with all that
//! describes it, a cue with its auxiliaries and negation, a content with its "that" and its quotation marks, but
//! without the sentence's own full stop.

use std::ops::Range;

use crate::grammar::{TokenSpan, Tree};
use crate::language::{Dependency, FineTag};

/// The characters of the runs that the tokens form, each without the punctuation at its ends.
pub fn runs(tree: &Tree<'_>, tokens: &[usize]) -> Vec<Range<usize>> {
    tokens
        .chunk_by(|left, right| left + 1 == *right)
        .filter_map(|run| trimmed(tree, run))
        .map(|run| tree.token(run[0]).begin..tree.token(run[run.len() - 1]).end)
        .collect()
}

/// A run without commas, stops and dashes at its ends, nor an "and" that leads on; quotation marks and brackets stay.
fn trimmed<'t>(tree: &Tree<'_>, run: &'t [usize]) -> Option<&'t [usize]> {
    let loose = |&token: &usize| {
        matches!(tree.token(token).tag, FineTag::Comma | FineTag::FullStop | FineTag::Colon | FineTag::Space)
    };
    let first = run.iter().position(|token| !loose(token))?;
    let last = run.iter().rposition(|token| !loose(token) && tree.token(*token).tag != FineTag::Cc)?;
    run.get(first..=last)
}

/// A source's tokens: the whole phrase around `head`, without the branch that leads to the cue. The comma that closes
/// an apposition belongs to it.
pub fn source(tree: &Tree<'_>, head: usize, cue: usize) -> TokenSpan {
    let to_cue: Vec<usize> = tree.path_to_root(cue).collect();
    let phrase = tree.subtree(head, &to_cue);
    let run = phrase
        .chunk_by(|left, right| left + 1 == *right)
        .find(|run| run.contains(&head))
        .and_then(|run| trimmed(tree, run))
        .unwrap_or(&[]);
    let (Some(&first), Some(&last)) = (run.first(), run.last()) else { return TokenSpan::of_token(head) };
    let is_comma = |token: usize| tree.token(token).tag == FineTag::Comma;
    let closes = run.iter().any(|&token| is_comma(token) && tree.token(token).head == head)
        && last + 1 < tree.sentence.tokens.len()
        && is_comma(last + 1);
    TokenSpan::new(first, last + 1 + usize::from(closes))
}

/// A cue's tokens: the word with the auxiliaries, negation and adverbs right before it, up to `last` and the colon
/// after it.
pub fn cue(tree: &Tree<'_>, word: usize, last: usize) -> TokenSpan {
    let belongs = |token: usize| {
        matches!(
            tree.dep(token),
            Dependency::Aux | Dependency::AuxPass | Dependency::Neg | Dependency::Advmod
        ) && tree.token(token).tag != FineTag::To
    };
    let mut first = word;
    while first > 0 && tree.token(first - 1).head == word && belongs(first - 1) {
        first -= 1;
    }
    let colon = tree.sentence.tokens.get(last + 1).is_some_and(|token| &*token.text == ":");
    TokenSpan::new(first, last + 1 + usize::from(colon))
}
