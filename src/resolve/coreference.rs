//! Coreference inside an article: which mentions stand for the same thing.
//!
//! A sieve of passes, the most precise first, each building on what those before have joined (Raghunathan et al. 2010,
//! Lee et al. 2013): names, appositions and the like, descriptions, pronouns. Where a wrong guess is likelier than a right one,
//! a phrase is left to stand for itself: in a graph, a wrongly merged node does more harm than a split one.

use crate::extract::{Lexicon, MentionId, Mentions};
use crate::language::Sentence;

use super::chains::Chains;
use super::clusters::Clusters;
use super::decisions::Who;
use super::{descriptions, names, pronouns, said};

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

/// Finds the chains of an article.
pub fn coreference(scene: &Scene) -> Chains {
    let mut clusters = Clusters::new(scene.mentions, scene.lexicon, scene.apart);
    names::join_same_names(scene, &mut clusters);
    names::join_abbreviations(scene, &mut clusters);
    names::join_short_names(scene, &mut clusters);
    let holders = said::join(scene, &mut clusters);
    descriptions::join_same(scene, &mut clusters);
    descriptions::join_holders(scene, &holders, &mut clusters);
    descriptions::join_definite(scene, &mut clusters);
    pronouns::join(scene, &mut clusters);
    Chains::new(scene, clusters, &holders)
}
