//! The list of all statements, article by article, and the filters above it.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::io::Write;

use crate::export::picture::kind::Kind;
use crate::export::picture::markup::{escape, web_address};
use crate::story::{Argument, Document, Statement};

use super::index::{Index, badge, headline, imprint};
use super::sentence::marked;

/// The filters, and every statement under its article.
pub fn list(index: &Index, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(filters(index).as_bytes())?;
    let mut by_document: BTreeMap<&str, Vec<&Statement>> = BTreeMap::new();
    for statement in &index.story.statements {
        by_document.entry(&statement.document.path).or_default().push(statement);
    }
    for statements in by_document.values() {
        let Some(first) = statements.first() else { continue };
        writeln!(out, "<div class=\"article\">\n<h3>{}</h3>", source(&first.document))?;
        for statement in statements {
            out.write_all(card(index, statement).as_bytes())?;
        }
        out.write_all(b"</div>\n")?;
    }
    Ok(())
}

/// The articles that the story was read from.
pub fn articles(index: &Index, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(
        b"<table>\n<thead><tr><th>Title</th><th>Publisher</th>\
<th>Date</th><th>File</th></tr></thead>\n<tbody>\n",
    )?;
    for document in &index.story.documents {
        let cell = |text: &Option<String>| escape(text.as_deref().unwrap_or("–"));
        writeln!(
            out,
            "<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>",
            title_link(document),
            cell(&document.publisher),
            cell(&document.date),
            escape(&document.path)
        )?;
    }
    out.write_all(b"</tbody>\n</table>\n")
}

/// Title, publisher and date; the title is a link where the address is a web address.
pub fn source(document: &Document) -> String {
    let imprint = imprint(document);
    if imprint.is_empty() {
        return title_link(document);
    }
    format!("{} <span class=\"quiet\">{imprint}</span>", title_link(document))
}

fn title_link(document: &Document) -> String {
    let title = escape(headline(document));
    match document.url.as_deref().and_then(web_address) {
        Some(url) => format!("<a href=\"{}\" rel=\"noopener noreferrer\">{title}</a>", escape(url)),
        None => title,
    }
}

fn filters(index: &Index) -> String {
    let relations: BTreeSet<(String, &str)> = index
        .story
        .statements
        .iter()
        .map(|statement| (index.relation(statement), statement.relation.as_ref()))
        .collect();
    let mut html = String::from("<form class=\"filters\" hidden>\n");
    let relations = relations.iter().map(|(label, name)| (escape(name), escape(label)));
    html.push_str(&select("relation", "Relation", relations));
    let documents = index.story.documents.iter().filter_map(|document| {
        let anchor = index.document_anchor(&document.id)?;
        let outlet = document.publisher.as_deref().map(|name| format!("{name}: ")).unwrap_or_default();
        Some((anchor, escape(&format!("{outlet}{}", headline(document)))))
    });
    html.push_str(&select("document", "Article", documents));
    let kinds = [(Kind::Stated, "stated"), (Kind::Denied, "denied"), (Kind::Possible, "not asserted")];
    html.push_str(&select(
        "kind",
        "How",
        kinds.iter().map(|&(kind, label)| (kind.style_name().to_owned(), label.to_owned())),
    ));
    html.push_str(
        "<label>Words <input type=\"search\" name=\"words\"></label>\n<output></output>\n</form>\n",
    );
    html
}

/// A drop-down list; values and labels come escaped.
fn select(name: &str, label: &str, options: impl Iterator<Item = (String, String)>) -> String {
    let options: String =
        options.map(|(value, label)| format!("<option value=\"{value}\">{label}</option>")).collect();
    format!(
        "<label>{label} <select name=\"{name}\"><option value=\"\">all</option>{options}</select></label>\n"
    )
}

fn card(index: &Index, statement: &Statement) -> String {
    let kind = Kind::of(&[statement]);
    let anchor = index.statement_anchor(&statement.id).unwrap_or_default();
    let document = index.document_anchor(&statement.document.id).unwrap_or_default();
    format!(
        "<div class=\"statement {}\" id=\"{anchor}\" data-relation=\"{}\" data-document=\"{document}\" \
data-kind=\"{}\">\n<p class=\"fact\">{} {}{}</p>\n<blockquote>{}</blockquote>\n{}</div>\n",
        kind.style_name(),
        escape(&statement.relation),
        kind.style_name(),
        fact(index, statement),
        badge(kind),
        speaker(index, statement),
        marked(statement),
        details(index, statement),
    )
}

/// Subject, relation, object in one line.
fn fact(index: &Index, statement: &Statement) -> String {
    let subject = statement.subject.as_ref().map_or("…".to_owned(), |subject| index.link(subject));
    let object = match &statement.object {
        Some(Argument::Entity(object)) => index.link(object),
        Some(Argument::Literal(literal)) => escape(&literal.value),
        None => index.no_object(statement).to_owned(),
    };
    format!("{subject} <span class=\"relation\">{}</span> {object}", escape(&index.relation(statement)))
}

fn speaker(index: &Index, statement: &Statement) -> String {
    let link = statement.attributed_to.as_ref().map(|speaker| index.link(speaker));
    link.map(|link| format!(" <span class=\"quiet\">according to</span> {link}")).unwrap_or_default()
}

/// Everything else that is known of a statement, as a line of small print.
fn details(index: &Index, statement: &Statement) -> String {
    let mut parts: Vec<String> = Vec::new();
    if let Some(time) = &statement.time {
        let value = time.value.as_deref().filter(|value| *value != time.text);
        let value = value.map(|value| format!(" ({})", escape(value))).unwrap_or_default();
        parts.push(format!("time: {}{value}", escape(&time.text)));
    }
    if let Some(place) = &statement.place {
        parts.push(format!("place: {}", index.link(place)));
    }
    if let Some(quantity) = &statement.quantity {
        parts.push(format!("quantity: {}", escape(&quantity.text)));
    }
    for (name, value) in &statement.qualifiers {
        parts.push(format!("{}: {}", escape(&name.replace('_', " ")), index.link(value)));
    }
    parts.push(format!("characters {}–{}", statement.sentence.begin, statement.sentence.end));
    format!("<p class=\"details\">{}</p>\n", parts.join(" · "))
}
