//! Quotations: which spans of an article stand between quotation marks.
//!
//! Marks are read passage by passage. A passage that opens a quotation and never closes it is quoted to its end, and
//! the next passage, if it opens with a mark again, goes on with the same speaker: the rule of English typesetting
//! for quotations of several paragraphs.

use std::ops::Range;

use crate::read::Passage;

use super::single;

/// A span between quotation marks; offsets count characters and leave the marks out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quotation {
    pub begin: usize,
    pub end: usize,
    /// Characters of the mark that opens it.
    opening: usize,
    /// Characters of the mark that closes it; none where the passage ends first.
    closing: usize,
    /// Index of the passage that it stands in.
    pub passage: usize,
    /// Whether the passage begins with it.
    pub opens_passage: bool,
    /// Whether it goes on with the quotation that the passage before left open.
    pub continues: bool,
    /// Whether it stands within another.
    pub nested: bool,
}

impl Quotation {
    /// The span with its marks.
    pub fn marked(&self) -> Range<usize> {
        self.begin - self.opening..self.end + self.closing
    }

    pub fn contains(&self, character: usize) -> bool {
        self.begin <= character && character < self.end
    }
}

/// Finds the quotations of an article, in order.
pub fn quotations(text: &[char], passages: &[Passage]) -> Vec<Quotation> {
    let mut found: Vec<Quotation> = Vec::new();
    let mut left_open = false;
    for (index, passage) in passages.iter().enumerate() {
        let mut open: Option<Quotation> = None;
        let end = passage.end.min(text.len());
        let mut position = passage.begin;
        let opened = |position: usize, width: usize| Quotation {
            begin: position + width,
            end,
            opening: width,
            closing: 0,
            passage: index,
            opens_passage: position == passage.begin,
            continues: position == passage.begin && left_open,
            nested: false,
        };
        while position < end {
            let (mark, width) = mark(text, position);
            match (mark, open) {
                (Some(Mark::Open | Mark::Either), None) => open = Some(opened(position, width)),
                (Some(Mark::Close | Mark::Either), Some(quotation)) => {
                    found.push(Quotation { end: position, closing: width, ..quotation });
                    open = None;
                }
                (None, Some(outer)) if single::opens(text, position) => {
                    let last = (position..end).find(|&at| mark_closes(text, at)).unwrap_or(end);
                    if let Some(close) = single::close(&text[..last], position) {
                        let nested = Quotation { nested: true, ..opened(position, 1) };
                        found.push(Quotation { end: close, closing: 1, ..nested });
                        position = close;
                    }
                    open = Some(outer);
                }
                (None, None) if single::opens(text, position) => {
                    let quotation = opened(position, width);
                    match single::close(&text[..end], position) {
                        Some(close) => {
                            found.push(Quotation { end: close, closing: 1, ..quotation });
                            position = close;
                        }
                        None if text[position] == '‘' && quotation.opens_passage => open = Some(quotation),
                        None => {}
                    }
                }
                _ => {}
            }
            position += width;
        }
        left_open = open.is_some();
        found.extend(open);
    }
    found.retain(|quotation| quotation.begin < quotation.end && !is_nickname(text, quotation));
    found
}

/// Whether a double mark that can close a quotation stands here.
fn mark_closes(text: &[char], position: usize) -> bool {
    matches!(mark(text, position).0, Some(Mark::Close | Mark::Either))
}

/// Words that a nickname may have.
const LONGEST_NICKNAME: usize = 3;

/// Whether it stands between two parts of a name: Ana “Bo” Berg.
fn is_nickname(text: &[char], quotation: &Quotation) -> bool {
    let Range { start, end } = quotation.marked();
    let capital = |word: &[char]| word.first().is_some_and(|first| first.is_uppercase());
    let plain = |word: &&[char]| word.last().is_some_and(|last| last.is_alphanumeric());
    let before = text[..start].strip_suffix(&[' ']).map_or(&[][..], last_word);
    let after = text[end..].strip_prefix(&[' ']).unwrap_or(&[]);
    let mut words = text[quotation.begin..quotation.end].split(|character| *character == ' ');
    let few = words.clone().count() <= LONGEST_NICKNAME;
    let called = words.all(|word| capital(word) && plain(&word)) && few;
    called && capital(before) && Some(before).filter(plain).is_some() && capital(after)
}

/// The characters after the last space.
fn last_word(text: &[char]) -> &[char] {
    let begin = text.iter().rposition(|character| character.is_whitespace()).map_or(0, |space| space + 1);
    &text[begin..]
}

enum Mark {
    Open,
    Close,
    /// A straight mark, which may do both.
    Either,
}

/// The mark that stands here, if any, and how many characters to go on.
fn mark(text: &[char], position: usize) -> (Option<Mark>, usize) {
    let mark = match text[position] {
        // Typewriters make a double mark of two single ones.
        '\'' if text.get(position + 1) == Some(&'\'') => return (Some(Mark::Either), 2),
        '“' | '„' | '«' => Some(Mark::Open),
        '”' | '»' => {
            // Some pages open with the closing mark; what follows a space and precedes a letter opens.
            let before = position.checked_sub(1).map(|index| text[index]);
            let opens = before.is_none_or(char::is_whitespace)
                && text.get(position + 1).is_some_and(|next| next.is_alphanumeric());
            Some(if opens { Mark::Either } else { Mark::Close })
        }
        '"' => Some(Mark::Either),
        _ => None,
    };
    (mark, 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::PassageKind;

    fn passages(text: &str) -> (Vec<char>, Vec<Passage>) {
        let characters: Vec<char> = text.chars().collect();
        let mut begin = 0;
        let mut passages = Vec::new();
        for line in text.split('\n') {
            let end = begin + line.chars().count();
            passages.push(Passage { kind: PassageKind::Paragraph, begin, end });
            begin = end + 1;
        }
        (characters, passages)
    }

    #[test]
    fn reads_curly_and_straight_marks() {
        let (text, passages) = passages("He said “no” and \"yes\".");
        let found: Vec<String> = quotations(&text, &passages)
            .iter()
            .map(|quotation| text[quotation.begin..quotation.end].iter().collect())
            .collect();
        assert_eq!(found, ["no", "yes"]);
    }

    /// The words between the marks.
    fn quoted(text: &str) -> Vec<String> {
        let (text, passages) = passages(text);
        let found = quotations(&text, &passages).into_iter();
        found.map(|quotation| text[quotation.begin..quotation.end].iter().collect()).collect()
    }

    #[test]
    fn reads_single_marks_and_leaves_apostrophes_alone() {
        assert_eq!(
            quoted("‘The crew’s boat sank,’ she said. ‘It rained.’"),
            ["The crew’s boat sank,", "It rained."]
        );
        assert_eq!(
            quoted("'The sailors' boat sank,' she said of the sailors' boat."),
            ["The sailors' boat sank,"]
        );
        assert_eq!(quoted("The crew called it ‘unsafe’ and the sailors’ union ‘mad’."), ["unsafe", "mad"]);
        assert_eq!(quoted("The crew's boat and the sailors' union"), Vec::<String>::new());
    }

    #[test]
    fn a_nickname_is_no_quotation() {
        assert_eq!(quoted("“It rained,” said Ana “Bo” Berg."), ["It rained,"]);
    }

    #[test]
    fn a_quotation_left_open_goes_on_in_the_next_paragraph() {
        let (text, passages) = passages("She said: “It rained.\n“It never stopped.” They left.");
        let found = quotations(&text, &passages);
        assert_eq!(found.len(), 2);
        assert!(!found[0].continues && found[1].continues);
    }
}
