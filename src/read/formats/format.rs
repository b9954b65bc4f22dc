//! Which format a file has: by its ending, and by its first bytes where it has none that tells.

use std::ffi::OsStr;
use std::path::Path;

use super::mail;
use super::table;

/// How a file's bytes are to be understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// A text, which may be an export of a press archive.
    Plain,
    Html,
    Json,
    Jsonl,
    Table,
    /// A feed, NITF or NewsML: the root element tells.
    Xml,
    Mhtml,
    Mail,
    Mailbox,
    Warc,
    Docx,
    Pdf,
}

/// The endings of names, in lower case.
const ENDINGS: &[(&str, Format)] = &[
    ("txt", Format::Plain),
    ("html", Format::Html),
    ("htm", Format::Html),
    ("xhtml", Format::Html),
    ("json", Format::Json),
    ("jsonl", Format::Jsonl),
    ("ndjson", Format::Jsonl),
    ("csv", Format::Table),
    ("tsv", Format::Table),
    ("tab", Format::Table),
    ("xml", Format::Xml),
    ("rss", Format::Xml),
    ("atom", Format::Xml),
    ("nitf", Format::Xml),
    ("newsml", Format::Xml),
    ("mhtml", Format::Mhtml),
    ("mht", Format::Mhtml),
    ("eml", Format::Mail),
    ("mbox", Format::Mailbox),
    ("warc", Format::Warc),
    ("docx", Format::Docx),
    ("pdf", Format::Pdf),
];

/// Endings of documents that are not read, which somebody may miss.
const OTHER_DOCUMENTS: &[&str] = &[
    "doc", "rtf", "odt", "epub", "zip", "7z", "rar", "tar", "tgz", "msg", "pst", "pages", "xls", "xlsx",
    "ods", "wacz", "djvu", "ps",
];

/// What a file's name tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Named {
    As(Format),
    /// A document of a format that is not read.
    OtherDocument,
    Nothing,
}

/// What the name of a file tells; compressed ones by what stands before `.gz`.
pub(crate) fn named(path: &Path) -> Named {
    let name = path.file_name().unwrap_or(OsStr::new("")).to_string_lossy().to_lowercase();
    let name = name.strip_suffix(".gz").unwrap_or(&name);
    let Some((_, ending)) = name.rsplit_once('.') else { return Named::Nothing };
    match ENDINGS.iter().find(|(known, _)| *known == ending) {
        Some((_, format)) => Named::As(*format),
        None if OTHER_DOCUMENTS.contains(&ending) => Named::OtherDocument,
        None => Named::Nothing,
    }
}

/// What bytes are whose first ones are a mark, whatever the file is called.
pub(crate) fn by_magic(bytes: &[u8]) -> Option<Format> {
    const MAGIC: [(&[u8], Format); 3] =
        [(b"%PDF-", Format::Pdf), (b"PK\x03\x04", Format::Docx), (b"WARC/1", Format::Warc)];
    MAGIC.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, format)| *format)
}

/// What bytes without a telling name are.
pub(crate) fn sniff(bytes: &[u8]) -> Format {
    if let Some(format) = by_magic(bytes) {
        return format;
    }
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]);
    let start = start.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
    let lower: String = start.chars().take(1024).collect::<String>().to_ascii_lowercase();
    let is_page = ["<!doctype html", "<html", "<head", "<body", "<article", "<div", "<p>"];
    let is_xml = ["<?xml", "<rss", "<feed", "<nitf", "<newsmessage", "<newsitem", "<newsml", "<rdf:rdf"];
    if start.starts_with('{') {
        Format::Jsonl
    } else if start.strip_prefix('[').is_some_and(|rest| rest.trim_start().starts_with('{')) {
        Format::Json
    } else if is_xml.iter().any(|tag| lower.starts_with(tag)) {
        Format::Xml
    } else if start.starts_with('<') && is_page.iter().any(|tag| lower.contains(tag)) {
        Format::Html
    } else if mail::is_mailbox(start) {
        Format::Mailbox
    } else if mail::is_message(start) {
        if mail::is_saved_page(start) { Format::Mhtml } else { Format::Mail }
    } else if table::is_table(start) {
        Format::Table
    } else {
        Format::Plain
    }
}

/// The name of the first element of an XML document, without its prefix.
pub(crate) fn root(xml: &str) -> &str {
    let mut rest = xml;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let end = if rest.starts_with("!--") { "-->" } else { ">" };
        match rest.starts_with(['?', '!']) {
            true => rest = rest.split_once(end).map_or("", |(_, after)| after),
            false => {
                let name = rest.split(|c: char| !c.is_alphanumeric() && !matches!(c, ':' | '_' | '-')).next();
                return name.and_then(|name| name.rsplit(':').next()).unwrap_or_default();
            }
        }
    }
    ""
}
