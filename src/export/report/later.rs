//! What a large page keeps as text until somebody looks at it.
//!
//! A browser takes eight seconds to build the page of 2,000 articles, and nothing can be clicked before. Text inside a script element
//! costs it nothing, so the statements of an article, and what is said of an entity, stand in one until they come near the window, are
//! found, linked to or printed. Small pages are plain HTML throughout.

use std::io;
use std::io::Write;

use maud::{Markup, PreEscaped, html};

use super::index::Index;
use super::markup::put;

/// Statements of a page that is plain HTML throughout.
const SMALL: usize = 2_000;

/// Whether the page keeps parts of it for later.
pub fn is_large(index: &Index) -> bool {
    index.story.statements.len() > SMALL
}

/// A part of the page, which the script puts in place of itself. It holds no script, so that the first end of one is its own.
pub fn part(content: &Markup, later: bool) -> Markup {
    match later {
        true => html! { script type="text/html" { (PreEscaped(content.0.as_str())) } },
        false => html! { (content) },
    }
}

/// What is told where no script runs.
pub fn notice(index: &Index, out: &mut dyn Write) -> io::Result<()> {
    match is_large(index) {
        true => put(
            out,
            html! { noscript { p.quiet { "The page is large: its statements are shown with JavaScript only." } } "\n" },
        ),
        false => Ok(()),
    }
}
