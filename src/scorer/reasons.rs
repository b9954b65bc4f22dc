//! What spoke for a statement, and what against it: the scorer is asked again and again, each time without one part of what
//! it looks at, and how far the log-odds sink or rise tells what that part was worth (occlusion; Zeiler and Fergus 2014).
//! How the network works nobody asks here, so another network is explained as well.

use std::iter;

use crate::encoder::Pieces;
use crate::grammar::TokenSpan;
use crate::ontology::RelationId;

use super::evidence::PatternMatch;
use super::judgement::{Judgement, Scorer};
use super::question::Question;

/// A part of what the scorer looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ground {
    /// What the patterns say of the sentence.
    Patterns,
    /// Whether the subject's class is one that the relation takes.
    SubjectClass,
    /// The same of the object.
    ObjectClass,
    /// Words of the sentence.
    Words(TokenSpan),
}

/// A part with its worth: by how much the log-odds sink without it; below zero where they rise.
pub type Weight = (Ground, f32);

/// What spoke for a statement and against it, the weightiest first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reasons {
    pub supporting: Vec<Ground>,
    pub opposing: Vec<Ground>,
}

/// What is worth less is not worth telling: most words of a sentence move the log-odds a little.
const LEAST: f32 = 0.7;
/// A part that is worth less than this share of the weightiest is not worth telling beside it.
const LEAST_SHARE: f32 = 0.15;
/// How many parts are told.
const MOST_SUPPORTING: usize = 4;
const MOST_OPPOSING: usize = 3;

impl Reasons {
    /// The parts that tell.
    pub fn of(weights: &[Weight]) -> Self {
        let weightiest = weights.iter().map(|(_, weight)| weight.abs()).fold(0.0, f32::max);
        let least = LEAST.max(LEAST_SHARE * weightiest);
        let told = |sign: f32, most: usize| {
            let mut told: Vec<Weight> = weights.iter().map(|&(part, weight)| (part, sign * weight)).collect();
            told.retain(|(_, weight)| *weight >= least);
            // What is equal stays in the order of the sentence.
            told.sort_by(|one, other| other.1.total_cmp(&one.1));
            told.into_iter().take(most).map(|(part, _)| part).collect()
        };
        Self { supporting: told(1.0, MOST_SUPPORTING), opposing: told(-1.0, MOST_OPPOSING) }
    }
}

impl Scorer {
    /// What each part is worth for a statement; nothing where the scorer cannot tell how likely that is. `question` asks
    /// about the sentence, without the words of a span where it is given one; `words` are the spans to be left out.
    pub fn weights(
        &self,
        relations: &[Option<RelationId>],
        asked: PatternMatch,
        words: &[TokenSpan],
        question: &dyn Fn(Option<TokenSpan>) -> Question,
    ) -> Vec<Weight> {
        let parts: Vec<Ground> = [Ground::Patterns, Ground::SubjectClass, Ground::ObjectClass]
            .into_iter()
            .chain(words.iter().copied().map(Ground::Words))
            .collect();
        let without = |part: &Ground| match *part {
            Ground::Patterns => question(None).without_patterns(),
            Ground::SubjectClass => question(None).whatever_class(asked.subject),
            Ground::ObjectClass => question(None).whatever_class(asked.object),
            Ground::Words(span) => question(Some(span)),
        };
        let questions: Vec<Question> = iter::once(question(None)).chain(parts.iter().map(without)).collect();
        let mut pieces = self.pieces(&questions).into_iter();
        let whole = pieces.next();
        let hidden = parts.iter().zip(pieces).map(|(part, pieces)| match part {
            Ground::Words(span) => self.hiding(span.tokens(), pieces),
            _ => pieces,
        });
        let pieces: Vec<Pieces> = whole.into_iter().chain(hidden).collect();
        let judged = self.judge(&questions, &pieces, relations);
        let odds = |judged: &Judgement<'_>| judged.log_odds(asked.relation, asked.subject, asked.object);
        let Some(all) = judged.first().and_then(odds) else { return Vec::new() };
        let weight = |(part, judged): (&Ground, &Judgement<'_>)| Some((*part, all - odds(judged)?));
        parts.iter().zip(&judged[1..]).filter_map(weight).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_weightiest_parts_are_told_and_no_others() {
        let word = |token: usize| Ground::Words(TokenSpan::of_token(token));
        let weights = [
            (Ground::Patterns, 2.0),
            (word(0), 0.4),
            (word(1), 3.0),
            (word(2), -0.1),
            (word(3), -1.0),
            (word(4), 2.0),
            (word(5), 0.7),
            (word(6), 0.6),
            (word(7), -4.0),
        ];
        let told = Reasons::of(&weights);
        assert_eq!(told.supporting, [word(1), Ground::Patterns, word(4), word(5)]);
        assert_eq!(told.opposing, [word(7), word(3)]);
        assert_eq!(Reasons::of(&[(Ground::Patterns, 9.0), (word(0), 0.8)]).supporting, [Ground::Patterns]);
        assert_eq!(Reasons::of(&[]), Reasons::default());
    }
}
