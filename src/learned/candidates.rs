//! Candidate arguments: every span of a sentence that a corpus might mark as one.
//!
//! Corpora disagree about where an argument begins and ends (article, brackets, titles), and the name recogniser
//! knows no titles of works. So all plausible spans are offered, some forty a sentence, and a model learned from the
//! examples chooses among them.

use std::collections::{BTreeMap, BTreeSet};

use crate::grammar::{TokenSpan, phrase_end, phrase_start, pronoun};
use crate::language::{CoarseTag, EntityTag, FineTag, Sentence, Token};
use crate::mentions::label;

use super::candidate::{Candidate, Origin};

/// Longest part of a run of nouns and adjectives that is offered.
const LONGEST_NOMINAL: usize = 5;
/// Longest run of capitalised words with what joins them.
const LONGEST_CAPITAL: usize = 14;
/// Most parts of such a run whose combinations are offered.
const MOST_PARTS: usize = 6;
/// Titles hold verbs ("Leaving the Harbour is a novel"), so the beginning may reach beyond the first one.
const MOST_VERBS: usize = 4;
/// Longest value looked up among those of the examples.
const LONGEST_KNOWN: usize = 6;
/// A sentence that goes on like this is no prose; what comes later is left out.
const MOST_CANDIDATES: usize = 400;

/// Words that may join capitalised words to one name.
const CONNECTORS: &[&str] = &[
    "of", "the", "and", "in", "de", "la", "for", "to", "a", "an", "at", "on", "&", "-", "–", ":", ",", ".",
    "'s", "’s", "with", "from", "by", "or", "von", "van", "der", "du", "!", "?", "/", "'", "no", "no.", "my",
    "is",
];

/// All candidates of a sentence, in order; `is_known` tells by its key whether a span is the object of an example.
pub fn candidates(sentence: &Sentence, is_known: &dyn Fn(&str) -> bool) -> Vec<Candidate> {
    let mut found = Found { sentence, spans: BTreeMap::new() };
    found.entities();
    found.chunks();
    found.nominal_runs();
    found.capital_runs();
    found.quotations();
    found.sentence_start();
    found.dates_and_numbers();
    found.known(is_known);
    let candidates = found.spans.into_iter().map(|(span, origins)| Candidate { span, origins });
    candidates.take(MOST_CANDIDATES).collect()
}

struct Found<'a> {
    sentence: &'a Sentence,
    spans: BTreeMap<TokenSpan, BTreeSet<Origin>>,
}

impl Found<'_> {
    fn token(&self, index: usize) -> &Token {
        &self.sentence.tokens[index]
    }

    /// Offers `first..end` if it begins and ends as a phrase may.
    fn offer(&mut self, first: usize, end: usize, origin: Origin) {
        let has_word = |token: &Token| token.text.chars().any(char::is_alphanumeric);
        if first < end && end <= self.sentence.tokens.len() && {
            let tokens = &self.sentence.tokens[first..end];
            !is_numeric_range(tokens)
                && tokens.iter().any(has_word)
                && !is_punctuation(&tokens[0])
                && !is_separator(&tokens[tokens.len() - 1])
        } {
            self.spans.entry(TokenSpan::new(first, end)).or_default().insert(origin);
        }
    }

    fn entities(&mut self) {
        for first in 0..self.sentence.tokens.len() {
            if !matches!(self.token(first).entity, EntityTag::Begin(_)) {
                continue;
            }
            let inside = |token: &&Token| token.entity.continues();
            let mut end = first + 1 + self.sentence.tokens[first + 1..].iter().take_while(inside).count();
            self.offer(first, end, Origin::Entity);
            if end > first + 1 && self.token(end - 1).tag == FineTag::Pos {
                end -= 1;
                self.offer(first, end, Origin::Entity);
            }
            let begins_with_article = self.token(first).tag == FineTag::Dt;
            if begins_with_article {
                self.offer(first + 1, end, Origin::EntityWithoutArticle);
            } else if first > 0 && self.token(first - 1).text.eq_ignore_ascii_case("the") {
                self.offer(first - 1, end, Origin::Entity);
            }
        }
    }

    fn chunks(&mut self) {
        for head in 0..self.sentence.tokens.len() {
            let token = self.token(head);
            if pronoun::read(token).is_some() {
                self.offer(head, head + 1, Origin::Pronoun);
            } else if matches!(token.pos, CoarseTag::Noun | CoarseTag::Propn | CoarseTag::Num) {
                let (first, end) = (phrase_start(self.sentence, head), phrase_end(self.sentence, head));
                let bare = label::start(self.sentence, first, head);
                self.offer(first, end, Origin::Chunk);
                self.offer(bare, end, Origin::ChunkWithoutDeterminer);
                self.offer(first, head + 1, Origin::ChunkWithoutTail);
                self.offer(bare, head + 1, Origin::ChunkWithoutTail);
            }
        }
    }

    /// Parts of runs of nouns, adjectives and numbers: "fantasy film" in "2001 Japanese animated fantasy film".
    fn nominal_runs(&mut self) {
        let is_nominal = |token: &Token| {
            matches!(token.pos, CoarseTag::Noun | CoarseTag::Propn | CoarseTag::Adj | CoarseTag::Num)
                || token.tag == FineTag::Hyph
        };
        let count = self.sentence.tokens.len();
        for first in 0..count {
            for end in first + 1..=count.min(first + LONGEST_NOMINAL) {
                if !is_nominal(self.token(end - 1)) {
                    break;
                }
                if self.token(first).tag != FineTag::Hyph && self.token(end - 1).tag != FineTag::Hyph {
                    self.offer(first, end, Origin::NominalRun);
                }
            }
        }
    }

    /// Runs of capitalised words, whole and by their parts between connectors.
    fn capital_runs(&mut self) {
        let mut first = 0;
        while first < self.sentence.tokens.len() {
            if !is_capital(self.token(first)) {
                first += 1;
                continue;
            }
            let end = self.capital_end(first);
            let mut starts: Vec<usize> = Vec::new();
            let mut ends: Vec<usize> = Vec::new();
            for index in first..end {
                let joins = |index: usize| is_connector(self.token(index)) || is_bracket(self.token(index));
                let here = joins(index);
                if !here && (index == first || joins(index - 1)) {
                    starts.push(index);
                }
                if !here && (index + 1 == end || joins(index + 1)) {
                    ends.push(index + 1);
                }
            }
            starts.truncate(MOST_PARTS);
            let last = ends.last().copied();
            ends.truncate(MOST_PARTS);
            ends.extend(last);
            for &start in &starts {
                for &stop in ends.iter().filter(|&&stop| stop > start) {
                    self.offer(start, stop, Origin::CapitalRun);
                    let before = start.checked_sub(1).filter(|&before| self.token(before).tag == FineTag::Dt);
                    if let Some(before) = before {
                        self.offer(before, stop, Origin::CapitalRun);
                    }
                    // "Help!" keeps its mark.
                    if self.sentence.tokens.get(stop).is_some_and(|token| matches!(&*token.text, "!" | "?")) {
                        self.offer(start, stop + 1, Origin::CapitalRun);
                    }
                }
            }
            first = end;
        }
    }

    /// Where the run that begins at `first` ends: after its last capitalised word.
    fn capital_end(&self, first: usize) -> usize {
        let mut end = first + 1;
        let mut gap = 0;
        let limit = self.sentence.tokens.len().min(first + LONGEST_CAPITAL);
        for index in first + 1..limit {
            let token = self.token(index);
            if is_capital(token) || token.pos == CoarseTag::Num {
                end = index + 1;
                gap = 0;
            } else if (is_connector(token) || is_bracket(token)) && gap < 3 {
                gap += 1;
            } else {
                break;
            }
        }
        end
    }

    fn quotations(&mut self) {
        let mut open: Option<usize> = None;
        for index in 0..self.sentence.tokens.len() {
            if !matches!(&*self.token(index).text, "\"" | "“" | "”" | "''" | "``") {
                continue;
            }
            match open.take() {
                Some(first) if index > first => {
                    self.offer(first, index, Origin::Quotation);
                    let inner = index - 1;
                    if inner > first && matches!(&*self.token(inner).text, "," | ".") {
                        self.offer(first, inner, Origin::Quotation);
                    }
                }
                _ => open = Some(index + 1),
            }
        }
    }

    /// From the beginning to the first bracket or comma, or to one of the first verbs: where a text that introduces something names it.
    fn sentence_start(&mut self) {
        let end_at = |stops: &dyn Fn(&Token) -> bool| self.sentence.tokens.iter().position(stops);
        let verbs = self.sentence.tokens.iter().enumerate();
        let verbs = verbs.filter(|(_, token)| token.pos.is_verb()).map(|(index, _)| index);
        let mut ends: Vec<usize> = verbs.take(MOST_VERBS).collect();
        ends.extend(end_at(&|token| is_bracket(token)));
        ends.extend(end_at(&|token| &*token.text == ","));
        let article = self.sentence.tokens.first().is_some_and(|token| token.tag == FineTag::Dt);
        for end in ends.into_iter().filter(|&end| end <= LONGEST_CAPITAL) {
            self.offer(0, end, Origin::SentenceStart);
            if article {
                self.offer(1, end, Origin::SentenceStart);
            }
        }
    }

    fn dates_and_numbers(&mut self) {
        for first in 0..self.sentence.tokens.len() {
            for length in 1..=4 {
                let Some(tokens) = self.sentence.tokens.get(first..first + length) else { break };
                let texts: Vec<&str> = tokens.iter().map(|token| &*token.text).collect();
                if crate::mentions::date(&texts.join(" ")).is_some() {
                    self.offer(first, first + length, Origin::Date);
                }
            }
            if self.token(first).pos == CoarseTag::Num
                || self.token(first).text.starts_with(|c: char| c.is_ascii_digit())
            {
                self.offer(first, first + 1, Origin::Number);
            }
        }
    }

    fn known(&mut self, is_known: &dyn Fn(&str) -> bool) {
        for first in 0..self.sentence.tokens.len() {
            let mut key = String::new();
            for index in first..self.sentence.tokens.len().min(first + LONGEST_KNOWN) {
                key.push_str(&self.token(index).text.to_lowercase());
                if is_known(&key) {
                    self.offer(first, index + 1, Origin::Known);
                }
            }
        }
    }
}

fn is_capital(token: &Token) -> bool {
    token.text.starts_with(char::is_uppercase)
}

fn is_connector(token: &Token) -> bool {
    CONNECTORS.contains(&&*token.text)
}

fn is_bracket(token: &Token) -> bool {
    matches!(&*token.text, "(" | ")" | "[" | "]")
}

fn is_punctuation(token: &Token) -> bool {
    !token.text.chars().any(char::is_alphanumeric)
}

/// Marks that end no phrase; an exclamation mark or bracket may.
fn is_separator(token: &Token) -> bool {
    matches!(&*token.text, "," | "." | ":" | ";" | "-" | "–" | "(" | "[" | "\"" | "“" | "”" | "'" | "/" | "&")
}

/// "1994-95", "3-1": neither a date nor a number by itself.
fn is_numeric_range(tokens: &[Token]) -> bool {
    let text: String = tokens.iter().map(|token| &*token.text).collect();
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    text.split_once(['-', '–']).is_some_and(|(from, to)| digits(from) && digits(to))
}
