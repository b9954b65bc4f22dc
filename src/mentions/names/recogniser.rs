//! The statistical recogniser's names, with their borders put right: no article, title, bracket or list inside.

use std::collections::HashSet;

use crate::grammar::{Casing, NO_NAMES, TokenSpan, is_capitalised, lemma, surface};
use crate::language::{Dependency, EntityTag, EntityType, FineTag, Sentence};
use crate::mentions::ontology_index::OntologyIndex;
use crate::ontology::ClassId;

use super::context::Context;
use super::offices::ends_in_office;
use super::span::{NameSpan, Source};

/// Adds the recogniser's names where they are free; a longer one replaces a known label inside it (`London Bridge`).
pub fn add(sentence: &Sentence, casing: Casing, context: &Context, spans: &mut Vec<NameSpan>) {
    for (entity, kind) in entities(sentence) {
        for piece in pieces(sentence, entity) {
            let Some(mut name) = corrected(sentence, piece, kind, context.lexicon) else { continue };
            if piece.first > entity.first {
                // What stands after a slash or comma is seldom of the same kind (`Jane Doe/PA`).
                name.class = None;
            }
            if casing != Casing::Ordinary && written_small(sentence, &name, context)
                || is_first_word_only(sentence, &name, context)
            {
                continue;
            }
            let ordinary = casing == Casing::Ordinary;
            let replaced = |known: &NameSpan| ordinary && swallows(sentence, &name, known, context.lexicon);
            if spans.iter().all(|known| !known.span.overlaps(name.span) || replaced(known)) {
                spans.retain(|known| !known.span.overlaps(name.span));
                spans.push(name);
            }
        }
    }
}

/// The recogniser's entities that are names, with their type.
fn entities(sentence: &Sentence) -> Vec<(TokenSpan, EntityType)> {
    let mut found: Vec<(TokenSpan, EntityType)> = Vec::new();
    for (index, token) in sentence.tokens.iter().enumerate() {
        match token.entity {
            EntityTag::Begin(kind) => found.push((TokenSpan::of_token(index), kind)),
            EntityTag::Inside(_) => {
                if let Some((last, _)) = found.last_mut() {
                    last.end = index + 1;
                }
            }
            EntityTag::Outside => {}
        }
    }
    found.retain(|(_, kind)| !NO_NAMES.contains(kind));
    found
}

/// The parts between commas, slashes and brackets.
fn pieces(sentence: &Sentence, span: TokenSpan) -> Vec<TokenSpan> {
    let separates = |&index: &usize| {
        matches!(&*sentence.tokens[index].text, "," | "/" | "(" | ")" | ";" | ":" | "–" | "—")
    };
    let mut pieces = Vec::new();
    let mut start = span.first;
    for border in span.tokens().filter(separates).chain([span.end]) {
        if start < border {
            pieces.push(TokenSpan::new(start, border));
        }
        start = border + 1;
    }
    pieces
}

/// The piece without article, titles, possessive ending and stray marks.
fn corrected(
    sentence: &Sentence,
    piece: TokenSpan,
    kind: EntityType,
    lexicon: &OntologyIndex,
) -> Option<NameSpan> {
    let TokenSpan { mut first, mut end } = piece;
    let tokens = &sentence.tokens;
    while first < end
        && (matches!(tokens[first].tag, FineTag::Dt | FineTag::PrpPossessive | FineTag::In | FineTag::Cc)
            || is_mark(&tokens[first].text))
    {
        first += 1;
    }
    while first < end
        && (matches!(tokens[end - 1].tag, FineTag::Pos | FineTag::Cc | FineTag::In)
            || is_mark(&tokens[end - 1].text))
    {
        end -= 1;
    }
    // Nothing but marks and function words was taken for a name.
    if first == end {
        return None;
    }
    while first + 1 < end
        && lexicon.is_honorific(&tokens[first].text)
        && !ends_in_office(sentence, first + 1, end, lexicon)
    {
        first += 1;
    }
    let class = lexicon
        .entity_type(kind)
        .filter(|&class| !lexicon.is_person(class) || !is_plural_name(sentence, first, end, lexicon));
    if begins_as_plural_noun(sentence, first, end, lexicon) {
        return None;
    }
    if class.is_some_and(|class| lexicon.is_person(class)) {
        // `Harwell Magistrates' Court` is no `Court` with a title.
        let begins_name = |cut: usize| is_name_word(&tokens[cut].text);
        let cut = (first + 1..end)
            .rev()
            .find(|&cut| begins_name(cut) && ends_in_office(sentence, first, cut, lexicon));
        first = cut.unwrap_or(first);
        if first > 0 && first + 1 < end && lexicon.is_honorific(&tokens[first].text) {
            first += 1;
        }
    }
    // `Principal Magistrate Jane Doe` is nobody's name, whatever the recogniser takes it for.
    let office_end = (first + 1..end.saturating_sub(1)).rev().find(|&cut| {
        begins_with_post(sentence, first, cut, lexicon) && !ends_in_noun(sentence, end, lexicon)
    });
    if let Some(cut) = office_end {
        return Some(NameSpan {
            span: TokenSpan::new(cut, end),
            class: lexicon.person(),
            individual: None,
            source: Source::Recogniser,
        });
    }
    if let Some(cut) = after_office_object(sentence, first, end, lexicon) {
        let class = lexicon.person();
        return Some(NameSpan {
            span: TokenSpan::new(cut, end),
            class,
            individual: None,
            source: Source::Recogniser,
        });
    }
    let span = with_hyphens(sentence, first, end);
    let has_name = span.tokens().any(|index| is_name_word(&tokens[index].text));
    has_name.then_some(NameSpan { span, class, individual: None, source: Source::Recogniser })
}

/// Where the name begins in a span that the recogniser has begun too early: in `Minister of Transport Jane Doe` after the
/// words that the title's preposition governs.
fn after_office_object(
    sentence: &Sentence,
    first: usize,
    end: usize,
    lexicon: &OntologyIndex,
) -> Option<usize> {
    let tokens = &sentence.tokens;
    let object = (first..end.saturating_sub(1)).find(|&index| tokens[index].dep == Dependency::Pobj)?;
    let preposition = tokens[object].head;
    let office_head = tokens[preposition].head;
    let (class, _) = lexicon.noun_class(sentence, 0, office_head)?;
    let before_it = office_head < preposition && preposition < first && tokens[office_head].head == end - 1;
    (before_it && lexicon.is_office(class) && !ends_in_noun(sentence, end, lexicon)).then_some(object + 1)
}

/// Whether `first..cut` are the words of a post.
fn begins_with_post(sentence: &Sentence, first: usize, cut: usize, lexicon: &OntologyIndex) -> bool {
    ends_in_office(sentence, first, cut, lexicon) && lexicon.names_post(sentence, first, cut - 1)
}

/// Whether the last word is a common noun, as in the names of bodies and places.
fn ends_in_noun(sentence: &Sentence, end: usize, lexicon: &OntologyIndex) -> bool {
    lexicon.word_class(&lemma(&sentence.tokens[end - 1])).is_some()
}

/// The span with the other halves of its hyphenated words (`Grewal` + `-Scott`).
fn with_hyphens(sentence: &Sentence, mut first: usize, mut end: usize) -> TokenSpan {
    let tokens = &sentence.tokens;
    let joined = |left: usize| {
        let [left, hyphen, right] = &tokens[left..left + 3] else { return false };
        &*hyphen.text == "-"
            && left.end == hyphen.begin
            && hyphen.end == right.begin
            && left.tag.is_proper_noun()
            && right.tag.is_proper_noun()
    };
    while end + 1 < tokens.len() && joined(end - 1) {
        end += 2;
    }
    while first >= 2 && joined(first - 2) {
        first -= 2;
    }
    TokenSpan::new(first, end)
}

/// "Fenn Partners", "Westby Rangers": no one person has a plural name, unless a given name says that it is a surname.
fn is_plural_name(sentence: &Sentence, first: usize, end: usize, lexicon: &OntologyIndex) -> bool {
    let tokens = &sentence.tokens;
    end > first + 1
        && tokens[end - 1].tag == FineTag::Nnps
        && lexicon.gender_of_name(&tokens[first].text).is_none()
}

/// "Voles are eaten by owls": a plural at the beginning that the ontology lists among the nouns of a class without names.
fn begins_as_plural_noun(sentence: &Sentence, first: usize, end: usize, lexicon: &OntologyIndex) -> bool {
    let token = &sentence.tokens[0];
    let unnamed = |class: ClassId| !lexicon.has_named_members(class);
    first == 0
        && end == 1
        && token.tag.is_plural_noun()
        && lexicon.word_class(&lemma(token)).is_some_and(unnamed)
}

fn is_mark(text: &str) -> bool {
    !text.chars().any(char::is_alphanumeric)
}

fn is_name_word(text: &str) -> bool {
    text.chars().any(char::is_uppercase)
}

/// In headlines a recognised name counts only if one of its words is never written small in the article.
fn written_small(sentence: &Sentence, name: &NameSpan, context: &Context) -> bool {
    name.span.tokens().all(|index| {
        let lower = sentence.tokens[index].text.to_lowercase();
        context.small.contains(lower.as_str()) || context.lexicon.word_class(&lower).is_some()
    })
}

/// Whether it has its capital from where it stands: the first word of a sentence or a heading that the article writes small elsewhere
/// (`‘Colossal’ factors`). What bears a given name may be somebody.
fn is_first_word_only(sentence: &Sentence, name: &NameSpan, context: &Context) -> bool {
    let first = &sentence.tokens[name.span.first];
    let before = &sentence.tokens[..name.span.first];
    name.span.end == name.span.first + 1
        && before.iter().all(|token| token.tag.is_quote())
        && context.small.contains(first.text.to_lowercase().as_str())
        && context.lexicon.gender_of_name(&first.text).is_none()
}

/// Whether the recognised name is a longer name than the known one inside it, and not the known one with a title.
fn swallows(sentence: &Sentence, name: &NameSpan, known: &NameSpan, lexicon: &OntologyIndex) -> bool {
    let span = name.span;
    let inside = span.covers(known.span) && span != known.span;
    let named = |index: usize| {
        let token = &sentence.tokens[index];
        is_capitalised(&token.text)
            || matches!(token.tag, FineTag::In | FineTag::Dt | FineTag::Pos | FineTag::Cd | FineTag::Hyph)
    };
    inside && span.tokens().all(named) && !ends_in_office(sentence, span.first, span.end, lexicon)
}

/// The recognised names of an article that stand without a capitalised word right after: whole names, not beginnings.
pub fn standing_alone(sentences: &[Sentence]) -> HashSet<String> {
    let mut alone = HashSet::new();
    for sentence in sentences {
        for piece in entities(sentence).into_iter().flat_map(|(entity, _)| pieces(sentence, entity)) {
            let goes_on = sentence.tokens.get(piece.end).is_some_and(|next| next.tag.is_proper_noun());
            let start = piece
                .tokens()
                .find(|&index| sentence.tokens[index].tag != FineTag::Dt)
                .unwrap_or(piece.first);
            if !goes_on {
                alone.insert(surface(sentence, start, piece.end));
            }
        }
    }
    alone
}
