//! A saved web page: its article and what its head says of it.
//!
//! The text is what the readability algorithm (of Firefox's reader view) takes out of the page, with a blank line
//! between paragraphs; the headline, which that algorithm removes, is put before it again, because it too states
//! something. This text is the article's source text, as a page has no plain text of its own to count in.

use dom_smoothie::{Config, Readability, ReadabilityError, TextMode};

use super::address::is_address;
use super::burden::refuse_burden;
use super::given::{EMPTY, Given, one_line, under_headline};
use super::paywall::paywalled;
use super::{page_date, page_parts};
use crate::page::PageWords;
use crate::page::TextSource;
use crate::page::without_unread;

/// Takes the article out of a page; `location` is where the page was saved from, if its file says so.
///
/// # Errors
/// One clause that says why there is none.
pub(super) fn given(page: &str, location: Option<&str>, words: &PageWords) -> Result<Given, String> {
    if page.trim().is_empty() {
        return Err(EMPTY.to_owned());
    }
    refuse_burden(page)?;
    let config = Config { text_mode: TextMode::Formatted, ..Config::default() };
    let mut reader = Readability::new(page, None, Some(config)).map_err(|error| no_article(&error))?;
    let url = address(&reader, page, location);
    let headings = headings(&reader);
    let date = page_date::of(&reader.doc);
    let paywall = words.paywall(&reader.doc.text());
    page_parts::tidy(&reader.doc, words);
    let no_text = || match &paywall {
        Some(prompt) => paywalled(prompt),
        None => "has no article text in it (a page that needs JavaScript must be saved after it has loaded)"
            .to_owned(),
    };
    let found =
        reader.parse().map_err(|error| if paywall.is_some() { no_text() } else { no_article(&error) })?;
    let (title, outlet) = headline(some(&found.title), &headings);
    let body = tidy_text(&found.text_content);
    if body.is_empty() {
        return Err(no_text());
    }
    Ok(Given {
        text: under_headline(title.as_deref(), &body),
        url: url.or(found.url),
        title,
        publisher: found.site_name.as_deref().and_then(some).or(outlet),
        author: found.byline.as_deref().and_then(some),
        date,
        text_source: TextSource::TakenOut,
        paywall,
        ..Given::default()
    })
}

/// A text taken out of a page, without what nobody sees.
pub(super) fn tidy_text(text: &str) -> String {
    without_unread(text.trim())
}

fn no_article(error: &ReadabilityError) -> String {
    format!("no article could be found in the page ({error})")
}

fn headings(reader: &Readability) -> Vec<String> {
    reader.doc.select("h1").nodes().iter().filter_map(|heading| some(&heading.text())).collect()
}

/// The headline and the outlet's name out of a page's title (`Ferry company fined | Orrin Herald`): a heading of
/// the page that the title starts or ends with is the headline, and the rest is the outlet.
fn headline(title: Option<String>, headings: &[String]) -> (Option<String>, Option<String>) {
    let Some(title) = title else { return (headings.first().cloned(), None) };
    let rest_around = |heading: &String| {
        let rest = title.strip_prefix(heading.as_str()).or_else(|| title.strip_suffix(heading.as_str()))?;
        let outlet = rest.trim_matches(|c: char| !c.is_alphanumeric());
        Some((heading.clone(), outlet.to_owned()))
    };
    match headings.iter().find_map(rest_around) {
        Some((heading, outlet)) => (Some(heading), some(&outlet)),
        None => (Some(title), None),
    }
}

/// Where the page stands on the web: as its head says, or whoever saved it.
fn address(reader: &Readability, page: &str, location: Option<&str>) -> Option<String> {
    let canonical = attribute(reader, "link[rel=canonical]", "href")
        .or_else(|| attribute(reader, "meta[property='og:url']", "content"));
    let saved = || location.and_then(some).or_else(|| saved_from(page));
    canonical.clone().filter(|url| is_address(url)).or_else(saved).or(canonical)
}

/// What browsers and SingleFile write at the head of a page that they save.
fn saved_from(page: &str) -> Option<String> {
    const MARKS: [(&str, &str); 2] = [("saved from url=(", ")"), ("Page saved with SingleFile", "url:")];
    let comments = page.split("<!--").skip(1).take(3).filter_map(|rest| rest.split("-->").next());
    comments.flat_map(|comment| MARKS.map(|mark| (comment, mark))).find_map(|(comment, (mark, before))| {
        let address = comment.split_once(mark)?.1.split_once(before)?.1.split_whitespace().next()?;
        is_address(address).then(|| address.to_owned())
    })
}

fn attribute(reader: &Readability, selector: &str, name: &str) -> Option<String> {
    reader.doc.select_single(selector).attr(name).and_then(|value| some(&value))
}

fn some(text: &str) -> Option<String> {
    one_line(&without_unread(text))
}
