//! What was found in one article, before it is held against the others.

use crate::extract::Extraction;
use crate::language::Sentence;
use crate::mentions::Mentions;
use crate::read::Article;
use crate::resolve::coreference::Chains;

/// What was found in one article, before it is held against the others.
pub struct ArticleReading<'a> {
    pub article: &'a Article,
    /// The article's text by characters.
    pub text: &'a [char],
    pub sentences: Vec<Sentence>,
    pub mentions: Mentions,
    pub extraction: Extraction,
    pub chains: Chains,
}
