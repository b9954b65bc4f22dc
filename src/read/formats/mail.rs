//! What travels as mail: messages and mailboxes, and web pages saved as MHTML, which have the same form.

use mail_parser::mailbox::mbox::MessageIterator;
use mail_parser::{Message, MessageParser, PartType};

use super::super::address::host;
use super::super::given::{EMPTY, Given, one_line, publication_date, under_headline};
use super::super::options::ReadOptions;
use super::super::{fragment, html};
use super::found::Found;
use crate::page::TextSource;
use crate::quiet::quietly;

/// Larger messages, in bytes, are attachments with a greeting.
const LARGEST: usize = 64 << 20;

/// More parts than this are no newsletter.
const MOST_PARTS: usize = 10_000;

/// Names of headers by which a message is known.
const HEADERS: [&str; 14] = [
    "content-type",
    "date",
    "delivered-to",
    "from",
    "message-id",
    "mime-version",
    "received",
    "reply-to",
    "return-path",
    "snapshot-content-location",
    "subject",
    "to",
    "x-mozilla-status",
    "content-location",
];

/// Whether a text begins as a message does: with several of the usual headers.
pub(crate) fn is_message(start: &str) -> bool {
    let headers = start.lines().take_while(|line| !line.trim().is_empty()).take(40);
    let names = headers.filter_map(|line| line.split_once(':')).map(|(name, _)| name.to_ascii_lowercase());
    names.filter(|name| HEADERS.contains(&name.as_str())).count() >= 3
}

/// Whether a text begins as a mailbox does: `From ada@example.org Tue Mar  5 10:00:00 2024`, then a message.
pub(crate) fn is_mailbox(start: &str) -> bool {
    start.starts_with("From ") && start.split_once('\n').is_some_and(|(_, message)| is_message(message))
}

/// Whether a message is a page that a browser saved.
pub(crate) fn is_saved_page(start: &str) -> bool {
    let start = start.to_ascii_lowercase();
    let head = start.split("\n\n").next().unwrap_or_default().split("\r\n\r\n").next().unwrap_or_default();
    head.contains("snapshot-content-location:")
        || head.contains("from: <saved by ")
        || head.contains("from: \"saved by ")
}

/// The article of a message: its sender is the outlet.
///
/// # Errors
/// One clause that says why there is none.
pub(crate) fn message(bytes: &[u8], options: &ReadOptions) -> Result<Given, String> {
    let message = parsed(bytes)?;
    let sender = message.from().and_then(|from| from.first());
    let name = sender.and_then(|sender| sender.name()).and_then(one_line);
    let domain =
        || sender?.address()?.split_once('@').and_then(|(_, domain)| host(&format!("mail://{domain}")));
    let title = message
        .thread_name()
        .and(message.subject())
        .and_then(one_line)
        .map(|title| without_forwarding(&title));
    let address =
        message.header_raw("Archived-At").and_then(|url| one_line(url.trim().trim_matches(['<', '>'])));
    let body = body(&message, options)?;
    Ok(Given {
        text: under_headline(title.as_deref(), &body),
        url: address,
        title,
        publisher: name.clone().or_else(domain),
        author: name,
        date: message.date().and_then(|date| publication_date(&date.to_rfc3339())),
        text_source: TextSource::TakenOut,
        ..Given::default()
    })
}

/// The plain text of a message, else that of its HTML.
fn body(message: &Message, options: &ReadOptions) -> Result<String, String> {
    let parts = || message.text_body.iter().chain(&message.html_body).filter_map(|part| message.part(*part));
    let plain = parts().find_map(|part| match &part.body {
        PartType::Text(text) if !text.trim().is_empty() => Some(text.replace("\r\n", "\n")),
        _ => None,
    });
    let marked = || {
        parts().find_map(|part| match &part.body {
            PartType::Html(page) => fragment::text(page, options.words).ok(),
            _ => None,
        })
    };
    plain.or_else(marked).ok_or_else(|| EMPTY.to_owned())
}

/// A subject without what mail programs put before it.
fn without_forwarding(subject: &str) -> String {
    let mut rest = subject;
    while let Some((start, after)) = rest.split_once(':') {
        if !["fw", "fwd", "re", "aw", "wg"].contains(&start.trim().to_ascii_lowercase().as_str()) {
            break;
        }
        rest = after.trim();
    }
    rest.to_owned()
}

/// The articles of a mailbox, one a message.
pub(crate) fn mailbox(bytes: &[u8], options: &ReadOptions) -> Vec<Found> {
    let messages = MessageIterator::new(bytes).enumerate().map(|(index, message_read)| {
        let given = message_read.map_err(|error| format!("could not be read on: {error}"));
        Found::at(index + 1, given.and_then(|read| message(&read.unwrap_contents(), options)))
    });
    let found: Vec<Found> = messages.collect();
    if found.is_empty() {
        return vec![Found::alone(
            Err("is no mailbox: no line in it begins a message (“From …”)".to_owned()),
        )];
    }
    found
}

/// The article of a page that was saved with all that belongs to it.
///
/// # Errors
/// One clause that says why there is none.
pub(crate) fn saved_page(bytes: &[u8], options: &ReadOptions) -> Result<Given, String> {
    let message = parsed(bytes)?;
    let header = |name: &'static str| message.header_raw(name).and_then(one_line);
    let whole = header("Snapshot-Content-Location").or_else(|| header("Content-Location"));
    let pages = message.parts.iter().filter_map(|part| match &part.body {
        PartType::Html(page) => {
            let mut headers = part.headers.iter().filter(|header| header.name() == "Content-Location");
            let place = headers.next().and_then(|header| header.value().as_text()).and_then(one_line);
            Some((place, page))
        }
        _ => None,
    });
    let pages: Vec<_> = pages.collect();
    // A frame may come before the page that it stands in.
    let page = pages.iter().find(|(place, _)| whole.is_some() && *place == whole).or(pages.first());
    let (place, page) = page.ok_or_else(|| "has no page in it".to_owned())?;
    html::given(page, whole.as_deref().or(place.as_deref()), options.words)
}

fn parsed(bytes: &[u8]) -> Result<Message<'_>, String> {
    if bytes.len() > LARGEST {
        return Err(format!("is a message of more than {} MB; take the article out of it", LARGEST >> 20));
    }
    let message = quietly(|| MessageParser::default().parse(bytes)).ok().flatten();
    let message =
        message.ok_or_else(|| "is no message that can be read; save its text as .txt".to_owned())?;
    if message.parts.len() > MOST_PARTS {
        return Err(format!("is a message of more than {MOST_PARTS} parts; take the article out of it"));
    }
    Ok(message)
}
