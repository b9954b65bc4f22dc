//! The tokenizer's special cases: texts whose tokens and norms are listed ("don't" is "do" and "n't").

use std::collections::HashMap;

use super::lexicon::{LexicalTables, Lexicon, WordId};
use super::raw::{RawDocument, RawToken};
use crate::weights::Weights;

/// The special cases by their text, and those that splitting may hide.
#[derive(Debug, Clone)]
pub struct SpecialCases {
    tokens: HashMap<&'static str, Vec<WordId>>,
    /// Special cases that begin or end like an affix ("'Cause", "x-ray:"), as the tokens into which they fall without
    /// the special case, by their first word.
    hidden: HashMap<WordId, Vec<Vec<WordId>>>,
}

impl SpecialCases {
    /// The special cases of the model file's sections `tokenizer.special.…` and `tokenizer.hidden.…`;
    /// their words go into `lexicon`.
    pub fn load(weights: &Weights, tables: &LexicalTables, lexicon: &mut Lexicon) -> Self {
        let words = weights.strings("tokenizer.special.words");
        let norms = weights.hashes("tokenizer.special.norms");
        let interned: Vec<_> = words
            .iter()
            .zip(norms)
            .map(|(word, norm)| lexicon.intern_with_norm(word, norm, tables))
            .collect();
        let texts = weights.strings("tokenizer.special.texts");
        let tokens = texts.iter().zip(rows(&interned, &weights.integers("tokenizer.special.ends"))).collect();

        let words: Vec<_> = weights
            .strings("tokenizer.hidden.words")
            .iter()
            .map(|word| lexicon.intern(word, tables))
            .collect();
        let mut hidden: HashMap<_, Vec<_>> = HashMap::new();
        for row in rows(&words, &weights.integers("tokenizer.hidden.ends")) {
            hidden.entry(row[0]).or_default().push(row);
        }
        Self { tokens, hidden }
    }

    /// The tokens of a special case.
    pub fn get(&self, text: &str) -> Option<&[WordId]> {
        self.tokens.get(text).map(Vec::as_slice)
    }

    /// Puts special cases back together that the splitting of affixes took apart; the longest win, then the first.
    pub fn restore_hidden(&self, lexicon: &Lexicon, document: &mut RawDocument) {
        let mut spans = self.hidden_spans(lexicon, &document.tokens);
        if spans.is_empty() {
            return;
        }
        spans.sort_by_key(|&(begin, end)| (std::cmp::Reverse(end - begin), begin));
        let mut taken = vec![false; document.tokens.len()];
        let mut kept = Vec::new();
        for (begin, end) in spans {
            if !taken[begin] && !taken[end - 1] {
                kept.push((begin, end));
            }
            taken[begin..end].fill(true);
        }
        kept.sort_unstable();
        let mut restored = Vec::with_capacity(document.tokens.len());
        let mut copied = 0;
        for (begin, end) in kept {
            let Some(words) = self.get(&joined(lexicon, &document.tokens[begin..end])) else { continue };
            restored.extend_from_slice(&document.tokens[copied..begin]);
            push_words(words, lexicon, &document.tokens[begin..end], &mut restored);
            document.first_starts_sentence &= begin > 0;
            copied = end;
        }
        restored.extend_from_slice(&document.tokens[copied..]);
        document.tokens = restored;
    }

    fn hidden_spans(&self, lexicon: &Lexicon, tokens: &[RawToken]) -> Vec<(usize, usize)> {
        let mut spans = Vec::new();
        for (begin, token) in tokens.iter().enumerate() {
            let first = lexicon.word(token.word).plain;
            for row in self.hidden.get(&first).into_iter().flatten() {
                let same = |(token, &word): (&RawToken, _)| lexicon.word(token.word).plain == word;
                if begin + row.len() <= tokens.len() && tokens[begin..].iter().zip(row).all(same) {
                    spans.push((begin, begin + row.len()));
                }
            }
        }
        spans
    }
}

fn push_words(words: &[WordId], lexicon: &Lexicon, replaced: &[RawToken], tokens: &mut Vec<RawToken>) {
    let mut begin = replaced[0].begin;
    for &word in words {
        tokens.push(RawToken { word, begin, space_after: false });
        begin += lexicon.word(word).length;
    }
    if let Some(last) = tokens.last_mut() {
        last.space_after = replaced[replaced.len() - 1].space_after;
    }
}

/// The text of neighbouring tokens without what follows the last.
fn joined(lexicon: &Lexicon, tokens: &[RawToken]) -> String {
    let mut text = String::new();
    for (number, token) in tokens.iter().enumerate() {
        text.push_str(&lexicon.word(token.word).text);
        if token.space_after && number + 1 < tokens.len() {
            text.push(' ');
        }
    }
    text
}

/// Cuts a flat list at the given ends.
fn rows(words: &[WordId], ends: &[u32]) -> Vec<Vec<WordId>> {
    let mut begin = 0;
    ends.iter()
        .map(|&end| {
            let row = words[begin..end as usize].to_vec();
            begin = end as usize;
            row
        })
        .collect()
}
