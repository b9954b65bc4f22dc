//! What is said of each entity: one card each, those with most statements first.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::io;
use std::io::Write;

use maud::{Markup, PreEscaped, html};

use crate::picture::kind::Kind;
use crate::story::{Entity, Statement};

use super::index::{Index, class_names};
use super::later::{is_large, part};
use super::markup::{badge, joined, put, text, web_link};
use super::natural::natural_key;

/// Entities that are printed, those of which most is said; the others are on the screen only, so many at a time.
const PRINTED: usize = 60;

pub fn cards(index: &Index, out: &mut dyn Write) -> io::Result<()> {
    let said = index.statements_by_entity();
    let said_of = |entity: &Entity| said.get(entity.id.as_ref()).map_or(&[][..], Vec::as_slice);
    let mut entities: Vec<&Entity> = index.story.entities.iter().collect();
    entities.sort_by_cached_key(|entity| {
        (Reverse(said_of(entity).len()), natural_key(&entity.label), &entity.id)
    });
    let search = html! {
        form.finder hidden { label { "Find " input type="search" name="name"; } " " output {} } "\n"
    };
    put(out, search)?;
    let (told, named): (Vec<_>, Vec<_>) =
        entities.into_iter().partition(|entity| !said_of(entity).is_empty());
    let rest = told.len().saturating_sub(PRINTED);
    for (place, entities) in told.chunks(PRINTED).enumerate() {
        let minor = place > 0;
        let cards = html! { @for entity in entities { (card(index, entity, said_of(entity), minor)) } };
        put(out, html! { div.cards.chunk[minor] { "\n" (part(&cards, minor && is_large(index))) } "\n" })?;
    }
    if rest > 0 {
        let note = html! {
            p.on-paper { "The " (rest) " entities of which less is said are not printed; the page on the screen has them." } "\n"
        };
        put(out, note)?;
    }
    if !named.is_empty() {
        let names = named.into_iter().map(|entity| named_only(index, entity));
        let names = html! { p.details.minor { "Named only: " (joined(" · ", names)) } };
        put(out, html! { div { (part(&names, is_large(index))) } "\n" })?;
    }
    Ok(())
}

/// An entity of which no statement speaks; others may still link to it as a speaker or a place.
fn named_only(index: &Index, entity: &Entity) -> Markup {
    let anchor = index.entity_anchor(&entity.id).unwrap_or_default();
    html! { span id=(anchor) { (text(&entity.label)) } }
}

fn card(index: &Index, entity: &Entity, said: &[&Statement], minor: bool) -> Markup {
    let anchor = index.entity_anchor(&entity.id).unwrap_or_default();
    let other_names = entity.alternative_labels.iter().map(|name| text(name));
    let same_as = entity.same_as.iter().map(|iri| web_link(iri, text(iri.trim())));
    html! {
        div.entity.minor[minor] id=(anchor) { "\n"
            h3 {
                (text(&entity.label)) " "
                span.quiet { (text(&class_names(entity, index.ontology).join(", "))) }
            } "\n"
            @if !entity.alternative_labels.is_empty() {
                p.details { "also: " (joined(" · ", other_names)) } "\n"
            }
            @if !entity.same_as.is_empty() {
                p.details { "same as: " (joined(" · ", same_as)) } "\n"
            }
            (facts(index, entity, said))
        } "\n"
    }
}

/// What is said of an entity.
fn facts(index: &Index, entity: &Entity, said: &[&Statement]) -> Markup {
    html! {
        ul { "\n"
            @for (line, statements) in groups(index, entity, said) {
                li {
                    (PreEscaped(line)) " " (badge(Kind::of(&statements, index.ontology))) " "
                    sup { (joined(" ", statements.iter().map(|statement| footnote(index, statement)))) }
                } "\n"
            }
        } "\n"
    }
}

/// Statements that say the same, under the line that says it.
fn groups<'a>(
    index: &Index,
    entity: &Entity,
    said: &[&'a Statement],
) -> BTreeMap<String, Vec<&'a Statement>> {
    let mut groups: BTreeMap<String, Vec<&Statement>> = BTreeMap::new();
    for statement in said {
        groups.entry(line(index, entity, statement).into_string()).or_default().push(statement);
    }
    groups
}

/// The statement in words, the entity itself without a link.
fn line(index: &Index, entity: &Entity, statement: &Statement) -> Markup {
    let own = || html! { b { (text(&entity.label)) } };
    let subject = match &statement.subject {
        Some(subject) if subject.id == entity.id => own(),
        Some(subject) => index.link(subject),
        None => text("…"),
    };
    let object = match statement.object_entity() {
        Some(object) if object.id == entity.id => own(),
        _ => index.object(statement),
    };
    index.in_words(subject, statement, object)
}

fn footnote(index: &Index, statement: &Statement) -> Markup {
    let anchor = index.statement_anchor(&statement.id).unwrap_or_default();
    let number = anchor.trim_start_matches('s');
    html! { a href={ "#" (anchor) } { (number) } }
}
