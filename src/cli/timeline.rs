//! `newsgraph timeline`: what happened when.

use std::io::Write;

use clap::Args;

use crate::export::timeline_json;
use crate::graph;
use crate::graph::Entry;
use crate::harmless;
use crate::ontology::Ontology;
use crate::story::Story;

use super::failure::Outcome;
use super::scope::PartArguments;
use super::wording::{ListFormat, object, outlet, reserve, speaker, subject};
use crate::terminal::table;

/// Show what happened when: the dated events of a built graph in order, each once, however many articles report it.
#[derive(Debug, Args)]
pub struct TimelineArguments {
    #[command(flatten)]
    part: PartArguments,
    /// How to write the list
    #[arg(long, value_enum, default_value_t = ListFormat::Table)]
    format: ListFormat,
}

pub fn run(arguments: TimelineArguments) -> anyhow::Result<Outcome> {
    let (dataset, story) = arguments.part.part()?;
    let ontology = graph::ontology(&dataset);
    let entries = graph::timeline(&story, &ontology);
    let text = match arguments.format {
        ListFormat::Table => text(&entries, &story, &ontology),
        ListFormat::Json => format!("{:#}\n", timeline_json(&entries)),
    };
    harmless::stdout().write_all(text.as_bytes())?;
    Ok(Outcome::Complete)
}

fn text(entries: &[Entry<'_>], story: &Story, ontology: &Ontology) -> String {
    let headings = ["when", "subject", "relation", "object", "how", "says", "article", "words"];
    let rows: Vec<Vec<String>> = entries.iter().map(|entry| row(entry, ontology)).collect();
    let mut text = table::table(&headings.map(str::to_owned), &rows);
    let with_time = story.statements.iter().filter(|statement| statement.time.is_some()).count();
    let dated: usize = entries.iter().map(|entry| entry.dated).sum();
    text += &format!("({dated} of {} statements", story.statements.len());
    text += &match with_time - dated {
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
    let outlet = match entry.reports.len() {
        1 => outlet(&statement.document),
        reports => format!("{} and {} more", outlet(&statement.document), reports - 1),
    };
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
