//! All attributions of an article: what each way of saying them finds, and which of them stand.

use crate::document::Document;
use crate::grammar::{ParsedSentence, SentenceId, TokenPosition, TokenSpan};
use crate::mentions::{Mentions, OntologyIndex, class_of};

use super::cues::Cues;
use super::extracted::{ExtractedAttribution, is_self};
use super::quotation::{Quotation, quotations};
use super::{labelled, quoted, reported};

/// All attributions of an article, in order of their content; `parsed` are its sentences.
pub fn attributions(
    document: &Document<'_, Mentions>,
    parsed: &[ParsedSentence<'_>],
    lexicon: &OntologyIndex<'_>,
    cues: &Cues,
) -> Vec<ExtractedAttribution> {
    let sentences = parsed;
    let passages = &document.article.passages;
    let begins: Vec<usize> =
        document.sentences.iter().flat_map(|sentence| &sentence.tokens).map(|token| token.begin).collect();
    // A nickname in quotation marks is a part of a name, and no token begins in it.
    let holds_words = |quotation: &Quotation| {
        let next = begins.partition_point(|begin| *begin < quotation.begin);
        begins.get(next).is_some_and(|begin| *begin < quotation.end)
    };
    let mut quotations = quotations(&document.text, passages);
    quotations.retain(holds_words);
    let can_speak = |position: TokenPosition| {
        let class = class_of(document, lexicon, position);
        class.is_some_and(|class| lexicon.is_person(class) || lexicon.is_body(class))
    };
    let mut reported: Vec<ExtractedAttribution> = sentences
        .iter()
        .enumerate()
        .flat_map(|(index, sentence)| {
            let id = SentenceId(index);
            reported::reported(id, sentence, cues, &|token| can_speak(id.token(token)))
        })
        .collect();
    let is_place = |id: SentenceId, span: TokenSpan| {
        lexicon.countries.names_at(sentences[id.0].sentence(), span.first, true) == Some(span.end)
    };
    reported.extend(labelled::labelled(sentences, passages, &can_speak, &is_place));
    let mut found = outer_and_claims(
        quoted::with_quotations(reported, sentences, &quotations, cues, &can_speak),
        sentences,
    );
    found.sort_by_key(|attribution| {
        (attribution.begin(), attribution.end(), attribution.cue.as_ref().map(|cue| cue.head))
    });
    found
}

/// Inside what somebody says, the wishes and verdicts of others are part of the saying ("she said he hoped to win" tells
/// of her words only), and so is what speakers say of themselves ("I think"); other people's claims and quoted words are
/// kept as a second level.
pub fn outer_and_claims(
    found: Vec<ExtractedAttribution>,
    sentences: &[ParsedSentence<'_>],
) -> Vec<ExtractedAttribution> {
    let keep: Vec<bool> = found
        .iter()
        .map(|attribution| {
            let Some(cue) = &attribution.cue else { return true };
            let inside =
                |outer: &ExtractedAttribution| outer.covers(cue.span.start) && outer.cue != attribution.cue;
            let of_others =
                !attribution.source.as_ref().is_some_and(|source| is_self(sentences, source.head));
            !found.iter().any(inside) || (attribution.claimed && of_others) || !attribution.quoted.is_empty()
        })
        .collect();
    found.into_iter().zip(keep).filter(|(_, keep)| *keep).map(|(attribution, _)| attribution).collect()
}
