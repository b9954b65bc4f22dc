//! `newsgraph conflicts`: where sources disagree, both sides with article and speaker.

use std::fmt::Write as _;
use std::io;
use std::io::Write;

use clap::Args;
use serde_json::{Value, json};

use crate::graph;
use crate::graph::{Conflict, ConflictKind};
use crate::story::Statement;

use super::failure::Outcome;
use super::scope::ListArguments;
use super::table::printable;
use super::wording::{ListFormat, object, outlet, speaker, subject};

/// Show where the sources of a built graph disagree.
#[derive(Debug, Args)]
#[command(after_help = "\
Four kinds: one source affirms what another denies; two give numbers that exclude each other; a relation that the
ontology makes an owl:FunctionalProperty gets two objects for one subject; an owl:InverseFunctionalProperty gets two
subjects for one object. Only what is asserted counts, by another article or another speaker, about the same time.")]
pub struct ConflictsArguments {
    #[command(flatten)]
    list: ListArguments,
}

pub fn run(arguments: ConflictsArguments) -> anyhow::Result<Outcome> {
    let (dataset, story) = arguments.list.part()?;
    let conflicts = graph::conflicts(&story, &graph::ontology(&dataset));
    let text = match arguments.list.format {
        ListFormat::Table => text(&conflicts),
        ListFormat::Json => format!("{:#}\n", Value::from_iter(conflicts.iter().map(as_json))),
    };
    io::stdout().write_all(text.as_bytes())?;
    Ok(Outcome::Complete)
}

fn text(conflicts: &[Conflict<'_>]) -> String {
    let mut text = String::new();
    for conflict in conflicts {
        let _ = writeln!(text, "{}", heading(conflict));
        for side in &conflict.sides {
            let _ = writeln!(text, "  {}", printable(&side.claim));
            for statement in &side.statements {
                let _ = writeln!(text, "    {}", said(statement));
            }
        }
        text.push('\n');
    }
    let noun = if conflicts.len() == 1 { "conflict" } else { "conflicts" };
    let _ = writeln!(text, "({} {noun})", conflicts.len());
    text
}

/// What the sides disagree about.
fn heading(conflict: &Conflict<'_>) -> String {
    let first = conflict.sides.iter().flat_map(|side| &side.statements).next();
    let Some(first) = first else { return String::new() };
    let or = |name: &str, other: &str| printable(if name.is_empty() { other } else { name });
    let (who, what) = (or(subject(first), "(somebody)"), or(object(first), ""));
    let line = match conflict.kind {
        ConflictKind::Polarity => format!("{who} {} {what}", first.relation),
        ConflictKind::Quantity => format!("{who} {} {what}, how many?", first.relation),
        ConflictKind::Subject => format!("who? {} {what}", first.relation),
        ConflictKind::Object => format!("{who} {} what?", first.relation),
    };
    line.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ").replace(" ,", ",")
}

/// Outlet, speaker and sentence.
fn said(statement: &Statement) -> String {
    let speaker = match speaker(statement) {
        "" => String::new(),
        name => format!(", {name} says"),
    };
    printable(&format!("{}{speaker}: «{}»", outlet(&statement.document), statement.sentence.text))
}

fn as_json(conflict: &Conflict<'_>) -> Value {
    let sides: Vec<Value> = conflict
        .sides
        .iter()
        .map(|side| json!({"claim": side.claim, "statements": side.statements}))
        .collect();
    json!({"kind": conflict.kind, "about": heading(conflict), "sides": sides})
}
