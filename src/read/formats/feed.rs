//! Feeds: RSS, Atom and JSON Feed. The outlet is the feed's title, unless an entry names another.

use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, Utc};
use feed_rs::model::{Entry, Feed, Person, Text};
use feed_rs::parser::Builder;

use super::super::fragment;
use super::super::given::{EMPTY, Given, one_line, publication_date, under_headline};
use super::super::options::ReadOptions;
use crate::page::TextSource;
use crate::quiet::quietly;

/// The articles of a feed, in its order.
///
/// # Errors
/// One clause that says why it is no feed.
pub(crate) fn articles(bytes: &[u8], options: &ReadOptions) -> Result<Vec<Result<Given, String>>, String> {
    let dates = Dates::default();
    let written = dates.clone();
    let parser =
        Builder::new().sanitize_content(false).timestamp_parser(move |text| written.keep(text)).build();
    let broken = || "is no feed that can be read".to_owned();
    let feed = quietly(|| parser.parse(bytes)).map_err(|_| broken())?;
    let feed = feed.map_err(|error| format!("{}: {error}", broken()))?;
    if feed.entries.is_empty() {
        return Err("is a feed without an entry".to_owned());
    }
    Ok(feed.entries.iter().map(|entry| given(&feed, entry, &dates, options)).collect())
}

/// Dates as the feed writes them. The parser brings them to UTC, where the day may be another, so each goes through it as
/// its number.
#[derive(Debug, Clone, Default)]
struct Dates(Arc<Mutex<Vec<String>>>);

impl Dates {
    fn keep(&self, text: &str) -> Option<DateTime<Utc>> {
        let mut dates = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        dates.push(text.to_owned());
        DateTime::from_timestamp(i64::try_from(dates.len()).ok()?, 0)
    }

    fn written(&self, kept: DateTime<Utc>) -> Option<String> {
        let dates = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        dates.get(usize::try_from(kept.timestamp()).ok()?.checked_sub(1)?).cloned()
    }
}

fn given(feed: &Feed, entry: &Entry, dates: &Dates, options: &ReadOptions) -> Result<Given, String> {
    let title = text(entry.title.as_ref());
    let bodies = [
        entry.content.as_ref().and_then(|content| content.body.as_deref()),
        entry.summary.as_ref().map(|summary| summary.content.as_str()),
        entry.media.iter().find_map(|media| media.description.as_ref()).map(|text| text.content.as_str()),
    ];
    let mut texts = bodies.into_iter().flatten().filter_map(|body| fragment::given(body, options.words).ok());
    let body = texts.find(|body| !body.text.trim().is_empty()).ok_or_else(|| EMPTY.to_owned())?;
    let body = fragment::plain_text(&body.text);
    let date = entry.published.or(entry.updated).and_then(|date| dates.written(date));
    let link = entry.links.iter().find(|link| link.rel.as_deref().is_none_or(|rel| rel == "alternate"));
    Ok(Given {
        text: under_headline(title.as_deref(), &body),
        url: link.or(entry.links.first()).and_then(|link| one_line(&link.href)),
        title,
        publisher: text(feed.title.as_ref()),
        author: people(&entry.authors).or_else(|| people(&feed.authors)),
        date: date.as_deref().and_then(publication_date),
        text_source: TextSource::TakenOut,
        ..Given::default()
    })
}

fn text(text: Option<&Text>) -> Option<String> {
    one_line(&fragment::plain(&text?.content))
}

/// Their names; those of RSS may stand in brackets after an address.
fn people(people: &[Person]) -> Option<String> {
    let name = |person: &Person| one_line(person.name.as_deref()?.trim_matches(['(', ')', ' ']));
    let names: Vec<String> = people.iter().filter_map(name).filter(|name| name != "unknown").collect();
    (!names.is_empty()).then(|| names.join(", "))
}
