//! Direct speech: which attribution each quotation belongs to. A quotation may be the content of a telling verb or a
//! part of it ("said the bridge was “unsafe”"), stand beside one ("“It is unsafe,” said the engineer"), or go on with
//! the last speaker's words.

use crate::grammar::{Link, ParsedSentence, SentenceId, TokenPosition, TokenSpan};
use crate::ontology::Complement;

use super::beside::{LONGEST_PUNCTUATION, is_word, nearby, speaker_beside, touching};
use super::cues::Cues;
use super::extracted::{ExtractedAttribution, Part, is_self};
use super::quotation::Quotation;
use super::spans;

/// The attributions, grown by the quotations, and those that only the quotations make.
pub fn with_quotations(
    mut found: Vec<ExtractedAttribution>,
    sentences: &[ParsedSentence<'_>],
    quotations: &[Quotation],
    cues: &Cues,
    can_speak: &dyn Fn(TokenPosition) -> bool,
) -> Vec<ExtractedAttribution> {
    // The quotation before, and the last one that belongs to an attribution, with its index.
    let mut before: Option<(&Quotation, Option<usize>)> = None;
    let mut spoken: Option<(&Quotation, usize)> = None;
    for quotation in quotations.iter().filter(|quotation| !quotation.nested) {
        let whole = is_whole_sentence(sentences, quotation);
        let goes_on = || {
            let (last, attribution) = match before? {
                (last, attribution) if quotation.continues => (last, attribution?),
                _ => spoken?,
            };
            (quotation.continues || (last.passage == quotation.passage && whole)).then_some(attribution)
        };
        let index = reported_in(&mut found, quotation)
            .or_else(|| told_beside(&mut found, sentences, quotations, quotation, cues))
            .or_else(|| {
                let (source, cue) = speaker_beside(sentences, quotations, quotation, can_speak)?;
                found.push(spoken_by(Some(source), Some(cue)));
                Some(found.len() - 1)
            })
            .or_else(goes_on)
            .or_else(|| {
                whole.then(|| {
                    let (source, cue) = last_speaker(&found, spoken, quotation)
                        .or_else(|| told_before(&found, sentences, quotation))
                        .unwrap_or_default();
                    found.push(spoken_by(source, cue));
                    found.len() - 1
                })
            });
        if let Some(index) = index {
            found[index].extend(quotation.marked());
            found[index].quoted.push(quotation.marked());
            // Whoever is quoted says so, whatever the verb.
            found[index].claimed |= found[index].direct() && found[index].cue.is_some();
            if let Some((_, Some(first))) = before
                && quotation.continues
                && found[first].source.is_none()
            {
                found[first].source = found[index].source.clone();
                found[first].cue = found[index].cue.clone();
            }
            spoken = Some((quotation, index));
        }
        before = Some((quotation, index));
    }
    for quotation in quotations.iter().filter(|quotation| quotation.nested) {
        told_within(&mut found, sentences, quotations, quotation, cues);
    }
    found.retain(|attribution| !attribution.content.is_empty());
    found
}

/// “I saw it. ‘We are sinking,’ the mate told me.” Somebody's words within those of another.
fn told_within(
    found: &mut Vec<ExtractedAttribution>,
    sentences: &[ParsedSentence<'_>],
    quotations: &[Quotation],
    quotation: &Quotation,
    cues: &Cues,
) {
    let Some((cue, source)) = nearest_teller(sentences, quotations, quotation, cues) else { return };
    let outer =
        nearby(quotations, quotation).iter().find(|outer| !outer.nested && outer.contains(quotation.begin));
    let within = outer.is_some_and(|outer| outer.contains(cue.span.start));
    if !within || is_self(sentences, source.head) {
        return;
    }
    let near = |end: usize, begin: usize| end <= begin && begin < end + LONGEST_PUNCTUATION;
    let follows = near(quotation.marked().end, source.span.start.min(cue.span.start));
    if follows || near(cue.span.end, quotation.marked().start) {
        found.retain(|attribution| attribution.cue.as_ref() != Some(&cue));
        let content = vec![quotation.marked()];
        let quoted = content.clone();
        found.push(ExtractedAttribution { content, quoted, ..spoken_by(Some(source), Some(cue)) });
    }
}

fn spoken_by(source: Option<Part>, cue: Option<Part>) -> ExtractedAttribution {
    ExtractedAttribution { source, cue, content: Vec::new(), quoted: Vec::new(), claimed: true }
}

/// Who speaks, and the word that says so.
type Speaker = (Option<Part>, Option<Part>);

/// Who spoke last, if the quotation fills a paragraph right after those words: there nobody is named again.
fn last_speaker(
    found: &[ExtractedAttribution],
    spoken: Option<(&Quotation, usize)>,
    quotation: &Quotation,
) -> Option<Speaker> {
    spoken
        .filter(|(last, _)| quotation.opens_passage && last.passage + 1 == quotation.passage)
        .map(|(_, index)| (found[index].source.clone(), found[index].cue.clone()))
}

/// `The chief said that the wounds were fake`, and a paragraph of nothing but a quotation after it: the words are the chief's.
/// Where the sentence tells what two said, nobody knows whose they are.
fn told_before(
    found: &[ExtractedAttribution],
    sentences: &[ParsedSentence<'_>],
    quotation: &Quotation,
) -> Option<Speaker> {
    if !quotation.opens_passage {
        return None;
    }
    let begin = quotation.marked().start;
    let next = sentences.partition_point(|sentence| sentence.sentence().end() <= begin);
    let before = sentences[next.checked_sub(1)?].sentence();
    let is_in = |part: &Part| before.begin() <= part.span.start && part.span.end <= before.end();
    let mut told = found.iter().filter(|attribution| attribution.cue.as_ref().is_some_and(is_in));
    let (first, others) = (told.next()?, told);
    let one = others.into_iter().all(|other| other.source == first.source);
    (one && first.source.is_some()).then(|| (first.source.clone(), first.cue.clone()))
}

/// The attribution of reported speech that the quotation is a part of: of several, the narrowest. All of them reach as
/// far as the quotation does.
fn reported_in(found: &mut [ExtractedAttribution], quotation: &Quotation) -> Option<usize> {
    let marked = quotation.marked();
    let outside = |part: &Option<Part>| part.as_ref().is_none_or(|part| !quotation.contains(part.span.start));
    let overlaps = |attribution: &ExtractedAttribution| {
        attribution.content.iter().any(|part| part.start < marked.end && marked.start < part.end)
    };
    let mut narrowest: Option<(usize, usize)> = None;
    for (index, attribution) in found.iter_mut().enumerate() {
        if outside(&attribution.cue) && overlaps(attribution) {
            let length = attribution.length();
            attribution.extend(marked.clone());
            if narrowest.is_none_or(|(other, _)| length < other) {
                narrowest = Some((length, index));
            }
        }
    }
    narrowest.map(|(_, index)| index)
}

/// The attribution of the telling verb that stands beside the quotation, outside all quotation marks; a new one where
/// the verb has none yet.
fn told_beside(
    found: &mut Vec<ExtractedAttribution>,
    sentences: &[ParsedSentence<'_>],
    quotations: &[Quotation],
    quotation: &Quotation,
    cues: &Cues,
) -> Option<usize> {
    let (cue, source) = nearest_teller(sentences, quotations, quotation, cues)?;
    let known = found.iter().position(|attribution| attribution.cue.as_ref() == Some(&cue));
    let Some(known) = known else {
        found.push(spoken_by(Some(source), Some(cue)));
        return Some(found.len() - 1);
    };
    // What stands right after the word is what it tells, whatever the parser made of the sentence.
    if !found[known].direct() {
        if cue.span.end.max(source.span.end) + LONGEST_PUNCTUATION < quotation.begin
            || quotation.begin < cue.span.end
        {
            return None;
        }
        found[known].content.clear();
        found[known].claimed = true;
    }
    Some(known)
}

fn nearest_teller(
    sentences: &[ParsedSentence<'_>],
    quotations: &[Quotation],
    quotation: &Quotation,
    cues: &Cues,
) -> Option<(Part, Part)> {
    let around = |other: &Quotation| other.contains(quotation.begin) && other.contains(quotation.end - 1);
    let is_other = |other: &&Quotation| !quotation.nested || !around(other) || *other == quotation;
    let nearby = nearby(quotations, quotation);
    let inside = |begin: usize| nearby.iter().filter(is_other).any(|other| other.contains(begin));
    let mut nearest: Option<(usize, Part, Part)> = None;
    for index in touching(sentences, quotation) {
        let sentence = &sentences[index];
        let tree = &sentence.tree;
        for word in (0..sentence.graph.len()).filter(|&word| !inside(tree.token(word).begin)) {
            let Some(cue) = cues.at(tree, word).filter(|cue| cue.takes(Complement::Clause)) else { continue };
            let subject = sentence.graph.edges(word).iter().find(|edge| edge.link == Link::Subject);
            let Some(source) = subject
                .map(|edge| edge.target)
                .filter(|&source| !inside(tree.token(source).begin) && is_word(tree.token(source)))
            else {
                continue;
            };
            let distance = if tree.token(word).end <= quotation.begin {
                quotation.begin - tree.token(word).end
            } else {
                tree.token(word).begin.saturating_sub(quotation.end)
            };
            if nearest.as_ref().is_some_and(|(other, ..)| *other <= distance) {
                continue;
            }
            let part = |head: usize, span: TokenSpan| Part {
                head: SentenceId(index).token(head),
                span: span.characters(tree.sentence),
            };
            let cue_end = cue.particle.filter(|&particle| particle == word + 1).unwrap_or(word);
            nearest = Some((
                distance,
                part(word, spans::cue(tree, word, cue_end)),
                part(source, spans::source(tree, source, word)),
            ));
        }
    }
    nearest.map(|(_, cue, source)| (cue, source))
}

/// A quotation that holds a whole sentence, and not just some words of one.
fn is_whole_sentence(sentences: &[ParsedSentence<'_>], quotation: &Quotation) -> bool {
    // What it holds whole touches it.
    sentences[touching(sentences, quotation)].iter().any(|sentence| {
        let sentence = sentence.sentence();
        sentence.begin() + 2 >= quotation.begin
            && sentence.end() <= quotation.end + 2
            && sentence.tokens.len() > 3
    })
}
