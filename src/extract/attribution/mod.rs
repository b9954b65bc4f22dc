//! Attributions: who says, thinks or wants what. Reported speech and thought are read off the trees (a word that
//! attributes, its subject, its complement); direct speech off the quotation marks, whose source is the telling verb
//! beside them.
//!
//! Source, cue and content are the three parts of PolNeAR and PARC 3 (Pareti 2016; Newell et al. 2018), and so wide is
//! the notion: a wish or a verdict is an attribution, too. Only what is told or denied is somebody's claim
//! (`claimed`), and only claims answer for the statements inside them.

mod cues;
mod labelled;
mod nominal;
mod quoted;
mod reported;
mod spans;
#[cfg(test)]
mod tests;

use std::ops::Range;

use super::patterns::ParsedSentence;
use super::quotation::Quotation;
use crate::read::Passage;

pub use cues::Cues;

/// A token of an article: the sentence's index and the token's in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TokenPosition {
    pub sentence: usize,
    pub token: usize,
}

/// A source or a cue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The word that stands for it; of a relative pronoun, the noun that it means.
    pub head: TokenPosition,
    /// All of it, in characters.
    pub span: Range<usize>,
}

/// One attribution; offsets count characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExtractedAttribution {
    pub source: Option<Part>,
    pub cue: Option<Part>,
    /// Stretches of the content, in order, at least one: "[It rained]," she said, "[and it blew]".
    pub content: Vec<Range<usize>>,
    /// Stretches of it that stand in quotation marks.
    quoted: Vec<Range<usize>>,
    /// Whether the source claims that it is so, or that it is not.
    claimed: bool,
}

impl ExtractedAttribution {
    /// First character of the content.
    pub fn begin(&self) -> usize {
        self.content.first().map_or(0, |part| part.start)
    }

    /// One past the last character of the content.
    pub fn end(&self) -> usize {
        self.content.last().map_or(0, |part| part.end)
    }

    /// Whether all of it is quoted.
    pub fn direct(&self) -> bool {
        self.content
            .iter()
            .all(|part| self.quoted.iter().any(|quoted| quoted.start <= part.start && part.end <= quoted.end))
    }

    /// Whether the character belongs to the content.
    pub fn covers(&self, character: usize) -> bool {
        self.content.iter().any(|part| part.contains(&character))
    }

    /// Length of the content in characters.
    pub fn length(&self) -> usize {
        self.content.iter().map(ExactSizeIterator::len).sum()
    }

    /// Adds a stretch to the content and joins what overlaps.
    fn extend(&mut self, part: Range<usize>) {
        self.content.push(part);
        self.content.sort_by_key(|part| (part.start, part.end));
        let mut joined: Vec<Range<usize>> = Vec::new();
        for part in self.content.drain(..) {
            match joined.last_mut() {
                Some(last) if part.start <= last.end => last.end = last.end.max(part.end),
                _ => joined.push(part),
            }
        }
        self.content = joined;
    }
}

/// An article as its attributions are read.
pub struct Speech<'a, 's> {
    pub sentences: &'a [ParsedSentence<'s>],
    pub passages: &'a [Passage],
    pub quotations: &'a [Quotation],
    pub cues: &'a Cues,
    /// Whether a token stands for somebody who can speak: a person or a body.
    pub is_agent: &'a dyn Fn(TokenPosition) -> bool,
}

/// All attributions of an article, in order of their content.
pub fn attributions(speech: &Speech<'_, '_>) -> Vec<ExtractedAttribution> {
    let Speech { sentences, quotations, cues, .. } = speech;
    let mut reported: Vec<ExtractedAttribution> = sentences
        .iter()
        .enumerate()
        .flat_map(|(index, sentence)| reported::reported(index, sentence, cues))
        .collect();
    reported.extend(labelled::labelled(sentences, speech.passages, speech.is_agent));
    let mut found =
        outer_and_claims(quoted::with_quotations(reported, sentences, quotations, cues), sentences);
    found.sort_by_key(|attribution| {
        (attribution.begin(), attribution.end(), attribution.cue.as_ref().map(|cue| cue.head))
    });
    found
}

/// Inside what somebody says, the wishes and verdicts of others are part of the saying ("she said he hoped to win" tells
/// of her words only), and so is what speakers say of themselves ("I think"); other people's claims and quoted words are
/// kept as a second level.
fn outer_and_claims(
    found: Vec<ExtractedAttribution>,
    sentences: &[ParsedSentence<'_>],
) -> Vec<ExtractedAttribution> {
    let keep: Vec<bool> = found
        .iter()
        .map(|attribution| {
            let Some(cue) = &attribution.cue else { return true };
            let inside =
                |outer: &ExtractedAttribution| outer.covers(cue.span.start) && outer.cue != attribution.cue;
            let of_others =
                !attribution.source.as_ref().is_some_and(|source| is_self(sentences, source.head));
            !found.iter().any(inside) || (attribution.claimed && of_others) || !attribution.quoted.is_empty()
        })
        .collect();
    found.into_iter().zip(keep).filter(|(_, keep)| *keep).map(|(attribution, _)| attribution).collect()
}

/// Whether the word is the speaker's own, or the listener's.
fn is_self(sentences: &[ParsedSentence<'_>], position: TokenPosition) -> bool {
    let word = &sentences[position.sentence].tree.token(position.token).text;
    ["I", "we", "you"].iter().any(|own| word.eq_ignore_ascii_case(own))
}

/// The attribution whose source claims this token most directly: the one with the shortest content.
pub fn innermost(
    attributions: &[ExtractedAttribution],
    position: TokenPosition,
    begin: usize,
) -> Option<&ExtractedAttribution> {
    attributions
        .iter()
        .filter(|attribution| attribution.claimed && attribution.source.is_some())
        .filter(|attribution| attribution.cue.as_ref().is_none_or(|cue| cue.head != position))
        .filter(|attribution| attribution.covers(begin))
        .min_by_key(|attribution| (attribution.length(), !attribution.direct()))
}

/// The attribution with a known speaker that holds the character at `begin` in the shortest quotation.
pub fn innermost_quotation(
    attributions: &[ExtractedAttribution],
    begin: usize,
) -> Option<&ExtractedAttribution> {
    let quotation = |attribution: &ExtractedAttribution| {
        let holding = attribution.quoted.iter().filter(|quoted| quoted.contains(&begin));
        holding.map(ExactSizeIterator::len).min()
    };
    attributions
        .iter()
        .filter(|attribution| attribution.source.is_some())
        .filter_map(|attribution| Some((quotation(attribution)?, attribution)))
        .min_by_key(|(length, _)| *length)
        .map(|(_, attribution)| attribution)
}
