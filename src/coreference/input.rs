//! What coreference is decided on.

use crate::attribution::innermost_quotation;
use crate::decisions::NameSelector;
use crate::document::Document;
use crate::extract::Extraction;
use crate::grammar::{SentenceId, TokenPosition};
use crate::mentions::{MentionId, Mentions, OntologyIndex};

/// An article as coreference sees it.
pub struct CoreferenceInput<'a> {
    pub document: &'a Document<'a, Mentions, Extraction>,
    pub lexicon: &'a OntologyIndex<'a>,
    /// Who is not whom in this article, by the user's decision.
    pub apart: &'a [(&'a NameSelector, &'a NameSelector)],
}

impl CoreferenceInput<'_> {
    /// Who says a token where it stands in a quotation: what `I` and `we` mean there.
    pub fn speaker_of(&self, position: TokenPosition) -> Option<MentionId> {
        let begin = self.document.sentence(position.sentence).tokens[position.token].begin;
        let attributions = &self.document.extraction.attributions;
        let source = innermost_quotation(attributions, begin)?.source.as_ref()?.head;
        self.document.mentions.headed_by(source)
    }

    /// The known individual whose name begins at this token, as one word, and one past its last token.
    pub fn known_at(&self, sentence: SentenceId, first: usize, end: usize) -> Option<(usize, String)> {
        (first..end).find_map(|head| {
            let mention = &self.document.mentions[self.document.mentions.headed_by(sentence.token(head))?];
            let individual =
                mention.individual.filter(|_| mention.span.first == first && mention.span.end <= end)?;
            Some((mention.span.end, format!("#{}", individual.0)))
        })
    }
}
