//! What BERT's tokenizer does to characters before it looks pieces up: control characters go, letters lose case and
//! accents.
//!
//! All of this comes out of the model file, where it was asked of the original tokenizer character by character: the
//! versions of Unicode that programs and libraries know differ.

use crate::language::CharacterClass;
use crate::weights::{Strings, Weights};

/// First and last of the Korean syllables, which are taken apart by rule.
const HANGUL: std::ops::RangeInclusive<u32> = 0xAC00..=0xD7A3;

/// Tables of characters.
#[derive(Debug)]
pub struct Normaliser {
    removed: CharacterClass,
    ideographs: CharacterClass,
    punctuation: CharacterClass,
    /// Sorted code points, and what each becomes.
    changed: Vec<u32>,
    changes: Strings,
}

impl Normaliser {
    /// The tables of the sections `characters`.
    pub fn load(weights: &Weights) -> Self {
        let class = |name: &str| CharacterClass::new(&weights.integers(&format!("characters.{name}")));
        Self {
            removed: class("removed"),
            ideographs: class("ideographs"),
            punctuation: class("punctuation"),
            changed: weights.integers("characters.changed"),
            changes: weights.strings("characters.changes"),
        }
    }

    /// The parts of a word as the vocabulary spells them: what stands between spaces and marks of punctuation, and these
    /// marks and all ideographs each by itself.
    pub fn parts(&self, word: &str) -> Vec<String> {
        let mut parts = vec![String::new()];
        for character in self.normalised(word).chars() {
            if character.is_whitespace() {
                parts.push(String::new());
            } else if self.punctuation.contains(character) {
                parts.extend([character.to_string(), String::new()]);
            } else if let Some(part) = parts.last_mut() {
                part.push(character);
            }
        }
        parts.retain(|part| !part.is_empty());
        parts
    }

    fn normalised(&self, word: &str) -> String {
        let mut text = String::with_capacity(word.len());
        for character in word.chars() {
            let code = u32::from(character);
            if let Ok(place) = self.changed.binary_search(&code) {
                text.push_str(self.changes.get(place));
            } else if self.ideographs.contains(character) {
                text.extend([' ', character, ' ']);
            } else if HANGUL.contains(&code) {
                text.extend(letters_of_syllable(code - HANGUL.start()));
            } else if !self.removed.contains(character) {
                text.push(character);
            }
        }
        text
    }
}

/// The two or three letters of a Korean syllable (The Unicode Standard, 3.12).
fn letters_of_syllable(number: u32) -> impl Iterator<Item = char> {
    let (vowels_and_finals, finals) = (588, 28);
    let last = Some(number % finals).filter(|&last| last > 0).map(|last| 0x11A7 + last);
    [0x1100 + number / vowels_and_finals, 0x1161 + number % vowels_and_finals / finals]
        .into_iter()
        .chain(last)
        .filter_map(char::from_u32)
}
