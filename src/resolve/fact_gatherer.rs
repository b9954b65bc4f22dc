//! One article's statements and attributions as plain facts, with phrases of the article where entities of the story are to
//! stand. They hold on to nothing of the article's sentences, so that they can be forgotten as soon as it is read.

use std::sync::Arc;

use crate::attribution::{ExtractedAttribution, Part as AttributionPart};
use crate::coreference::{ChainId, ChainKind};
use crate::extract::{ExtractedStatement, has_victim};
use crate::grammar::{SentenceId, TokenPosition, TokenSpan, is_time};
use crate::language::CoarseTag;
use crate::mentions::{MentionId, MentionKind, OntologyIndex};
use crate::ontology::{ClassId, Range as ObjectRange};
use crate::read::TextSource;
use crate::story::{DocumentRecord, Mint, Polarity, Span, TimeExpression};

use super::argument_fit::{arguments_fit, means_itself};
use super::article_facts::{ArticleFacts, AttributionFacts, ReadDocument, StatementFacts};
use super::copies::Sketch;
use super::counts;
use super::literal::{literal, literal_at, may_be_amount};
use super::names_beside::of_those_spoken_of;
use super::phrases::Phrase;
use super::statement_parts::identifying_parts;
use super::victims::{NamedVictims, Victim};

/// Takes of a document what the story needs.
pub fn article_facts(document: ReadDocument<'_>, lexicon: &OntologyIndex<'_>, mint: &Mint) -> ArticleFacts {
    let victims = NamedVictims::of(&document, lexicon);
    let gatherer = FactGatherer { document: &document, lexicon, victims: &victims, careful: false };
    let reference = DocumentRecord::of(document.article, mint);
    let extraction = &document.extraction;
    let identified = |facts: StatementFacts| {
        let parts = identifying_parts(&facts, &reference.id, &document.chains, lexicon.ontology);
        StatementFacts { id: mint.statement(&parts).into(), ..facts }
    };
    let statements =
        extraction.statements.iter().flat_map(|one| gatherer.statements(one)).map(identified).collect();
    let attributions = extraction.attributions.iter().map(|one| gatherer.attribution(one)).collect();
    let (article, chains) = (document.article, document.chains.into_list());
    let text = (article.text_source == TextSource::TakenOut).then(|| article.text.clone());
    let (author, sketch) = (article.author.clone(), Sketch::of(article));
    ArticleFacts { document: reference, author, text, chains, statements, attributions, sketch }
}

#[derive(Clone, Copy)]
struct FactGatherer<'a> {
    document: &'a ReadDocument<'a>,
    lexicon: &'a OntologyIndex<'a>,
    victims: &'a NamedVictims,
    /// Whether a pronoun that two could be meant by means nobody: of an accusation, better none than the wrong one.
    careful: bool,
}

impl FactGatherer<'_> {
    /// The facts of a statement, one for each of those who are meant by `they` or `the pair`.
    fn statements(&self, extracted: &ExtractedStatement) -> Vec<StatementFacts> {
        let spoken_of = of_those_spoken_of(self.document, self.lexicon, extracted);
        let Some(extracted) = &spoken_of else { return Vec::new() };
        let victim = self.victims.meant(self.document, extracted);
        let Some(mut facts) = self.statement(extracted).filter(|_| victim != Victim::InDoubt) else {
            return Vec::new();
        };
        if let (Victim::Named(meant), Some(Phrase::Mention { chain, .. })) = (victim, &mut facts.object) {
            *chain = meant;
        }
        let at = |token: Option<usize>| token.map(|token| extracted.sentence.token(token));
        let subjects = self.of_subject(extracted).each_of(at(extracted.subject));
        facts.of_each(&subjects, &self.of_object(extracted).each_of(at(extracted.object)))
    }

    /// How to read the subject of a statement: the one who is accused, where the relation accuses.
    fn of_subject(&self, extracted: &ExtractedStatement) -> Self {
        Self { careful: self.lexicon.ontology.relation(extracted.relation).accuses(), ..*self }
    }

    /// How to read the object: a victim with care, where the relation has one, unless the article says by name that it was this one.
    fn of_object(&self, extracted: &ExtractedStatement) -> Self {
        let is_named = || self.victims.is_named(self.document, extracted);
        let relation = self.lexicon.ontology.relation(extracted.relation);
        Self { careful: has_victim(relation, self.lexicon) && !is_named(), ..*self }
    }

    /// Those whom the words at a token mean, where they mean several.
    fn each_of(&self, position: Option<TokenPosition>) -> Vec<Phrase> {
        let mention = position.and_then(|position| self.document.mentions.standing_at(position));
        let Some(mention) = mention else { return Vec::new() };
        let members = self.document.chains.several(mention, self.careful).iter();
        members.map(|&chain| self.meaning(mention, chain, None)).collect()
    }

    /// The facts of a statement; `None` where what the article knows of its arguments contradicts the relation.
    fn statement(&self, extracted: &ExtractedStatement) -> Option<StatementFacts> {
        let relation = self.lexicon.ontology.relation(extracted.relation);
        let sentence = extracted.sentence;
        let is_mark = |token: usize| {
            let token = &self.document.sentence(sentence).tokens[token];
            !token.text.chars().any(char::is_alphanumeric)
        };
        if [extracted.subject, extracted.object].into_iter().flatten().any(is_mark) {
            return None;
        }
        let lacks_name = || !extracted.subject.is_some_and(|token| self.is_named(sentence.token(token)));
        let unfit = extracted.example.is_some() && !arguments_fit(self.document, self.lexicon, extracted);
        if unfit || extracted.names_subject && lacks_name() {
            return None;
        }
        let subject = extracted.subject.map(|token| match &extracted.subject_words {
            Some(words) => self.words(sentence, *words),
            None => {
                let gatherer = self.of_subject(extracted);
                gatherer.argument(sentence.token(token), extracted.object, &relation.domain)
            }
        });
        let (object, literal) = match (extracted.object, &relation.range) {
            (None, _) => (None, None),
            (Some(token), ObjectRange::Entities(wanted)) => {
                let object = match &extracted.object_words {
                    Some(words) => self.words(sentence, *words),
                    None => {
                        self.of_object(extracted).argument(sentence.token(token), extracted.subject, wanted)
                    }
                };
                (Some(object), None)
            }
            (Some(token), ObjectRange::Literal { datatype }) => {
                let value = match &extracted.object_words {
                    Some(words) => literal(self.span(sentence, *words).text, datatype),
                    None => literal_at(self.document, sentence.token(token), datatype),
                };
                let is_time = is_time(self.document.sentence(sentence).tokens[token].entity);
                if extracted.example.is_some() && !may_be_amount(&value, is_time, datatype) {
                    return None;
                }
                (None, Some(value.into()))
            }
        };
        let time = extracted.time.as_ref().map(|time| TimeExpression {
            text: self.span(sentence, time.span).text,
            value: time.value.map(|value| value.to_string()),
        });
        let qualifier =
            |(name, token): &(String, usize)| (name.clone(), self.reference(sentence.token(*token)));
        Some(StatementFacts {
            id: Arc::default(),
            relation: extracted.relation,
            example: extracted.example,
            subject,
            object,
            literal,
            polarity: if extracted.factuality.negative { Polarity::Negative } else { Polarity::Positive },
            asserted: extracted.factuality.asserted,
            attributed_to: self.source_of(extracted),
            quantity: counts::quantity(self.document, extracted).map(Box::new),
            time: time.map(Box::new),
            place: extracted.place.map(|token| self.reference(sentence.token(token))),
            qualifiers: extracted.qualifiers.iter().map(qualifier).collect(),
            sentence: self.span(sentence, TokenSpan::new(0, self.document.sentence(sentence).tokens.len())),
            trigger: self.span(sentence, TokenSpan::of_token(extracted.trigger)),
            confidence: extracted.confidence,
        })
    }

    /// Whether the article names what the phrase at a token stands for.
    fn is_named(&self, position: TokenPosition) -> bool {
        self.document.mentions.standing_at(position).is_some_and(|mention| {
            self.document.chains[self.document.chains.of(mention)].kind == ChainKind::Named
        })
    }

    /// What stands in an argument's place; `beside` is the head of the other argument.
    fn argument(&self, position: TokenPosition, beside: Option<usize>, wanted: &[ClassId]) -> Phrase {
        match self.document.mentions.standing_at(position) {
            Some(mention) if means_itself(self.document, self.lexicon, mention, wanted) => {
                let (place, post) = (self.place_of(mention), self.document.chains.post(mention));
                let mention = &self.document.mentions[mention];
                let class = mention.post.or(mention.class);
                match post {
                    Some(post) => Phrase::Post { post: post.clone().into(), class, place: place.into() },
                    None => Phrase::concept(mention.label.clone(), class, place),
                }
            }
            _ => self.reference_beside(position, beside),
        }
    }

    /// What these words stand for: what the mention with these words stands for, by the name that
    /// this article gives it, else something of their own. A name that was taken for a description ("1949 Harbour Season") would lose
    /// words at its edges, so it keeps its own.
    fn words(&self, id: SentenceId, words: TokenSpan) -> Phrase {
        let sentence = self.document.sentence(id);
        let tokens = &sentence.tokens;
        let text = words.text(sentence);
        // The first word of a sentence has its capital from the sentence.
        let is_capital = |token: usize| token > 0 && tokens[token].text.starts_with(char::is_uppercase);
        let has_name = words.tokens().any(|token| tokens[token].pos == CoarseTag::Propn || is_capital(token));
        let same = |mention: &MentionId| {
            let mention = &self.document.mentions[*mention];
            let read_as_name = mention.kind != MentionKind::Description || !has_name;
            read_as_name && (mention.span == words || mention.label == text)
        };
        let mut here = words.tokens().filter_map(|token| self.document.mentions.headed_by(id.token(token)));
        if let Some(mention) = here.find(same) {
            let label = self.document.chains[self.document.chains.of(mention)].label.clone();
            return self.mention(mention, Some(label));
        }
        let place = self.span(id, words);
        Phrase::concept(text, None, place)
    }

    fn source_of(&self, extracted: &ExtractedStatement) -> Option<Phrase> {
        let source = self.document.extraction.attributions[extracted.attribution?].source.as_ref()?.head;
        Some(self.reference(source))
    }

    /// What a token's phrase stands for.
    fn reference(&self, position: TokenPosition) -> Phrase {
        self.reference_beside(position, None)
    }

    fn reference_beside(&self, position: TokenPosition, beside: Option<usize>) -> Phrase {
        match self.document.mentions.standing_at(position) {
            Some(mention) => self.mention(mention, None),
            None => {
                let TokenPosition { sentence, token } = position;
                Phrase::word(self.document.sentence(sentence), token, beside, self.lexicon)
            }
        }
    }

    fn mention(&self, mention: MentionId, called: Option<String>) -> Phrase {
        self.meaning(mention, self.document.chains.of_bearer(mention, self.careful), called)
    }

    fn meaning(&self, mention: MentionId, chain: ChainId, called: Option<String>) -> Phrase {
        Phrase::Mention {
            chain,
            words: self.document.mentions[mention].text.as_str().into(),
            called: called.map(String::into_boxed_str),
            place: self.place_of(mention).into(),
        }
    }

    fn place_of(&self, mention: MentionId) -> Span {
        let mention = &self.document.mentions[mention];
        self.span(mention.sentence, mention.span)
    }

    fn attribution(&self, extracted: &ExtractedAttribution) -> AttributionFacts {
        AttributionFacts {
            source: extracted.source.as_ref().map(|source| self.attribution_source(source)),
            cue: extracted.cue.as_ref().map(|cue| self.characters(cue.span.start, cue.span.end)),
            content: self.characters(extracted.begin(), extracted.end()),
            direct: extracted.direct(),
        }
    }

    /// Who the source is, and its words.
    fn attribution_source(&self, source: &AttributionPart) -> (Phrase, Span) {
        let who = self.reference(source.head);
        (who, self.characters(source.span.start, source.span.end))
    }

    /// The characters of a span, with their text.
    fn span(&self, sentence: SentenceId, span: TokenSpan) -> Span {
        let characters = span.characters(self.document.sentence(sentence));
        self.characters(characters.start, characters.end)
    }

    fn characters(&self, begin: usize, end: usize) -> Span {
        Span::of(&self.document.text, begin, end)
    }
}
