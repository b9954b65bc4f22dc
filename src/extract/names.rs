//! Proper names in a sentence. The statistical recogniser is only one witness: known labels, abbreviations in brackets,
//! runs of capitals and code names correct it, because a wrong border makes a wrong node in the graph.
//!
//! The witnesses are asked in the order of their trust, and each takes the tokens that are still free:
//! gazetteer, abbreviations, recogniser, capitals, codes.

use std::collections::HashSet;

use super::casing::{Casing, is_capitalised};
use super::gazetteer::Gazetteer;
use super::lexicon::Lexicon;
use super::phrase::surface;
use super::title::{is_behind_name, is_honorific};
use super::{abbreviation, recogniser};
use crate::language::{Sentence, Token};
use crate::ontology::ClassId;

/// A name's tokens, `first..end`, and what is known of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameSpan {
    pub first: usize,
    pub end: usize,
    pub class: Option<ClassId>,
    pub individual: Option<usize>,
    pub source: Source,
}

/// Who says that it is a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    Gazetteer,
    /// An abbreviation or what it stands for.
    Abbreviation,
    Recogniser,
    Capitals,
    /// The same name in another sentence of the article.
    Article,
}

impl NameSpan {
    pub fn overlaps(&self, first: usize, end: usize) -> bool {
        self.first < end && first < self.end
    }

    /// The token of the name that the tree hangs on: one that is an argument, else the last one whose head is outside.
    pub fn head(&self, sentence: &Sentence) -> usize {
        let outside = |&index: &usize| {
            let token = &sentence.tokens[index];
            token.head == index || !(self.first..self.end).contains(&token.head)
        };
        let nominal = |index: &usize| matches!(sentence.tokens[*index].pos, "NOUN" | "PROPN" | "NUM");
        let heads: Vec<usize> = (self.first..self.end).filter(outside).collect();
        let argument = heads.iter().copied().find(|&index| is_argument(&sentence.tokens[index]));
        argument.or(heads.iter().copied().rfind(nominal)).or(heads.last().copied()).unwrap_or(self.end - 1)
    }
}

/// Whether a token stands where an argument of a verb or preposition stands.
pub fn is_argument(token: &Token) -> bool {
    matches!(
        token.dep,
        "nsubj" | "nsubjpass" | "dobj" | "pobj" | "dative" | "attr" | "appos" | "poss" | "agent"
    )
}

/// What an article as a whole says about names in it.
pub struct Context<'a> {
    pub lexicon: &'a Lexicon<'a>,
    /// Words that the article also writes small.
    pub small: HashSet<&'a str>,
    /// Names found in its ordinary sentences, for its headlines: label → index in `classes`.
    pub known: Gazetteer,
    pub classes: Vec<Option<ClassId>>,
    /// Names that stand alone somewhere, without a capitalised word behind.
    pub alone: HashSet<String>,
}

/// The names of a sentence, in order.
pub fn find(sentence: &Sentence, casing: Casing, context: &Context) -> Vec<NameSpan> {
    let mut spans = known_labels(sentence, casing, context);
    if casing == Casing::Ordinary {
        abbreviation::add(sentence, context.lexicon, &mut spans);
    }
    recogniser::add(sentence, casing, context, &mut spans);
    if casing == Casing::Ordinary {
        add_capitals(sentence, context, &mut spans);
    }
    spans.sort_by_key(|span| span.first);
    spans
}

/// Gazetteer labels; in headlines also the names of the article's ordinary sentences.
fn known_labels(sentence: &Sentence, casing: Casing, context: &Context) -> Vec<NameSpan> {
    let mut spans = Vec::new();
    let any_case = casing == Casing::Capitals;
    let mut first = 0;
    while first < sentence.tokens.len() {
        let gazetteer = &context.lexicon.gazetteer;
        // `the Met Police`: a label with an article must not hide the longer one without.
        let behind_article = sentence.tokens[first].tag == "DT"
            && first + 1 < sentence.tokens.len()
            && gazetteer.match_at(sentence, first + 1, any_case).is_some();
        if behind_article {
            first += 1;
        }
        let known = gazetteer.match_at(sentence, first, any_case);
        let known =
            known.filter(|&(end, _)| end > first + 1 || may_be_name(&sentence.tokens[first], first, casing));
        let span = if let Some((end, individual)) = known {
            let class = context.lexicon.individual_class(individual);
            let article = end > first + 1 && sentence.tokens[first].tag == "DT";
            let first = if article { first + 1 } else { first };
            Some(NameSpan { first, end, class, individual: Some(individual), source: Source::Gazetteer })
        } else if casing == Casing::Ordinary {
            None
        } else {
            context.known.match_at(sentence, first, any_case).map(|(end, index)| {
                let class = context.classes.get(index).copied().flatten();
                NameSpan { first, end, class, individual: None, source: Source::Article }
            })
        };
        first = span.as_ref().map_or(first + 1, |span| span.end);
        spans.extend(span);
    }
    spans
}

/// One-word labels are often words too (`Met`, `Reading`): where capitals prove nothing, the tag must agree.
fn may_be_name(token: &Token, index: usize, casing: Casing) -> bool {
    let capital_proves = casing == Casing::Ordinary && index > 0;
    if capital_proves {
        is_capitalised(&token.text) || token.pos == "NOUN"
    } else {
        !token.tag.starts_with('V')
    }
}

/// Runs of capitalised words that nobody else has claimed. A run joins a neighbouring name that it forms one phrase
/// with (`Clinton` + `Foundation`), but not a title in front of a person.
fn add_capitals(sentence: &Sentence, context: &Context, spans: &mut Vec<NameSpan>) {
    let mut first = 0;
    while first < sentence.tokens.len() {
        let end = run_end(sentence, first, spans);
        if end == first {
            first += 1;
            continue;
        }
        for part in split_title(sentence, first, end, context.lexicon) {
            join_and_push(sentence, part, context, spans);
        }
        first = end;
    }
}

/// One past the last token of the run of free proper nouns that begins here; `first` where none does.
fn run_end(sentence: &Sentence, first: usize, spans: &[NameSpan]) -> usize {
    let free = |index: usize| {
        let token = &sentence.tokens[index];
        let named = token.tag.starts_with("NNP")
            && token.text.chars().any(|c| c.is_uppercase() || c.is_ascii_digit());
        (named && !recogniser::is_no_name(token.entity) || is_code(token))
            && !spans.iter().any(|span| span.overlaps(index, index + 1))
    };
    let tokens = &sentence.tokens;
    let mut end = first;
    while end < tokens.len() && free(end) && !is_honorific(&tokens[end].text) {
        end += 1;
        let hyphen =
            end + 1 < tokens.len() && tokens[end].tag == "HYPH" && tokens[end].begin == tokens[end - 1].end;
        if hyphen && free(end + 1) {
            end += 1;
        } else if tokens[end - 1].head < end {
            break;
        }
    }
    end
}

/// A code name: capitals and digits in one word (`NX121`).
fn is_code(token: &Token) -> bool {
    let has = |what: fn(char) -> bool| token.text.chars().any(what);
    token.pos != "VERB"
        && token.text.chars().count() >= 3
        && has(char::is_uppercase)
        && has(|c| c.is_ascii_digit())
        && token.text.chars().all(|c| c.is_alphanumeric() || c == '-')
}

/// `Home Secretary Jane Doe` without any recognised name: the title and the person behind it.
fn split_title(sentence: &Sentence, first: usize, end: usize, lexicon: &Lexicon) -> Vec<NameSpan> {
    let span = |first, end, class| NameSpan { first, end, class, individual: None, source: Source::Capitals };
    let cut = (first + 1..end).rev().find(|&cut| ends_in_title(sentence, first, cut, lexicon));
    match cut {
        Some(cut) => vec![span(first, cut, None), span(cut, end, lexicon.person())],
        None => vec![span(first, end, None)],
    }
}

/// Whether `first..end` ends in a noun for people or offices, as the words in front of a person's name do.
pub fn ends_in_title(sentence: &Sentence, first: usize, end: usize, lexicon: &Lexicon) -> bool {
    let class = lexicon.noun_class(sentence, first, end - 1).map(|(class, _)| class);
    class.is_some_and(|class| lexicon.is_person(class) || !lexicon.has_names(class))
}

fn join_and_push(sentence: &Sentence, mut run: NameSpan, context: &Context, spans: &mut Vec<NameSpan>) {
    let lexicon = context.lexicon;
    let first = &sentence.tokens[run.first];
    let only_begins = run.first == 0 && run.end == 1 && first.text.chars().skip(1).all(char::is_lowercase);
    let small = context.small.contains(first.text.to_lowercase().as_str());
    let common = sentence.tokens[first.head].text.chars().all(char::is_lowercase);
    if only_begins && (small || common && first.head > run.first) {
        return;
    }
    if (run.first..run.end).all(|index| is_behind_name(&sentence.tokens[index].text)) {
        return;
    }
    let is_title = ends_in_title(sentence, run.first, run.end, lexicon);
    if is_honorific_before(sentence, run.first) {
        run.class = lexicon.person();
    }
    if let Some(before) = spans.iter().position(|span| joins_before(sentence, span, &run, is_title, context))
    {
        run.first = spans.remove(before).first;
        run.class = lexicon.noun_class(sentence, run.first, run.end - 1).map(|(class, _)| class);
    }
    if let Some(after) = spans.iter().position(|span| joins_after(sentence, &run, span, is_title, lexicon)) {
        let after = spans.remove(after);
        run.end = after.end;
        run.class = after.class;
    }
    spans.push(run);
}

/// Whether a recognised name in front is the beginning of the run's own name (`Home` + `Secretary`).
fn joins_before(
    sentence: &Sentence,
    span: &NameSpan,
    run: &NameSpan,
    run_is_title: bool,
    context: &Context,
) -> bool {
    let attached = span.end == run.first && sentence.tokens[span.end - 1].head >= run.first;
    let person = span.class.is_some_and(|class| context.lexicon.is_person(class));
    let stands_alone = context.alone.contains(&surface(sentence, span.first, span.end));
    let known = span.source == Source::Abbreviation
        || span.source == Source::Gazetteer && (run_is_title || stands_alone && run.class.is_some());
    attached && !known && !(run_is_title && (person || stands_alone))
}

/// Whether a recognised name behind is the rest of the run's name (`Boris` + `Johnson`, `Lake` + `Erie`).
fn joins_after(
    sentence: &Sentence,
    run: &NameSpan,
    span: &NameSpan,
    run_is_title: bool,
    lexicon: &Lexicon,
) -> bool {
    let attached = run.end == span.first && sentence.tokens[run.end - 1].head >= span.first;
    let person = span.class.is_some_and(|class| lexicon.is_person(class));
    let one_word = span.end == span.first + 1 && run.end - run.first <= 2;
    let direction = (run.first..run.end).all(|index| is_direction(&sentence.tokens[index].text));
    let may = span.source == Source::Recogniser || span.source == Source::Gazetteer && direction;
    attached && !run_is_title && may && (!person || one_word)
}

/// Words that make the name of a place that of another one (`Greater Manchester`).
fn is_direction(word: &str) -> bool {
    let word = word.to_lowercase();
    let word = word.strip_suffix("ern").unwrap_or(&word);
    matches!(
        word,
        "north"
            | "south"
            | "east"
            | "west"
            | "greater"
            | "upper"
            | "lower"
            | "new"
            | "central"
            | "inner"
            | "outer"
    )
}

/// Whether a title stands right in front.
pub fn is_honorific_before(sentence: &Sentence, first: usize) -> bool {
    first > 0 && is_honorific(&sentence.tokens[first - 1].text)
}
