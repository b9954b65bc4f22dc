//! Links to other stories in the middle of a sentence: `Peter Vane Peter James VaneFerry sinks off Saltmere Union calls strike MORE said`.
//!
//! Some sites put a card behind each well-known name: his full name, and the headlines of stories about him. Where only the text is
//! kept, all of it runs into the sentence, the last name grows together with the first headline, and what the headlines tell would be
//! told of the wrong one.

use std::ops::Range;

use super::page_words::PageWords;

/// How many words a card has at most.
const LONGEST: usize = 90;
/// How many words the full name has at most, with the short one before it.
const LONGEST_NAME: usize = 8;

/// The cards in a text, by character.
pub fn related_links(text: &[char], known: &PageWords) -> Vec<Range<usize>> {
    let words = words(text);
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut from = 0;
    for (end, range) in words.iter().enumerate() {
        let word: String = text[range.clone()].iter().collect();
        if !known.card_ends.contains(word.trim_end_matches([',', '.'])) {
            continue;
        }
        let start = from.max(end.saturating_sub(LONGEST));
        if let Some(name) = (start..end).find_map(|glued| name_before(text, &words, start, glued)) {
            let last = range.start + word.trim_end_matches([',', '.']).chars().count();
            found.push(words[name].end..last);
        }
        from = end + 1;
    }
    found
}

/// The word with which the short name ends, if this one is the same word grown together with another: `Vane … VaneFerry`.
fn name_before(text: &[char], words: &[Range<usize>], start: usize, glued: usize) -> Option<usize> {
    let word = &text[words[glued].clone()];
    let joint = (3..word.len()).find(|&at| word[at - 1].is_lowercase() && word[at].is_uppercase())?;
    let bare = |place: usize| -> &[char] {
        let word = &text[words[place].clone()];
        word.strip_suffix(&[',']).unwrap_or(word)
    };
    (start.max(glued.saturating_sub(LONGEST_NAME))..glued).find(|&place| *bare(place) == word[..joint])
}

fn words(text: &[char]) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut begin = 0;
    for part in text.split(|character| character.is_whitespace()) {
        if !part.is_empty() {
            words.push(begin..begin + part.len());
        }
        begin += part.len() + 1;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::test_words::page_words;

    fn without(text: &str) -> String {
        let characters: Vec<char> = text.chars().collect();
        let cards = related_links(&characters, &page_words());
        let stays = |at: &usize| !cards.iter().any(|card| card.contains(at));
        (0..characters.len()).filter(stays).map(|at| characters[at]).collect()
    }

    #[test]
    fn a_card_in_a_sentence_is_no_part_of_it() {
        let text = "Union chief Peter Vane Peter James VaneFerry sinks off Saltmere Mayor: \u{2018}No\u{2019} to strike MORE said on Monday \
                    that Ana Moss Ana B. MossTen held in raid MORE, his aide, had left.";
        assert_eq!(without(text), "Union chief Peter Vane said on Monday that Ana Moss, his aide, had left.");
    }

    #[test]
    fn capitals_and_grown_names_alone_are_no_card() {
        for text in [
            "ASK FOR MORE, said Peter Vane of VaneFerry.",
            "Peter Vane of the VaneFerry line asked for more.",
            "The McVane family wants MORE.",
        ] {
            assert_eq!(without(text), text);
        }
    }
}
