//! The list of all statements, article by article, and the filters above it.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::io::Write;

use maud::{Markup, html};

use crate::export::web_address::address_of_sentence;
use crate::picture::kind::Kind;
use crate::story::{DocumentRecord, Statement};

use super::index::{Index, headline, imprint};
use super::later::{is_large, part};
use super::markup::{badge, joined, put, text, web_link};
use super::natural::natural_key;
use super::sentence::marked;

/// The filters, and every statement under its article.
pub fn list(index: &Index, out: &mut dyn Write) -> io::Result<()> {
    put(out, filters(index))?;
    let mut by_document: BTreeMap<&str, Vec<&Statement>> = BTreeMap::new();
    for statement in &index.story.statements {
        by_document.entry(&statement.document.path).or_default().push(statement);
    }
    put(
        out,
        html! { p.on-paper { "Statements are printed only if “print every statement” is ticked at the top of the page." } "\n" },
    )?;
    let mut by_document: Vec<_> = by_document.into_iter().collect();
    by_document.sort_by_cached_key(|(path, _)| natural_key(path));
    for (_, statements) in by_document {
        let Some(first) = statements.first() else { continue };
        out.write_all(b"<div class=\"article\">\n")?;
        put(out, html! { h3 { (source(&first.document)) } "\n" })?;
        let cards = html! { @for statement in statements { (card(index, statement)) } };
        put(out, part(&cards, is_large(index)))?;
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
    let or_dash = |known: &Option<String>| text(known.as_deref().unwrap_or("–"));
    let mut documents: Vec<_> = index.story.documents.iter().collect();
    documents.sort_by_cached_key(|document| natural_key(&document.path));
    for document in documents {
        let row = html! {
            tr {
                td {
                    (headline_link(document))
                    @if let Some(original) = index.original(document) {
                        " " span.quiet { "copy of " (headline_link(original)) }
                    }
                }
                td { (or_dash(&document.publisher)) }
                td { (or_dash(&document.date)) }
                td { (text(&document.path)) }
            } "\n"
        };
        put(out, row)?;
    }
    out.write_all(b"</tbody>\n</table>\n")
}

/// Headline, publisher and date; the headline is a link where the article has a web address.
pub fn source(document: &DocumentRecord) -> Markup {
    let imprint = imprint(document);
    html! {
        (headline_link(document))
        @if !imprint.is_empty() { " " span.quiet { (text(&imprint)) } }
    }
}

fn headline_link(document: &DocumentRecord) -> Markup {
    web_link(document.url.as_deref().unwrap_or_default(), text(headline(document)))
}

fn filters(index: &Index) -> Markup {
    let relations: BTreeSet<(String, &str)> = index
        .story
        .statements
        .iter()
        .map(|statement| (index.relation(statement), statement.relation.as_ref()))
        .collect();
    let relations = relations.iter().map(|(label, name)| (text(name), text(label)));
    let documents = index.story.documents.iter().filter_map(|document| {
        let anchor = index.document_anchor(&document.id)?;
        let outlet = document.publisher.as_deref().map(|name| format!("{name}: ")).unwrap_or_default();
        Some((text(&anchor), text(&format!("{outlet}{}", headline(document)))))
    });
    let kinds = [
        (Kind::Stated, "stated"),
        (Kind::Doubtful, "doubtful"),
        (Kind::Denied, "denied"),
        (Kind::Past, "past"),
        (Kind::Possible, "not asserted"),
    ];
    let kinds = kinds.iter().map(|(kind, label)| (text(kind.style_name()), text(label)));
    html! {
        form.filters hidden { "\n"
            (select("relation", "Relation", relations))
            (select("document", "Article", documents))
            (select("kind", "How", kinds))
            label { "Words " input type="search" name="words"; } "\n"
            output {} "\n"
        } "\n"
    }
}

/// A drop-down list of values and labels.
fn select(name: &str, label: &str, options: impl Iterator<Item = (Markup, Markup)>) -> Markup {
    html! {
        label {
            (label) " "
            select name=(name) {
                option value="" { "all" }
                @for (value, label) in options { option value=(value) { (label) } }
            }
        } "\n"
    }
}

fn card(index: &Index, statement: &Statement) -> Markup {
    let kind = Kind::of(&[statement], index.ontology);
    let anchor = index.statement_anchor(&statement.id).unwrap_or_default();
    let document = index.document_anchor(&statement.document.id).unwrap_or_default();
    html! {
        div class={ "statement " (kind.style_name()) } id=(anchor) data-relation=(text(&statement.relation))
            data-document=(document) data-kind=(kind.style_name()) { "\n"
            p.fact { (fact(index, statement)) " " (badge(kind)) (speaker(index, statement)) (index.reference(statement)) } "\n"
            blockquote { (marked(statement)) } "\n"
            p.details { (joined(" · ", details(index, statement))) } "\n"
        } "\n"
    }
}

/// Subject, relation, object in one line.
fn fact(index: &Index, statement: &Statement) -> Markup {
    let subject = statement.subject.as_ref().map_or(text("…"), |subject| index.link(subject));
    index.in_words(subject, statement, index.object(statement))
}

fn speaker(index: &Index, statement: &Statement) -> Markup {
    html! {
        @if let Some(speaker) = &statement.attributed_to {
            " " span.quiet { "according to" } " " (index.link(speaker))
        }
    }
}

/// Everything else that is known of a statement, for a line of small print.
fn details(index: &Index, statement: &Statement) -> Vec<Markup> {
    let mut parts = Vec::new();
    let url = statement.document.url.as_deref();
    if let Some(page) = url.and_then(|url| address_of_sentence(url, &statement.sentence.text)) {
        parts.push(web_link(&page, html! { "source" }));
    }
    if let Some(time) = &statement.time {
        let value = time.value.as_deref().filter(|value| *value != time.text);
        parts.push(html! {
            "time: " (text(&time.text))
            @if let Some(value) = value { " (" (text(value)) ")" }
        });
    }
    if let Some(place) = &statement.place {
        parts.push(html! { "place: " (index.link(place)) });
    }
    if let Some(quantity) = &statement.quantity {
        parts.push(html! { "quantity: " (text(&quantity.text)) });
    }
    for (name, value) in &statement.qualifiers {
        parts.push(html! { (text(&name.replace('_', " "))) ": " (index.link(value)) });
    }
    parts.push(html! { "confidence: " (statement.confidence) });
    parts.push(html! { "characters " (statement.sentence.begin) "–" (statement.sentence.end) });
    parts
}
