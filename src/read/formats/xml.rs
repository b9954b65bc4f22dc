//! Reading XML documents of news: bounded, and what readers of them share.

use roxmltree::{Document, Node, ParsingOptions};

use super::super::fragment::plain_text;

/// More nodes than this are no news.
const MOST_NODES: u32 = 5_000_000;

/// The text of a document with HTML's names of characters replaced, which the DTD of NITF knows and no parser reads.
pub(super) fn without_named_characters(xml: &str) -> String {
    const XML: [&str; 5] = ["amp", "lt", "gt", "quot", "apos"];
    let mut replaced = String::with_capacity(xml.len());
    let mut rest = xml;
    while let Some(at) = rest.find('&') {
        replaced.push_str(&rest[..at]);
        rest = &rest[at..];
        let name = rest[1..].split(';').next().filter(|name| name.len() <= 8).unwrap_or_default();
        let named = name.starts_with(|c: char| c.is_ascii_alphabetic())
            && name.bytes().all(|b| b.is_ascii_alphanumeric());
        if named && !XML.contains(&name) && rest.len() > name.len() + 1 {
            replaced.push_str(&plain_text(&rest[..name.len() + 2]));
            rest = &rest[name.len() + 2..];
        } else {
            replaced.push('&');
            rest = &rest[1..];
        }
    }
    replaced + rest
}

/// The document; entities of a DTD are allowed, as NITF has one, and bounded by the parser.
///
/// # Errors
/// One clause that says where it is broken.
pub(super) fn document(xml: &str) -> Result<Document<'_>, String> {
    let options = ParsingOptions { allow_dtd: true, nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    Document::parse_with_options(xml, options).map_err(|error| format!("is no XML that can be read: {error}"))
}

/// The first element of a name below a node, in whatever namespace.
pub(super) fn first<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    all(node, name).next()
}

/// All elements of a name below a node, and the node itself.
pub(super) fn all<'a, 'i, 'n>(
    node: Node<'a, 'i>,
    name: &'n str,
) -> impl Iterator<Item = Node<'a, 'i>> + use<'a, 'i, 'n> {
    node.descendants().filter(move |inner| inner.tag_name().name() == name)
}

/// All the text of a node, in one line.
pub(super) fn line(node: Node) -> Option<String> {
    let text: Vec<&str> = node.descendants().filter(Node::is_text).filter_map(|text| text.text()).collect();
    super::super::given::one_line(&text.join(" "))
}
