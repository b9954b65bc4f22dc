//! JSONL: one article a line, as crawlers and archives hand them on.
//!
//! A record has a `text` and may have `title`, `date`, `publisher` and `url`; other keys are passed over. Records
//! are read one by one, so that a filter can answer before its input ends.

use std::io::BufRead;

use serde::Deserialize;

use super::article::{Article, TextSource};
use super::date::PublicationDate;
use super::failure::Failure;
use super::given::Given;
use super::page_words::PageWords;
use super::{decode, plain};

#[derive(Deserialize)]
struct Record {
    text: String,
    title: Option<String>,
    date: Option<String>,
    publisher: Option<String>,
    url: Option<String>,
}

/// The articles of a JSONL stream, named `name:line`; blank lines are passed over.
///
/// A line that is no article is a [`Failure`], and the next one is read on; if the stream itself fails, that is
/// the last item.
pub fn jsonl_records(
    mut input: impl BufRead,
    name: &str,
    words: &PageWords,
) -> impl Iterator<Item = Result<Article, Failure>> {
    let name = name.to_owned();
    let mut line_number = 0;
    let mut line = Vec::new();
    let mut ended = false;
    std::iter::from_fn(move || {
        while !ended {
            line.clear();
            line_number += 1;
            let failure = |reason: String| Failure { path: name.clone(), line: Some(line_number), reason };
            match input.read_until(b'\n', &mut line) {
                Ok(0) => ended = true,
                Ok(_) if line.trim_ascii().is_empty() => {}
                Ok(_) => return Some(record(&line, format!("{name}:{line_number}"), words).map_err(failure)),
                Err(error) => {
                    ended = true;
                    return Some(Err(failure(format!("could not be read on: {error}"))));
                }
            }
        }
        None
    })
}

fn record(line: &[u8], path: String, words: &PageWords) -> Result<Article, String> {
    let line = decode::text(line)?;
    let record: Record = serde_json::from_str(line.trim()).map_err(|error| broken(&error))?;
    let some =
        |value: Option<String>| value.map(|value| value.trim().to_owned()).filter(|value| !value.is_empty());
    let given = Given {
        url: some(record.url),
        title: some(record.title),
        publisher: some(record.publisher),
        date: some(record.date).as_deref().map(PublicationDate::new).filter(PublicationDate::is_plausible),
        text_source: TextSource::Given,
    };
    plain::article(path, record.text, given, words)
}

fn broken(error: &serde_json::Error) -> String {
    // The record's line is 1 in every message; the line of the file stands before it.
    let message = error.to_string().replace(" at line 1 column ", " at column ");
    format!(
        "is not an article record: {message}; expected {{\"text\": \"…\", \"title\": \"…\", …}} on one line"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::PassageKind;
    use crate::read::test_words::page_words;

    #[test]
    fn records_failures_and_line_numbers() {
        let input = "\u{FEFF}{\"text\": \"The mayor resigned.\", \"date\": \"4 March 2024\", \"id\": 7}\n\
                     \n\
                     {\"text\": \"broken\n\
                     {\"title\": \"No text\"}\r\n\
                     {\"text\": \"  \"}\n\
                     {\"text\": \"The deputy stayed.\", \"title\": \"\", \"url\": null}";
        let read: Vec<_> = jsonl_records(input.as_bytes(), "feed.jsonl", &page_words()).collect();
        let lines: Vec<_> =
            read.iter().map(|item| item.as_ref().map(|a| a.path.as_str()).map_err(|f| f.line)).collect();
        let expected = [Ok("feed.jsonl:1"), Err(Some(3)), Err(Some(4)), Err(Some(5)), Ok("feed.jsonl:6")];
        assert_eq!(lines, expected);
        assert!(
            read[1]
                .as_ref()
                .is_err_and(|failure| failure.to_string().starts_with("feed.jsonl:3: is not an article"))
        );
        let first = read[0].as_ref().expect("the first record is an article");
        assert_eq!(
            (first.date.clone(), first.title.as_deref()),
            (Some(PublicationDate::new("2024-03-04")), None)
        );
        assert_eq!(first.passages[0].kind, PassageKind::Paragraph);
    }
}
