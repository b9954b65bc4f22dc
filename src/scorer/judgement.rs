//! The scorer as the rest of the program sees it: sentences in, for every pair of arguments and every relation how likely the
//! sentence states it.

use std::ops::Range;
use std::sync::OnceLock;

use crate::encoder::{Encoder, Pieces, Vectors};
use crate::ontology::{Ontology, RelationId};
use crate::vocabulary as v;
use crate::weights::Weights;

use super::evidence::PatternMatch;
use super::inputs::Inputs;
use super::network::{Network, Scores};
use super::pointer::Pointer;
use super::question::Question;
use super::tables::KnownFeatures;

/// Encoder, network and vocabularies.
#[derive(Debug)]
pub struct Scorer {
    encoder: Encoder,
    network: Network,
    pointer: Pointer,
    known: [KnownFeatures; 2],
    /// Local names of the relations, in the order of the network.
    relations: Vec<&'static str>,
}

/// What the scorer says of one sentence.
pub struct Judgement<'a> {
    scorer: &'a Scorer,
    question: &'a Question,
    pieces: &'a Pieces,
    vectors: Vectors,
    scores: Scores,
    relations: &'a [Option<RelationId>],
}

/// A relation between two sides of a question, with its log-odds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scored {
    pub relation: RelationId,
    pub subject: Option<usize>,
    pub object: Option<usize>,
    pub log_odds: f32,
}

impl Scored {
    /// What a pattern found, with the log-odds that the scorer gives it.
    pub fn of(found: &PatternMatch, log_odds: f32) -> Self {
        Self { relation: found.relation, subject: found.subject, object: found.object, log_odds }
    }
}

impl Scorer {
    /// The scorer that is part of the program.
    pub fn built_in() -> &'static Self {
        static SCORER: OnceLock<Scorer> = OnceLock::new();
        SCORER.get_or_init(|| Self::load(super::built_in::ENCODER, super::built_in::NETWORK))
    }

    fn load(encoder: &'static [u8], network: &'static [u8]) -> Self {
        let weights = Weights::of(network);
        Self {
            encoder: Encoder::load(encoder),
            network: Network::load(&weights),
            pointer: Pointer::load(&weights),
            known: ["argument.features", "pair.features"].map(|name| KnownFeatures::load(&weights, name)),
            relations: weights.strings("relations").iter().collect(),
        }
    }

    /// The network's relations as the ontology numbers them; `None` where the ontology has another meaning for a name, or
    /// lacks it.
    pub fn relations_in(&self, ontology: &Ontology) -> Vec<Option<RelationId>> {
        let find = |name: &&str| {
            let mut relations = ontology.relation_ids();
            relations.find(|&relation| ontology.relation(relation).iri.strip_prefix(v::NG) == Some(*name))
        };
        self.relations.iter().map(find).collect()
    }

    /// What turns words into vectors, for whoever wants to know how near wordings are.
    pub fn encoder(&self) -> &Encoder {
        &self.encoder
    }

    /// What the scorer says of each sentence.
    pub fn judge<'a>(
        &'a self,
        questions: &'a [Question],
        pieces: &'a [Pieces],
        relations: &'a [Option<RelationId>],
    ) -> Vec<Judgement<'a>> {
        let vectors = self.encoder.encode(pieces);
        let known = [&self.known[0], &self.known[1]];
        let inputs: Vec<Inputs> = questions
            .iter()
            .zip(pieces)
            .map(|(question, pieces)| Inputs::new(question, pieces, relations, known))
            .collect();
        let scores = self.network.score(&inputs, &vectors);
        let judged = questions.iter().zip(pieces).zip(vectors).zip(scores);
        let judged = judged.map(|(((question, pieces), vectors), scores)| Judgement {
            scorer: self,
            question,
            pieces,
            vectors,
            scores,
            relations,
        });
        judged.collect()
    }

    /// The same sentence with some of its words hidden.
    pub fn hiding(&self, words: Range<usize>, mut pieces: Pieces) -> Pieces {
        self.encoder.hide(words, &mut pieces);
        pieces
    }

    /// The pieces of each question's words; none where nothing is asked, so that such a sentence takes no time.
    pub fn pieces(&self, questions: &[Question]) -> Vec<Pieces> {
        let of_words = |question: &Question| {
            if !question.is_asked() {
                return Pieces::default();
            }
            let words: Vec<&str> = question.words.iter().map(String::as_str).collect();
            self.encoder.pieces(&words)
        };
        questions.iter().map(of_words).collect()
    }
}

impl Judgement<'_> {
    /// The log-odds of one relation between two arguments; `None` where the network does not know the relation, or the
    /// arguments are none.
    pub fn log_odds(
        &self,
        relation: RelationId,
        subject: Option<usize>,
        object: Option<usize>,
    ) -> Option<f32> {
        let place = self.relations.iter().position(|&other| other == Some(relation))?;
        let (subject, object) = (self.question.side(subject)?, self.question.side(object)?);
        Some(self.scores.of(subject, object)[place])
    }

    /// Everything that is at least as likely as `least`, in log-odds, in order of subject, object and relation.
    pub fn likely(&self, least: f32) -> Vec<Scored> {
        let sides = self.question.sides();
        let is_read = |side: usize| side == 0 || self.piece(self.question.arguments[side - 1]).is_some();
        let mut found = Vec::new();
        for (subject, object) in (0..sides * sides).map(|pair| (pair / sides, pair % sides)) {
            if subject == object || !is_read(subject) || !is_read(object) {
                continue;
            }
            for (&log_odds, relation) in self.scores.of(subject, object).iter().zip(self.relations) {
                if let Some(relation) = relation.filter(|_| log_odds >= least) {
                    let (subject, object) = (self.question.argument(subject), self.question.argument(object));
                    found.push(Scored { relation, subject, object, log_odds });
                }
            }
        }
        found
    }

    /// The word that states it.
    pub fn trigger(&self, scored: &Scored) -> Option<usize> {
        let relation = self.relations.iter().position(|&other| other == Some(scored.relation))?;
        let (subject, object) = (self.question.side(scored.subject)?, self.question.side(scored.object)?);
        let words = 0..self.question.words.len();
        let readable = words.filter_map(|word| Some((word, self.vectors.get(self.piece(word)?))));
        self.scorer.pointer.best(relation, [subject, object], &self.scores, readable)
    }

    fn piece(&self, word: usize) -> Option<usize> {
        self.pieces.last_of_words.get(word).copied().flatten()
    }
}
