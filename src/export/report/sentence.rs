//! A statement's sentence with its subject, trigger and object marked.

use crate::export::picture::markup::escape;
use crate::resolve::{Argument, Statement};

/// A marked stretch of a sentence, in characters from its beginning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Mark {
    begin: usize,
    end: usize,
    class: &'static str,
}

/// The sentence as HTML.
pub fn marked(statement: &Statement) -> String {
    let letters: Vec<char> = statement.sentence.text.chars().collect();
    let mut html = String::new();
    let mut done = 0;
    for mark in marks(statement, &letters) {
        html.push_str(&text(&letters[done..mark.begin]));
        html.push_str(&format!(
            "<mark class=\"{}\" title=\"{}\">{}</mark>",
            mark.class,
            mark.class,
            text(&letters[mark.begin..mark.end])
        ));
        done = mark.end;
    }
    html.push_str(&text(&letters[done..]));
    html
}

fn text(letters: &[char]) -> String {
    escape(&letters.iter().collect::<String>())
}

/// Marks in order, none over another; the trigger first, because its place is known, then the arguments, whose
/// words are looked for nearest to it.
fn marks(statement: &Statement, letters: &[char]) -> Vec<Mark> {
    let mut marks: Vec<Mark> = trigger(statement, letters).into_iter().collect();
    let anchor = marks.first().map_or(0, |mark| mark.begin);
    let object = statement.object.as_ref().map(|object| match object {
        Argument::Entity(reference) => &reference.mention,
        Argument::Literal(literal) => &literal.mention,
    });
    let subject = statement.subject.as_ref().map(|subject| &subject.mention);
    let speaker = statement.attributed_to.as_ref().map(|speaker| &speaker.mention);
    for (words, class) in [(subject, "subject"), (object, "object"), (speaker, "speaker")] {
        let Some(words) = words else { continue };
        let free = occurrences(letters, words)
            .filter(|&(begin, end)| marks.iter().all(|mark| end <= mark.begin || mark.end <= begin));
        if let Some((begin, end)) = free.min_by_key(|&(begin, _)| begin.abs_diff(anchor)) {
            marks.push(Mark { begin, end, class });
        }
    }
    marks.sort_unstable();
    marks
}

fn trigger(statement: &Statement, letters: &[char]) -> Option<Mark> {
    let (sentence, trigger) = (&statement.sentence, &statement.trigger);
    let begin = trigger.begin.checked_sub(sentence.begin)?;
    let end = trigger.end.checked_sub(sentence.begin)?;
    (begin < end && end <= letters.len()).then_some(Mark { begin, end, class: "trigger" })
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
