//! What has come, gone and changed between two graphs, as a page of its own.

use std::io;
use std::io::Write;

use maud::{Markup, html};

use crate::story::{Change, Difference, Parts, Statement, in_one_line};

use super::index::headline;
use super::markup::{put, text};
use super::page_head::head;
use super::statements::source;

/// The page.
///
/// # Errors
/// Returns I/O errors from `out`.
pub fn write_difference(difference: &Difference<'_>, out: &mut dyn Write) -> io::Result<()> {
    let title = "What has changed";
    out.write_all(b"<!doctype html>\n<html lang=\"en\">\n")?;
    put(out, head(title))?;
    put(
        out,
        html! { body { "\n" header { h1 { (title) } } "\n"
            (section("Articles", &difference.documents, &|document| source(document), &|document| text(headline(document))))
            (section("Statements", &difference.statements, &told, &|statement| text(&in_one_line(statement))))
            (section("Entities", &difference.entities, &|entity| text(&entity.label), &|entity| text(&entity.label)))
        } "\n" },
    )?;
    out.write_all(b"</html>\n")
}

fn told(statement: &Statement) -> Markup {
    html! { (text(&in_one_line(statement))) br; (text(&statement.sentence.text)) br; (source(&statement.document)) }
}

fn section<T>(
    name: &str,
    parts: &Parts<'_, T>,
    whole: &dyn Fn(&T) -> Markup,
    short: &dyn Fn(&T) -> Markup,
) -> Markup {
    html! {
        section { h2 { (name) } "\n"
            @if parts.is_empty() { p { "Nothing." } }
            @for (heading, list) in [("Came", &parts.came), ("Went", &parts.went)] {
                @if !list.is_empty() {
                    h3 { (heading) " (" (list.len()) ")" }
                    ul { @for one in list { li { (whole(one)) } "\n" } }
                }
            }
            @if !parts.changed.is_empty() {
                h3 { "Changed (" (parts.changed.len()) ")" }
                ul { @for change in &parts.changed { li { (short(change.new)) (fields(change)) } "\n" } }
            }
        } "\n"
    }
}

fn fields<T>(change: &Change<'_, T>) -> Markup {
    html! { @for (name, was, is) in &change.fields {
        br; span.quiet { (text(name)) ": " } del { (text(was)) } " → " ins { (text(is)) }
    } }
}
