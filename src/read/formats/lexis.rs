//! What LexisNexis exports as text: many articles in a file, each with named lines around its body.
//!
//! The older form counts its articles (`1 of 2 DOCUMENTS`) and puts outlet and date before the headline; that of Nexis Uni
//! closes each with `End of Document` and puts the headline first. Both marks stand alone on their lines, so that no story
//! that speaks of documents is taken for an export.

use super::super::given::{EMPTY, Given, one_line, publication_date, under_headline};
use crate::page::PublicationDate;
use crate::page::TextSource;

/// Names of the lines before a body.
const BEFORE: [&str; 9] =
    ["byline", "section", "length", "dateline", "headline", "highlight", "series", "body", "correction-date"];

/// Names of the lines after it.
const AFTER: [&str; 22] = [
    "load-date",
    "language",
    "publication-type",
    "url",
    "graphic",
    "subject",
    "organization",
    "company",
    "person",
    "geographic",
    "ticker",
    "type",
    "journal-code",
    "notes",
    "classification",
    "industry",
    "state",
    "city",
    "country",
    "acc-no",
    "document-type",
    "correction",
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Counted,
    Closed,
}

/// The articles of an export; none if the text is none.
pub(crate) fn articles(text: &str) -> Option<Vec<Result<Given, String>>> {
    let form = form(text)?;
    let mut documents = vec![Vec::new()];
    for line in text.lines() {
        match form {
            Form::Counted if is_count(line) => documents.push(Vec::new()),
            Form::Closed if is_end(line) => documents.push(Vec::new()),
            _ if is_page_number(line) => {}
            _ => documents.last_mut()?.push(line.trim()),
        }
    }
    // Before the first count and after the last end stands what belongs to no article.
    match form {
        Form::Counted => drop(documents.remove(0)),
        Form::Closed => drop(documents.pop()),
    }
    Some(documents.iter().map(|lines| Document::of(lines, form).given(form)).collect())
}

fn form(text: &str) -> Option<Form> {
    let has_named = || text.lines().any(|line| matches!(named(line), Some(("load-date" | "length", _))));
    if text.lines().filter(|line| !line.trim().is_empty()).take(40).any(is_count) {
        return has_named().then_some(Form::Counted);
    }
    (text.lines().any(is_end) && has_named()).then_some(Form::Closed)
}

/// `1 of 2 DOCUMENTS`.
fn is_count(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().take(5).collect();
    let [number, of, all, documents] = words[..] else { return false };
    let digits = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    digits(number) && of == "of" && digits(all) && matches!(documents, "DOCUMENTS" | "DOCUMENT")
}

fn is_end(line: &str) -> bool {
    line.trim() == "End of Document"
}

/// `Page 1 of 2`.
fn is_page_number(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().take(5).collect();
    matches!(words[..], ["Page", number, "of", all] if (number.to_owned() + all).bytes().all(|b| b.is_ascii_digit()))
}

/// A named line: its name in lower case and what stands after it.
fn named(line: &str) -> Option<(&'static str, &str)> {
    let (name, rest) = line.trim().split_once(':')?;
    let all = BEFORE.iter().chain(&AFTER);
    all.copied().find(|known| known.eq_ignore_ascii_case(name)).map(|known| (known, rest.trim()))
}

fn is_copyright(line: &str) -> bool {
    ["copyright", "©", "all rights reserved"].iter().any(|start| line.to_lowercase().starts_with(start))
}

/// The parts of one article, in its lines.
#[derive(Debug, Default)]
struct Document<'a> {
    head: Vec<&'a str>,
    named: Vec<(&'static str, String)>,
    body: Vec<&'a str>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Head,
    Named,
    Body,
    End,
}

impl<'a> Document<'a> {
    fn of(lines: &[&'a str], form: Form) -> Self {
        let mut document = Self::default();
        let heads_body = lines.contains(&"Body");
        let (mut part, mut after_gap) = (Part::Head, true);
        for &line in lines {
            part = document.take(line, part, after_gap && !heads_body, form);
            after_gap = line.is_empty();
        }
        document
    }

    /// Takes a line; what part the next one belongs to.
    fn take(&mut self, line: &'a str, part: Part, begins_body: bool, form: Form) -> Part {
        let closing =
            matches!(line, "Classification" | "Graphic") && form == Form::Closed || is_copyright(line);
        match (part, named(line)) {
            (Part::Head | Part::Named, Some(("body", rest))) => self.story(rest),
            (Part::Head | Part::Named, None) if line == "Body" => Part::Body,
            (Part::Body, Some((name, _))) if BEFORE.contains(&name) => self.story(line),
            (_, Some((name, rest))) => {
                self.named.push((name, rest.to_owned()));
                if part == Part::Body || part == Part::End { Part::End } else { Part::Named }
            }
            (Part::Body, None) if closing => Part::End,
            (Part::Body, None) => self.story(line),
            (Part::Head, None) => {
                self.head.push(line);
                Part::Head
            }
            (Part::Named, None) if line.is_empty() => Part::Named,
            (Part::Named, None) if begins_body => self.story(line),
            (Part::Named | Part::End, None) => {
                if let Some((_, value)) = self.named.last_mut().filter(|_| part == Part::Named) {
                    *value = format!("{value} {line}");
                }
                part
            }
        }
    }

    fn story(&mut self, line: &'a str) -> Part {
        self.body.push(line);
        Part::Body
    }

    fn value(&self, wanted: &str) -> Option<String> {
        self.named.iter().find(|(name, _)| *name == wanted).and_then(|(_, value)| one_line(value))
    }

    fn given(&self, form: Form) -> Result<Given, String> {
        let body = self.body.join("\n");
        let head: Vec<&str> = self.head.iter().copied().filter(|line| !is_copyright(line)).collect();
        // A headline may speak of a day.
        let is_date =
            |line: &&str| line.split_whitespace().nth(9).is_none() && PublicationDate::find(line).is_some();
        let filled = head.iter().position(|line| !line.is_empty()).unwrap_or(0);
        let first = if form == Form::Closed { filled + 1 } else { 0 };
        let dated = head.iter().skip(first).position(is_date).map(|at| at + first);
        let (before, after) = head.split_at(dated.unwrap_or(0));
        let before: Vec<&str> = before.iter().copied().filter(|line| !line.is_empty()).collect();
        let (outlet, above) = match (form, before.split_last()) {
            (Form::Closed, Some((last, above))) => (Some(*last), above.join(" ")),
            _ => (before.first().copied(), String::new()),
        };
        // What stands between the date and the headline is an edition.
        let last = after
            .get(1..)
            .and_then(|lines| lines.split(|line| line.is_empty()).rfind(|lines| !lines.is_empty()));
        let below = || last.map(|lines| lines.join(" ")).as_deref().and_then(one_line);
        let title = self.value("headline").or_else(|| one_line(&above)).or_else(below);
        if body.trim().is_empty() {
            return Err(EMPTY.to_owned());
        }
        Ok(Given {
            text: under_headline(title.as_deref(), &body),
            url: self.value("url"),
            title,
            publisher: outlet.and_then(one_line),
            author: self.value("byline"),
            date: after
                .first()
                .and_then(|line| PublicationDate::find(line))
                .or_else(|| publication_date(&self.value("load-date")?)),
            text_source: TextSource::TakenOut,
            ..Given::default()
        })
    }
}
