//! The speaker of a quotation that no verb of saying introduces, by where he stands: “…,” raged the mayor; The mayor was
//! furious: “…”.

use std::ops::Range;

use crate::grammar::{ParsedSentence, SentenceId, TokenPosition, TokenSpan, Tree};
use crate::language::{Dependency, FineTag, Token};

use super::extracted::Part;
use super::quotation::Quotation;
use super::spans;

/// Characters between a telling word and its quotation: a comma or colon, a space, the mark.
pub const LONGEST_PUNCTUATION: usize = 4;

/// Source and cue beside the quotation: after it a verb and somebody who can speak, in either order, right after its
/// comma; or before it a clause that ends in a colon.
pub fn speaker_beside(
    sentences: &[ParsedSentence<'_>],
    quotations: &[Quotation],
    quotation: &Quotation,
    can_speak: &dyn Fn(TokenPosition) -> bool,
) -> Option<(Part, Part)> {
    let touching = touching(sentences, quotation).map(|index| (index, &sentences[index]));
    let nearby = nearby(quotations, quotation);
    let inside = |begin: usize| nearby.iter().any(|quotation| quotation.contains(begin));
    let near_end = |token: &&Token| {
        let ends = quotation.marked().end;
        token.end <= ends + 1 && token.end + LONGEST_PUNCTUATION > ends
    };
    let goes_on = touching
        .clone()
        .flat_map(|(_, sentence)| sentence.sentence().tokens.iter())
        .filter(near_end)
        .any(|token| matches!(&*token.text, "," | "!" | "?"));
    for (index, sentence) in touching {
        let id = SentenceId(index);
        let tree = &sentence.tree;
        let speaks = |token: usize| can_speak(id.token(token)) && !inside(tree.token(token).begin);
        let follows = || after(tree, quotation, &speaks).filter(|_| goes_on);
        let found = follows().or_else(|| before(tree, quotation, &speaks));
        if let Some((source, cue)) = found {
            let whole = |span: TokenSpan| span.characters(tree.sentence);
            return Some((
                Part { head: id.token(source), span: whole(spans::source(tree, source, cue)) },
                Part { head: id.token(cue), span: whole(spans::cue(tree, cue, cue)) },
            ));
        }
    }
    None
}

/// “…,” raged the mayor; “…!” the mayor hit back.
fn after(tree: &Tree<'_>, quotation: &Quotation, speaks: &dyn Fn(usize) -> bool) -> Option<(usize, usize)> {
    let ends = quotation.marked().end;
    let first = tree.sentence.tokens.iter().position(|token| token.begin >= ends && is_word(token))?;
    if tree.token(first).begin > ends + LONGEST_PUNCTUATION {
        return None;
    }
    let finite = |token: usize| tree.token(token).tag.is_finite_verb();
    if finite(first) {
        let named = tree.children(first).iter().copied().find(|&child| child > first && speaks(child));
        return named.map(|source| (source, first));
    }
    let verb = tree.path_to_root(first).find(|&token| finite(token))?;
    let subject = tree.subject(verb).filter(|&subject| speaks(subject) && subject < verb)?;
    (tree.leftmost(subject) == first && quiet(tree, verb)).then_some((subject, verb))
}

/// Whether a verb has no object of its own, so that what it tells is the quotation.
fn quiet(tree: &Tree<'_>, verb: usize) -> bool {
    tree.child(verb, &[Dependency::Dobj]).is_none()
}

/// The mayor was furious: “…”.
fn before(tree: &Tree<'_>, quotation: &Quotation, speaks: &dyn Fn(usize) -> bool) -> Option<(usize, usize)> {
    let begins = quotation.marked().start;
    let colon = tree.sentence.tokens.iter().rposition(|token| &*token.text == ":" && token.end <= begins)?;
    if tree.token(colon).end + LONGEST_PUNCTUATION < begins {
        return None;
    }
    let finite = |token: &usize| tree.token(*token).tag.is_finite_verb();
    match (0..colon).find(|token| finite(token) && tree.subject(*token).is_some_and(speaks)) {
        Some(verb) => Some((tree.subject(verb)?, verb)),
        None => name_before(tree, colon)
            .filter(|&name| speaks(name) && !(0..colon).any(|token| finite(&token)))
            .map(|name| (name, colon)),
    }
}

/// In a letter, Mayor Ana Moreno: “…”. The name after a comma, right before the colon.
fn name_before(tree: &Tree<'_>, colon: usize) -> Option<usize> {
    let name = colon.checked_sub(1)?;
    let is_named = |token: &usize| tree.token(*token).tag.is_proper_noun();
    let first = (0..=name).rev().take_while(is_named).last()?;
    let comma = first.checked_sub(1).filter(|&comma| tree.token(comma).tag == FineTag::Comma);
    comma.map(|_| name)
}

/// Whether a token has a letter in it.
pub fn is_word(token: &Token) -> bool {
    token.text.chars().any(char::is_alphanumeric)
}

/// The sentences that hold the quotation, or a part of it, or stand right beside it. Sentences stand in order.
pub fn touching(sentences: &[ParsedSentence<'_>], quotation: &Quotation) -> Range<usize> {
    let first = sentences.partition_point(|sentence| sentence.sentence().end() + 2 <= quotation.begin);
    let end = sentences.partition_point(|sentence| sentence.sentence().begin() < quotation.end + 3);
    first..end.max(first)
}

/// The quotations of the passage of this one and of those beside it: no other holds a word that stands beside it.
pub fn nearby<'q>(quotations: &'q [Quotation], quotation: &Quotation) -> &'q [Quotation] {
    let first = quotations.partition_point(|other| other.passage + 1 < quotation.passage);
    let end = quotations.partition_point(|other| other.passage <= quotation.passage + 1);
    &quotations[first..end]
}
