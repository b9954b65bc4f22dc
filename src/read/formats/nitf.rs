//! NITF, the form in which agencies have sent their stories since the nineties: head, headline, paragraphs.

use roxmltree::Node;

use super::super::address::is_address;
use super::super::given::{EMPTY, Given, one_line, publication_date, under_headline};
use super::xml::{all, document, first, line, without_named_characters};
use crate::page::TextSource;

/// The articles of a document; as a rule it is one.
pub(crate) fn articles(xml: &str) -> Vec<Result<Given, String>> {
    match document(&without_named_characters(xml)) {
        Ok(document) => all(document.root(), "nitf").map(given).collect(),
        Err(reason) => vec![Err(reason)],
    }
}

/// The article of an element `nitf`.
///
/// # Errors
/// One clause, if it has no text.
pub(super) fn given(nitf: Node) -> Result<Given, String> {
    let head = first(nitf, "body.head");
    let published = first(nitf, "pubdata");
    let attribute = |node: Option<Node>, name: &str| node?.attribute(name).and_then(one_line);
    let title = head
        .and_then(|head| first(head, "hl1").or_else(|| first(head, "hedline")))
        .or_else(|| first(nitf, "title"));
    let title = title.and_then(line);
    let date = attribute(first(nitf, "date.issue"), "norm")
        .or_else(|| attribute(published, "date.publication"))
        .or_else(|| attribute(first(nitf, "date.release"), "norm"))
        .or_else(|| attribute(first(nitf, "story.date"), "norm"))
        .or_else(|| first(head?, "story.date").and_then(line));
    let publisher = attribute(published, "name")
        .or_else(|| first(head?, "distributor").and_then(line))
        .or_else(|| attribute(first(nitf, "doc.copyright"), "holder"))
        .or_else(|| attribute(first(nitf, "doc-id"), "regsrc"));
    let addresses = [attribute(published, "ex-ref"), attribute(first(nitf, "doc-id"), "id-string")];
    let body = paragraphs(first(nitf, "body.content").ok_or_else(|| EMPTY.to_owned())?);
    if body.is_empty() {
        return Err(EMPTY.to_owned());
    }
    Ok(Given {
        text: under_headline(title.as_deref(), &body),
        url: addresses.into_iter().flatten().find(|address| is_address(address)),
        title,
        publisher,
        author: head.and_then(|head| first(head, "byline")).and_then(line),
        date: date.as_deref().and_then(publication_date),
        text_source: TextSource::TakenOut,
        ..Given::default()
    })
}

/// The paragraphs and headings below an element, with a blank line between; media and tables are left out.
pub(super) fn paragraphs(body: Node) -> String {
    let is_block = |node: &Node| {
        matches!(node.tag_name().name(), "p" | "hl2" | "h1" | "h2" | "h3" | "h4" | "li" | "block-text")
    };
    let is_beside = |node: &Node| {
        node.ancestors().take_while(|outer| *outer != body).any(|outer| {
            matches!(outer.tag_name().name(), "media" | "table" | "figure" | "aside" | "script" | "style")
        })
    };
    let blocks: Vec<Node> = body.descendants().filter(|node| is_block(node) && !is_beside(node)).collect();
    // A paragraph inside another is read with it.
    let outermost = blocks.iter().filter(|node| !node.ancestors().skip(1).any(|outer| is_block(&outer)));
    let texts: Vec<String> = outermost.filter_map(|node| words(*node)).collect();
    if texts.is_empty() { words(body).unwrap_or_default() } else { texts.join("\n\n") }
}

/// The text of a paragraph as it reads: elements inside a word part nothing.
fn words(node: Node) -> Option<String> {
    let text: String = node.descendants().filter(Node::is_text).filter_map(|text| text.text()).collect();
    one_line(&text)
}
