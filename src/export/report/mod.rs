//! The whole story as one HTML file that opens offline and can be mailed or printed: the picture, what is said of
//! whom, who says what, and every statement with its sentence. It is plain HTML (of a large story, parts stand
//! as text until they are looked at: `later`); the script only filters and highlights. No data goes into the script: articles are other people's words, and all of them pass through
//! `markup::text`. A content policy lets no other script run even if something slipped through.

mod difference;
mod disagreements;
mod entities;
mod index;
mod later;
mod markup;
mod natural;
mod page_head;
mod sentence;
mod speakers;
mod statements;

use std::io;
use std::io::Write;

pub use difference::write_difference;
pub use disagreements::write_disagreements;
use index::Index;
use markup::{joined, put};
use maud::html;
use page_head::{SCRIPT, head};

use crate::disagreements::{disagreements as find_all, figures};
use crate::ontology::Ontology;
use crate::story::{Statement, Story};

use super::svg::Picture;
use crate::picture::draw::Links;

/// The report page.
///
/// # Errors
/// Returns I/O errors from `out`.
pub fn write(story: &Story, ontology: &Ontology, out: &mut dyn Write) -> io::Result<()> {
    write_with(&Picture::new(story, ontology), story, ontology, out)
}

/// The report page around a picture of the same story that is laid out already.
///
/// # Errors
/// Returns I/O errors from `out`.
pub fn write_with(
    picture: &Picture,
    story: &Story,
    ontology: &Ontology,
    out: &mut dyn Write,
) -> io::Result<()> {
    let index = Index::new(story, ontology);
    let found = [find_all(story, ontology), figures(story, ontology)].concat();
    let reference = |statement: &Statement| index.reference(statement);
    let sections: [(&str, &str, &Section<'_>); 6] = [
        ("picture", "Picture", &|out| out.write_all(drawing(picture, &index).as_bytes())),
        ("disagreements", "Where sources disagree", &|out| disagreements::list(&found, &reference, out)),
        ("entities", "Entities", &|out| entities::cards(&index, out)),
        ("speakers", "Who says what", &|out| speakers::table(&index, out)),
        ("statements", "Statements", &|out| statements::list(&index, out)),
        ("articles", "Articles", &|out| statements::articles(&index, out)),
    ];
    let is_empty = |id: &str| match id {
        "speakers" => story.attributions.is_empty(),
        "disagreements" => found.is_empty(),
        _ => false,
    };
    let shown = || sections.iter().filter(|(id, ..)| !is_empty(id));
    let page_title = page_title(story);
    let links = shown().map(|(id, name, _)| html! { a href={ "#" (id) } { (name) } });
    // What holds the whole story is opened and closed by hand, so that no more than a card is in memory.
    out.write_all(b"<!doctype html>\n<html lang=\"en\">\n")?;
    put(out, head(&page_title))?;
    out.write_all(b"<body>\n")?;
    let whole = html! {
        label.whole { input type="checkbox" id="whole"; " print every statement" }
    };
    put(out, html! { header { h1 { (page_title) } "\n" nav { (joined(" ", links)) } "\n" (whole) } "\n" })?;
    later::notice(&index, out)?;
    for (id, name, content) in shown() {
        writeln!(out, "<section id=\"{id}\">\n<h2>{name}</h2>")?;
        content(out)?;
        out.write_all(b"</section>\n")?;
    }
    write!(out, "<script>{SCRIPT}</script>\n</body>\n</html>\n")
}

/// Writes what stands below a heading.
type Section<'a> = dyn Fn(&mut dyn Write) -> io::Result<()> + 'a;

fn page_title(story: &Story) -> String {
    let (statements, articles) = (story.statements.len(), story.documents.len());
    let independent = story.independent_documents();
    format!(
        "{statements} {} from {articles} {}{}",
        if statements == 1 { "statement" } else { "statements" },
        if articles == 1 { "article" } else { "articles" },
        if independent == articles { String::new() } else { format!(", {independent} independent") }
    )
}

/// The picture, whose nodes lead to the entities below it and whose edges lead to their first statement.
fn drawing(picture: &Picture, index: &Index) -> String {
    let links = Links {
        node: &|node| index.entity_anchor(&node.id).map(|anchor| format!("#{anchor}")),
        edge: &|edge| {
            let first = edge.evidence.first()?;
            index.statement_anchor(&first.statement).map(|anchor| format!("#{anchor}"))
        },
    };
    picture.draw(&links)
}
