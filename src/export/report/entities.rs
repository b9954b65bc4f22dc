//! What is said of each entity: one card each, those with most statements first.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::io;
use std::io::Write;

use crate::export::picture::kind::Kind;
use crate::export::picture::markup::{escape, web_address};
use crate::story::{Argument, Entity, Statement};

use super::index::{Index, badge, class_names, object_entity};

pub fn cards(index: &Index, out: &mut dyn Write) -> io::Result<()> {
    let said = index.statements_by_entity();
    let said_of = |entity: &Entity| said.get(entity.id.as_ref()).map_or(&[][..], Vec::as_slice);
    let mut entities: Vec<&Entity> = index.story.entities.iter().collect();
    entities.sort_by_key(|entity| (Reverse(said_of(entity).len()), &entity.label, &entity.id));
    out.write_all(b"<div class=\"cards\">\n")?;
    let (told, named): (Vec<_>, Vec<_>) =
        entities.into_iter().partition(|entity| !said_of(entity).is_empty());
    for entity in told {
        out.write_all(card(index, entity, said_of(entity)).as_bytes())?;
    }
    out.write_all(b"</div>\n")?;
    if !named.is_empty() {
        let names: Vec<String> = named.into_iter().map(|entity| named_only(index, entity)).collect();
        writeln!(out, "<p class=\"details\">Named only: {}</p>", names.join(" · "))?;
    }
    Ok(())
}

/// An entity of which no statement speaks; others may still link to it as a speaker or a place.
fn named_only(index: &Index, entity: &Entity) -> String {
    let anchor = index.entity_anchor(&entity.id).unwrap_or_default();
    format!("<span id=\"{anchor}\">{}</span>", escape(&entity.label))
}

fn card(index: &Index, entity: &Entity, said: &[&Statement]) -> String {
    let anchor = index.entity_anchor(&entity.id).unwrap_or_default();
    let mut html = format!(
        "<div class=\"entity\" id=\"{anchor}\">\n<h3>{} <span class=\"quiet\">{}</span></h3>\n",
        escape(&entity.label),
        escape(&class_names(entity, index.ontology).join(", "))
    );
    if !entity.alternative_labels.is_empty() {
        let names: Vec<String> = entity.alternative_labels.iter().map(|name| escape(name)).collect();
        html.push_str(&format!("<p class=\"details\">also: {}</p>\n", names.join(" · ")));
    }
    let known: Vec<String> = entity.same_as.iter().map(|iri| same_as(iri)).collect();
    if !known.is_empty() {
        html.push_str(&format!("<p class=\"details\">same as: {}</p>\n", known.join(" · ")));
    }
    let groups = groups(index, entity, said);
    if !groups.is_empty() {
        html.push_str("<ul>\n");
        for (line, statements) in &groups {
            let links: Vec<String> = statements.iter().map(|statement| footnote(index, statement)).collect();
            let kind = badge(Kind::of(statements));
            html.push_str(&format!("<li>{line} {kind} <sup>{}</sup></li>\n", links.join(" ")));
        }
        html.push_str("</ul>\n");
    }
    html.push_str("</div>\n");
    html
}

/// Statements that say the same, under the line that says it.
fn groups<'a>(
    index: &Index,
    entity: &Entity,
    said: &[&'a Statement],
) -> BTreeMap<String, Vec<&'a Statement>> {
    let mut groups: BTreeMap<String, Vec<&Statement>> = BTreeMap::new();
    for statement in said {
        groups.entry(line(index, entity, statement)).or_default().push(statement);
    }
    groups
}

/// The statement in words, the entity itself without a link.
fn line(index: &Index, entity: &Entity, statement: &Statement) -> String {
    let own = format!("<b>{}</b>", escape(&entity.label));
    let subject = match &statement.subject {
        Some(subject) if subject.id == entity.id => own.clone(),
        Some(subject) => index.link(subject),
        None => "…".to_owned(),
    };
    let object = match (&statement.object, object_entity(statement)) {
        (_, Some(object)) if object.id == entity.id => own,
        (_, Some(object)) => index.link(object),
        (Some(Argument::Literal(literal)), _) => escape(&literal.value),
        _ => index.no_object(statement).to_owned(),
    };
    format!("{subject} <span class=\"relation\">{}</span> {object}", escape(&index.relation(statement)))
}

fn footnote(index: &Index, statement: &Statement) -> String {
    let anchor = index.statement_anchor(&statement.id).unwrap_or_default();
    let number = anchor.trim_start_matches('s');
    format!("<a href=\"#{anchor}\">{number}</a>")
}

fn same_as(iri: &str) -> String {
    match web_address(iri) {
        Some(url) => format!("<a href=\"{0}\" rel=\"noopener noreferrer\">{0}</a>", escape(url)),
        None => escape(iri),
    }
}
