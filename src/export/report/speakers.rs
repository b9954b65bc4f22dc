//! Who says what: the attributions, source by source.

use std::collections::BTreeMap;
use std::io;
use std::io::Write;

use maud::{Markup, html};

use crate::story::Attribution;

use super::index::Index;
use super::later::{is_large, part};
use super::markup::{put, text};
use super::statements::source;

/// Speakers of a table, where a large page has several.
const SPEAKERS: usize = 100;

/// A row for each attribution.
pub fn table(index: &Index, out: &mut dyn Write) -> io::Result<()> {
    let mut by_speaker: BTreeMap<(&str, &str), Vec<&Attribution>> = BTreeMap::new();
    for attribution in &index.story.attributions {
        // The unnamed come first in this order and are moved to the end below.
        let speaker = attribution.source.as_ref().map_or(("", ""), |source| (&source.label, &source.id));
        by_speaker.entry(speaker).or_default().push(attribution);
    }
    let note = "Who says what is printed only if “print every statement” is ticked at the top of the page.";
    put(out, html! { p.on-paper { (note) } "\n" })?;
    let (named, unnamed): (Vec<_>, Vec<_>) = by_speaker.into_iter().partition(|((_, id), _)| !id.is_empty());
    let speakers = named.into_iter().chain(unnamed).collect::<Vec<_>>();
    let length = if is_large(index) { SPEAKERS } else { speakers.len().max(1) };
    for (place, speakers) in speakers.chunks(length).enumerate() {
        let table = html! {
            table { "\n"
                thead { tr { th { "Source" } th { "Says" } th { "How" } th { "Article" } } } "\n"
                tbody { "\n" @for ((label, id), said) in speakers { (rows(&name(index, label, id), said)) } }
            } "\n"
        };
        put(out, html! { div.chunk[place > 0] { (part(&table, place > 0)) } "\n" })?;
    }
    Ok(())
}

/// What one says, a row each.
fn rows(speaker: &Markup, said: &[&Attribution]) -> Markup {
    html! {
        @for (place, attribution) in said.iter().enumerate() {
            (row(html! { @if place == 0 { th scope="rowgroup" rowspan=(said.len()) { (speaker) } } }, attribution))
        }
    }
}

fn name(index: &Index, label: &str, id: &str) -> Markup {
    match index.entity_anchor(id) {
        Some(anchor) => html! { a href={ "#" (anchor) } { (text(label)) } },
        None if label.is_empty() => text("not named"),
        None => text(label),
    }
}

fn row(speaker: Markup, attribution: &Attribution) -> Markup {
    html! {
        tr {
            (speaker)
            td { (text(&attribution.content.text)) }
            td {
                @if attribution.direct { "quoted" } @else { "reported" }
                @if let Some(cue) = &attribution.cue { " (" (text(&cue.text)) ")" }
            }
            td { (source(&attribution.document)) }
        } "\n"
    }
}
