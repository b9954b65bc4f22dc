//! `newsgraph conflicts`: where sources disagree, every side with article and speaker.

use std::fmt::Write as _;
use std::io::Write;
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::disagreements::{Disagreement, DisagreementKind, Side, disagreements, figures};
use crate::export::{disagreements_json, write_disagreements, write_file};
use crate::files::graph_ontology::ontology_of;
use crate::harmless;
use crate::story::Statement;

use super::failure::Outcome;
use super::scope::PartArguments;
use super::wording::{outlet, speaker};
use crate::terminal::table::printable;

/// Show where the sources of a built graph disagree.
#[derive(Debug, Args)]
#[command(after_help = "\
Affirmed here and denied there; accused, and the word of the accused; who did it; resigned or dismissed; numbers, days and
places of one event that exclude each other; two holders of one office. Only what is asserted counts, by another article
or another speaker. A toll that rises is no disagreement, nor are two events; what one outlet later tells otherwise is
shown as a correction. What may contradict what, the ontology says (ng:OnceProperty, ng:contraryTo and others).")]
pub struct ConflictsArguments {
    #[command(flatten)]
    part: PartArguments,
    /// Also show figures of one thing that differ and may all be right ("dozens", "up to 300")
    #[arg(long)]
    figures: bool,
    /// How to write it
    #[arg(long, value_enum, default_value_t = ConflictFormat::Table)]
    format: ConflictFormat,
    /// File to write into [default: standard output]
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum ConflictFormat {
    /// For people
    Table,
    /// For programs
    Json,
    /// A page to hand on
    Html,
}

pub fn run(arguments: ConflictsArguments) -> anyhow::Result<Outcome> {
    let (dataset, story) = arguments.part.part()?;
    let ontology = ontology_of(&dataset)?;
    let mut found = disagreements(&story, &ontology);
    if arguments.figures {
        found.extend(figures(&story, &ontology));
    }
    let write = |out: &mut dyn Write| match arguments.format {
        ConflictFormat::Table => out.write_all(text(&found).as_bytes()),
        ConflictFormat::Json => writeln!(out, "{:#}", disagreements_json(&found)),
        ConflictFormat::Html => write_disagreements(&found, out),
    };
    match &arguments.output {
        Some(path) => write_file(path, write)?,
        None => write(&mut harmless::data())?,
    }
    Ok(Outcome::Complete)
}

fn text(found: &[Disagreement<'_>]) -> String {
    let mut text = String::new();
    for disagreement in found {
        let remark = match (disagreement.kind, disagreement.correction) {
            (DisagreementKind::Figures, _) => " (may all be right)",
            (_, true) => " (corrected by the same outlet)",
            (_, false) => "",
        };
        let _ = writeln!(text, "{}{remark}", printable(&disagreement.question()));
        for side in &disagreement.sides {
            let _ = writeln!(text, "  {}", printable(&claim(side)));
            for statement in &side.statements {
                let _ = writeln!(text, "    {}", said(statement));
            }
        }
        text.push('\n');
    }
    let conflicts = found.iter().filter(|one| one.kind != DisagreementKind::Figures).count();
    let noun = if conflicts == 1 { "conflict" } else { "conflicts" };
    let _ = writeln!(text, "({conflicts} {noun})");
    text
}

/// What a side says, and how many say so independently of each other where that is not plain to see.
fn claim(side: &Side<'_>) -> String {
    if side.independent == side.statements.len() {
        return side.claim.clone();
    }
    format!("{} ({} independent)", side.claim, side.independent)
}

/// Outlet, speaker and sentence.
fn said(statement: &Statement) -> String {
    let speaker = match speaker(statement) {
        "" => String::new(),
        name => format!(", {name} says"),
    };
    printable(&format!("{}{speaker}: «{}»", outlet(&statement.document), statement.sentence.text))
}
