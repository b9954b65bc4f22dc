//! From the bytes of a file to the articles in it, by its format.

use super::super::failure::KNOWN;
use super::super::given::Given;
use super::super::options::ReadOptions;
use super::super::{decode, html};
use super::format::{Format, root};
use super::found::{Found, numbered};
use super::{docx, factiva, feed, json, lexis, mail, newsml, nitf, pdf, table, trafilatura, warc};

/// The articles of a file, or why there is none.
pub(crate) fn articles(bytes: &[u8], format: Format, options: &ReadOptions) -> Vec<Found> {
    let alone = |given| vec![Found::alone(given)];
    let text = |read: fn(&str, &ReadOptions) -> Vec<Found>| match decode::text(bytes) {
        Ok(text) => read(&text, options),
        Err(reason) => alone(Err(reason)),
    };
    match format {
        Format::Plain => text(|text, _| plain(text)),
        Format::Html => alone(decode::page(bytes).and_then(|page| html::given(&page, None, options.words))),
        // The whole file is decoded first, as an encoding of two bytes a character has no lines to read by.
        Format::Json => text(json::whole),
        Format::Jsonl => text(json::lines),
        Format::Table => text(table::articles),
        Format::Xml => xml(bytes, options),
        Format::Mhtml => alone(mail::saved_page(bytes, options)),
        Format::Mail => alone(mail::message(bytes, options)),
        Format::Mailbox => mail::mailbox(bytes, options),
        Format::Warc => warc::articles(bytes, options),
        Format::Docx => match docx::given(bytes) {
            Ok(given) => exported(given),
            Err(reason) => alone(Err(reason)),
        },
        Format::Pdf => match pdf::given(bytes) {
            Ok(given) => exported(given),
            Err(reason) => alone(Err(reason)),
        },
    }
}

fn plain(text: &str) -> Vec<Found> {
    exported(Given::text(text.to_owned()))
}

/// The articles of a text that a press archive exported, or the text as it is.
fn exported(given: Given) -> Vec<Found> {
    match lexis::articles(&given.text).or_else(|| factiva::articles(&given.text)) {
        Some(articles) => numbered(articles),
        None => vec![Found::alone(Ok(given))],
    }
}

/// XML is known by its first element.
fn xml(bytes: &[u8], options: &ReadOptions) -> Vec<Found> {
    let page = match decode::page(bytes) {
        Ok(page) => page,
        Err(reason) => return vec![Found::alone(Err(reason))],
    };
    match root(&page).to_ascii_lowercase().as_str() {
        "rss" | "feed" | "rdf" => match feed::articles(bytes, options) {
            Ok(articles) => {
                articles.into_iter().enumerate().map(|(index, given)| Found::at(index + 1, given)).collect()
            }
            Err(reason) => vec![Found::alone(Err(reason))],
        },
        "nitf" => numbered(nitf::articles(&page)),
        "newsmessage" | "newsitem" | "packageitem" | "newsml" => numbered(newsml::articles(&page, options)),
        "doc" => numbered(trafilatura::articles(&page)),
        "html" => vec![Found::alone(html::given(&page, None, options.words))],
        other => vec![Found::alone(Err(format!("is XML of an unknown kind (<{other}>); give {KNOWN}")))],
    }
}
