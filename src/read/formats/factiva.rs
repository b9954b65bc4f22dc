//! What Factiva exports as text: many articles in a file, each closed by its number (`Document EXTI000020240305ek3500001`).
//!
//! Parts are named by codes (`HD`, `LP`, `TD`) or by nothing but their order: headline, writer, number of words, date, outlet,
//! language, copyright, story.

use std::collections::BTreeMap;

use super::super::given::{EMPTY, Given, one_line, publication_date, under_headline};
use crate::page::PublicationDate;
use crate::page::TextSource;

const CODES: [&str; 28] = [
    "HD", "HL", "BY", "CR", "WC", "PD", "ET", "SN", "SC", "ED", "PG", "VOL", "LA", "CY", "LP", "TD", "CO",
    "IN", "NS", "RE", "PUB", "AN", "SE", "CT", "RF", "ART", "IPC", "IPD",
];

/// The articles of an export; none if the text is none.
pub(crate) fn articles(text: &str) -> Option<Vec<Result<Given, String>>> {
    let mut documents = vec![Vec::new()];
    for line in text.lines().map(str::trim_end) {
        if is_number(line) {
            documents.push(Vec::new());
        } else {
            documents.last_mut()?.push(line);
        }
    }
    let rest = documents.pop()?;
    let known = |lines: &Vec<&str>| {
        lines.iter().any(|line| {
            is_word_count(line) || *line == "WC" || line.starts_with("WC ") || line.starts_with("WC\t")
        })
    };
    if documents.is_empty() || !documents.iter().all(known) {
        return None;
    }
    // An article without its number was cut off, and is one nevertheless.
    documents.extend(Some(rest).filter(known));
    Some(documents.iter().map(|lines| coded(lines).unwrap_or_else(|| in_order(lines))).collect())
}

/// `Document EXTI000020240305ek3500001`: a code, and the day inside it.
fn is_number(line: &str) -> bool {
    let line = line.trim();
    let line = line.strip_prefix("AN").map_or(line, str::trim_start);
    // With its code the number stands alone, too.
    let Some(number) = line.strip_prefix("Document ") else { return false };
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    number.len() >= 16
        && digits >= 8
        && number.starts_with(|c: char| c.is_ascii_uppercase())
        && number.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

fn is_word_count(line: &str) -> bool {
    let count = line.trim().strip_suffix(" words");
    count.is_some_and(|count| !count.is_empty() && count.bytes().all(|b| b.is_ascii_digit() || b == b','))
}

/// An article whose parts are named by codes.
fn coded(lines: &[&str]) -> Option<Result<Given, String>> {
    let mut parts: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut current = None;
    for line in lines {
        let (code, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        if CODES.contains(&code) {
            current = Some(code);
            parts.entry(code).or_default().push(rest.trim());
        } else if let Some(part) = current.and_then(|code| parts.get_mut(code)) {
            part.push(line.trim());
        }
    }
    let part =
        |code: &str| parts.get(code).map(|lines| lines.join("\n")).filter(|text| !text.trim().is_empty());
    let title = one_line(&part("HD").or_else(|| part("HL"))?);
    let body = [part("LP"), part("TD")]
        .into_iter()
        .flatten()
        .map(|text| text.trim().to_owned())
        .collect::<Vec<_>>()
        .join("\n\n");
    let line = |code: &str| part(code).as_deref().and_then(one_line);
    Some(given(title, line("SN"), line("BY"), line("PD").as_deref().and_then(publication_date), &body))
}

/// An article whose parts are known by their order.
fn in_order(lines: &[&str]) -> Result<Given, String> {
    let counted = lines.iter().position(|line| is_word_count(line)).unwrap_or(0);
    let (head, rest) = lines.split_at(counted);
    let head: Vec<&str> = head.iter().map(|line| line.trim()).filter(|line| !line.is_empty()).collect();
    let is_byline = |line: &&&str| line.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("by "));
    // A section may stand above the headline, and a writer without a word more below it.
    let title = head.iter().filter(|line| !is_byline(line)).max_by_key(|line| line.len());
    let author = head.iter().rfind(is_byline).or(head.last()).filter(|line| Some(*line) != title);
    let dated = rest.iter().position(|line| PublicationDate::find(line).is_some()).unwrap_or(0);
    let is_time = |line: &str| {
        let time = line.split_whitespace().next().unwrap_or_default();
        time.contains(':') && time.bytes().all(|byte| byte.is_ascii_digit() || byte == b':')
    };
    let after = rest[dated..].iter().skip(1);
    let outlet = after.clone().find(|line| !line.trim().is_empty() && !is_time(line.trim()));
    let is_copyright = |line: &&str| {
        ["copyright", "(c)", "©"].iter().any(|start| line.trim().to_lowercase().starts_with(start))
    };
    let is_language = |line: &&str| line.trim() == "English";
    let begins = rest.iter().position(is_copyright).or_else(|| rest.iter().position(is_language));
    let body = rest.get(begins.map_or(1, |at| at + 1)..).unwrap_or_default();
    // A copyright of several lines ends at a gap.
    let gap = body.iter().position(|line| line.trim().is_empty()).filter(|gap| *gap < 4).unwrap_or(0);
    let date = rest.get(dated).and_then(|line| PublicationDate::find(line));
    let line = |line: &&str| one_line(line);
    given(title.and_then(line), outlet.and_then(line), author.and_then(line), date, &body[gap..].join("\n"))
}

fn given(
    title: Option<String>,
    publisher: Option<String>,
    author: Option<String>,
    date: Option<PublicationDate>,
    body: &str,
) -> Result<Given, String> {
    if body.trim().is_empty() {
        return Err(EMPTY.to_owned());
    }
    let text = under_headline(title.as_deref(), body);
    Ok(Given { text, title, publisher, author, date, text_source: TextSource::TakenOut, ..Given::default() })
}
