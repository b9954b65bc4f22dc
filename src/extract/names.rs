//! Proper names in a sentence. The statistical recogniser is only one witness: known labels, abbreviations in brackets,
//! runs of capitals and code names correct it, because a wrong border makes a wrong node in the graph.
//!
//! The witnesses are asked in the order of their trust, and each takes the tokens that are still free:
//! gazetteer, abbreviations, recogniser, capitals, codes.

use std::collections::HashSet;

use super::casing::{Casing, is_capitalised};
use super::gazetteer::Gazetteer;
use super::lexicon::Lexicon;
use super::{abbreviation, capitals, recogniser};
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

impl Context<'_> {
    /// Remembers a name of the article, and a person's surname.
    pub fn learn(&mut self, name: &str, class: Option<ClassId>) {
        let person = class.is_some_and(|class| self.lexicon.is_person(class));
        let surname = name.rsplit_once(' ').map(|(_, last)| last).filter(|_| person);
        for label in std::iter::once(name).chain(surname) {
            self.known.insert(label, self.classes.len());
            self.classes.push(class);
        }
    }
}

/// Names of the article that nobody has seen in this sentence, because its grammar misled the tagger.
pub fn add_known(sentence: &Sentence, context: &Context, spans: &mut Vec<NameSpan>) {
    for first in 0..sentence.tokens.len() {
        let word = &sentence.tokens[first].text;
        let small = context.small.contains(word.to_lowercase().as_str());
        if small || !is_capitalised(word) || spans.iter().any(|span| span.overlaps(first, first + 1)) {
            continue;
        }
        let Some((end, index)) = context.known.match_at(sentence, first, false) else { continue };
        if !spans.iter().any(|span| span.overlaps(first, end)) {
            let class = context.classes.get(index).copied().flatten();
            spans.push(NameSpan { first, end, class, individual: None, source: Source::Article });
        }
    }
    spans.sort_by_key(|span| span.first);
}

/// The names of a sentence, in order.
pub fn find(sentence: &Sentence, casing: Casing, context: &Context) -> Vec<NameSpan> {
    let mut spans = known_labels(sentence, casing, context);
    if casing == Casing::Ordinary {
        abbreviation::add(sentence, context.lexicon, &mut spans);
    }
    recogniser::add(sentence, casing, context, &mut spans);
    if casing == Casing::Ordinary {
        capitals::add(sentence, context, &mut spans);
    }
    spans.sort_by_key(|span| span.first);
    join_saints(sentence, context.lexicon, &mut spans);
    spans
}

/// `St Wilfrid's Hospital` is one name, whether anybody has recognised the whole or its halves.
fn join_saints(sentence: &Sentence, lexicon: &Lexicon, spans: &mut Vec<NameSpan>) {
    let tokens = &sentence.tokens;
    let mut index = 0;
    while index < spans.len() {
        let NameSpan { first, end, .. } = spans[index];
        let saint = matches!(&*tokens[first].text, "St" | "St." | "Saint") && end > first + 1;
        let possessive = tokens.get(end).is_some_and(|token| token.tag == "POS");
        let capital = |at: &usize| tokens[*at].tag.starts_with("NNP") && is_capitalised(&tokens[*at].text);
        let behind = end + 1;
        let last = behind + (behind..tokens.len()).take_while(capital).count();
        let class = (last > behind).then(|| lexicon.noun_class(sentence, behind, last - 1)).flatten();
        if let Some((class, _)) = class.filter(|_| saint && possessive) {
            spans.retain(|span| !span.overlaps(behind, last));
            spans[index] = NameSpan { end: last, class: Some(class), ..spans[index].clone() };
        }
        index += 1;
    }
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

/// Whether `first..end` ends in a noun for people or offices, as the words in front of a person's name do. A given name
/// alone (`Dean Cole`) is none.
pub fn ends_in_title(sentence: &Sentence, first: usize, end: usize, lexicon: &Lexicon) -> bool {
    if end == first + 1 && lexicon.gender_of_name(&sentence.tokens[first].text).is_some() {
        return false;
    }
    let class = lexicon.noun_class(sentence, first, end - 1).map(|(class, _)| class);
    class.is_some_and(|class| lexicon.is_person(class) || !lexicon.has_names(class))
}
