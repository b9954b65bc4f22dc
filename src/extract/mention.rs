//! Mentions: the phrases of an article that stand for something. Every name, noun phrase and pronoun that can be an
//! argument is one, found once per article, so that extraction and coreference speak of the same phrases.

use std::collections::HashMap;

use crate::ontology::ClassId;

/// Index of a mention in [`Mentions`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MentionId(pub usize);

/// A phrase of one sentence that stands for something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Index of the sentence in the article.
    pub sentence: usize,
    /// First token of the phrase (without a leading article or title word where that is no part of the name).
    pub first: usize,
    /// One past the last token.
    pub end: usize,
    /// The token that the rest of the phrase depends on.
    pub head: usize,
    pub kind: MentionKind,
    /// What the phrase's own words say it is, where they do; coreference may know more.
    pub class: Option<ClassId>,
    /// The words as they stand in the text, single spaces between them.
    pub text: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MentionKind {
    /// A proper name (`Chris Kaba`, `NX121`, `Home Office`).
    Name,
    /// A description (`the officer`, `up to 300 firearms officers`).
    Description,
    Pronoun,
}

/// All mentions of an article, in order of sentence and head.
#[derive(Debug, Clone, Default)]
pub struct Mentions {
    mentions: Vec<Mention>,
    by_head: HashMap<(usize, usize), MentionId>,
}

impl Mentions {
    pub fn new(mut mentions: Vec<Mention>) -> Self {
        mentions.sort_by_key(|mention| (mention.sentence, mention.head));
        let by_head = mentions
            .iter()
            .enumerate()
            .map(|(index, mention)| ((mention.sentence, mention.head), MentionId(index)))
            .collect();
        Self { mentions, by_head }
    }

    /// The mention whose head is this token.
    pub fn headed_by(&self, sentence: usize, token: usize) -> Option<MentionId> {
        self.by_head.get(&(sentence, token)).copied()
    }

    pub fn iter(&self) -> impl Iterator<Item = (MentionId, &Mention)> {
        self.mentions.iter().enumerate().map(|(index, mention)| (MentionId(index), mention))
    }

    pub fn len(&self) -> usize {
        self.mentions.len()
    }

    pub fn is_empty(&self) -> bool {
        self.mentions.is_empty()
    }
}

impl std::ops::Index<MentionId> for Mentions {
    type Output = Mention;

    fn index(&self, id: MentionId) -> &Mention {
        &self.mentions[id.0]
    }
}
