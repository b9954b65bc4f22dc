//! NewsML-G2, the form of today's agencies: one `newsItem` or a message of many, each with its text inside; and of its
//! forerunner NewsML 1 what has the same parts.

use roxmltree::Node;

use super::super::address::is_address;
use super::super::fragment;
use super::super::given::{EMPTY, Given, one_line, publication_date, under_headline};
use super::super::options::ReadOptions;
use super::nitf;
use super::xml::{all, document, first, line, without_named_characters};
use crate::page::PublicationDate;
use crate::page::TextSource;

/// What holds the text of an item.
const CONTENT: [&str; 3] = ["inlineXML", "inlineData", "DataContent"];

/// The articles of a document, in its order.
pub(crate) fn articles(xml: &str, options: &ReadOptions) -> Vec<Result<Given, String>> {
    let xml = without_named_characters(xml);
    let document = match document(&xml) {
        Ok(document) => document,
        Err(reason) => return vec![Err(reason)],
    };
    let root = document.root();
    let items = all(root, "newsItem").chain(all(root, "NewsItem"));
    // Pictures and packages of links come in the same message.
    let told: Vec<_> = items.filter(|item| is_text(*item)).map(|item| given(item, options)).collect();
    if told.is_empty() { vec![Err("is NewsML without a text in it".to_owned())] } else { told }
}

fn is_text(item: Node) -> bool {
    let class = first(item, "itemClass").and_then(|class| class.attribute("qcode"));
    class.is_none_or(|class| class.ends_with(":text"))
        && CONTENT.iter().any(|name| first(item, name).is_some())
}

fn given(item: Node, options: &ReadOptions) -> Result<Given, String> {
    let inner = match first(item, "nitf") {
        Some(inner) => nitf::given(inner)?,
        None => Given { text: body(item, options)?, ..Given::default() },
    };
    let titles = ["headline", "HeadLine", "title"];
    let title = titles
        .iter()
        .find_map(|name| all(item, name).find(|node| !is_in_text(*node)).and_then(line))
        .or(inner.title);
    Ok(Given {
        text: under_headline(title.as_deref(), &inner.text),
        url: address(item).or(inner.url),
        title,
        publisher: provider(item).or(inner.publisher),
        author: author(item).or(inner.author),
        date: date(item).or(inner.date),
        text_source: TextSource::TakenOut,
        ..Given::default()
    })
}

/// Whether an element belongs to the text, not to what is said of it.
fn is_in_text(node: Node) -> bool {
    node.ancestors().any(|outer| CONTENT.contains(&outer.tag_name().name()))
}

/// The text: marked up in elements, or as one string that may be HTML.
fn body(item: Node, options: &ReadOptions) -> Result<String, String> {
    let contents = CONTENT.iter().flat_map(|name| all(item, name));
    let read = |content: Node| {
        if content.children().any(|child| child.is_element()) {
            return Some(nitf::paragraphs(first(content, "body").unwrap_or(content)));
        }
        Some(fragment::given(content.text()?, options.words).ok()?.text)
    };
    contents.filter_map(read).find(|text| !text.trim().is_empty()).ok_or_else(|| EMPTY.to_owned())
}

fn provider(item: Node) -> Option<String> {
    let named = |name: &str| {
        let node = first(item, name)?;
        let inner = first(node, "name").and_then(line).or_else(|| line(node));
        let code = || node.attribute("qcode").and_then(|code| code.rsplit(':').next());
        inner.or_else(|| node.attribute("literal").or_else(code).and_then(one_line))
    };
    let party = |name: &str| first(first(item, name)?, "Party")?.attribute("FormalName").and_then(one_line);
    named("provider")
        .or_else(|| named("copyrightHolder"))
        .or_else(|| party("Provider"))
        .or_else(|| named("ProviderId"))
}

fn author(item: Node) -> Option<String> {
    let by = ["by", "ByLine", "byline"].iter().find_map(|name| first(item, name).and_then(line));
    by.or_else(|| first(first(item, "creator")?, "name").and_then(line))
}

/// The day of its first version, as "yesterday" is counted from that.
fn date(item: Node) -> Option<PublicationDate> {
    let names =
        ["firstCreated", "versionCreated", "contentCreated", "FirstCreated", "ThisRevisionCreated", "DateId"];
    names.iter().find_map(|name| publication_date(&first(item, name).and_then(line)?))
}

fn address(item: Node) -> Option<String> {
    let links = all(item, "link").filter(|link| !is_in_text(*link)).filter_map(|link| link.attribute("href"));
    let others = all(item, "altId").filter_map(|id| id.text());
    let found = item.attribute("guid").into_iter().chain(others).chain(links).find(|text| is_address(text));
    found.and_then(one_line)
}
