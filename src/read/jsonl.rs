//! JSONL as a stream: one article a line, as crawlers and archives hand them on.
//!
//! Records are read one by one, so that a filter can answer before its input ends.

use std::io::BufRead;

use super::failure::Failure;
use super::given::EMPTY;
use super::options::ReadOptions;
use super::{decode, formats, plain};
use crate::page::Article;
use crate::page::PageWords;

/// The articles of a JSONL stream, named `name:line`; blank lines are passed over.
///
/// Whether a text is English is not asked. A line that is no article is a [`Failure`], and the next one is read on; if the stream itself fails, that is
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
    let mut found = formats::json_line(&line, &ReadOptions::new(words)).into_iter();
    let given = found.next().unwrap_or_else(|| Err(EMPTY.to_owned()));
    plain::article(path, given?, words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::test_words::page_words;
    use crate::read::{PassageKind, PublicationDate};

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
