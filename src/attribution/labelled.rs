//! Words with their speaker's name before them: "Harbour board: Ferries will not sail", a headline's way, and a
//! transcript's, where the names come back.

use std::collections::BTreeMap;

use crate::grammar::{ParsedSentence, SentenceId, TokenPosition, TokenSpan};
use crate::language::{CoarseTag, FineTag};
use crate::read::Passage;

use super::extracted::{ExtractedAttribution, Part};

/// Words that such a name may have.
const LONGEST_LABEL: usize = 6;

/// A passage's label, as tokens of its first sentence.
struct Label {
    sentence: SentenceId,
    span: TokenSpan,
    text: String,
}

impl Label {
    /// The last word of the name.
    fn head(&self) -> TokenPosition {
        self.sentence.token(self.span.end - 1)
    }
}

/// The attributions of passages that open with a name and a colon. `is_agent` tells whether a token stands for somebody
/// who can speak, `is_place` whether words in capitals name a country or a place in one.
pub fn labelled(
    sentences: &[ParsedSentence<'_>],
    passages: &[Passage],
    is_agent: &dyn Fn(TokenPosition) -> bool,
    is_place: &dyn Fn(SentenceId, TokenSpan) -> bool,
) -> Vec<ExtractedAttribution> {
    let labels: Vec<(&Passage, Label)> =
        passages.iter().filter_map(|passage| Some((passage, label(sentences, passage)?))).collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, label) in &labels {
        *counts.entry(&label.text).or_default() += 1;
    }
    let mut found = Vec::new();
    for (passage, label) in &labels {
        let comes_back = counts[label.text.as_str()] > 1;
        let head = label.head();
        let is_shouted = is_shouted(&label.text);
        // `MIAMI: Two sailors were rescued` tells where that was written.
        let is_dateline = is_shouted && !comes_back && is_place(label.sentence, label.span);
        if (is_agent(head) && !is_dateline) || (comes_back && is_shouted) {
            found.extend(attribution(sentences, passage, label, comes_back));
        }
    }
    found
}

/// The name before a colon at the beginning of a passage.
fn label(sentences: &[ParsedSentence<'_>], passage: &Passage) -> Option<Label> {
    let sentence = sentences.iter().position(|sentence| sentence.sentence().begin() >= passage.begin)?;
    let tokens = &sentences[sentence].sentence().tokens;
    let colon = tokens.iter().take(LONGEST_LABEL + 2).position(|token| &*token.text == ":")?;
    let first = usize::from(tokens[0].tag.is_quote());
    let label = tokens.get(first..colon).filter(|label| !label.is_empty())?;
    let named = label.iter().all(|token| {
        matches!(token.pos, CoarseTag::Propn | CoarseTag::Noun | CoarseTag::Adj | CoarseTag::Det)
    }) && label.iter().any(|token| token.pos == CoarseTag::Propn);
    let text = label.iter().map(|token| &*token.text).collect::<Vec<_>>().join(" ");
    let inside = tokens[colon].end <= passage.end;
    // A headline in capitals may be a sentence before its colon; a name has three words at most that look like one.
    let no_clause = label.len() <= 3
        || label.iter().all(|token| !matches!(token.pos, CoarseTag::Verb | CoarseTag::Aux | CoarseTag::Pron));
    (inside && no_clause && (named || is_shouted(&text))).then_some(Label {
        sentence: SentenceId(sentence),
        span: TokenSpan::new(first, colon),
        text,
    })
}

/// Whether it is written in capitals, as transcripts write names.
fn is_shouted(text: &str) -> bool {
    text.chars().any(char::is_uppercase) && !text.chars().any(char::is_lowercase)
}

/// The rest of the passage as the content, without its full stop; a transcript's words are direct speech.
fn attribution(
    sentences: &[ParsedSentence<'_>],
    passage: &Passage,
    label: &Label,
    is_transcript: bool,
) -> Option<ExtractedAttribution> {
    let sentence = sentences[label.sentence.0].sentence();
    let colon = &sentence.tokens[label.span.end];
    let said: Vec<_> = sentences[label.sentence.0..]
        .iter()
        .flat_map(|sentence| &sentence.sentence().tokens)
        .filter(|token| colon.end <= token.begin && token.end <= passage.end && token.tag != FineTag::Space)
        .collect();
    let last = said.iter().rposition(|token| token.tag != FineTag::FullStop)?;
    let content = said[0].begin..said[last].end;
    Some(ExtractedAttribution {
        source: Some(Part { head: label.head(), span: label.span.characters(sentence) }),
        cue: Some(Part { head: label.sentence.token(label.span.end), span: colon.begin..colon.end }),
        quoted: if is_transcript { vec![content.clone()] } else { Vec::new() },
        content: vec![content],
        claimed: true,
    })
}
