//! JSON: one article, a list of them, the answer of a news service, or one a line, whatever the file is called.
//!
//! A line is read by itself, so that a broken one costs no other; what is no line of its own (an indented object, a list over
//! many lines) is read as a whole.

use serde_json::{Deserializer, Map, Value};

use super::super::fields::{CONTAINERS, plain_name};
use super::super::given::Given;
use super::super::options::ReadOptions;
use super::feed;
use super::found::{Found, numbered};
use super::loose_json;
use super::record;
use crate::page::TextSource;

/// Records inside one another are looked for no deeper.
const DEEPEST: usize = 4;

/// The articles of a file that is JSON as a whole, or else of its lines.
pub(crate) fn whole(text: &str, options: &ReadOptions) -> Vec<Found> {
    match loose_json::value(text.trim()) {
        Ok(value) => numbered(articles(&value, options)),
        Err(_) => lines(text, options),
    }
}

/// The articles of the lines of a file, or else of its values, however they are broken into lines.
pub(crate) fn lines(text: &str, options: &ReadOptions) -> Vec<Found> {
    if !begins_with_whole_line(text) {
        let values: Result<Vec<Value>, _> = Deserializer::from_str(text).into_iter().collect();
        return match values {
            Ok(values) => numbered(values.iter().flat_map(|value| articles(value, options)).collect()),
            Err(error) => vec![Found::alone(Err(format!("is no JSON that can be read: {error}")))],
        };
    }
    let filled = text.split('\n').enumerate().filter(|(_, text)| !text.trim().is_empty());
    filled
        .flat_map(|(index, text)| {
            line(text, options).into_iter().map(move |given| Found::at(index + 1, given))
        })
        .collect()
}

/// Whether the first line is a value, or no beginning of one that goes on below.
fn begins_with_whole_line(text: &str) -> bool {
    let first = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    !first.ends_with(['{', '[', ',']) || serde_json::from_str::<Value>(first).is_ok()
}

/// The articles of one line; as a rule it is one.
pub(crate) fn line(line: &str, options: &ReadOptions) -> Vec<Result<Given, String>> {
    match loose_json::value(line.trim()) {
        Ok(Value::Object(object)) if record::has_text(&object, options) => {
            vec![record::given(&object, options)]
        }
        Ok(value) => articles(&value, options),
        Err(error) => vec![Err(broken(&error))],
    }
}

fn broken(error: &serde_json::Error) -> String {
    // The record's line is 1 in every message; the line of the file stands before it.
    let message = error.to_string().replace(" at line 1 column ", " at column ");
    format!("is not an article record: {message}; expected {{\"text\": \"…\", \"title\": \"…\", …}}")
}

/// The articles of a value; their texts have no line or record of their own to be found in.
fn articles(value: &Value, options: &ReadOptions) -> Vec<Result<Given, String>> {
    if is_feed(value) {
        return feed::articles(value.to_string().as_bytes(), options)
            .unwrap_or_else(|reason| vec![Err(reason)]);
    }
    let taken_out = |given| Given { text_source: TextSource::TakenOut, ..given };
    let records = records(value, options, 0);
    if records.is_empty() {
        return vec![Err("is no article and no list of them".to_owned())];
    }
    records.into_iter().map(|record| record::given(record, options).map(taken_out)).collect()
}

fn is_feed(value: &Value) -> bool {
    let version = value.get("version").and_then(Value::as_str);
    version.is_some_and(|version| version.contains("jsonfeed.org"))
}

/// The objects that are records: those with a text, or that hold no others.
fn records<'a>(value: &'a Value, options: &ReadOptions, depth: usize) -> Vec<&'a Map<String, Value>> {
    match value {
        Value::Array(items) if depth < DEEPEST => {
            items.iter().flat_map(|item| records(item, options, depth + 1)).collect()
        }
        Value::Object(object) if record::has_text(object, options) => vec![object],
        Value::Object(object) => {
            let held = |(name, value): (&String, &'a Value)| {
                let holds = CONTAINERS.contains(&plain_name(name).as_str()) && depth < DEEPEST;
                let filled = value.is_object()
                    || value.as_array().is_some_and(|items| items.iter().any(Value::is_object));
                let mut inside =
                    if holds && filled { records(value, options, depth + 1) } else { Vec::new() };
                if name == "@graph" && inside.iter().any(|record| record::has_text(record, options)) {
                    // Its other nodes are the site and the writer.
                    inside.retain(|record| record::has_text(record, options));
                }
                inside
            };
            let inside: Vec<_> = object.iter().flat_map(held).collect();
            // Records by their numbers or addresses: `{"a1": {…}, "a2": {…}}`.
            let by_name = || object.values().filter_map(Value::as_object);
            match inside.is_empty() {
                false => inside,
                true if by_name().any(|inner| record::has_text(inner, options)) => by_name().collect(),
                true => vec![object],
            }
        }
        _ => Vec::new(),
    }
}
