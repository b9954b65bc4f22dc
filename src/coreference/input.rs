//! What coreference is decided on.

use crate::attribution::{ExtractedAttribution, InnermostQuotations};
use crate::decisions::NameSelector;
use crate::document::Document;
use crate::extract::Extraction;
use crate::grammar::{SentenceId, TokenPosition};
use crate::language::{FineTag, Sentence};
use crate::mentions::{Mention, MentionId, MentionKind, Mentions, OntologyIndex};

/// An article as coreference sees it.
pub struct CoreferenceInput<'a> {
    pub document: &'a Document<'a, Mentions, Extraction>,
    pub lexicon: &'a OntologyIndex<'a>,
    /// Who is not whom in this article, by the user's decision.
    pub apart: &'a [(&'a NameSelector, &'a NameSelector)],
    quotations: InnermostQuotations,
}

impl<'a> CoreferenceInput<'a> {
    /// An article, in which these are not each other.
    pub fn new(
        document: &'a Document<'a, Mentions, Extraction>,
        lexicon: &'a OntologyIndex<'a>,
        apart: &'a [(&'a NameSelector, &'a NameSelector)],
    ) -> Self {
        let quotations = InnermostQuotations::of(&document.extraction.attributions);
        Self { document, lexicon, apart, quotations }
    }

    fn innermost_quotation(&self, begin: usize) -> Option<&'a ExtractedAttribution> {
        Some(&self.document.extraction.attributions[self.quotations.at(begin)?])
    }

    /// Whose quotation a token stands in, whether or not he says all of it himself: he is no `he` in it.
    pub fn quoted_source(&self, position: TokenPosition) -> Option<MentionId> {
        let begin = self.document.sentence(position.sentence).tokens[position.token].begin;
        let attribution = self.innermost_quotation(begin)?;
        self.document.mentions.headed_by(attribution.source.as_ref()?.head)
    }

    /// Who says a token where it stands in a quotation: what `I` and `we` mean there. Nobody can tell in a quotation inside of
    /// another that names no speaker of its own: what "He told me, ‘I lied’" says of `I`, it does not say of whoever says it.
    pub fn speaker_of(&self, position: TokenPosition) -> Option<MentionId> {
        let sentence = self.document.sentence(position.sentence);
        let begin = sentence.tokens[position.token].begin;
        let attribution = self.innermost_quotation(begin)?;
        let open = open_quotations(sentence, position.token);
        let part = attribution.content.iter().find(|part| part.contains(&begin));
        let inside = |&mark: &usize| part.is_some_and(|part| sentence.tokens[mark].begin > part.start);
        if open.len() > 1 || attribution.direct() && open.first().is_some_and(inside) {
            return None;
        }
        self.document.mentions.headed_by(attribution.source.as_ref()?.head)
    }

    /// The known individual whose name or adjective (`Chile`, `Chilean`) begins at this token, as one word, and one past its
    /// last token.
    pub fn known_at(&self, sentence: SentenceId, first: usize, end: usize) -> Option<(usize, String)> {
        let known = self.document.mentions.known_from(sentence.token(first));
        let within = known.filter(|mention| mention.head < end && mention.span.end <= end);
        let named = within.map(|mention| (mention.span.end, mention.individual)).next();
        let named = named.and_then(|(end, individual)| Some((end, individual?)));
        let tokens = self.document.sentence(sentence);
        let by_adjective =
            || self.lexicon.countries.of_demonym(tokens, first).filter(|(last, _)| *last <= end);
        named.or_else(by_adjective).map(|(end, individual)| (end, format!("#{}", individual.0)))
    }
}

/// The names of an article.
pub fn all_names<'a>(input: &CoreferenceInput<'a>) -> impl Iterator<Item = (MentionId, &'a Mention)> {
    let mentions = &input.document.mentions;
    mentions.iter().filter(|(_, mention)| mention.kind == MentionKind::Name)
}

/// The marks before a token that open a quotation which its sentence has not closed yet.
fn open_quotations(sentence: &Sentence, token: usize) -> Vec<usize> {
    let mut open: Vec<usize> = Vec::new();
    for (at, mark) in sentence.tokens[..token].iter().enumerate() {
        let closed = |&opening: &usize| match &*sentence.tokens[opening].text {
            "“" => matches!(&*mark.text, "”"),
            "‘" => matches!(&*mark.text, "’"),
            "«" => matches!(&*mark.text, "»"),
            straight => straight == &*mark.text,
        };
        if open.last().is_some_and(closed) {
            open.pop();
        } else if matches!(&*mark.text, "“" | "‘" | "«" | "\"")
            || &*mark.text == "'" && mark.tag == FineTag::OpeningQuote
        {
            open.push(at);
        }
    }
    open
}

#[cfg(test)]
mod tests {
    use super::open_quotations;
    use crate::sample_language::{parse, token};

    #[test]
    fn a_quotation_inside_of_another_is_told_by_its_marks() {
        let open = |text: &str, word: &str| {
            let sentence = &parse(text)[0];
            open_quotations(sentence, token(sentence, word)).len()
        };
        assert_eq!(open("“He told me, ‘I lied,’” said Tom Hale.", "lied"), 2);
        assert_eq!(open("“He told me, ‘I lied,’” said Tom Hale.", "told"), 1);
        assert_eq!(open("“He told me, ‘I lied,’” said Tom Hale.", "said"), 0);
        assert_eq!(open("“The workers’ union lied,” said Tom Hale.", "lied"), 1);
    }
}
