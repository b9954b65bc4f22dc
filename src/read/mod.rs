//! From files to articles: finding inputs, decoding bytes, telling the story from the page around it.
//!
//! The one stage before the export that touches files. A bad input never stops the others: it becomes a
//! [`Failure`] that names it and says why, and the caller decides what that means for the exit code.

mod address;
mod burden;
mod decode;
mod failure;
mod fields;
mod formats;
mod fragment;
mod gathered;
mod given;
mod html;
mod inputs;
mod jsonl;
mod language;
mod options;
mod page_date;
mod page_parts;
mod paywall;
mod plain;

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::PathBuf;

use flate2::read::MultiGzDecoder;
use rayon::prelude::*;

pub use crate::page::{
    Article, PageWords, Passage, PassageKind, PublicationDate, ReadingText, TextSource, month,
};
pub(crate) use burden::burden;
pub use failure::Failure;
pub use fields::{Field, FieldName};
use formats::{Format, Found, Named};
use gathered::gathered;
use given::{EMPTY, Given};
use inputs::{Input, Source};
pub use jsonl::jsonl_records;
pub use options::ReadOptions;

/// Everything that was read, and everything that could not be.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// Sorted by the path of the file, records of a file in its order.
    pub articles: Vec<Article>,
    /// Sorted by path and line.
    pub failures: Vec<Failure>,
}

/// What a file may hold, in bytes, unpacked where it is packed: a few bytes can swell to more than any memory holds.
const MOST_READ: u64 = 1 << 30;

/// What a packed file may unpack to whatever its size, and how many times its size otherwise. Texts shrink to a fifth, tables to a
/// twentieth; what shrinks to a thousandth is one character over and over.
const MOST_UNPACKED: u64 = 64 << 20;
const LARGEST_RATIO: u64 = 100;

/// Reads every article of the given files and folders (searched recursively); `-` is standard input.
///
/// Formats are told by the endings of names, those packed with gzip by what stands before `.gz`; what has another name, or
/// none, by its first characters. The order of the arguments does not matter, and a file named twice is read once.
///
/// What cannot be read is no error of the whole but one of the [`Reading`]'s failures.
///
/// ```
/// use newsgraph::read::{PageWords, ReadOptions, read_inputs};
///
/// let folder = tempfile::tempdir()?;
/// std::fs::write(folder.path().join("a.jsonl"), r#"{"text": "The ferry sank.", "date": "4 March 2024"}"#)?;
/// std::fs::write(folder.path().join("b.txt"), " ")?;
/// let words = PageWords::default();
/// let reading = read_inputs(&[folder.path().to_owned()], &ReadOptions::new(&words));
/// let date = reading.articles[0].date.as_ref().map(|date| date.text.as_str());
/// assert_eq!(date, Some("2024-03-04"));
/// assert!(reading.failures[0].to_string().ends_with("b.txt: has no text in it"));
/// # std::io::Result::Ok(())
/// ```
pub fn read_inputs(arguments: &[PathBuf], options: &ReadOptions) -> Reading {
    let (inputs, failures) = inputs::find(arguments);
    let read: Vec<_> = inputs.par_iter().map(|input| read_input(input, options)).collect();
    let mut reading = Reading { articles: Vec::new(), failures };
    read.into_iter().flatten().for_each(|outcome| reading.add(outcome));
    reading.failures.sort();
    reading
}

/// Reads the articles of JSON in any of its forms; `name` is what the whole is called in results.
pub fn read_json(bytes: &[u8], name: &str, options: &ReadOptions) -> Reading {
    let found = match decode::text(bytes) {
        Ok(text) if text.trim().is_empty() => Vec::new(),
        Ok(text) => formats::json_lines(&text, options),
        Err(reason) => vec![Found::alone(Err(reason))],
    };
    let mut reading = Reading::default();
    found.into_iter().for_each(|found| reading.add(article(name, found, options)));
    reading
}

impl Reading {
    fn add(&mut self, outcome: Result<Article, Failure>) {
        match outcome {
            Ok(article) => self.articles.push(article),
            Err(failure) => self.failures.push(failure),
        }
    }
}

/// A plain text as an article called `path`; `words` are those by which the story is told from the page around it.
///
/// # Errors
/// Returns a failure where the text tells nothing.
pub fn article_of_text(path: &str, text: &str, words: &PageWords) -> Result<Article, Failure> {
    let article = plain::article(path.to_owned(), Given::text(text.to_owned()), words);
    article.map_err(|reason| Failure::of(path.to_owned(), reason))
}

fn read_input(input: &Input, options: &ReadOptions) -> Vec<Result<Article, Failure>> {
    let found = found(input, options).unwrap_or_else(|reason| vec![Found::alone(Err(reason))]);
    if found.is_empty() {
        return vec![Err(Failure::of(input.name.clone(), EMPTY.to_owned()))];
    }
    gathered(found.into_par_iter().map(|found| article(&input.name, found, options)).collect())
}

/// What a file holds; of a web archive, which may be larger than the memory, record by record.
fn found(input: &Input, options: &ReadOptions) -> Result<Vec<Found>, String> {
    let format = match &input.source {
        Source::File(path) => formats::named(path),
        Source::Stdin => Named::Nothing,
    };
    let (stream, packing) = stream(&input.source)?;
    if format == Named::As(Format::Warc) {
        return Ok(formats::warc_articles(stream, options));
    }
    let bytes = bytes(stream, packing)?;
    let format = match format {
        Named::As(format) => formats::by_magic(&bytes).unwrap_or(format),
        Named::OtherDocument | Named::Nothing => formats::sniff(&bytes),
    };
    Ok(formats::articles(&bytes, format, options))
}

fn article(name: &str, found: Found, options: &ReadOptions) -> Result<Article, Failure> {
    let path = found.place.map_or_else(|| name.to_owned(), |place| format!("{name}:{place}"));
    let article = found.given.and_then(|given| plain::readable(path, given, options));
    article.map_err(|reason| Failure { path: name.to_owned(), line: found.place, reason })
}

/// How the bytes of an input come.
#[derive(Clone, Copy)]
enum Packing {
    Plain,
    /// With gzip, out of so many bytes where that is known.
    Packed(Option<u64>),
}

impl Packing {
    /// How many bytes are read.
    fn most(self) -> u64 {
        match self {
            Self::Plain => MOST_READ,
            Self::Packed(size) => {
                MOST_READ.min(MOST_UNPACKED.max(size.unwrap_or(0).saturating_mul(LARGEST_RATIO)))
            }
        }
    }
}

/// The bytes of an input, unpacked where it is packed.
fn stream(source: &Source) -> Result<(Box<dyn BufRead>, Packing), String> {
    let mut raw: Box<dyn BufRead> = match source {
        Source::Stdin => Box::new(BufReader::new(std::io::stdin())),
        Source::File(path) => {
            Box::new(BufReader::new(File::open(path).map_err(|error| inputs::unreadable(&error))?))
        }
    };
    let start = raw.fill_buf().map_err(|error| inputs::unreadable(&error))?;
    let packed = start.starts_with(b"\x1F\x8B");
    let says_so =
        |name: &std::path::Path| name.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("gz"));
    match source {
        _ if packed => {
            let size = match source {
                Source::File(path) => path.metadata().ok().map(|metadata| metadata.len()),
                Source::Stdin => None,
            };
            Ok((Box::new(BufReader::new(MultiGzDecoder::new(raw))), Packing::Packed(size)))
        }
        Source::File(path) if says_so(path) => {
            Err("could not be unpacked: the ending .gz is for gzip files".to_owned())
        }
        _ => Ok((raw, Packing::Plain)),
    }
}

fn bytes(stream: Box<dyn BufRead>, packing: Packing) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let most = packing.most();
    stream.take(most + 1).read_to_end(&mut bytes).map_err(|error| match error.kind() {
        std::io::ErrorKind::InvalidInput
        | std::io::ErrorKind::InvalidData
        | std::io::ErrorKind::UnexpectedEof => {
            format!("could not be unpacked: {error}")
        }
        _ => inputs::unreadable(&error),
    })?;
    if bytes.len() as u64 > most {
        let unpacked = if matches!(packing, Packing::Packed(_)) { ", unpacked" } else { "" };
        return Err(format!("is more than {} MB{unpacked}; part it into smaller files", most >> 20));
    }
    Ok(bytes)
}
