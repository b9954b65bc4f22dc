//! What is doubtful as a list: for people, for programs, for spreadsheets.

use std::fmt::Write as _;
use std::path::Path;

use clap::ValueEnum;
use serde_json::{Value, json};

use crate::graph::{Doubt, Standing};
use crate::story::Story;
use crate::vocabulary::local_name;

use super::wording::{marked, object, outlet, speaker, subject};
use crate::terminal::table::printable;

/// How the list is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReviewFormat {
    /// For people
    Text,
    /// For programs: whole statements
    Json,
    /// For spreadsheets
    Tsv,
}

const COLUMNS: &str = "statement\trelation\tsubject\tobject\tstanding\tattributed_to\tconfidence\tleast_confidence\t\
                       people\tedges\tstated_elsewhere\tarticle\tsentence";

/// The whole list; `decisions` is the file in which to decide.
pub fn list(doubts: &[Doubt<'_>], story: &Story, format: ReviewFormat, decisions: &Path) -> String {
    match format {
        ReviewFormat::Text => text(doubts, story, decisions),
        ReviewFormat::Json => format!("{:#}\n", Value::from_iter(doubts.iter().map(as_json))),
        ReviewFormat::Tsv => {
            let rows = doubts.iter().map(row);
            std::iter::once(COLUMNS.to_owned()).chain(rows).map(|line| line + "\n").collect()
        }
    }
}

/// One doubt on some lines: what, how sure, who says so and where, the sentence.
pub fn shown(doubt: &Doubt<'_>, story: &Story) -> String {
    let statement = doubt.statement;
    let document = &statement.document;
    let mut shown = format!("{}\n", claim(doubt));
    let mut line = |text: String| {
        let _ = writeln!(shown, "    {}", printable(&text));
    };
    line(format!("[{}] {}", sureness(doubt), local_name(&statement.id)));
    let headline = document.title.as_ref().map(|headline| format!(", “{headline}”")).unwrap_or_default();
    line(format!("{}{headline} ({})", outlet(document), document.path));
    line(format!("«{}»", marked(statement)));
    if !speaker(statement).is_empty() {
        line(format!("says {}", speaker(statement)));
    }
    if let Some(reason) = story.inferences.get(&statement.id) {
        line(reason.clone());
    }
    shown
}

/// The statement in a few words.
pub fn claim(doubt: &Doubt<'_>) -> String {
    let or = |name: &str, other: &str| printable(if name.is_empty() { other } else { name });
    let (who, what) = (or(subject(doubt.statement), "(somebody)"), or(object(doubt.statement), ""));
    let kind = match doubt.standing {
        Standing::Fact | Standing::Doubtful => "",
        Standing::Denied => "  (denied)",
        Standing::Past => "  (past)",
        Standing::NotAsserted => "  (not asserted)",
    };
    format!("{who} {} {what}", doubt.statement.relation).trim_end().to_owned() + kind
}

fn sureness(doubt: &Doubt<'_>) -> String {
    let counted = |count: usize, one: &str, more: &str| match count {
        1 => format!("1 {one}"),
        _ => format!("{count} {more}"),
    };
    let elsewhere = if doubt.stated_elsewhere { ", stated elsewhere too" } else { "" };
    format!(
        "confidence {} of {}, {}, {}{elsewhere}",
        doubt.statement.confidence,
        doubt.least,
        counted(doubt.people, "person", "people"),
        counted(doubt.edges, "edge", "edges")
    )
}

fn text(doubts: &[Doubt<'_>], story: &Story, decisions: &Path) -> String {
    let mut text = String::new();
    for (index, doubt) in doubts.iter().enumerate() {
        let _ = writeln!(text, "{}. {}", index + 1, shown(doubt, story));
    }
    let noun = if doubts.len() == 1 { "statement" } else { "statements" };
    let _ = writeln!(text, "({} doubtful {noun})", doubts.len());
    if !doubts.is_empty() {
        let _ = writeln!(
            text,
            "To decide, run `newsgraph review` on a terminal, or write lines such as “accept STATEMENT” and “reject \
             STATEMENT”, with tabs, into {}.",
            decisions.display()
        );
    }
    text
}

fn as_json(doubt: &Doubt<'_>) -> Value {
    json!({
        "statement": doubt.statement,
        "least_confidence": doubt.least,
        "standing": standing(doubt),
        "people": doubt.people,
        "edges": doubt.edges,
        "stated_elsewhere": doubt.stated_elsewhere,
    })
}

fn row(doubt: &Doubt<'_>) -> String {
    let statement = doubt.statement;
    let cells = [
        local_name(&statement.id).to_owned(),
        statement.relation.to_string(),
        subject(statement).to_owned(),
        object(statement).to_owned(),
        standing(doubt).to_owned(),
        speaker(statement).to_owned(),
        statement.confidence.to_string(),
        doubt.least.to_string(),
        doubt.people.to_string(),
        doubt.edges.to_string(),
        doubt.stated_elsewhere.to_string(),
        statement.document.path.clone(),
        marked(statement),
    ];
    cells.map(|cell| printable(&cell)).join("\t")
}

fn standing(doubt: &Doubt<'_>) -> &'static str {
    match doubt.standing {
        Standing::Fact => "fact",
        Standing::Doubtful => "doubtful",
        Standing::Denied => "denied",
        Standing::Past => "past",
        Standing::NotAsserted => "not asserted",
    }
}
