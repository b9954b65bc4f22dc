//! Features of a candidate span: what it is, how it is written, where it stands.

use crate::grammar::{TokenSpan, phrase_start};
use crate::language::{CoarseTag, EntityTag};
use crate::mentions::label;

use super::candidate::Candidate;
use super::features::Features;
use super::view::View;

/// Words of a span or beside it that are told one by one.
const SHORT: usize = 3;

/// The features of a candidate; `known_as` names the relations that it is an object of elsewhere.
pub fn span_features(
    view: &View<'_>,
    candidate: &Candidate,
    known_as: &[(String, &'static str)],
) -> Features {
    let mut features = Features::default();
    let span = candidate.span;
    let head = span.head(view.sentence());
    features.add("bias", &[]);
    for origin in &candidate.origins {
        features.add("origin", &[origin.name()]);
    }
    for (relation, count) in known_as {
        features.add("known-as", &[relation, count]);
    }
    if !known_as.is_empty() {
        features.add("known", &[]);
    }
    words(view, span, head, &mut features);
    surroundings(view, span, &mut features);
    grammar(view, span, head, &mut features);
    recognised(view, span, head, &mut features);
    features
}

fn words(view: &View<'_>, span: TokenSpan, head: usize, features: &mut Features) {
    let first = &*view.words[span.first];
    let last = &*view.words[span.end - 1];
    let length = ["1", "2", "3", "4", "5", "6+"][span.tokens().len().min(6) - 1];
    features.add("length", &[length]);
    features.add("first", &[first]);
    features.add("last", &[last]);
    features.add("head", &[view.parsed.lemma(head)]);
    features.add("ending", &[ending(last, 3)]);
    features.add("longer-ending", &[ending(last, 4)]);
    features.add("shape", &[&shape(view, span)]);
    features.add("edges", &[initial_shape(view, span.first), initial_shape(view, span.end - 1)]);
    if span.tokens().len() <= SHORT {
        features.add("text", &[&view.words[span.tokens()].join(" ")]);
    }
    let capitals = span.tokens().filter(|&token| initial_shape(view, token) == "X").count();
    let all = capitals == span.tokens().len();
    features.add(
        "capitals",
        &[if all {
            "all"
        } else if capitals == 0 {
            "none"
        } else {
            "some"
        }],
    );
    features.add("brackets", &[if has_whole_brackets(view, span) { "whole" } else { "torn" }]);
    for token in span.tokens().filter(|&token| !view.words[token].chars().any(char::is_alphanumeric)) {
        features.add("mark-inside", &[&view.words[token]]);
    }
}

fn surroundings(view: &View<'_>, span: TokenSpan, features: &mut Features) {
    let before = |distance: usize| view.word(span.first.checked_sub(distance));
    let after = |distance: usize| view.word(Some(span.end + distance - 1));
    features.add("before", &[before(1)]);
    features.add("before2", &[before(2), before(1)]);
    features.add("before3", &[before(3), before(2), before(1)]);
    features.add("after", &[after(1)]);
    features.add("after2", &[after(1), after(2)]);
    features.add("around", &[before(1), after(1)]);
    let place = match span.first {
        0 => "0",
        1 => "1",
        2..=4 => "2-4",
        5..=9 => "5-9",
        10..=19 => "10-19",
        _ => "20+",
    };
    features.add("place", &[place]);
    let is_capital = |token: Option<usize>| {
        token.is_some_and(|token| token < view.len() && initial_shape(view, token) == "X")
    };
    let beside = [is_capital(span.first.checked_sub(1)), is_capital(Some(span.end))];
    features.add("capital-beside", &beside.map(|capital| if capital { "X" } else { "" }));
    let tokens = &view.sentence().tokens;
    let tag = |index: Option<usize>| {
        index.and_then(|index| tokens.get(index)).map_or("", |token| token.tag.as_str())
    };
    features.add("tags", &[tag(span.first.checked_sub(1)), tag(Some(span.first))]);
    features.add("tags-after", &[tag(Some(span.end - 1)), tag(Some(span.end))]);
    features.add(
        "tags-both",
        &[
            tag(span.first.checked_sub(1)),
            tag(Some(span.first)),
            tag(Some(span.end - 1)),
            tag(Some(span.end)),
        ],
    );
}

fn grammar(view: &View<'_>, span: TokenSpan, head: usize, features: &mut Features) {
    let tree = &view.parsed.tree;
    let token = tree.token(head);
    features.add("label", &[token.dep.as_str()]);
    features.add("tag", &[token.tag.as_str()]);
    features.add("first-part", &[tree.token(span.first).pos.as_str()]);
    let is_verb = |&token: &usize| tree.token(token).pos.is_verb();
    let verbs = span.tokens().skip(1).filter(is_verb).count();
    features.add("verbs-inside", &[["0", "1", "2+"][verbs.min(2)]]);
    standing(view, span, head, features);
    let heads =
        span.tokens().filter(|&token| tree.head(token).is_none_or(|head| !span.contains(head))).count();
    features.add("heads", &[["1", "2", "3+"][heads.clamp(1, 3) - 1]]);
    let phrase = phrase_start(view.sentence(), head);
    let bare = label::start(view.sentence(), phrase, head);
    let begins = match span.first {
        first if first == bare => "bare",
        first if first == phrase => "whole",
        first if first < phrase => "before",
        first if first > head => "behind",
        _ => "inside",
    };
    features.add("begins", &[begins]);
    features.add("begins-label", &[begins, token.dep.as_str()]);
    let Some(governor) = view.governor(head) else {
        features.add("root", &[]);
        return;
    };
    let lemma = view.parsed.lemma(governor);
    features.add("governor", &[lemma]);
    features.add("governor-label", &[lemma, token.dep.as_str()]);
    if tree.token(governor).pos == CoarseTag::Adp
        && let Some(above) = view.governor(governor)
    {
        features.add("governor-by", &[view.parsed.lemma(above), lemma]);
        features.add("governor-by-tag", &[tree.token(above).pos.as_str(), lemma]);
    }
}

/// Where the span stands in the sentence as a whole.
fn standing(view: &View<'_>, span: TokenSpan, head: usize, features: &mut Features) {
    let root = view.root();
    let side = if span.end <= root {
        "before"
    } else if span.first > root {
        "behind"
    } else {
        "over"
    };
    let hangs_on_root = view.parsed.tree.head(head) == Some(root);
    let label = if hangs_on_root { view.parsed.tree.dep(head).as_str() } else { "" };
    features.add("side-of-root", &[side, label]);
    let begins_run = |&token: &usize| {
        let is_capital = |token: usize| initial_shape(view, token) == "X";
        is_capital(token) && (token == 0 || !is_capital(token - 1))
    };
    let names_before = (0..span.first).filter(begins_run).count();
    features.add("names-before", &[["0", "1", "2", "3+"][names_before.min(3)], side]);
    features.add("depth", &[["0", "1", "2", "3", "4", "5", "6+"][view.depth(head).min(6)]]);
}

/// What the name recogniser thinks of the span.
fn recognised(view: &View<'_>, span: TokenSpan, head: usize, features: &mut Features) {
    let tokens = &view.sentence().tokens;
    let kind = view.entity_type(head);
    let begins = matches!(tokens[span.first].entity, EntityTag::Begin(_));
    let ends = tokens.get(span.end).is_none_or(|next| !next.entity.continues());
    let whole = begins && ends && span.tokens().skip(1).all(|token| tokens[token].entity.continues());
    let fit = match (whole, begins, ends) {
        (true, ..) => "whole",
        (_, true, true) => "more",
        (_, true, false) => "cut-behind",
        (_, false, true) => "cut-before",
        (_, false, false) => "across",
    };
    features.add("type", &[kind]);
    features.add("type-fit", &[kind, fit]);
    features.add("type-head", &[kind, tokens[head].pos.as_str()]);
}

/// The last `count` characters of a word.
fn ending(word: &str, count: usize) -> &str {
    let begin = word.char_indices().rev().nth(count - 1).map_or(0, |(begin, _)| begin);
    &word[begin..]
}

/// Whether as many brackets are closed as opened.
fn has_whole_brackets(view: &View<'_>, span: TokenSpan) -> bool {
    let count = |bracket: &str| span.tokens().filter(|&token| view.words[token] == bracket).count();
    count("(") == count(")")
}

/// Capital, small letter, digit or mark, by a word's first character.
pub fn initial_shape(view: &View<'_>, token: usize) -> &'static str {
    match view.sentence().tokens[token].text.chars().next() {
        Some(first) if first.is_uppercase() => "X",
        Some(first) if first.is_ascii_digit() => "d",
        Some(first) if first.is_alphanumeric() => "x",
        _ => ".",
    }
}

/// The initial shapes of a span's words, runs of the same one told once.
pub fn shape(view: &View<'_>, span: TokenSpan) -> String {
    let mut shapes: Vec<&str> = span.tokens().map(|token| initial_shape(view, token)).collect();
    shapes.dedup();
    shapes.truncate(8);
    shapes.concat()
}
