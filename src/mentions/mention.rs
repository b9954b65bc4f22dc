//! Mentions: the phrases of an article that stand for something. Every name, noun phrase and pronoun that can be an
//! argument is one, found once per article, so that extraction and coreference speak of the same phrases.

use std::collections::HashMap;

use crate::grammar::{Number, SentenceId, TokenPosition, TokenSpan};
use crate::ontology::{ClassId, IndividualId};

use super::quantity::Quantity;

/// Index of a mention in [`Mentions`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MentionId(pub usize);

/// A phrase of one sentence that stands for something.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    pub sentence: SentenceId,
    /// The tokens of the phrase (of a name: without article and title words).
    pub span: TokenSpan,
    /// The token that the rest of the phrase depends on; for `scores of officers` the word `scores`.
    pub head: usize,
    pub kind: MentionKind,
    /// What the phrase's own words say it is, where they do; coreference may know more.
    pub class: Option<ClassId>,
    /// Of a description that means the holder of a post (`the mayor resigned`), the class of the post.
    pub post: Option<ClassId>,
    /// The words as they stand in the text, single spaces between them.
    pub text: String,
    /// The words that a label is made of: no determiner, possessive pronoun or quantity before it.
    pub label: String,
    /// The courtesy title before a name (`Mrs`, `Sir`).
    pub honorific: Option<String>,
    /// How many, where the phrase says so.
    pub quantity: Option<Quantity>,
    /// The known individual that has these words as one of its labels.
    pub individual: Option<IndividualId>,
    /// Whether the head only counts what stands after its `of` (`scores of officers`).
    pub counts_object: bool,
    pub number: Number,
    pub determination: Determination,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MentionKind {
    /// A proper name (`Ada Lovelace`, `NX121`, `Home Office`).
    Name,
    /// A description (`the officer`, `up to 300 firearms officers`).
    Description,
    Pronoun,
}

/// How a phrase picks out what it stands for; it decides whether something said before may be meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Determination {
    /// `the`, `this`, a possessive: the reader is expected to know which.
    Definite,
    /// `a`, `some`, `another`, a number: something new.
    Indefinite,
    /// No determiner.
    Bare,
}

impl Mention {
    /// Where its head stands.
    pub fn position(&self) -> TokenPosition {
        self.sentence.token(self.head)
    }
}

/// All mentions of an article, in order of sentence and head.
#[derive(Debug, Clone, Default)]
pub struct Mentions {
    mentions: Vec<Mention>,
    by_head: HashMap<TokenPosition, MentionId>,
    /// Those of known individuals by their first token.
    known: HashMap<TokenPosition, Vec<MentionId>>,
}

impl Mentions {
    pub fn new(mut mentions: Vec<Mention>) -> Self {
        mentions.sort_by_key(Mention::position);
        mentions.dedup_by_key(|mention| mention.position());
        let by_head = mentions
            .iter()
            .enumerate()
            .map(|(index, mention)| (mention.position(), MentionId(index)))
            .collect();
        let mut known: HashMap<TokenPosition, Vec<MentionId>> = HashMap::new();
        for (index, mention) in mentions.iter().enumerate().filter(|(_, one)| one.individual.is_some()) {
            let first = mention.sentence.token(mention.span.first);
            known.entry(first).or_default().push(MentionId(index));
        }
        Self { mentions, by_head, known }
    }

    /// The mentions of known individuals that begin at this token, by their heads.
    pub fn known_from(&self, first: TokenPosition) -> impl Iterator<Item = &Mention> {
        self.known.get(&first).into_iter().flatten().map(|&id| &self[id])
    }

    /// The mention whose head is this token.
    pub fn headed_by(&self, position: TokenPosition) -> Option<MentionId> {
        self.by_head.get(&position).copied()
    }

    /// The mention whose head is this token, or the name that the token is a part of.
    pub fn standing_at(&self, position: TokenPosition) -> Option<MentionId> {
        let TokenPosition { sentence, token } = position;
        self.headed_by(position).or_else(|| {
            let start = self.mentions.partition_point(|mention| mention.sentence < sentence);
            let here = self.mentions[start..].iter().take_while(|mention| mention.sentence == sentence);
            let inside =
                |mention: &Mention| mention.kind == MentionKind::Name && mention.span.contains(token);
            here.enumerate().find(|(_, mention)| inside(mention)).map(|(index, _)| MentionId(start + index))
        })
    }

    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (MentionId, &Mention)> {
        self.mentions.iter().enumerate().map(|(index, mention)| (MentionId(index), mention))
    }

    pub fn len(&self) -> usize {
        self.mentions.len()
    }
}

impl std::ops::Index<MentionId> for Mentions {
    type Output = Mention;

    fn index(&self, id: MentionId) -> &Mention {
        &self.mentions[id.0]
    }
}
