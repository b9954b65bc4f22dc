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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::resolve::Span;
    use crate::sample;

    fn statement(text: &str, trigger: (usize, usize)) -> Statement {
        let mut statement = sample::story().statements[0].clone();
        statement.object = None;
        statement.attributed_to = None;
        statement.sentence = Span { text: text.to_owned(), begin: 100, end: 100 + text.chars().count() };
        statement.trigger = Span { text: String::new(), begin: 100 + trigger.0, end: 100 + trigger.1 };
        statement
    }

    #[test]
    fn the_subject_next_to_the_trigger_is_marked() {
        let mut statement = statement("Élan sank. Élan & Co < 3 sank.", (25, 29));
        if let Some(subject) = &mut statement.subject {
            subject.mention = "Élan".to_owned();
        }
        assert_eq!(
            marked(&statement),
            "Élan sank. <mark class=\"subject\" title=\"subject\">Élan</mark> &amp; Co &lt; 3 \
<mark class=\"trigger\" title=\"trigger\">sank</mark>."
        );
    }

    #[test]
    fn offsets_that_do_not_fit_mark_nothing() {
        for trigger in [(0, 99), (5, 5), (9, 2)] {
            let mut statement = statement("Short.", trigger);
            statement.subject = None;
            assert_eq!(marked(&statement), "Short.");
        }
    }
}
