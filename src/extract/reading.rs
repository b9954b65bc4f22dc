//! Statements as extraction sees them: tokens in roles, and how the sentence means it. What the tokens refer to is
//! for resolution to say.

use crate::attribution::{Cues, ExtractedAttribution, attributions, innermost, is_aside};
use crate::confidence::Confidence;
use crate::document::Document;
use crate::grammar::{
    Factuality, ParsedSentence, SentenceId, TokenPosition, TokenSpan, Tree, factuality, is_negation,
    presupposed,
};
use crate::language::{CoarseTag, EntityType};
use crate::mentions::{Mentions, OntologyIndex, class_of};
use crate::ontology::{ClassId, Ontology, Role};
use crate::relations::{Extractor, Found, Match};
use crate::time::{TimeMention, times};

use super::accusations::sound_accusation;
use super::circumstances::{place_of, time_of};
use super::holding::is_not_held_now;
use super::own_voice::{is_speakers_own, is_telling, is_within_phrase, is_wordless};
use super::proposal::Proposal;
use super::scoring::{Scoring, Weighed};
use super::statement::{ExtractedStatement, Extraction, PARAPHRASE_CONFIDENCE, PATTERN_CONFIDENCE};
use super::wording::{as_worded, marker, worded};
use super::wordless::sound_matches;

/// Finds all statements and attributions of an article.
pub fn extract(
    document: &Document<'_, Mentions>,
    lexicon: &OntologyIndex<'_>,
    extractor: &Extractor,
    cues: &Cues,
    scoring: Option<&Scoring>,
) -> Extraction {
    let ontology = lexicon.ontology;
    let parsed: Vec<ParsedSentence<'_>> = document.sentences.iter().map(ParsedSentence::new).collect();
    let attributions = attributions(document, &parsed, lexicon, cues);
    let places = place_classes(ontology);
    let published = document.article.date.as_ref().and_then(|date| date.day);
    let times = times(&document.sentences, published);
    let matches: Vec<Vec<Match>> = parsed
        .iter()
        .enumerate()
        .map(|(index, sentence)| sound_matches(document, SentenceId(index), sentence, lexicon, extractor))
        .collect();
    let weighed = scoring.map(|scoring| scoring.weigh(document, &parsed, &matches, lexicon, extractor));
    let mut weighed = weighed.map(Vec::into_iter);
    let mut statements = Vec::new();
    for (index, (sentence, matches)) in parsed.iter().zip(matches).enumerate() {
        let id = SentenceId(index);
        let class_of = |token: usize| class_of(document, lexicon, id.token(token));
        let is_place = |token: usize| {
            class_of(token).is_some_and(|class| places.iter().any(|&place| ontology.is_a(class, place)))
        };
        let is_body = |token: usize| class_of(token).is_some_and(|class| lexicon.is_body(class));
        let circumstances = Circumstances { times: &times[index], is_place: &is_place, is_body: &is_body };
        let Weighed { matches: confidences, proposals } =
            weighed.as_mut().and_then(Iterator::next).unwrap_or_else(|| Weighed::of_patterns(matches.len()));
        let worded = matches.into_iter().zip(confidences);
        let worded = worded.filter_map(|(found, confidence)| {
            let read = read(id, sentence, found, extractor, ontology, &circumstances);
            let most = if read.paraphrase { PARAPHRASE_CONFIDENCE } else { Confidence::FULL };
            Some(ExtractedStatement { confidence: confidence?.min(most), ..read })
        });
        let proposed =
            proposals.iter().map(|found| read_proposal(id, sentence, found, ontology, &circumstances));
        let learned = extractor.model.find(sentence.sentence()).into_iter();
        let learned = learned.map(|found| read_learned(id, sentence, &found, ontology, &circumstances));
        let all = worded.chain(proposed).chain(learned);
        for mut statement in all.filter_map(|statement| sound_accusation(sentence, lexicon, statement)) {
            let trigger = id.token(statement.trigger);
            let begin = sentence.sentence().tokens[statement.trigger].begin;
            let tells = is_telling(sentence, &ontology.words.factuality, statement.trigger);
            let by_accuser = || accuser(&sentence.tree, &attributions, trigger, &statement);
            let source = tells
                .then(by_accuser)
                .flatten()
                .or_else(|| innermost(&attributions, trigger, begin))
                .filter(|attribution| !is_speakers_own(sentence, &statement, attribution))
                // Who holds which office, and lies where, is the article's own knowledge, whoever is reported.
                .filter(|attribution| {
                    let cue = attribution.cue.as_ref().map(|cue| cue.head);
                    let cue = cue.filter(|cue| cue.sentence == id).map(|cue| cue.token);
                    let aside = || cue.is_some_and(|cue| is_aside(&sentence.tree, trigger.token, cue));
                    let named = || is_within_phrase(&sentence.tree, &statement);
                    let accuses = || ontology.relation(statement.relation).accuses();
                    let known = is_wordless(&statement, extractor) && !accuses();
                    attribution.direct() || !known && !aside() && !named()
                });
            statement.factuality.asserted &= !is_not_held_now(&sentence.tree, lexicon, &statement);
            statement.attribution =
                source.and_then(|attribution| attributions.iter().position(|other| other == attribution));
            statements.push(statement);
        }
    }
    Extraction { statements, attributions }
}

/// Whoever lays it to somebody's charge: the source of the attribution whose cue is the statement's own trigger ("the
/// mayor accused the firm of fraud"), unless the statement is about the source, or about somebody who did the same ("Berg and
/// Roe admitted theft").
fn accuser<'a>(
    tree: &Tree<'_>,
    attributions: &'a [ExtractedAttribution],
    trigger: TokenPosition,
    statement: &ExtractedStatement,
) -> Option<&'a ExtractedAttribution> {
    let is_argument = |position: TokenPosition| {
        let is_joined = |argument: usize| tree.first_of_list(argument) == tree.first_of_list(position.token);
        position.sentence == statement.sentence
            && [statement.subject, statement.object].into_iter().flatten().any(is_joined)
    };
    attributions.iter().find(|attribution| {
        let own_cue = attribution.cue.as_ref().is_some_and(|cue| cue.head == trigger);
        own_cue && attribution.source.as_ref().is_some_and(|source| !is_argument(source.head))
    })
}

/// What is known of a sentence's times and places.
struct Circumstances<'a> {
    times: &'a [TimeMention],
    is_place: &'a dyn Fn(usize) -> bool,
    is_body: &'a dyn Fn(usize) -> bool,
}

impl Circumstances<'_> {
    /// The time in which a token stands, or the token itself where it was marked as one.
    fn time_at(&self, token: usize) -> TimeMention {
        let here = self.times.iter().find(|time| time.span.contains(token));
        here.cloned().unwrap_or(TimeMention { span: TokenSpan::of_token(token), head: token, value: None })
    }

    /// When and where it happened, as the trigger's clause says, in words that no argument takes.
    fn free(
        &self,
        tree: &Tree<'_>,
        trigger: usize,
        is_free: impl Fn(usize) -> bool,
    ) -> (Option<TimeMention>, Option<usize>) {
        let time = time_of(tree, trigger, self.times).filter(|time| is_free(time.head));
        let place = place_of(tree, trigger, self.is_place, self.is_body);
        (time, place.filter(|&place| is_free(place)))
    }

    /// Whether what was marked as a place can be one: "in hospital", but not "in the foot".
    fn can_be_place(&self, tree: &Tree<'_>, token: usize) -> bool {
        (self.is_place)(token) || (self.is_body)(token) || tree.token(token).pos == CoarseTag::Propn
    }
}

/// Qualifiers that have keys of their own in a statement.
const TIME: &str = "time";
const PLACE: &str = "place";

fn read(
    id: SentenceId,
    sentence: &ParsedSentence<'_>,
    found: Match,
    extractor: &Extractor,
    ontology: &Ontology,
    circumstances: &Circumstances<'_>,
) -> ExtractedStatement {
    let arguments: Vec<usize> = found.binding.roles.iter().map(|(_, token)| *token).collect();
    let tree = &sentence.tree;
    let marked = |name: &str| found.binding.filler(&Role::Qualifier(name.to_owned()));
    let time = marked(TIME)
        .map(|token| circumstances.time_at(token))
        .or_else(|| time_of(tree, found.trigger, circumstances.times))
        .filter(|time| marked(TIME).is_some() || !arguments.contains(&time.head))
        .or_else(|| {
            marker(tree, &found, extractor, &ontology.words.factuality.no_longer)
                .map(|token| circumstances.time_at(token))
        });
    let sides = [Role::Subject, Role::Object].map(|role| found.binding.filler(&role));
    let is_side = |token: usize| sides.iter().flatten().any(|&side| tree.first_of_list(side) == token);
    let place = marked(PLACE).filter(|&token| circumstances.can_be_place(tree, token)).or_else(|| {
        place_of(tree, found.trigger, circumstances.is_place, circumstances.is_body)
            .filter(|&place| !is_side(place))
    });
    ExtractedStatement {
        relation: found.relation,
        example: Some(extractor.patterns()[found.pattern].example),
        paraphrase: extractor.patterns()[found.pattern].paraphrase,
        pattern: Some(found.pattern),
        sentence: id,
        trigger: found.trigger,
        subject: found.binding.filler(&Role::Subject),
        object: found.binding.filler(&Role::Object),
        subject_words: None,
        object_words: None,
        names_subject: false,
        qualifiers: found
            .binding
            .roles
            .iter()
            .filter_map(|(role, token)| match role {
                // "In Derby" may fit where an example has a cause; a place is a place.
                Role::Qualifier(name) if name != TIME && name != PLACE && place != Some(*token) => {
                    Some((name.clone(), *token))
                }
                _ => None,
            })
            .collect(),
        factuality: worded(
            as_worded(tree, &found, &arguments, &extractor.patterns()[found.pattern], ontology),
            tree,
            &found,
            extractor,
            ontology,
        ),
        idiomatic: extractor.patterns()[found.pattern].root.idiomatic_roles(),
        attribution: None,
        time,
        place,
        confidence: PATTERN_CONFIDENCE,
    }
}

/// A statement that the scorer proposes.
fn read_proposal(
    id: SentenceId,
    sentence: &ParsedSentence<'_>,
    found: &Proposal,
    ontology: &Ontology,
    circumstances: &Circumstances<'_>,
) -> ExtractedStatement {
    let tree = &sentence.tree;
    let arguments: Vec<usize> = found.subject.into_iter().chain(found.object).collect();
    let is_free = |token: usize| !arguments.iter().any(|&argument| tree.first_of_list(argument) == token);
    let factuality = if arguments.contains(&found.trigger) {
        presupposed(tree, &arguments, &ontology.words.factuality)
    } else {
        factuality(tree, found.trigger, &arguments, &ontology.words.factuality)
    };
    let sides = [found.subject, found.object];
    let (time, place) = circumstances.free(tree, found.trigger, is_free);
    let (relation, confidence) = (found.relation, found.confidence);
    ExtractedStatement {
        time,
        place,
        ..ExtractedStatement::without_pattern(id, relation, found.trigger, sides, factuality, confidence)
    }
}

/// A statement that a learned model reads.
fn read_learned(
    id: SentenceId,
    sentence: &ParsedSentence<'_>,
    found: &Found,
    ontology: &Ontology,
    circumstances: &Circumstances<'_>,
) -> ExtractedStatement {
    let tree = &sentence.tree;
    let head = |span: TokenSpan| span.head(sentence.sentence());
    let arguments = [head(found.subject), head(found.object)];
    let is_free = |token: usize| !found.subject.contains(token) && !found.object.contains(token);
    let reading = factuality(tree, found.trigger, &arguments, &ontology.words.factuality);
    // The negation in a title ("No Way Home") says nothing of what is said of it.
    let mut negations =
        (0..sentence.sentence().tokens.len()).filter(|&token| is_negation(tree, token)).peekable();
    let names_negation = negations.peek().is_some() && !negations.any(is_free);
    let factuality = Factuality { negative: reading.negative && !names_negation, ..reading };
    let confidence = Confidence::of_probability(f64::from(found.probability));
    let sides = arguments.map(Some);
    let (time, place) = circumstances.free(tree, found.trigger, is_free);
    ExtractedStatement {
        subject_words: Some(found.subject),
        object_words: Some(found.object),
        names_subject: found.names_subject && !found.subject.is_name(sentence.sentence()),
        time,
        place,
        ..ExtractedStatement::without_pattern(
            id,
            found.relation,
            found.trigger,
            sides,
            factuality,
            confidence,
        )
    }
}

/// The classes that the name recogniser's places belong to.
fn place_classes(ontology: &Ontology) -> Vec<ClassId> {
    let is_place = |class: &ClassId| {
        let kinds = &ontology.class(*class).entity_types;
        kinds.iter().any(|kind| matches!(kind, EntityType::Gpe | EntityType::Loc | EntityType::Fac))
    };
    ontology.class_ids().filter(is_place).collect()
}
