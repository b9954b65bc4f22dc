//! Character classes as Python defines them, since the model was trained on Python's word shapes.
//!
//! Rust's own predicates differ in places (`char::is_alphabetic` takes combining marks, `char::is_whitespace`
//! leaves the separators U+001C to U+001F out), so the ranges come out of the model file.

use crate::weights::Weights;

/// A set of characters: a bit per ASCII character and sorted ranges for all others.
#[derive(Debug, Clone)]
pub struct CharacterClass {
    ascii: u128,
    /// Inclusive ranges of code points.
    ranges: Vec<(u32, u32)>,
}

impl CharacterClass {
    /// A class from sorted, inclusive bounds: first, last, first, last …
    pub fn new(bounds: &[u32]) -> Self {
        let ranges: Vec<(u32, u32)> =
            bounds.as_chunks().0.iter().map(|&[first, last]| (first, last)).collect();
        let ascii = ranges
            .iter()
            .flat_map(|&(first, last)| first..=last.min(127))
            .fold(0, |bits, code| bits | (1 << code));
        Self { ascii, ranges }
    }

    /// Whether the character is of the class.
    pub fn contains(&self, character: char) -> bool {
        let code = u32::from(character);
        if code < 128 {
            return self.ascii >> code & 1 == 1;
        }
        let after = self.ranges.partition_point(|&(first, _)| first <= code);
        after > 0 && code <= self.ranges[after - 1].1
    }
}

/// Python's `str.isalpha`, `isupper`, `isdigit` and `isspace` for one character.
#[derive(Debug, Clone)]
pub struct CharacterClasses {
    pub alpha: CharacterClass,
    pub upper: CharacterClass,
    pub digit: CharacterClass,
    pub space: CharacterClass,
}

impl CharacterClasses {
    /// The classes of the model file's sections `character.…`.
    pub fn load(weights: &Weights) -> Self {
        let class = |name: &str| CharacterClass::new(&weights.integers(&format!("character.{name}")));
        Self { alpha: class("alpha"), upper: class("upper"), digit: class("digit"), space: class("space") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::built_in;

    #[test]
    fn classes_follow_python() {
        let classes = CharacterClasses::load(&built_in::weights());
        assert!(classes.space.contains('\u{1c}') && classes.space.contains('\u{a0}'));
        assert!(classes.alpha.contains('é') && !classes.alpha.contains('\u{345}'));
        assert!(classes.digit.contains('²') && !classes.digit.contains('½'));
        assert!(classes.upper.contains('Ⓐ') && !classes.upper.contains('ǅ'));
    }
}
