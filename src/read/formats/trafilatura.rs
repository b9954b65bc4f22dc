//! trafilatura's own XML: what it knows of a page as attributes, the text as paragraphs.

use roxmltree::Node;

use super::super::given::{EMPTY, Given, one_line, publication_date, under_headline};
use super::nitf::paragraphs;
use super::xml::{all, document, first};
use crate::page::TextSource;

/// The articles of a document; as a rule it is one.
pub(crate) fn articles(xml: &str) -> Vec<Result<Given, String>> {
    match document(xml) {
        Ok(document) => all(document.root(), "doc").map(given).collect(),
        Err(reason) => vec![Err(reason)],
    }
}

fn given(page: Node) -> Result<Given, String> {
    let attribute = |names: &[&str]| names.iter().find_map(|name| one_line(page.attribute(*name)?));
    let title = attribute(&["title"]);
    let body = first(page, "main").map(paragraphs).unwrap_or_default();
    if body.is_empty() {
        return Err(EMPTY.to_owned());
    }
    Ok(Given {
        text: under_headline(title.as_deref(), &body),
        url: attribute(&["source", "url"]),
        title,
        publisher: attribute(&["sitename", "hostname"]),
        author: attribute(&["author"]),
        date: attribute(&["date"]).as_deref().and_then(publication_date),
        text_source: TextSource::TakenOut,
        ..Given::default()
    })
}
