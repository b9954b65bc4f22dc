//! `newsgraph timeline`: what happened when.

use std::io;
use std::io::Write;

use clap::Args;
use serde_json::{Value, json};

use crate::graph;
use crate::graph::Entry;
use crate::ontology::Ontology;
use crate::story::Story;

use super::failure::Outcome;
use super::scope::ListArguments;
use super::table;
use super::wording::{ListFormat, object, outlet, reserve, speaker, subject};

/// Show what happened when: the dated statements of a built graph in order.
#[derive(Debug, Args)]
pub struct TimelineArguments {
    #[command(flatten)]
    list: ListArguments,
}

pub fn run(arguments: TimelineArguments) -> anyhow::Result<Outcome> {
    let (dataset, story) = arguments.list.part()?;
    let entries = graph::timeline(&story);
    let text = match arguments.list.format {
        ListFormat::Table => text(&entries, &story, &graph::ontology(&dataset)),
        ListFormat::Json => format!("{:#}\n", Value::from_iter(entries.iter().map(as_json))),
    };
    io::stdout().write_all(text.as_bytes())?;
    Ok(Outcome::Complete)
}

fn text(entries: &[Entry<'_>], story: &Story, ontology: &Ontology) -> String {
    let headings = ["when", "subject", "relation", "object", "how", "says", "article", "words"];
    let rows: Vec<Vec<String>> = entries.iter().map(|entry| row(entry, ontology)).collect();
    let mut text = table::table(&headings.map(str::to_owned), &rows);
    let dated = story.statements.iter().filter(|statement| statement.time.is_some()).count();
    text += &format!("({} of {} statements", entries.len(), story.statements.len());
    text += &match dated - entries.len() {
        0 => ")\n".to_owned(),
        open => format!("; {open} more have a time that no calendar date is known for)\n"),
    };
    text
}

fn row(entry: &Entry<'_>, ontology: &Ontology) -> Vec<String> {
    let statement = entry.statement;
    let time = statement.time.as_ref();
    let value = time.and_then(|time| time.value.as_deref()).unwrap_or_default();
    let words = time.map_or("", |time| &time.text);
    let outlet = outlet(&statement.document);
    [
        value,
        subject(statement),
        &statement.relation,
        object(statement),
        reserve(statement, ontology),
        speaker(statement),
        &outlet,
        words,
    ]
    .map(str::to_owned)
    .to_vec()
}

fn as_json(entry: &Entry<'_>) -> Value {
    json!({
        "first": entry.first.to_string(), "last": entry.last.to_string(), "statement": entry.statement,
    })
}
