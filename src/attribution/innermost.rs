//! Which of several attributions around the same words answers for them.

use std::collections::BTreeSet;
use std::ops::Range;

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

/// For each character, the attribution with a known speaker that holds it in the shortest quotation: found once, asked for every
/// phrase.
#[derive(Debug, Default)]
pub struct InnermostQuotations {
    /// Where the answer changes, in order: from this character on it is this attribution's number, or none.
    changes: Vec<(usize, Option<usize>)>,
}

impl InnermostQuotations {
    /// Those of an article.
    pub fn of(attributions: &[ExtractedAttribution]) -> Self {
        let spoken = attributions.iter().enumerate().filter(|(_, one)| one.source.is_some());
        let spans: Vec<(Range<usize>, usize)> = spoken
            .flat_map(|(number, one)| one.quoted.iter().map(move |quoted| (quoted.clone(), number)))
            .filter(|(quoted, _)| !quoted.is_empty())
            .collect();
        let begins = spans.iter().enumerate().map(|(span, (quoted, _))| (quoted.start, true, span));
        let ends = spans.iter().enumerate().map(|(span, (quoted, _))| (quoted.end, false, span));
        let mut borders: Vec<(usize, bool, usize)> = begins.chain(ends).collect();
        borders.sort_unstable();
        let mut open = BTreeSet::new();
        let mut changes: Vec<(usize, Option<usize>)> = Vec::new();
        for (place, begins, span) in borders {
            let (quoted, number) = &spans[span];
            let key = (quoted.len(), *number, span);
            if begins {
                open.insert(key);
            } else {
                open.remove(&key);
            }
            let innermost = open.first().map(|(_, number, _)| *number);
            match changes.last_mut() {
                Some((last, answer)) if *last == place => *answer = innermost,
                _ => changes.push((place, innermost)),
            }
        }
        Self { changes }
    }

    /// The number of the attribution that holds the character at `begin`.
    pub fn at(&self, begin: usize) -> Option<usize> {
        let later = self.changes.partition_point(|(place, _)| *place <= begin);
        self.changes[later.checked_sub(1)?].1
    }
}

#[cfg(test)]
mod tests {
    use super::super::extracted::Part;
    use super::*;
    use crate::grammar::SentenceId;

    #[test]
    fn the_shortest_quotation_of_a_known_speaker_answers() {
        let source = || Some(Part { head: SentenceId(0).token(0), span: 0..1 });
        let quoting = |source, quoted: Vec<Range<usize>>| ExtractedAttribution {
            source,
            cue: None,
            content: quoted.clone(),
            quoted,
            claimed: true,
        };
        let attributions = [
            quoting(source(), vec![0..40, 50..60]),
            quoting(source(), std::iter::once(10..20).collect()),
            quoting(None, std::iter::once(12..14).collect()),
            quoting(source(), vec![15..25, 15..25, 30..30]),
        ];
        let index = InnermostQuotations::of(&attributions);
        let answers: Vec<_> =
            [0, 9, 10, 13, 19, 20, 24, 25, 39, 40, 49, 50, 59, 60].map(|at| index.at(at)).into();
        let [none, first, second, fourth] = [None, Some(0), Some(1), Some(3)];
        assert_eq!(
            answers,
            [
                first, first, second, second, second, fourth, fourth, first, first, none, none, first, first,
                none
            ]
        );
        assert_eq!(InnermostQuotations::of(&[]).at(3), None);
    }
}
