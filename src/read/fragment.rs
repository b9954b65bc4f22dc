//! A piece of HTML that is all story, as feeds and records have it: its text, and nothing weighed or left out but what is no
//! text at all.

use dom_query::Document;

use super::burden::refuse_burden;
use super::given::{EMPTY, Given};
use super::html::tidy_text;
use super::page_parts;
use crate::page::PageWords;
use crate::page::TextSource;

/// Tags by which a text is known to be HTML: those that stories are made of.
const TAGS: [&str; 16] = [
    "<p>",
    "<p ",
    "</p>",
    "<br>",
    "<br/",
    "<br ",
    "<div",
    "</a>",
    "<span",
    "<li>",
    "</h",
    "<em>",
    "<strong",
    "<article",
    "<figure",
    "<blockquote",
];

/// Whether a text is a whole page.
pub(super) fn is_page(text: &str) -> bool {
    let start: String = text.chars().take(500).collect::<String>().to_ascii_lowercase();
    start.contains("<html") || start.contains("<!doctype html") || start.contains("<body")
}

/// Whether a text is written in HTML.
pub(super) fn is_html(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    TAGS.iter().any(|tag| lower.contains(tag))
}

/// A text that may be HTML, with its source where it is not.
///
/// # Errors
/// One clause that says why there is no text.
pub(super) fn given(text: &str, words: &PageWords) -> Result<Given, String> {
    if !is_html(text) {
        return Ok(Given::text(text.to_owned()));
    }
    let text = self::text(text, words)?;
    Ok(Given { text, text_source: TextSource::TakenOut, ..Given::default() })
}

/// The text of a piece of HTML, with a blank line between paragraphs.
///
/// # Errors
/// One clause that says why there is none.
pub(super) fn text(html: &str, words: &PageWords) -> Result<String, String> {
    refuse_burden(html)?;
    let page = Document::from(format!("<html><body>{html}</body></html>"));
    page.select("script, style, noscript, template, iframe, svg").remove();
    page_parts::tidy(&page, words);
    let text = tidy_text(&page.formatted_text());
    if text.is_empty() { Err(EMPTY.to_owned()) } else { Ok(text) }
}

/// A title without its tags and with its characters for the names that HTML gives them.
pub(super) fn plain(title: &str) -> String {
    if title.contains('<') && is_html(title) || has_named_characters(title) {
        return Document::from(title).text().split_whitespace().collect::<Vec<_>>().join(" ");
    }
    title.to_owned()
}

/// A text with its characters for the names that HTML gives them.
pub(super) fn plain_text(text: &str) -> String {
    if !has_named_characters(text) {
        return text.to_owned();
    }
    Document::from(text.replace('<', "&lt;")).text().to_string()
}

fn has_named_characters(text: &str) -> bool {
    let names = text.split('&').skip(1).filter_map(|rest| rest.split_once(';'));
    names.into_iter().any(|(name, _)| {
        (2..=8).contains(&name.len()) && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#')
    })
}
