//! Which of several attributions around the same words answers for them.

use crate::grammar::TokenPosition;

use super::extracted::ExtractedAttribution;

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
