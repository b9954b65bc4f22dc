//! Finds the time expressions of an article, and what each of them says.

use jiff::civil::Date;

use crate::grammar::{TokenSpan, Tree, is_time};
use crate::language::{CoarseTag, Dependency, Sentence};

use super::anchoring::Context;
use super::direction::direction;
use super::mention::TimeMention;
use super::reading_types::{DateReading, Reading};
use super::{reading, words};

/// Longest expression, in tokens.
pub const LONGEST: usize = 12;

/// The time expressions of all sentences of an article, in order; `published` is the day from which "yesterday" is counted.
pub fn times(sentences: &[Sentence], published: Option<Date>) -> Vec<Vec<TimeMention>> {
    let mut named = None;
    sentences
        .iter()
        .map(|sentence| {
            let tree = Tree::new(sentence);
            let mut mentions = Vec::new();
            for (span, reading) in expressions(sentence) {
                let head = head_of(sentence, span);
                let context = Context { published, named, direction: direction(&tree, head) };
                let value = reading.and_then(|reading| context.value(&reading));
                // A date that stays open is still the one named last, and so is what it leaves open.
                match (reading, value) {
                    (Some(Reading { date: Some(DateReading::Duration(..)), .. }) | None, _) => {}
                    (_, value) => named = value,
                }
                mentions.push(TimeMention { span, head, value });
            }
            mentions
        })
        .collect()
}

/// The expressions of a sentence with what they say; `None` for those that only the name recogniser takes for times.
pub fn expressions(sentence: &Sentence) -> Vec<(TokenSpan, Option<Reading>)> {
    let mut found: Vec<(TokenSpan, Option<Reading>)> = Vec::new();
    let words: Vec<Vec<String>> = sentence.tokens.iter().map(words::words_of).collect();
    let mut start = 0;
    while start < sentence.tokens.len() {
        match longest_at(sentence, &words, start) {
            Some((end, reading)) => {
                found.push((TokenSpan::new(start, end), Some(reading)));
                start = end;
            }
            None => start += 1,
        }
    }
    for span in recognised(sentence) {
        if found.iter().any(|(other, _)| other.covers(span)) {
            continue;
        }
        // More words than were understood: "about two weeks before Friday" is not Friday.
        let parts: Vec<TokenSpan> =
            found.extract_if(.., |(other, _)| span.overlaps(*other)).map(|(part, _)| part).collect();
        let first = parts.iter().map(|part| part.first).fold(span.first, usize::min);
        let end = parts.iter().map(|part| part.end).fold(span.end, usize::max);
        found.push((TokenSpan::new(first, end), None));
    }
    found.sort_by_key(|(span, _)| span.first);
    found
}

/// The longest expression that begins with this token: its end and what it says. `words` are those of all tokens.
pub fn longest_at(sentence: &Sentence, words: &[Vec<String>], start: usize) -> Option<(usize, Reading)> {
    if !words::can_begin(&words[start][0]) {
        return None;
    }
    let mut spelt: Vec<&str> = Vec::new();
    let mut longest = None;
    let most = sentence.tokens.len().min(start + LONGEST);
    for end in start + 1..=most {
        match sentence.tokens[end - 1].text.as_ref() {
            "," | "-" | "–" if end > start + 1 => continue,
            "'s" | "’s" => break,
            _ => spelt.extend(words[end - 1].iter().map(String::as_str)),
        }
        if let Some(reading) = reading::read(&spelt)
            && (end > start + 1 || stands_for_time(sentence, start, &reading))
            && !(spelt.contains(&"of") && is_possessive(sentence, end))
            && !is_numbered_thing(sentence, end, &reading)
        {
            longest = Some((end, reading));
        }
    }
    longest
}

/// "The 5th floor", "the 2nd in the race": a day is what something happens on.
fn is_numbered_thing(sentence: &Sentence, end: usize, reading: &Reading) -> bool {
    let number = &sentence.tokens[end - 1];
    let on = matches!(&*sentence.tokens[number.head].lemma, "on" | "by" | "until" | "since");
    matches!(reading.date, Some(DateReading::DayOfUntoldMonth(_)))
        && !(number.dep == Dependency::Pobj && on && number.head + 2 == end - 1)
}

/// "Monday of last week's vote" is about last week's vote.
pub fn is_possessive(sentence: &Sentence, end: usize) -> bool {
    sentence.tokens.get(end).is_some_and(|next| matches!(next.text.as_ref(), "'s" | "’s"))
}

/// Whether a single word that can be a time is one here: numbers and names of months are other things as well.
pub fn stands_for_time(sentence: &Sentence, token: usize, reading: &Reading) -> bool {
    let word = &sentence.tokens[token];
    match reading.date {
        // "2000 workers".
        Some(DateReading::Year(_)) if word.dep == Dependency::Nummod => false,
        Some(DateReading::Month(..) | DateReading::Season(..) | DateReading::Year(_)) => {
            is_recognised(sentence, token)
                || (word.dep == Dependency::Pobj && follows_temporal_preposition(sentence, token))
        }
        // 15.25 may be anything.
        None => word.text.contains(':') || is_recognised(sentence, token) || words::words_of(word).len() > 1,
        _ => true,
    }
}

pub fn follows_temporal_preposition(sentence: &Sentence, token: usize) -> bool {
    let before = token.checked_sub(1).map(|before| sentence.tokens[before].text.to_lowercase());
    before
        .is_some_and(|word| matches!(word.as_str(), "in" | "since" | "until" | "during" | "before" | "after"))
        && sentence.tokens[token].text.chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
}

pub fn is_recognised(sentence: &Sentence, token: usize) -> bool {
    is_time(sentence.tokens[token].entity)
}

/// The dates and times of the name recogniser, without punctuation at their ends.
pub fn recognised(sentence: &Sentence) -> Vec<TokenSpan> {
    let mut spans: Vec<TokenSpan> = Vec::new();
    for (index, token) in
        sentence.tokens.iter().enumerate().filter(|(index, _)| is_recognised(sentence, *index))
    {
        match spans.last_mut() {
            Some(span) if span.end == index && token.entity.continues() => span.end += 1,
            _ => spans.push(TokenSpan::of_token(index)),
        }
    }
    let is_punctuation =
        |index: usize| matches!(sentence.tokens[index].pos, CoarseTag::Punct | CoarseTag::Part);
    for span in &mut spans {
        while span.first < span.end && is_punctuation(span.end - 1) {
            span.end -= 1;
        }
    }
    let is_age = |span: &TokenSpan| {
        span.tokens().any(|index| matches!(sentence.tokens[index].lemma.as_ref(), "age" | "aged" | "old"))
    };
    spans.retain(|span| !span.tokens().is_empty() && !is_age(span));
    spans
}

/// The token of a span that depends on something outside it.
pub fn head_of(sentence: &Sentence, span: TokenSpan) -> usize {
    span.heads(sentence).next().unwrap_or(span.first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample_language::parse;

    /// The words of every time in the text, with its value.
    fn read(text: &str, published: &str) -> Vec<(String, Option<String>)> {
        let sentences = parse(text);
        let times = times(&sentences, published.parse().ok());
        let of_sentence = |(sentence, times): (&Sentence, Vec<TimeMention>)| {
            let read =
                |time: TimeMention| (time.span.text(sentence), time.value.map(|value| value.to_string()));
            times.into_iter().map(read).collect::<Vec<_>>()
        };
        sentences.iter().zip(times).flat_map(of_sentence).collect()
    }

    fn value(text: &str) -> Option<String> {
        read(text, "2022-09-07").remove(0).1
    }

    #[test]
    fn times_are_resolved_against_the_day_of_publication() {
        // A Wednesday.
        for (text, expected) in [
            ("The mill burnt down on 5 September 2022.", "2022-09-05"),
            ("The mill burnt down in September 2021.", "2021-09"),
            ("The mill burnt down in 2019.", "2019"),
            ("The mill burnt down on Thursday.", "2022-09-01"),
            ("The mill burnt down last Thursday.", "2022-09-01"),
            ("The mill burnt down on Monday.", "2022-09-05"),
            ("The mill burnt down yesterday.", "2022-09-06"),
            ("The owner will return tomorrow.", "2022-09-08"),
            ("The owner will return on Thursday.", "2022-09-08"),
            ("The mill burnt down last September.", "2021-09"),
            ("The mill burnt down this week.", "2022-W36"),
            ("The mill burnt down over the weekend.", "2022-W35-WE"),
            ("The owner will sell the mill by the end of the year.", "2022"),
            ("The mill burnt down two days ago.", "2022-09-05"),
            ("The mill burnt down in the 1990s.", "199X"),
            ("The mill burnt down on Tuesday evening.", "2022-09-06TEV"),
            ("The mill burnt down at about 8.15pm on Sunday.", "2022-09-04T20:15"),
            ("The mill burnt down on 9 December.", "2021-12-09"),
            ("The trial will begin on 9 January.", "2023-01-09"),
            ("The mill burnt down three months ago.", "2022-06"),
        ] {
            assert_eq!(value(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn the_following_day_is_counted_from_the_date_named_last() {
        let text = "The mill burnt down on 3 March. The owner was arrested the following day. Two weeks later he \
                    was released.";
        let values: Vec<_> = read(text, "2022-09-07").into_iter().map(|(_, value)| value).collect();
        let expected = ["2022-03-03", "2022-03-04", "2022-W11"].map(|value| Some(value.to_owned()));
        assert_eq!(values, expected);
        assert_eq!(value("The owner was arrested the following day."), None);
    }

    #[test]
    fn nothing_is_guessed() {
        let undated = read("The mill burnt down on Thursday, 5 September 2019 and again last week.", "");
        assert_eq!(undated[0].1.as_deref(), Some("2019-09-05"));
        assert_eq!(undated[1], ("last week".to_owned(), None));
        for text in [
            "The owner was due to appear on Thursday.",
            "The owner resigned more than a year ago.",
            "The owner has been ill in recent days.",
        ] {
            assert_eq!(value(text), None, "{text}");
        }
        let counted = read("She may march with 2000 workers.", "2022-09-07");
        assert!(counted.iter().all(|(_, value)| value.is_none()), "{counted:?}");
    }
}
