//! What a unit of a page is to the story.

use super::unit::{Unit, ends_sentence};

/// What a unit is, seen by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role<'a> {
    Story,
    /// A picture's caption, its label and credit left out.
    Caption(Unit<'a>),
    /// The words `Image caption` alone: the next unit is the caption.
    CaptionLabel,
    Byline,
    /// When it was published or updated.
    Dateline,
    Furniture,
}

/// A short line that is a name and nothing more: the label that some pages put above a caption.
pub fn is_name(unit: &Unit) -> bool {
    let words: Vec<&str> = unit.words().take(6).collect();
    words.len() <= 5 && !ends_sentence(unit.text) && words.iter().all(|word| is_capitalised(word))
}

/// Whether the first letter or digit is a capital; punctuation before it does not count.
pub fn is_capitalised(word: &str) -> bool {
    word.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(char::is_uppercase)
}

/// A word in lower case without the punctuation around it.
pub fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}
