//! A table of articles: a row each, under a head that names the columns. Excel and pandas write them with commas, semicolons
//! or tabs.

use csv::{ReaderBuilder, StringRecord};
use serde_json::{Map, Value};

use super::super::fields::{Field, plain_name};
use super::super::given::{EMPTY, Given};
use super::super::options::ReadOptions;
use super::found::Found;
use super::record;
use crate::page::TextSource;

const DELIMITERS: [char; 4] = [',', '\t', ';', '|'];

/// The articles of the rows, each by the line on which its row begins.
pub(crate) fn articles(text: &str, options: &ReadOptions) -> Vec<Found> {
    let (text, named) = after_separator(text.trim_start_matches('\u{FEFF}'));
    let delimiter = u8::try_from(named.unwrap_or_else(|| delimiter(text))).unwrap_or(b',');
    // MySQL and Spark write a backslash before a quotation mark, others the mark twice.
    let has_escapes = text.contains("\\\"") && !text.contains("\"\"");
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter)
        .escape(has_escapes.then_some(b'\\'))
        .flexible(true)
        .from_reader(text.as_bytes());
    let head = match reader.headers() {
        Ok(head) if !head.is_empty() => head.clone(),
        Ok(_) => return vec![Found::alone(Err(EMPTY.to_owned()))],
        Err(error) => return vec![Found::alone(Err(format!("is no table that can be read: {error}")))],
    };
    let mut found = Vec::new();
    let mut row = StringRecord::new();
    let mut lines = Lines { text, byte: 0, passed: usize::from(named.is_some()) };
    loop {
        let place = lines.next_from(reader.position().byte());
        match reader.read_record(&mut row) {
            Ok(false) => return found,
            Ok(true) if row.iter().all(|cell| cell.trim().is_empty()) => {}
            Ok(true) => found.push(Found::at(place, given(&head, &row, options))),
            Err(error) => found.push(Found::at(place, Err(format!("is no row that can be read: {error}")))),
        }
    }
}

fn given(head: &StringRecord, row: &StringRecord, options: &ReadOptions) -> Result<Given, String> {
    let cells =
        head.iter().zip(row).map(|(name, cell)| (name.trim().to_owned(), Value::String(cell.to_owned())));
    let given = record::given(&cells.collect::<Map<_, _>>(), options)?;
    Ok(Given { text_source: TextSource::TakenOut, ..given })
}

/// Counts lines on the way through a text.
struct Lines<'a> {
    text: &'a str,
    byte: usize,
    passed: usize,
}

impl Lines<'_> {
    /// The line, from 1, on which the first row at or after a byte begins.
    fn next_from(&mut self, byte: u64) -> usize {
        let byte = usize::try_from(byte).unwrap_or(usize::MAX).min(self.text.len());
        let bytes = self.text.as_bytes();
        let blank = bytes[byte..].iter().take_while(|byte| matches!(byte, b'\n' | b'\r')).count();
        let begin = byte + blank;
        self.passed += bytes[self.byte..begin].iter().filter(|byte| **byte == b'\n').count();
        self.byte = begin;
        self.passed + 1
    }
}

/// The table below Excel's line `sep=;`, if it has one, with the mark that this names.
fn after_separator(text: &str) -> (&str, Option<char>) {
    let first = text.lines().next().unwrap_or_default();
    let mark = first.trim_end().strip_prefix("sep=").and_then(|mark| mark.parse::<char>().ok());
    match mark {
        Some(_) => (text[first.len()..].trim_start_matches(['\r', '\n']), mark),
        None => (text, None),
    }
}

/// What parts the names of the first line.
fn delimiter(text: &str) -> char {
    let head = text.lines().next().unwrap_or_default();
    let count = |delimiter: &char| head.matches(*delimiter).count();
    DELIMITERS.into_iter().rev().max_by_key(count).unwrap_or(',')
}

/// Whether the first line of a text reads as the head of a table of articles.
pub(crate) fn is_table(text: &str) -> bool {
    let (text, _) = after_separator(text);
    let head = text.lines().next().unwrap_or_default();
    let names: Vec<String> = head.split(delimiter(text)).map(plain_name).collect();
    let known = |field: Field| names.iter().any(|name| field.names().any(|known| known == name));
    names.len() > 1
        && known(Field::Text)
        && [Field::Title, Field::Date, Field::Url, Field::Publisher].into_iter().any(known)
}
