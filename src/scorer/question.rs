//! Everything that the network is asked about a sentence: its words, the arguments with their features, and what the patterns say
//! of every pair.

use crate::document::Document;
use crate::grammar::{ParsedSentence, SentenceId, TokenSpan, is_time, is_unit_of_time};
use crate::language::Dependency;
use crate::mentions::{MentionKind, Mentions, OntologyIndex, class_of};
use crate::ontology::{RelationId, Role};
use crate::relations::{Extractor, Features, role_fits};

use super::arguments::arguments;
use super::evidence::{Evidence, Pair, PatternMatch};
use super::features::{argument_features, pair_features};
use super::ties::Ties;

/// A sentence as the network is asked about it. Side 0 of a pair is the unsaid argument, side `n` the argument `n - 1`.
#[derive(Debug)]
pub struct Question {
    /// The words of the sentence.
    pub words: Vec<String>,
    /// The tokens that can be arguments, in order.
    pub arguments: Vec<usize>,
    /// Features of each argument.
    pub argument_features: Vec<Features>,
    /// Features of each pair of sides, row by row.
    pub pair_features: Vec<Features>,
    /// Of each pair of sides, row by row, the bits of every relation of the ontology.
    evidence: Vec<u8>,
    /// Of each argument, for every relation whether it cannot be its subject, and its object.
    pub unfit: Vec<Vec<[bool; 2]>>,
    /// The arguments that are times ("on Tuesday").
    times: Vec<bool>,
    /// What the patterns found.
    pub matches: Vec<PatternMatch>,
    /// Of each argument that is a description, the tokens of its whole phrase: what stands in there tells which one is
    /// meant ("a spokesman for [the port]").
    pub descriptions: Vec<Option<TokenSpan>>,
}

impl Question {
    /// What there is to ask about a sentence in which patterns found these statements.
    pub fn new(
        document: &Document<'_, Mentions>,
        id: SentenceId,
        parsed: &ParsedSentence<'_>,
        lexicon: &OntologyIndex<'_>,
        extractor: &Extractor,
        matches: &[PatternMatch],
    ) -> Self {
        let arguments = arguments(parsed, id, &document.mentions);
        let matches = standing_in_arguments(document, id, matches);
        let relations = lexicon.ontology.relations.len();
        let patterns = Evidence::new(parsed, extractor, relations, matches.clone());
        let ties = Ties::new(parsed);
        let sides: Vec<Option<usize>> =
            std::iter::once(None).chain(arguments.iter().copied().map(Some)).collect();
        let pairs = || sides.iter().flat_map(|&subject| sides.iter().map(move |&object| (subject, object)));
        let pair_features =
            pairs().map(|(subject, object)| pair_features(parsed, &ties, subject, object)).collect();
        let mut evidence = Vec::with_capacity(sides.len() * sides.len() * relations);
        pairs().for_each(|pair| patterns.append(&ties, pair, &mut evidence));
        let (argument_features, unfit) =
            arguments.iter().map(|&token| of_argument(document, id, parsed, lexicon, token)).unzip();
        let descriptions = arguments.iter().map(|&token| description(document, id, parsed, token)).collect();
        // "Pushed by her for months": no name recogniser takes these for times.
        let is_unit = |token: usize| is_unit_of_time(parsed.lemma(token));
        let is_time = |&token: &usize| is_time(parsed.tree.token(token).entity) || is_unit(token);
        let times = arguments.iter().map(is_time).collect();
        let words = parsed.sentence().tokens.iter().map(|token| token.text.to_string()).collect();
        Self {
            words,
            arguments,
            argument_features,
            pair_features,
            evidence,
            unfit,
            times,
            matches,
            descriptions,
        }
    }

    /// How many sides a pair can have: one for each argument, and the unsaid.
    pub fn sides(&self) -> usize {
        self.arguments.len() + 1
    }

    /// The same without what the patterns say.
    #[must_use]
    pub fn without_patterns(mut self) -> Self {
        self.evidence.fill(0);
        self.matches.clear();
        self
    }

    /// The same where an argument may be of any class.
    #[must_use]
    pub fn whatever_class(mut self, argument: Option<usize>) -> Self {
        if let Some(place) = self.side(argument).and_then(|side| side.checked_sub(1)) {
            self.unfit[place].fill([false; 2]);
        }
        self
    }

    /// Whether there is anything to ask.
    pub fn is_asked(&self) -> bool {
        !self.arguments.is_empty() || !self.matches.is_empty()
    }

    /// The bits of every relation of the ontology for a pair of sides, counted row by row.
    pub fn evidence(&self, pair: usize) -> &[u8] {
        let relations = self.evidence.len() / (self.sides() * self.sides());
        &self.evidence[pair * relations..][..relations]
    }

    /// The side of an argument; `None` where the token is none.
    pub fn side(&self, argument: Option<usize>) -> Option<usize> {
        match argument {
            None => Some(0),
            Some(token) => self.arguments.binary_search(&token).ok().map(|place| place + 1),
        }
    }

    /// Whether one argument is a part of the description of the other, which says nothing of anybody.
    pub fn is_within(&self, part: Option<usize>, whole: Option<usize>) -> bool {
        let (Some(part), Some(whole)) = (part, whole) else { return false };
        let place = self.arguments.binary_search(&whole).ok();
        place.and_then(|place| self.descriptions[place]).is_some_and(|phrase| phrase.contains(part))
    }

    /// Whether one of these can be no argument of the relation: its class is another, though the network may know better; with
    /// `strict`, or where it is a time, nobody knows better.
    pub fn rules_out(&self, relation: RelationId, (subject, object): Pair, strict: bool) -> bool {
        [subject, object].iter().enumerate().any(|(role, argument)| {
            let place = argument.and_then(|token| self.arguments.binary_search(&token).ok());
            place.is_some_and(|place| self.unfit[place][relation.0][role] && (strict || self.times[place]))
        })
    }

    /// The argument on a side.
    pub fn argument(&self, side: usize) -> Option<usize> {
        side.checked_sub(1).map(|place| self.arguments[place])
    }
}

/// A pattern may bind another word of a name than its head.
fn standing_in_arguments(
    document: &Document<'_, Mentions>,
    id: SentenceId,
    matches: &[PatternMatch],
) -> Vec<PatternMatch> {
    let head = |token: usize| {
        let mention = document.mentions.standing_at(id.token(token));
        mention.map_or(token, |mention| document.mentions[mention].head)
    };
    let standing = |found: &PatternMatch| PatternMatch {
        subject: found.subject.map(head),
        object: found.object.map(head),
        ..*found
    };
    matches.iter().map(standing).collect()
}

/// The whole phrase of an argument that is a description.
fn description(
    document: &Document<'_, Mentions>,
    id: SentenceId,
    parsed: &ParsedSentence<'_>,
    token: usize,
) -> Option<TokenSpan> {
    let mention = document.mentions.headed_by(id.token(token))?;
    let is_described = document.mentions[mention].kind == MentionKind::Description;
    // What is told of it in a clause is told, not a part of its name.
    let clauses: Vec<usize> = parsed
        .tree
        .children(token)
        .iter()
        .copied()
        .filter(|&child| parsed.tree.is_verb(child) || parsed.tree.dep(child) == Dependency::Appos)
        .collect();
    let tokens = parsed.tree.subtree(token, &clauses);
    let (first, last) = (tokens.first().copied()?, tokens.last().copied()?);
    is_described.then_some(TokenSpan::new(first, last + 1))
}

fn of_argument(
    document: &Document<'_, Mentions>,
    id: SentenceId,
    parsed: &ParsedSentence<'_>,
    lexicon: &OntologyIndex<'_>,
    token: usize,
) -> (Features, Vec<[bool; 2]>) {
    let ontology = lexicon.ontology;
    let mention = document.mentions.headed_by(id.token(token)).map(|id| &document.mentions[id]);
    let class = class_of(document, lexicon, id.token(token));
    let name = class.map(|class| ontology.class(class).name.as_str());
    let unfit = ontology.relations.iter().map(|relation| {
        let fits = |role| role_fits(lexicon, relation, &role, class, parsed.tree.token(token));
        [!fits(Role::Subject), !fits(Role::Object)]
    });
    (argument_features(parsed, token, mention, name), unfit.collect())
}
