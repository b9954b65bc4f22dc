//! Where sources disagree: every side with who says so and the sentence, as a part of the report and as a page of its own.

use std::io;
use std::io::Write;

use maud::{Markup, html};

use crate::disagreements::{Disagreement, DisagreementKind, Side};
use crate::story::Statement;

use super::markup::{put, text};
use super::page_head::head;
use super::statements::source;

/// How a statement is referred to; nothing where it is not on the page.
pub type Reference<'a> = dyn Fn(&Statement) -> Markup + 'a;

/// A page of its own.
///
/// # Errors
/// Returns I/O errors from `out`.
pub fn write_disagreements(found: &[Disagreement<'_>], out: &mut dyn Write) -> io::Result<()> {
    let title = "Where sources disagree";
    out.write_all(b"<!doctype html>\n<html lang=\"en\">\n")?;
    put(out, head(title))?;
    out.write_all(b"<body>\n")?;
    put(out, html! { header { h1 { (title) } } "\n" })?;
    list(found, &|_| Markup::default(), out)?;
    out.write_all(b"</body>\n</html>\n")
}

/// Everything that sources disagree about, and what they have corrected after it.
pub fn list(found: &[Disagreement<'_>], reference: &Reference<'_>, out: &mut dyn Write) -> io::Result<()> {
    if found.is_empty() {
        put(out, html! { p { "Nothing that the articles tell contradicts what another one tells." } "\n" })?;
    }
    let is_figures = |one: &&Disagreement<'_>| one.kind == DisagreementKind::Figures;
    let (figures, disagreements): (Vec<_>, Vec<_>) = found.iter().partition(is_figures);
    let (corrections, disagreements): (Vec<_>, Vec<_>) =
        disagreements.into_iter().partition(|one| one.correction);
    part("", &disagreements, reference, out)?;
    part("Corrected by the same outlet", &corrections, reference, out)?;
    part("Figures that differ and may all be right", &figures, reference, out)
}

fn part(
    heading: &str,
    found: &[&Disagreement<'_>],
    reference: &Reference<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    if !heading.is_empty() && !found.is_empty() {
        put(out, html! { h3 { (heading) } "\n" })?;
    }
    found.iter().try_for_each(|one| put(out, card(one, reference)))
}

fn card(disagreement: &Disagreement<'_>, reference: &Reference<'_>) -> Markup {
    html! {
        div.disagreement { "\n"
            p.fact { (text(&disagreement.question().replace('_', " "))) } "\n"
            div.sides { "\n"
                @for side in &disagreement.sides { (column(side, reference)) }
            } "\n"
        } "\n"
    }
}

fn column(side: &Side<'_>, reference: &Reference<'_>) -> Markup {
    let articles = side.statements.len();
    html! {
        div.side { "\n"
            p.claim {
                (text(&side.claim)) " "
                span.quiet {
                    (articles) @if articles == 1 { " report" } @else { " reports" }
                    @if side.independent != articles { ", " (side.independent) " independent" }
                }
            } "\n"
            @for statement in &side.statements {
                blockquote { (text(&statement.sentence.text)) } "\n"
                p.details {
                    (source(&statement.document))
                    @if let Some(speaker) = &statement.attributed_to { " · according to " (text(&speaker.label)) }
                    (reference(statement))
                } "\n"
            }
        } "\n"
    }
}
