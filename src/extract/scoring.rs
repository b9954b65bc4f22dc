//! The scorer at work in an article: how sure each statement of the patterns is, which of them nobody would bet on, and which
//! statements no pattern found.

use crate::confidence::Confidence;
use crate::document::Document;
use crate::grammar::{ParsedSentence, SentenceId};
use crate::mentions::{Mentions, OntologyIndex};
use crate::ontology::{Ontology, RelationId, Role};
use crate::relations::{Extractor, Match};
use crate::scorer::{Judgement, PatternMatch, Question, Scored, Scorer};

use super::calibration::{Judged, confidence};
use super::doers::is_no_doer;
use super::proposal::Proposal;
use super::statement::PATTERN_CONFIDENCE;

/// Log-odds below which a pattern's statement is not believed, and above which one without a pattern is. On articles that
/// the scorer was not trained on, seven in eight of what is left are right; lower ones find more and err more
/// (`docs/calibration.md`).
const LEAST_OF_PATTERN: f32 = -3.5;
/// The same for what accuses somebody: below it more than half are wrong.
const LEAST_OF_ACCUSING_PATTERN: f32 = -2.0;
const LEAST_WITHOUT_PATTERN: f32 = 1.6;

/// The scorer with the relations that it knows, for one ontology.
pub struct Scoring {
    pub(super) scorer: &'static Scorer,
    pub(super) relations: Vec<Option<RelationId>>,
}

/// What the scorer makes of the matches of one sentence.
#[derive(Debug, Default)]
pub struct Weighed {
    /// For each match its confidence; `None` where it is not believed.
    pub matches: Vec<Option<Confidence>>,
    /// What no pattern found.
    pub proposals: Vec<Proposal>,
}

impl Weighed {
    /// Without a scorer every match is as sure as the next.
    pub fn of_patterns(matches: usize) -> Self {
        Self { matches: vec![Some(PATTERN_CONFIDENCE); matches], proposals: Vec::new() }
    }
}

impl Scoring {
    /// `None` where the scorer knows none of the ontology's relations.
    pub fn new(ontology: &Ontology) -> Option<Self> {
        let scorer = Scorer::built_in();
        let relations = scorer.relations_in(ontology);
        relations.iter().any(Option::is_some).then_some(Self { scorer, relations })
    }

    /// Weighs the matches of every sentence.
    pub fn weigh(
        &self,
        document: &Document<'_, Mentions>,
        parsed: &[ParsedSentence<'_>],
        matches: &[Vec<Match>],
        lexicon: &OntologyIndex<'_>,
        extractor: &Extractor,
    ) -> Vec<Weighed> {
        let questions: Vec<Question> = parsed
            .iter()
            .zip(matches)
            .enumerate()
            .map(|(index, (sentence, matches))| {
                let found: Vec<PatternMatch> = matches.iter().map(pattern_match).collect();
                Question::new(document, SentenceId(index), sentence, lexicon, extractor, &found)
            })
            .collect();
        let pieces = self.scorer.pieces(&questions);
        let judged = self.scorer.judge(&questions, &pieces, &self.relations);
        judged
            .iter()
            .zip(&questions)
            .zip(parsed)
            .map(|((judgement, question), sentence)| {
                let mut weighed = weighed(judgement, question, sentence, lexicon);
                weighed.proposals.retain(|proposal| !proposal.is_vetoed(extractor, sentence));
                weighed
            })
            .collect()
    }
}

/// What a pattern found, as the scorer is asked about it.
pub(super) fn pattern_match(found: &Match) -> PatternMatch {
    PatternMatch {
        relation: found.relation,
        subject: found.binding.filler(&Role::Subject),
        object: found.binding.filler(&Role::Object),
    }
}

fn weighed(
    judgement: &Judgement<'_>,
    question: &Question,
    sentence: &ParsedSentence<'_>,
    lexicon: &OntologyIndex<'_>,
) -> Weighed {
    let ontology = lexicon.ontology;
    let found = &question.matches;
    let odds: Vec<Option<f32>> =
        found.iter().map(|one| judgement.log_odds(one.relation, one.subject, one.object)).collect();
    let stands = |relation: RelationId, subject: Option<usize>, object: Option<usize>| {
        found.iter().any(|one| (one.relation, one.subject, one.object) == (relation, subject, object))
    };
    let likely = judgement.likely(LEAST_WITHOUT_PATTERN);
    // What the scorer does not believe hinders nothing.
    let believed: Vec<Scored> = found
        .iter()
        .zip(&odds)
        .map(|(one, odds)| Scored::of(one, odds.unwrap_or(f32::INFINITY)))
        .filter(|one| one.log_odds >= least(ontology, one.relation))
        .chain(likely.iter().copied())
        .collect();
    let new = likely.iter().filter(|one| !stands(one.relation, one.subject, one.object));
    let new = new.filter(|one| !question.is_within(one.object, one.subject));
    let accuses = |relation: RelationId| ontology.relation(relation).accuses();
    let new =
        new.filter(|one| !question.rules_out(one.relation, (one.subject, one.object), accuses(one.relation)));
    let new = new.filter(|one| !is_told_more_fully(one, &believed) && !has_rival(ontology, one, &believed));
    let new = new.filter(|one| !is_of_another(ontology, one, found));
    let proposals = new.filter_map(|one| {
        let Scored { relation, subject, object, log_odds } = *one;
        let judged = if accuses(relation) { Judged::Accusation } else { Judged::Proposal };
        let confidence = confidence(log_odds, judged);
        // What can libel is not proposed in vain: it would make no edge.
        let is_sure = confidence >= ontology.relation(relation).least_confidence;
        let trigger = is_sure.then(|| judgement.trigger(one)).flatten()?;
        let proposal = Proposal { relation, subject, object, trigger, confidence };
        (!is_no_doer(sentence, lexicon, &proposal)).then_some(proposal)
    });
    let matches = found.iter().zip(&odds).map(|(one, odds)| match odds {
        // The scorer knows nothing of a user's own relations.
        None => Some(PATTERN_CONFIDENCE),
        Some(odds)
            if *odds < least(ontology, one.relation)
                || has_rival(ontology, &Scored::of(one, *odds), &believed) =>
        {
            None
        }
        Some(odds) => Some(confidence(*odds, Judged::Match)),
    });
    Weighed { matches: matches.collect(), proposals: proposals.collect() }
}

/// The log-odds from which a pattern's statement is believed.
fn least(ontology: &Ontology, relation: RelationId) -> f32 {
    match ontology.relation(relation).accuses() {
        true => LEAST_OF_ACCUSING_PATTERN,
        false => LEAST_OF_PATTERN,
    }
}

/// Whether a narrower relation, or a surer one that excludes it, is told of the same two.
fn has_rival(ontology: &Ontology, one: &Scored, told: &[Scored]) -> bool {
    told.iter().filter(|other| (other.subject, other.object) == (one.subject, one.object)).any(|other| {
        let rival = ontology.relation(other.relation);
        rival.goes_before.contains(&one.relation)
            || rival.excludes.contains(&one.relation) && other.log_odds > one.log_odds
    })
}

/// Whether the wording says of another what excludes it: in "found the clerk guilty of theft but cleared him of taking bribes"
/// the bribes are what somebody was cleared of. Where either excludes the other, the surer is right.
fn is_of_another(ontology: &Ontology, one: &Scored, found: &[PatternMatch]) -> bool {
    one.object.is_some()
        && found.iter().any(|other| {
            let excludes = |this: RelationId, that| ontology.relation(this).excludes.contains(&that);
            other.object == one.object
                && excludes(other.relation, one.relation)
                && !excludes(one.relation, other.relation)
        })
}

/// Whether the same is told with the argument that is unsaid here.
fn is_told_more_fully(one: &Scored, told: &[Scored]) -> bool {
    told.iter().filter(|other| other.relation == one.relation).any(|other| {
        (one.object.is_none() && other.subject == one.subject && other.object.is_some())
            || (one.subject.is_none() && other.object == one.object && other.subject.is_some())
    })
}
