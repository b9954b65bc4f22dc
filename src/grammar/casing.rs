//! What capital letters mean in a sentence. In headlines (`Hundreds Of Drivers Hand In Keys`) they make no names.

use std::collections::HashSet;

use crate::language::Sentence;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Casing {
    /// Capitals mark names and beginnings.
    Ordinary,
    /// Nearly every word begins with a capital.
    Title,
    /// Nearly every word is in capitals.
    Capitals,
}

/// Shorter words, and the longer ones of these, are small even in titles.
const LONG_WORD: usize = 3;
const FUNCTION_WORDS: &[&str] = &[
    "the", "and", "for", "but", "nor", "with", "from", "into", "onto", "over", "upon", "than", "that", "via",
    "per", "its", "his", "her", "are", "was",
];
/// A line with fewer long words may be nothing but a name.
const LEAST_WORDS: usize = 5;

impl Casing {
    /// The casing of every sentence. A short piece of a headline that the engine has split is like the piece before.
    pub fn of_all(sentences: &[Sentence]) -> Vec<Self> {
        let mut casings: Vec<Self> = Vec::with_capacity(sentences.len());
        for (index, sentence) in sentences.iter().enumerate() {
            let adjoins = index > 0 && sentence.begin() <= sentences[index - 1].end() + 1;
            let before =
                casings.last().copied().filter(|_| adjoins && long_words(sentence).all(is_capitalised));
            casings.push(match Self::of(sentence) {
                Self::Ordinary if long_words(sentence).count() < LEAST_WORDS => {
                    before.unwrap_or(Self::Ordinary)
                }
                casing => casing,
            });
        }
        casings
    }

    fn of(sentence: &Sentence) -> Self {
        Self::of_words(sentence.tokens.iter().map(|token| &*token.text))
    }

    /// The casing of a line by its words.
    pub fn of_words<'w>(words: impl Iterator<Item = &'w str>) -> Self {
        let words: Vec<&str> = words.filter(is_long).collect();
        let most = |count: usize| count * 10 >= words.len() * 9;
        let in_capitals = words.iter().filter(|word| word.chars().all(char::is_uppercase)).count();
        let capitalised = words.iter().filter(|word| is_capitalised(word)).count();
        if words.len() < LEAST_WORDS {
            Self::Ordinary
        } else if most(in_capitals) {
            Self::Capitals
        } else if most(capitalised) {
            Self::Title
        } else {
            Self::Ordinary
        }
    }
}

fn long_words(sentence: &Sentence) -> impl Iterator<Item = &str> {
    sentence.tokens.iter().map(|token| &*token.text).filter(is_long)
}

fn is_long(word: &&str) -> bool {
    word.chars().count() >= LONG_WORD
        && word.chars().all(char::is_alphabetic)
        && !FUNCTION_WORDS.contains(word)
}

pub fn is_capitalised(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// The words that an article also writes small: evidence that a capital in a headline makes no name.
pub fn small_words(sentences: &[Sentence]) -> HashSet<&str> {
    let tokens = sentences.iter().flat_map(|sentence| &sentence.tokens);
    tokens.map(|token| &*token.text).filter(|text| text.chars().all(char::is_lowercase)).collect()
}
