//! `newsgraph diff`: what has come, gone and changed from one built graph to another.

use std::fmt::Write as _;
use std::io::Write;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use serde_json::{Map, Value, json};

use crate::export::{write_difference, write_file};
use crate::files::folder::GraphFolder;
use crate::harmless;
use crate::story::{Change, Difference, DocumentRecord, Entity, Parts, difference, in_one_line};

use super::failure::Outcome;
use crate::terminal::table::printable;

/// Show what has come, gone and changed from one built graph to another: articles, statements, entities.
#[derive(Debug, Args)]
pub struct DiffArguments {
    /// Folder of the older graph
    #[arg(value_name = "OLD")]
    old: PathBuf,
    /// Folder of the newer graph
    #[arg(value_name = "NEW")]
    new: PathBuf,
    /// How to write it
    #[arg(long, value_enum, default_value_t = DiffFormat::Text)]
    format: DiffFormat,
    /// File to write into [default: standard output]
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum DiffFormat {
    /// For the terminal: + came, - went, ~ changed
    Text,
    /// For programs
    Json,
    /// A page to hand on
    Html,
}

pub fn run(arguments: DiffArguments) -> anyhow::Result<Outcome> {
    let (_, old) = GraphFolder::at(arguments.old).story()?;
    let (_, new) = GraphFolder::at(arguments.new).story()?;
    let difference = difference(&old, &new);
    let write = |out: &mut dyn Write| match arguments.format {
        DiffFormat::Text => out.write_all(text(&difference).as_bytes()),
        DiffFormat::Json => writeln!(out, "{:#}", as_json(&difference)),
        DiffFormat::Html => write_difference(&difference, out),
    };
    match &arguments.output {
        Some(path) => write_file(path, write)?,
        None => write(&mut harmless::data())?,
    }
    Ok(Outcome::Complete)
}

fn text(difference: &Difference<'_>) -> String {
    let mut text = String::new();
    list(&mut text, "articles", &difference.documents, document);
    list(&mut text, "statements", &difference.statements, |statement| {
        format!(
            "{} — {}: «{}»",
            in_one_line(statement),
            document(&statement.document),
            statement.sentence.text
        )
    });
    list(&mut text, "entities", &difference.entities, |entity| entity.label.to_string());
    text
}

fn document(document: &DocumentRecord) -> String {
    let known = [&document.title, &document.publisher, &document.date];
    let known: Vec<&str> = known.into_iter().flatten().map(String::as_str).collect();
    if known.is_empty() { document.path.clone() } else { format!("{} ({})", known.join(", "), document.path) }
}

fn list<T>(text: &mut String, name: &str, parts: &Parts<'_, T>, told: impl Fn(&T) -> String) {
    let Parts { came, went, changed } = parts;
    let _ = writeln!(text, "{name}: {} came, {} went, {} changed", came.len(), went.len(), changed.len());
    for (sign, list) in [('+', came), ('-', went)] {
        for one in list {
            let _ = writeln!(text, "  {sign} {}", printable(&told(one)));
        }
    }
    for Change { new, fields } in changed {
        let _ = writeln!(text, "  ~ {}", printable(&told(new)));
        for (field, was, is) in fields {
            let _ = writeln!(text, "      {}", printable(&format!("{field}: {was} → {is}")));
        }
    }
}

fn as_json(difference: &Difference<'_>) -> Value {
    json!({
        "articles": parts(&difference.documents, |document| json!(document)),
        "statements": parts(&difference.statements, |statement| json!(statement)),
        "entities": parts(&difference.entities, entity),
    })
}

fn entity(entity: &Entity) -> Value {
    let Entity { id, label, alternative_labels, types, same_as, .. } = entity;
    json!({ "id": id, "label": label, "alternative_labels": alternative_labels, "types": types, "same_as": same_as })
}

fn parts<T>(parts: &Parts<'_, T>, value: impl Fn(&T) -> Value) -> Value {
    let all = |list: &[&T]| Value::from_iter(list.iter().map(|one| value(one)));
    let change = |Change { new, fields }: &Change<'_, T>| {
        let fields = fields.iter().map(|(name, was, is)| ((*name).to_owned(), json!([was, is])));
        json!({ "new": value(new), "changes": Map::from_iter(fields) })
    };
    json!({ "came": all(&parts.came), "went": all(&parts.went), "changed": Value::from_iter(parts.changed.iter().map(change)) })
}
