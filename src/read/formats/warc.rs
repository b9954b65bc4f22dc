//! Web archives (Common Crawl, wget, browsers' crawlers): the pages among their records. What else lies in them is passed over.
//!
//! They are larger than any memory, so records are read one by one, and of each no more than a page may be large.

use std::io::{BufRead, Read};

use flate2::read::{MultiGzDecoder, ZlibDecoder};
use rayon::prelude::*;

use super::super::given::{Given, publication_date};
use super::super::options::ReadOptions;
use super::super::{decode, html};
use super::found::Found;

/// Larger pages, in bytes, packed or unpacked, are not read.
const LARGEST_PAGE: u64 = 16 << 20;

/// Longer heads of records, in bytes, are broken.
const LONGEST_HEAD: u64 = 64 << 10;

/// So many pages are held at a time.
const AT_ONCE: usize = 64;

/// A record's page, where it is one.
struct Page {
    place: usize,
    address: Option<String>,
    date: Option<String>,
    bytes: Result<Vec<u8>, String>,
}

/// The articles of an archive, by the numbers of their records.
pub(crate) fn articles(mut input: impl BufRead, options: &ReadOptions) -> Vec<Found> {
    let mut found = Vec::new();
    let mut pages = Vec::new();
    let mut place = 0;
    loop {
        let next = record(&mut input, place + 1);
        let ended = !matches!(next, Ok(Some(_)));
        match next {
            Ok(Some(page)) => {
                place += 1;
                pages.extend(page);
            }
            Ok(None) if place == 0 => {
                found.push(Found::alone(Err("is no web archive: no record begins it".to_owned())));
            }
            Ok(None) => {}
            Err(reason) => {
                pages.push(Page { place: place + 1, address: None, date: None, bytes: Err(reason) });
            }
        }
        if ended || pages.len() >= AT_ONCE {
            found.par_extend(pages.par_drain(..).map(|page| Found::at(page.place, given(page, options))));
        }
        if ended {
            return found;
        }
    }
}

fn given(page: Page, options: &ReadOptions) -> Result<Given, String> {
    let text = decode::page(&page.bytes?)?;
    let given = html::given(&text, None, options.words)?;
    let fetched = page.date.as_deref().and_then(publication_date);
    Ok(Given { url: page.address.or(given.url), date_of_file: fetched, ..given })
}

/// The next record: a page, or one that is passed over (`Some(None)`); none at the end.
///
/// # Errors
/// One clause that says why nothing after it can be read.
fn record(input: &mut impl BufRead, place: usize) -> Result<Option<Option<Page>>, String> {
    let Some(head) = head(input, b"WARC/")? else { return Ok(None) };
    let length: u64 = head
        .value("content-length")
        .and_then(|length| length.parse().ok())
        .ok_or("has a record without a length")?;
    let mut body = input.take(length);
    let is_response = head.value("warc-type").is_some_and(|kind| kind.eq_ignore_ascii_case("response"));
    let is_http = head
        .value("content-type")
        .is_none_or(|kind| kind.to_ascii_lowercase().starts_with("application/http"));
    let page = if is_response && is_http { http_page(&mut body) } else { None };
    std::io::copy(&mut body, &mut std::io::sink()).map_err(|error| unreadable(&error))?;
    if body.limit() > 0 {
        return Err("ends in the middle of a record".to_owned());
    }
    Ok(Some(page.map(|bytes| Page {
        place,
        address: head.value("warc-target-uri").map(|uri| uri.trim_matches(['<', '>']).to_owned()),
        date: head.value("warc-date").map(str::to_owned),
        bytes,
    })))
}

fn unreadable(error: &std::io::Error) -> String {
    format!("could not be read on: {error}")
}

/// The page of an answer, if it is one that came well.
fn http_page(answer: &mut impl BufRead) -> Option<Result<Vec<u8>, String>> {
    let head = head(answer, b"HTTP/").ok()??;
    let status = head.first.split_whitespace().nth(1)?;
    let kind = head.value("content-type").unwrap_or_default().to_ascii_lowercase();
    if !status.starts_with('2') || !kind.contains("html") {
        return None;
    }
    let mut bytes = Vec::new();
    answer.take(LARGEST_PAGE + 1).read_to_end(&mut bytes).ok()?;
    let is = |name: &str, wanted: &str| {
        head.value(name).is_some_and(|value| value.to_ascii_lowercase().contains(wanted))
    };
    if is("transfer-encoding", "chunked") {
        // Crawlers often leave the header and not the chunks.
        bytes = without_chunks(&bytes).unwrap_or(bytes);
    }
    Some(unpacked(bytes, is("content-encoding", "deflate")))
}

fn unpacked(bytes: Vec<u8>, deflated: bool) -> Result<Vec<u8>, String> {
    let mut page = Vec::new();
    let mut read = |from: &mut dyn Read| from.take(LARGEST_PAGE + 1).read_to_end(&mut page);
    let outcome = if bytes.starts_with(b"\x1F\x8B") {
        read(&mut MultiGzDecoder::new(bytes.as_slice()))
    } else if deflated && bytes.first().is_some_and(|first| first & 15 == 8) {
        read(&mut ZlibDecoder::new(bytes.as_slice()))
    } else {
        page = bytes;
        Ok(page.len())
    };
    outcome.map_err(|error| format!("has a page that could not be unpacked: {error}"))?;
    if page.len() as u64 > LARGEST_PAGE {
        return Err(format!("is a page of more than {} MB", LARGEST_PAGE >> 20));
    }
    Ok(page)
}

/// What was sent in chunks, each under its length in a line of its own.
fn without_chunks(bytes: &[u8]) -> Option<Vec<u8>> {
    let (mut rest, mut whole) = (bytes, Vec::new());
    loop {
        let end = rest.windows(2).position(|pair| pair == b"\r\n")?;
        let length = std::str::from_utf8(&rest[..end]).ok()?.split(';').next()?.trim();
        let length = usize::from_str_radix(length, 16).ok()?;
        rest = &rest[end + 2..];
        if length == 0 {
            return Some(whole);
        }
        whole.extend_from_slice(rest.get(..length)?);
        rest = rest.get(length..)?.strip_prefix(b"\r\n")?;
    }
}

/// The head of a record or of an answer: its first line, and its named lines in lower case.
struct Head {
    first: String,
    named: Vec<(String, String)>,
}

impl Head {
    fn value(&self, name: &str) -> Option<&str> {
        self.named.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// The next head, after lines without anything in them; none at the end of what is read.
fn head(input: &mut impl BufRead, begins: &[u8]) -> Result<Option<Head>, String> {
    let mut head: Option<Head> = None;
    let mut left = LONGEST_HEAD;
    let mut line = Vec::new();
    loop {
        line.clear();
        let read = input.take(left).read_until(b'\n', &mut line).map_err(|error| unreadable(&error))?;
        left -= read as u64;
        let text = String::from_utf8_lossy(&line);
        match (&mut head, text.trim_end()) {
            (None, "") if read == 0 => return Ok(None),
            (Some(_), "") => return Ok(head),
            (None, "") => {}
            (None, _) if !line.starts_with(begins) => {
                return Err("has a record that begins as none does".to_owned());
            }
            (None, first) => head = Some(Head { first: first.to_owned(), named: Vec::new() }),
            (Some(head), named) => {
                let (name, value) = named.split_once(':').unwrap_or((named, ""));
                head.named.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
            }
        }
        if left == 0 {
            return Err("has a record whose head has no end".to_owned());
        }
    }
}
