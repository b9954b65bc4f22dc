//! A saved web page: its article and what its head says of it.
//!
//! The text is what the readability algorithm (of Firefox's reader view) takes out of the page, with a blank line
//! between paragraphs; the headline, which that algorithm removes, is put before it again, because it too states
//! something. This text is the article's source text, as a page has no plain text of its own to count in.

use dom_smoothie::{Config, Readability, ReadabilityError, TextMode};

use super::article::{Article, TextSource};
use super::given::{EMPTY, Given};
use super::page_words::PageWords;
use super::reading_text::without_unread;
use super::{page_date, page_parts, plain};

/// Pages nested deeper than this are broken or hostile, and would take the parser quadratic time; browsers too
/// stop at some hundred levels.
const DEEPEST: usize = 1000;

/// Takes the article out of a page.
///
/// # Errors
/// One clause that says why there is none.
pub(super) fn article(path: String, page: &str, words: &PageWords) -> Result<Article, String> {
    if page.trim().is_empty() {
        return Err(EMPTY.to_owned());
    }
    if depth(page) > DEEPEST {
        return Err(format!(
            "has more than {DEEPEST} elements inside one another; save the page again as plain text"
        ));
    }
    let config = Config { text_mode: TextMode::Formatted, ..Config::default() };
    let mut reader = Readability::new(page, None, Some(config)).map_err(|error| no_article(&error))?;
    let url = canonical_url(&reader);
    let headings = headings(&reader);
    let date = page_date::of(&reader.doc);
    page_parts::tidy(&reader.doc, words);
    let found = reader.parse().map_err(|error| no_article(&error))?;
    let (title, outlet) = headline(some(&found.title), &headings);
    let body = without_unread(found.text_content.trim());
    if body.is_empty() {
        return Err(
            "has no article text in it (a page that needs JavaScript must be saved after it has loaded)"
                .to_owned(),
        );
    }
    let text = match &title {
        Some(title) if !body.starts_with(title.as_str()) => format!("{title}\n\n{body}"),
        _ => body,
    };
    let given = Given {
        url: url.or(found.url),
        title,
        publisher: found.site_name.as_deref().and_then(some).or(outlet),
        date,
        text_source: TextSource::TakenOut,
    };
    plain::article(path, text, given, words)
}

/// About how deep the page's elements are nested: opened and not yet closed, those left out that close themselves.
fn depth(page: &str) -> usize {
    const CLOSE_THEMSELVES: &[&str] = &[
        "area", "base", "body", "br", "col", "dd", "dt", "embed", "head", "hr", "html", "img", "input", "li",
        "link", "meta", "option", "p", "param", "path", "rect", "source", "tbody", "td", "th", "thead", "tr",
        "track", "wbr",
    ];
    let (mut open, mut deepest) = (0_usize, 0);
    for tag in page.split('<').skip(1) {
        let (closes, tag) = match tag.strip_prefix('/') {
            Some(tag) => (true, tag),
            None => (false, tag),
        };
        let name_end = tag.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(tag.len());
        let name = tag[..name_end].to_ascii_lowercase();
        if name.is_empty() || CLOSE_THEMSELVES.contains(&name.as_str()) {
            continue;
        }
        let closed_at_once = tag.split('>').next().is_some_and(|tag| tag.ends_with('/'));
        match closes {
            true => open = open.saturating_sub(1),
            false if !closed_at_once => open += 1,
            false => {}
        }
        deepest = deepest.max(open);
    }
    deepest
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

fn canonical_url(reader: &Readability) -> Option<String> {
    attribute(reader, "link[rel=canonical]", "href")
        .or_else(|| attribute(reader, "meta[property='og:url']", "content"))
}

fn attribute(reader: &Readability, selector: &str, name: &str) -> Option<String> {
    reader.doc.select_single(selector).attr(name).and_then(|value| some(&value))
}

fn some(text: &str) -> Option<String> {
    let text = without_unread(text).split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then_some(text)
}
