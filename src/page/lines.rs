//! From the source text to its units: lines put together again where the text was hard-wrapped, each known by
//! its place in the source.
//!
//! A unit is what a page shows as one paragraph, heading, caption or menu line. Pages come with a blank line
//! between paragraphs, with one line a paragraph, or broken at a fixed width; the evidence for the last is a line
//! that goes on in lower case, and a next word that did not fit on the line before.

use super::furniture;
use super::page_words::PageWords;
use super::unit::{Unit, ends_sentence, invisible};

/// The units of a text in order, without overlap; empty lines are no units.
pub(super) fn units<'a>(source: &'a str, words: &PageWords) -> Vec<Unit<'a>> {
    let lines = lines(source);
    let width = wrap_width(&lines);
    let mut units: Vec<Unit> = Vec::new();
    let mut start = 0;
    for index in 1..=lines.len() {
        if lines.get(index).is_some_and(|next| goes_on(&lines[index - 1], next, width, words)) {
            continue;
        }
        let (first, last) = (&lines[start], &lines[index - 1]);
        let text = &source[first.byte..last.byte + last.unit.text.len()];
        units.push(Unit { text, ..first.unit });
        start = index;
    }
    units
}

/// A line of the source: its text, and where it stands.
struct Line<'a> {
    unit: Unit<'a>,
    /// The first byte of the trimmed text in the source.
    byte: usize,
    /// Characters of white space before it.
    indent: usize,
    /// Length in Unicode characters.
    length: usize,
}

fn lines(source: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut byte = 0;
    let mut begin = 0;
    let mut after_gap = true;
    // CR LF yields an empty piece between the two, which must not count as a blank line.
    let mut after_return = false;
    for piece in source.split_inclusive(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}']) {
        let unit = Unit { text: piece, begin, after_gap }.part(0..piece.len());
        if !unit.text.is_empty() {
            let indent = unit.begin - begin;
            let skipped = piece.len() - piece.trim_start_matches(invisible).len();
            lines.push(Line { unit, byte: byte + skipped, indent, length: unit.text.chars().count() });
            after_gap = false;
        } else if !(after_return && piece == "\n") {
            after_gap = true;
        }
        after_return = piece.ends_with('\r');
        byte += piece.len();
        begin += piece.chars().count();
    }
    lines
}

/// The column at which the text was broken into lines, if it was: the longest line that goes on in lower case.
///
/// Between 40 and 120 characters, and common enough among the lines that follow one another without a gap; a
/// single list or a menu does not make a text hard-wrapped.
fn wrap_width(lines: &[Line]) -> Option<usize> {
    let neighbours = || lines.windows(2).filter(|pair| !pair[1].unit.after_gap);
    let broken = neighbours().filter(|pair| {
        (40..=120).contains(&pair[0].length)
            && !ends_sentence(pair[0].unit.text)
            && starts_in_lower_case(pair[1].unit.text)
    });
    let (count, width) = broken.fold((0, 0), |(count, width), pair| (count + 1, width.max(pair[0].length)));
    (count > 0 && count * 4 >= neighbours().count()).then_some(width)
}

/// Whether `next` belongs to the same paragraph as the line before it.
fn goes_on(line: &Line, next: &Line, width: Option<usize>, words: &PageWords) -> bool {
    let (text, following) = (line.unit.text, next.unit.text);
    let lower_case = starts_in_lower_case(following) && !furniture::is_byline(following, words);
    if next.unit.after_gap {
        // A link or an emphasis that the page's text was torn apart at.
        return lower_case
            && !ends_sentence(text)
            && !furniture::is_furniture(&line.unit, words)
            && !furniture::is_furniture(&next.unit, words);
    }
    if lower_case || ends_in_mid_sentence(text) {
        return true;
    }
    let Some(width) = width else { return false };
    let first_word = following.split_whitespace().next().map_or(0, |word| word.chars().count());
    let filled = line.length + 1 + first_word > width;
    let ragged = line.length * 10 > width * 6 && !ends_sentence(text);
    line.length <= 120 && next.indent <= line.indent && !is_list_item(following) && (filled || ragged)
}

fn starts_in_lower_case(text: &str) -> bool {
    text.trim_start_matches(['"', '\'', '“', '‘', '(', '[', '–', '—', '-', ' '])
        .starts_with(|c: char| c.is_lowercase())
        && !is_list_item(text)
}

fn is_list_item(text: &str) -> bool {
    text.starts_with(['•', '*', '-', '·', '▪', '●', '◦'])
        && text.split_whitespace().next().is_some_and(|w| w.len() <= 3)
}

/// Whether a line ends in a word that cannot end a sentence, or in a comma.
fn ends_in_mid_sentence(text: &str) -> bool {
    const GOES_ON: &[&str] = &[
        "a", "an", "and", "as", "at", "because", "but", "by", "for", "from", "his", "into", "its", "my",
        "nor", "of", "or", "our", "than", "that", "the", "their", "to", "which", "who", "whose", "with",
        "your",
    ];
    text.ends_with([',', ';'])
        || text.split_whitespace().next_back().is_some_and(|word| GOES_ON.contains(&word))
            && text.split_whitespace().nth(3).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::test_words::page_words;

    fn texts(source: &str) -> Vec<String> {
        units(source, &page_words()).iter().map(|unit| unit.words().collect::<Vec<_>>().join(" ")).collect()
    }

    #[test]
    fn hard_wrapped_paragraphs_are_joined() {
        let source = "The harbour master of Orrin told a hearing on Tuesday that the\n\
                      Northern Ferry Company had ignored two warnings. He said the\n\
                      Board would now act.\n\
                      \n\
                      Nobody was hurt.\n";
        assert_eq!(
            texts(source),
            [
                "The harbour master of Orrin told a hearing on Tuesday that the Northern Ferry Company had ignored \
                 two warnings. He said the Board would now act.",
                "Nobody was hurt."
            ]
        );
    }

    #[test]
    fn one_line_a_paragraph_stays_so() {
        let source = "The mayor resigned.\r\nHer deputy took over.\r\nThe council meets on Friday.";
        assert_eq!(texts(source).len(), 3);
        assert!(!units(source, &page_words())[1].after_gap);
        assert!(units("One.\r\n\r\nTwo.", &page_words())[1].after_gap);
    }

    #[test]
    fn a_sentence_torn_apart_at_a_link_is_mended() {
        let source = "The company, which owns\n\nfour ferries\n\nand a dock, denied it.\n\nby Ada Finch";
        assert_eq!(
            texts(source),
            ["The company, which owns four ferries and a dock, denied it.", "by Ada Finch"]
        );
    }

    #[test]
    fn units_know_their_characters() {
        let source = " \u{FEFF}Über\u{A0}\n\t“Ça va.”";
        let units = units(source, &page_words());
        let characters: Vec<char> = source.chars().collect();
        for unit in &units {
            let end = unit.begin + unit.text.chars().count();
            assert_eq!(characters[unit.begin..end].iter().collect::<String>(), unit.text);
        }
        assert_eq!(units[1].part(3..units[1].text.len()).text, "Ça va.”");
        assert_eq!(units[1].part(3..7).begin, units[1].begin + 1);
    }
}
