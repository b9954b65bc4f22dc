//! From files to articles: finding inputs, decoding bytes, telling the story from the page around it.
//!
//! The one stage before the export that touches files. A bad input never stops the others: it becomes a
//! [`Failure`] that names it and says why, and the caller decides what that means for the exit code.

mod article;
mod captions;
mod date;
mod dateline;
mod decode;
mod failure;
mod furniture;
mod given;
mod html;
mod inputs;
mod jsonl;
mod lines;
mod page_date;
mod page_parts;
mod page_words;
mod passages;
mod plain;
mod reading_text;
mod role;
#[cfg(test)]
mod test_words;
mod unit;

use std::fs::File;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};

use flate2::read::MultiGzDecoder;
use rayon::prelude::*;

pub use article::{Article, Passage, PassageKind, TextSource};
pub use date::{PublicationDate, month};
pub use failure::Failure;
use given::{EMPTY, Given};
use inputs::{Format, Input, Source};
pub use jsonl::jsonl_records;
pub use page_words::PageWords;
pub use reading_text::ReadingText;

/// Everything that was read, and everything that could not be.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// Sorted by the path of the file, records of a file in its order.
    pub articles: Vec<Article>,
    /// Sorted by path and line.
    pub failures: Vec<Failure>,
}

/// Reads every article of the given files and folders (searched recursively); `-` is standard input.
///
/// Plain text, HTML and JSONL are told by the endings `.txt`, `.html`, `.htm`, `.jsonl` and `.gz` of these; what
/// has another name, or none, by its first characters. The order of the arguments does not matter, and a file
/// named twice is read once. `words` are those by which the story is told from the page around it.
///
/// What cannot be read is no error of the whole but one of the [`Reading`]'s failures.
///
/// ```
/// use newsgraph::read::{PageWords, read_inputs};
///
/// let folder = tempfile::tempdir()?;
/// std::fs::write(folder.path().join("a.jsonl"), r#"{"text": "The ferry sank.", "date": "4 March 2024"}"#)?;
/// std::fs::write(folder.path().join("b.txt"), " ")?;
/// let reading = read_inputs(&[folder.path().to_owned()], &PageWords::default());
/// let date = reading.articles[0].date.as_ref().map(|date| date.text.as_str());
/// assert_eq!(date, Some("2024-03-04"));
/// assert!(reading.failures[0].to_string().ends_with("b.txt: has no text in it"));
/// # std::io::Result::Ok(())
/// ```
pub fn read_inputs(arguments: &[PathBuf], words: &PageWords) -> Reading {
    let (inputs, failures) = inputs::find(arguments);
    let read: Vec<_> = inputs.par_iter().map(|input| read_input(input, words)).collect();
    let mut reading = Reading { articles: Vec::new(), failures };
    for outcome in read.into_iter().flatten() {
        match outcome {
            Ok(article) => reading.articles.push(article),
            Err(failure) => reading.failures.push(failure),
        }
    }
    reading.failures.sort();
    reading
}

/// A plain text as an article called `path`; `words` are those by which the story is told from the page around it.
///
/// # Errors
/// Returns a failure where the text tells nothing.
pub fn article_of_text(path: &str, text: &str, words: &PageWords) -> Result<Article, Failure> {
    let article = plain::article(path.to_owned(), text.to_owned(), Given::default(), words);
    article.map_err(|reason| Failure::of(path.to_owned(), reason))
}

fn read_input(input: &Input, words: &PageWords) -> Vec<Result<Article, Failure>> {
    let failure = |reason| vec![Err(Failure::of(input.name.clone(), reason))];
    let (format, compressed) = match &input.source {
        Source::Stdin => (None, false),
        Source::File(path) => inputs::format(path),
    };
    let bytes = match bytes(&input.source, compressed) {
        Ok(bytes) => bytes,
        Err(reason) => return failure(reason),
    };
    let articles = articles(&input.name, &bytes, format.unwrap_or_else(|| sniff(&bytes)), words);
    if articles.is_empty() { failure(EMPTY.to_owned()) } else { articles }
}

fn articles(name: &str, bytes: &[u8], format: Format, words: &PageWords) -> Vec<Result<Article, Failure>> {
    let article = match format {
        // The whole file is decoded first, as an encoding of two bytes a character has no lines to read by.
        Format::Jsonl => match decode::text(bytes) {
            Ok(text) => return jsonl_records(text.as_bytes(), name, words).collect(),
            Err(reason) => Err(reason),
        },
        Format::Html => decode::page(bytes).and_then(|page| html::article(name.to_owned(), &page, words)),
        Format::Plain => decode::text(bytes)
            .and_then(|text| plain::article(name.to_owned(), text, Given::default(), words)),
    };
    vec![article.map_err(|reason| Failure::of(name.to_owned(), reason))]
}

fn bytes(source: &Source, compressed: bool) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    match source {
        Source::Stdin => {
            std::io::stdin().lock().read_to_end(&mut bytes).map_err(|error| inputs::unreadable(&error))?
        }
        Source::File(path) if compressed => unpack(path, &mut bytes)?,
        Source::File(path) => {
            open(path)?.read_to_end(&mut bytes).map_err(|error| inputs::unreadable(&error))?
        }
    };
    Ok(bytes)
}

fn open(path: &Path) -> Result<File, String> {
    File::open(path).map_err(|error| inputs::unreadable(&error))
}

fn unpack(path: &Path, bytes: &mut Vec<u8>) -> Result<usize, String> {
    MultiGzDecoder::new(BufReader::new(open(path)?))
        .read_to_end(bytes)
        .map_err(|error| format!("could not be unpacked: {error}; the ending .gz is for gzip files"))
}

/// The format of bytes without a telling name.
fn sniff(bytes: &[u8]) -> Format {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(1024)]).to_ascii_lowercase();
    let start = start.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
    let is_page = ["<!doctype html", "<html", "<head", "<body", "<article", "<div", "<p>"]
        .iter()
        .any(|tag| start.contains(tag));
    if start.starts_with('{') {
        Format::Jsonl
    } else if start.starts_with('<') && is_page {
        Format::Html
    } else {
        Format::Plain
    }
}
