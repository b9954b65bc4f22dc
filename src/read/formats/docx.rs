//! Office documents (`.docx`): the paragraphs of the text, and what the file says of its title, writer and day.

use std::io::{Cursor, Read};

use roxmltree::Node;
use zip::ZipArchive;

use super::super::failure::KNOWN;
use super::super::given::{EMPTY, Given, publication_date, under_headline};
use super::xml::{all, document, first, line};
use crate::page::TextSource;

/// Larger parts, in bytes unpacked, are no article.
const LARGEST: u64 = 64 << 20;

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// The text of a document as one article.
///
/// # Errors
/// One clause that says why there is none, and what the file may be instead.
pub(crate) fn given(bytes: &[u8]) -> Result<Given, String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))
        .map_err(|error| format!("is no .docx that can be opened: {error}"))?;
    if archive.index_for_name("word/document.xml").is_none() {
        return Err(format!("is a ZIP archive without a text document in it; unpack it and give {KNOWN}"));
    }
    let source = part(&mut archive, "word/document.xml")?;
    let core = part(&mut archive, "docProps/core.xml").unwrap_or_default();
    let app = part(&mut archive, "docProps/app.xml").unwrap_or_default();
    let story = document(&source)?;
    let paragraphs: Vec<(bool, String)> = all(story.root(), "p").filter_map(paragraph).collect();
    let body = paragraphs.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join("\n\n");
    if body.trim().is_empty() {
        return Err(EMPTY.to_owned());
    }
    let heading = paragraphs.iter().find(|(heading, _)| *heading).map(|(_, text)| text.clone());
    let title = heading.or_else(|| property(&core, "title"));
    let date = ["created", "modified"].iter().find_map(|name| publication_date(&property(&core, name)?));
    Ok(Given {
        text: under_headline(title.as_deref(), &body),
        title,
        publisher: property(&app, "Company"),
        author: property(&core, "creator"),
        date_of_file: date,
        text_source: TextSource::TakenOut,
        ..Given::default()
    })
}

/// A file of the archive, no more of it than the bound.
fn part(archive: &mut Archive, name: &str) -> Result<String, String> {
    let file =
        archive.by_name(name).map_err(|error| format!("has a part {name} that cannot be opened: {error}"))?;
    let mut bytes = Vec::new();
    file.take(LARGEST + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| format!("has a part {name} that cannot be unpacked: {error}"))?;
    if bytes.len() as u64 > LARGEST {
        return Err(format!("has a part {name} of more than {} MB", LARGEST >> 20));
    }
    super::super::decode::page(&bytes)
}

fn property(xml: &str, name: &str) -> Option<String> {
    let properties = document(xml).ok()?;
    first(properties.root(), name).and_then(line)
}

/// A paragraph, and whether it is styled as a heading; what was struck out is not read.
fn paragraph(node: Node) -> Option<(bool, String)> {
    let own = |inner: &Node| {
        let outer = inner.ancestors().find(|outer| matches!(outer.tag_name().name(), "p" | "Fallback"));
        outer == Some(node)
    };
    let text: String = node
        .descendants()
        .filter(own)
        .map(|inner| match inner.tag_name().name() {
            "t" => inner.text().unwrap_or_default(),
            "tab" => " ",
            "br" | "cr" => "\n",
            "noBreakHyphen" => "-",
            _ => "",
        })
        .collect();
    let style = first(node, "pStyle").and_then(|style| style.attributes().next());
    let heading = style
        .is_some_and(|style| matches!(style.value().to_ascii_lowercase().as_str(), "title" | "heading1"));
    let text = text.trim().to_owned();
    (!text.is_empty()).then_some((heading, text))
}
