//! A passage as it is read: without the characters that take no room and the marks of notes, with one space where the
//! page has white space of any kind.
//!
//! A soft hyphen or a zero-width space inside a word makes another word of it to a tokenizer, and another name of a name. But
//! offsets count in the source, so each character that is read knows where it stands there.

use std::ops::Range;

/// What is read of a passage.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct ReadingText {
    /// The characters that are read.
    pub text: String,
    /// For each character of it, its place in the passage.
    pub places: Vec<usize>,
    /// What was left out on purpose and belongs to the word before it, with the place in `text` where that word ends.
    pub left_out: Vec<(usize, String)>,
}

impl ReadingText {
    /// What is read of a passage, given by Unicode characters.
    ///
    /// ```
    /// use newsgraph::read::ReadingText;
    ///
    /// let passage: Vec<char> = "It\u{A0}sa\u{AD}nk.[3]".chars().collect();
    /// let reading = ReadingText::of(&passage);
    /// assert_eq!(reading.text, "It sank.");
    /// assert_eq!(reading.places, [0, 1, 2, 3, 4, 6, 7, 8]);
    /// ```
    pub fn of(passage: &[char]) -> Self {
        let mut reading = Self::default();
        let mut index = 0;
        while index < passage.len() {
            let skipped = unread(passage, index);
            if skipped > 0 {
                index += skipped;
                continue;
            }
            let letter = match passage[index] {
                space if space.is_whitespace() => ' ',
                '\u{2010}' | '\u{2011}' => '-',
                letter => letter,
            };
            if letter != ' ' || !reading.text.ends_with(' ') {
                reading.text.push(letter);
                reading.places.push(index);
            }
            index += 1;
        }
        reading
    }

    /// The same without some parts of it, as if they were not there.
    #[must_use]
    pub fn skipping(self, parts: &[Range<usize>]) -> Self {
        Self { left_out: Vec::new(), ..self.without(parts) }
    }

    /// The same without some parts of it, which stay with the words before them.
    #[must_use]
    pub fn without(self, parts: &[Range<usize>]) -> Self {
        if parts.is_empty() {
            return self;
        }
        let characters: Vec<char> = self.text.chars().collect();
        let stays = |at: &usize| !parts.iter().any(|part| part.contains(at));
        let kept: Vec<usize> = (0..characters.len()).filter(stays).collect();
        let part = |part: &Range<usize>| {
            let end = kept.iter().filter(|at| **at < part.start).count();
            (end, characters[part.clone()].iter().collect())
        };
        Self {
            text: kept.iter().map(|&at| characters[at]).collect(),
            places: kept.iter().map(|&at| self.places[at]).collect(),
            left_out: parts.iter().map(part).collect(),
        }
    }
}

/// A text without what is not read; white space stays as it is.
pub(crate) fn without_unread(text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    let mut read = String::with_capacity(text.len());
    let mut index = 0;
    while index < characters.len() {
        let skipped = unread(&characters, index);
        if skipped == 0 {
            read.push(characters[index]);
        }
        index += skipped.max(1);
    }
    read
}

/// How many characters from `index` on are not read.
fn unread(text: &[char], index: usize) -> usize {
    if takes_no_room(text[index]) { 1 } else { note_mark(text, index) }
}

/// Characters that nobody sees: soft hyphens, zero-width spaces and joiners, marks of direction, control characters.
pub(crate) fn takes_no_room(c: char) -> bool {
    c.is_control() && !c.is_whitespace()
        || matches!(c, '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

/// The length of a mark that leads to a note and hangs on the word before it: `[3]`, `[a]`.
fn note_mark(text: &[char], index: usize) -> usize {
    let hangs = index > 0 && text[index] == '[' && !text[index - 1].is_whitespace();
    let Some(length) = text[index..].iter().take(5).position(|&c| c == ']').filter(|_| hangs) else {
        return 0;
    };
    let inside = &text[index + 1..index + length];
    let number = !inside.is_empty() && inside.iter().all(char::is_ascii_digit);
    let letter =
        inside.len() == 1 && inside[0].is_ascii_lowercase() && text[index - 1].is_ascii_punctuation();
    if number || letter { length + 1 } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        let passage: Vec<char> = text.chars().collect();
        let reading = ReadingText::of(&passage);
        assert_eq!(reading.text.chars().count(), reading.places.len());
        reading.text
    }

    #[test]
    fn a_part_that_is_left_out_stays_with_the_word_before() {
        let passage: Vec<char> = "Dana “Bo” Keller left.".chars().collect();
        let reading = ReadingText::of(&passage).without(std::slice::from_ref(&(4..9)));
        assert_eq!(reading.text, "Dana Keller left.");
        assert_eq!(reading.places[3..6], [3, 9, 10]);
        assert_eq!(reading.left_out, [(4, " “Bo”".to_owned())]);
    }

    #[test]
    fn what_takes_no_room_is_not_read() {
        for hidden in [
            '\u{AD}', '\u{200B}', '\u{200C}', '\u{200D}', '\u{2060}', '\u{FEFF}', '\u{200E}', '\u{202C}',
            '\u{1}',
        ] {
            assert_eq!(read(&format!("Ida Cra{hidden}ne left{hidden}.")), "Ida Crane left.");
            assert_eq!(without_unread(&format!("Ida\nCra{hidden}ne")), "Ida\nCrane");
        }
    }

    #[test]
    fn white_space_of_any_kind_is_one_space() {
        for space in ["\u{A0}", "\n", "\r\n", "\t", "\u{202F}", "\u{2009}", "  ", " \u{200B} "] {
            assert_eq!(read(&format!("Ida{space}Crane left.")), "Ida Crane left.");
        }
    }

    #[test]
    fn marks_of_notes_are_not_read_but_words_in_brackets_are() {
        assert_eq!(read("It sank.[3][12] Nobody died[4]."), "It sank. Nobody died.");
        assert_eq!(read("It sank.[a]"), "It sank.");
        for text in ["He said [it] sank.", "the boat[s] sank", "in [2031] it sank", "array[index]"] {
            assert_eq!(read(text), text);
        }
    }
}
