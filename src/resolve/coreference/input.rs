//! What coreference is decided on.

use crate::language::Sentence;
use crate::mentions::Lexicon;
use crate::mentions::MentionId;
use crate::mentions::Mentions;
use crate::resolve::decisions::Who;

/// An article as coreference sees it.
pub struct Scene<'a> {
    /// All sentences, in order.
    pub sentences: &'a [Sentence],
    pub mentions: &'a Mentions,
    pub lexicon: &'a Lexicon<'a>,
    /// Who says the token (sentence, token) where it stands in a quotation: what `I` and `we` mean there.
    pub speaker_of: &'a dyn Fn(usize, usize) -> Option<MentionId>,
    /// Who is not whom in this article, by the user's decision.
    pub apart: &'a [(&'a Who, &'a Who)],
}

impl Scene<'_> {
    /// The known individual whose name begins at this token, as one word, and one past its last token.
    pub fn known_at(&self, sentence: usize, first: usize, end: usize) -> Option<(usize, String)> {
        (first..end).find_map(|head| {
            let mention = &self.mentions[self.mentions.headed_by(sentence, head)?];
            let individual = mention.individual.filter(|_| mention.first == first && mention.end <= end)?;
            Some((mention.end, format!("#{individual}")))
        })
    }
}
