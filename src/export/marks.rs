//! Where in its sentence a statement's subject, trigger and object stand, for everything that shows sentences to people.

use crate::story::{Argument, Statement};

/// A marked span of a sentence, in Unicode characters from its beginning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark {
    pub begin: usize,
    pub end: usize,
    pub role: MarkedRole,
}

/// What the marked words are in the statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MarkedRole {
    Subject,
    Object,
    Speaker,
    Trigger,
}

impl MarkedRole {
    /// The word that readers and style sheets know it by.
    pub fn name(self) -> &'static str {
        match self {
            Self::Subject => "subject",
            Self::Object => "object",
            Self::Speaker => "speaker",
            Self::Trigger => "trigger",
        }
    }
}

/// The sentence in pieces, marked or not, in order; nothing is left out.
pub fn pieces(statement: &Statement) -> Vec<(Option<MarkedRole>, String)> {
    let letters: Vec<char> = statement.sentence.text.chars().collect();
    let mut pieces = Vec::new();
    let mut done = 0;
    for mark in marks(statement, &letters) {
        pieces.push((None, letters[done..mark.begin].iter().collect()));
        pieces.push((Some(mark.role), letters[mark.begin..mark.end].iter().collect()));
        done = mark.end;
    }
    pieces.push((None, letters[done..].iter().collect()));
    pieces.retain(|(_, text): &(_, String)| !text.is_empty());
    pieces
}

/// Marks in order, none over another: the arguments, whose words are looked for nearest to the trigger, then the trigger,
/// which a name may hold itself ("Finance Minister [Anna] Weber").
fn marks(statement: &Statement, letters: &[char]) -> Vec<Mark> {
    let trigger = trigger(statement, letters);
    let anchor = trigger.map_or(0, |mark| mark.begin);
    let mut marks: Vec<Mark> = Vec::new();
    let is_free = |marks: &[Mark], begin: usize, end: usize| {
        marks.iter().all(|mark| end <= mark.begin || mark.end <= begin)
    };
    let object = statement.object.as_ref().map(Argument::mention);
    let subject = statement.subject.as_ref().map(|subject| subject.mention.as_str());
    let speaker = statement.attributed_to.as_ref().map(|speaker| speaker.mention.as_str());
    for (words, role) in
        [(subject, MarkedRole::Subject), (object, MarkedRole::Object), (speaker, MarkedRole::Speaker)]
    {
        let Some(words) = words else { continue };
        let free = occurrences(letters, words).filter(|&(begin, end)| is_free(&marks, begin, end));
        if let Some((begin, end)) = free.min_by_key(|&(begin, _)| begin.abs_diff(anchor)) {
            marks.push(Mark { begin, end, role });
        }
    }
    marks.extend(trigger.filter(|trigger| is_free(&marks, trigger.begin, trigger.end)));
    marks.sort_unstable();
    marks
}

fn trigger(statement: &Statement, letters: &[char]) -> Option<Mark> {
    let (sentence, trigger) = (&statement.sentence, &statement.trigger);
    let begin = trigger.begin.checked_sub(sentence.begin)?;
    let end = trigger.end.checked_sub(sentence.begin)?;
    (begin < end && end <= letters.len()).then_some(Mark { begin, end, role: MarkedRole::Trigger })
}

/// Every place where the words stand, from the left.
fn occurrences<'a>(letters: &'a [char], words: &str) -> impl Iterator<Item = (usize, usize)> + use<'a> {
    let wanted: Vec<char> = words.chars().collect();
    let length = wanted.len();
    let starts = if length == 0 { 0 } else { (letters.len() + 1).saturating_sub(length) };
    (0..starts)
        .filter(move |&begin| letters[begin..begin + length] == wanted[..])
        .map(move |begin| (begin, begin + length))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn the_pieces_make_the_sentence() {
        for statement in sample::story().statements {
            let whole: String = pieces(&statement).into_iter().map(|(_, text)| text).collect();
            assert_eq!(whole, statement.sentence.text);
        }
    }
}
