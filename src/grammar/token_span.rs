//! Spans of tokens. [`TokenSpan`] is the one type for them, whatever they are found for: mentions, times, arguments, sources.
//! Spans of characters are a `Range` of offsets in the article's text, and `story::Span` where they carry their words.

use std::ops::Range;

use crate::language::{CoarseTag, Sentence};

/// Tokens `first..end` of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TokenSpan {
    pub first: usize,
    /// One past the last token; greater than `first`.
    pub end: usize,
}

impl TokenSpan {
    pub fn new(first: usize, end: usize) -> Self {
        Self { first, end }
    }

    /// One token alone.
    pub fn of_token(token: usize) -> Self {
        Self::new(token, token + 1)
    }

    /// The tokens that the characters `begin..end` of the text lie in; `None` where none do.
    pub fn of_characters(sentence: &Sentence, begin: usize, end: usize) -> Option<Self> {
        let first = sentence.tokens.iter().position(|token| token.end > begin)?;
        let last = sentence.tokens.iter().rposition(|token| token.begin < end)?;
        (first <= last).then_some(Self { first, end: last + 1 })
    }

    pub fn tokens(self) -> Range<usize> {
        self.first..self.end
    }

    pub fn contains(self, token: usize) -> bool {
        self.tokens().contains(&token)
    }

    pub fn overlaps(self, other: Self) -> bool {
        self.first < other.end && other.first < self.end
    }

    /// Whether the other span lies in this one.
    pub fn covers(self, other: Self) -> bool {
        self.first <= other.first && other.end <= self.end
    }

    /// The characters from its first token's first to one past its last token's last.
    pub fn characters(self, sentence: &Sentence) -> Range<usize> {
        sentence.tokens[self.first].begin..sentence.tokens[self.end - 1].end
    }

    /// The words as they stand in the text, single spaces between them.
    pub fn text(self, sentence: &Sentence) -> String {
        surface(sentence, self.first, self.end)
    }

    /// The tokens that hang on a word outside the span, or are roots; several where the parse splits the span.
    pub fn heads(self, sentence: &Sentence) -> impl DoubleEndedIterator<Item = usize> + Clone + '_ {
        self.tokens().filter(move |&token| {
            let head = sentence.tokens[token].head;
            head == token || !self.contains(head)
        })
    }

    /// The last of the heads that is no punctuation.
    pub fn head(self, sentence: &Sentence) -> usize {
        let punctuation = |token: &usize| sentence.tokens[*token].pos == CoarseTag::Punct;
        let heads = self.heads(sentence);
        heads.clone().rfind(|token| !punctuation(token)).or(heads.last()).unwrap_or(self.end - 1)
    }

    /// Whether a word has a capital that is not merely the first of its sentence ("Although", "The").
    pub fn is_name(self, sentence: &Sentence) -> bool {
        let mut words = sentence.tokens[self.tokens()].iter();
        words.any(|token| {
            token.text.starts_with(char::is_uppercase)
                && !matches!(
                    token.pos,
                    CoarseTag::Det
                        | CoarseTag::Pron
                        | CoarseTag::Sconj
                        | CoarseTag::Cconj
                        | CoarseTag::Adp
                        | CoarseTag::Aux
                )
        })
    }

    /// The words in small letters without white space, by which equal values are known.
    pub fn key(self, sentence: &Sentence) -> String {
        sentence.tokens[self.tokens()].iter().map(|token| token.text.to_lowercase()).collect()
    }
}

/// The tokens `first..end` as they stand in the text, single spaces between them.
pub fn surface(sentence: &Sentence, first: usize, end: usize) -> String {
    let mut text = String::new();
    for index in first..end.min(sentence.tokens.len()) {
        let token = &sentence.tokens[index];
        if index > first && sentence.tokens[index - 1].end < token.begin {
            text.push(' ');
        }
        text.push_str(&token.text);
    }
    text
}
