//! A record of named values, as JSON and tables have them, brought to the one form that all formats share.
//!
//! What a value is called is for the table in `fields.rs`; here is what it may look like: a text, a number, an object with a
//! name in it, a list of these.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::super::address::{host, is_address};
use super::super::fields::{self, Field, plain_name};
use super::super::given::{EMPTY, Given, one_line, publication_date};
use super::super::options::ReadOptions;
use super::super::{fragment, html};
use crate::page::PublicationDate;
use crate::page::TextSource;

/// The values of a record by their plain names.
struct Values<'a> {
    object: &'a Map<String, Value>,
    plain: BTreeMap<String, &'a Value>,
}

impl<'a> Values<'a> {
    fn of(object: &'a Map<String, Value>) -> Self {
        let mut plain = BTreeMap::new();
        let inner = fields::WRAPPERS.iter().filter_map(|name| object.get(*name)?.as_object());
        for (name, value) in std::iter::once(object).chain(inner).flatten() {
            // An empty value leaves its name to another, and `_source` is no source.
            if !(is_blank(value) || value.is_object() && fields::WRAPPERS.contains(&name.as_str())) {
                plain.entry(plain_name(name)).or_insert(value);
            }
        }
        Self { object, plain }
    }

    /// The values under the names of a field, the user's names first.
    fn under(&self, field: Field, options: &ReadOptions) -> Vec<&'a Value> {
        let given = options.fields.iter().filter(|name| name.field == field);
        let own = given.filter_map(|name| at_path(self.object, &name.name));
        own.chain(self.usual(field.names())).filter(|value| !is_blank(value)).collect()
    }

    fn usual(&self, names: impl Iterator<Item = &'static str>) -> impl Iterator<Item = &'a Value> {
        names.filter_map(|name| self.plain.get(name).copied())
    }
}

/// The value at a dotted path; a key may itself have a full stop in it, as columns of tables do.
fn at_path<'a>(object: &'a Map<String, Value>, path: &str) -> Option<&'a Value> {
    if let Some(value) = object.get(path) {
        return Some(value);
    }
    path.match_indices('.').find_map(|(dot, _)| match object.get(&path[..dot])? {
        Value::Object(inner) => at_path(inner, &path[dot + 1..]),
        Value::Array(items) => items.iter().find_map(|item| at_path(item.as_object()?, &path[dot + 1..])),
        _ => None,
    })
}

/// What programs and news services write where there is nothing, or nothing for those who do not pay.
const NOTHING: [&str; 7] = ["", "None", "null", "NaN", "nan", "[Removed]", "ONLY AVAILABLE IN PAID PLANS"];

fn is_blank(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(_) => true,
        Value::String(text) => NOTHING.contains(&text.trim()),
        Value::Array(items) => items.iter().all(is_blank),
        Value::Object(inner) => inner.is_empty(),
        Value::Number(_) => false,
    }
}

/// Whether a record has a text, be it one that stands in for it.
pub(super) fn has_text(object: &Map<String, Value>, options: &ReadOptions) -> bool {
    Values::of(object).under(Field::Text, options).into_iter().any(|value| texts(value).is_some())
}

/// The article of a record.
///
/// # Errors
/// One clause that says what the record lacks.
pub(super) fn given(object: &Map<String, Value>, options: &ReadOptions) -> Result<Given, String> {
    let values = Values::of(object);
    let names = |field| values.under(field, options).into_iter().filter_map(name).collect::<Vec<String>>();
    let date = values.under(Field::Date, options).into_iter().find_map(date);
    let page = body(&values, options)?;
    let url = names(Field::Url).into_iter().find(|url| is_address(url));
    let named = options
        .fields
        .iter()
        .any(|name| name.field == Field::Url)
        .then(|| names(Field::Url).into_iter().next());
    Ok(Given {
        url: named.flatten().or(url).or(page.url),
        title: names(Field::Title).into_iter().next().map(|title| fragment::plain(&title)).or(page.title),
        publisher: outlet(names(Field::Publisher)).or(page.publisher),
        author: names(Field::Author).into_iter().next().or(page.author),
        date: date.or(page.date),
        text: page.text,
        text_source: page.text_source,
        paywall: page.paywall,
        ..Given::default()
    })
}

/// The text, out of its HTML where it is some, and what stands in for it where a service gives but its beginning.
fn body(values: &Values, options: &ReadOptions) -> Result<Given, String> {
    let standing_in = || values.usual(fields::STANDING_IN.iter().copied()).find_map(texts);
    let mut found =
        values.under(Field::Text, options).into_iter().filter_map(|value| Some((value, texts(value)?)));
    let Some((value, text)) = found.next() else {
        let text = standing_in().ok_or_else(|| lacking(values, options))?;
        return taken_out(&text, options);
    };
    if let Some(beginning) = whole_sentences(&text) {
        let fuller =
            standing_in().filter(|other| other.len() > beginning.len() && !other.trim_end().ends_with('…'));
        return taken_out(fuller.as_deref().unwrap_or(beginning), options);
    }
    if fragment::is_page(&text) {
        html::given(&text, None, options.words)
    } else if value.is_string() {
        fragment::given(&text, options.words)
    } else {
        taken_out(&text, options)
    }
}

fn taken_out(text: &str, options: &ReadOptions) -> Result<Given, String> {
    let given = fragment::given(text, options.words)?;
    Ok(Given { text_source: TextSource::TakenOut, ..given })
}

fn lacking(values: &Values, options: &ReadOptions) -> String {
    let named = options.fields.iter().filter(|name| name.field == Field::Text);
    let mut known: Vec<&str> = Field::Text.names().collect();
    known.extend(named.map(|name| name.name.as_str()));
    let is_known = |key: &String| known.contains(&key.as_str()) || known.contains(&plain_name(key).as_str());
    if values.object.keys().any(is_known) {
        return EMPTY.to_owned();
    }
    let names: Vec<&str> = values.object.keys().map(String::as_str).take(12).collect();
    format!(
        "is not an article record: missing field `text` or another name for it; say which with --field text=NAME (it has {})",
        names.join(", ")
    )
}

/// What is whole of a text that a service cut off (`… [+1234 chars]`, `... [1234 chars]`); none if it was not cut off.
fn whole_sentences(text: &str) -> Option<&str> {
    let (start, mark) = text.trim_end().rsplit_once('[')?;
    let count = mark.strip_suffix("chars]")?.trim_start_matches('+').trim();
    if count.is_empty() || !count.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let start = start.trim_end();
    let closes = |(at, c): (usize, char)| {
        let end = at + c.len_utf8();
        let marks = matches!(c, '.' | '!' | '?' | '”' | '"');
        let ends = start[end..].starts_with(char::is_whitespace) && !start[..at].ends_with('.');
        (marks && ends && start[..end].contains(['.', '!', '?'])).then_some(end)
    };
    let end = start.char_indices().filter_map(closes).next_back().unwrap_or(0);
    Some(start[..end].trim_end())
}

/// The outlet: a name before an address, of which the host is left.
fn outlet(names: Vec<String>) -> Option<String> {
    let is_date = |name: &&String| PublicationDate::new(name).day.is_some();
    let names: Vec<&String> = names.iter().filter(|name| !is_date(name)).collect();
    let without_www = |name: &String| name.strip_prefix("www.").unwrap_or(name).to_owned();
    let named = names.iter().find(|name| !name.contains("://")).map(|name| without_www(name));
    named.or_else(|| names.iter().find_map(|name| host(name)))
}

/// A text, or paragraphs with a blank line between.
fn texts(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().filter_map(texts).collect::<Vec<String>>().join("\n\n"),
        Value::Object(inner) => fields::INNER_TEXT.iter().find_map(|name| texts(inner.get(*name)?))?,
        _ => return None,
    };
    (!text.trim().is_empty()).then_some(text)
}

/// A name in one line; of an object its name, of a list all names, also where a table has it as Python writes it. A number is
/// none.
fn name(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => one_line(text.trim_matches(['[', ']', '\'']).replace("', '", ", ").as_str()),
        Value::Object(inner) => {
            let named = |key: &&str| inner.get(*key).filter(|value| !is_blank(value)).and_then(name);
            fields::INNER.iter().chain(&["@value", "@id"]).find_map(named)
        }
        Value::Array(items) => {
            let names: Vec<String> = items.iter().filter_map(name).collect();
            (!names.is_empty()).then(|| names.join(", "))
        }
        _ => None,
    }
}

/// A date in words or digits, in seconds or thousandths of one since 1970, or in an object (`{"$date": …}`).
fn date(value: &Value) -> Option<PublicationDate> {
    match value {
        Value::String(text) => publication_date(text),
        Value::Number(number) => publication_date(&number.to_string()),
        Value::Object(inner) => {
            ["$date", "$numberLong"].iter().chain(fields::INNER).find_map(|key| date(inner.get(*key)?))
        }
        Value::Array(items) => items.iter().find_map(date),
        _ => None,
    }
}
