//! `newsgraph evaluate`: a built graph against statements that somebody marked by hand.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io;
use std::io::Write;
use std::path::PathBuf;

use anyhow::bail;
use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use crate::evaluate::{Aspect, Counts, Evaluation, GoldStatement, evaluate, file_name};
use crate::files::folder::GraphFolder;
use crate::files::graph_files::read_jsonl_lines;
use crate::harmless;
use crate::story::Statement;

use super::failure::Outcome;
use super::wording::{object, subject};
use crate::terminal::table;

/// Measure precision, recall and F1 of a built graph against a gold file.
#[derive(Debug, Args)]
#[command(after_help = "\
A gold file has one statement a line: {\"document\": \"a.txt\", \"quote\": words of the sentence, \"relation\": local name,
\"subject\": [accepted names], \"object\": [accepted names], \"polarity\": \"positive\" or \"negative\", \"asserted\": true or
false, \"attributed_to\": [accepted names], \"quantity\": words or null, \"optional\": true or false}. An empty list accepts
anything. Only the articles that the gold file names are judged; they should be marked in full.

A statement counts as found where article and relation are the same, the quote stands in the sentence, and subject
and object have one of the accepted names: the words of the one among those of the other, without articles. How often
polarity, assertedness, speaker and quantity are right is counted over the statements found.")]
pub struct EvaluateArguments {
    /// File with the right statements, one a line
    #[arg(value_name = "GOLD.jsonl")]
    gold: PathBuf,
    /// Only this relation; may be repeated
    #[arg(long, value_name = "NAME")]
    relation: Vec<String>,
    /// List what was missed and what is wrong
    #[arg(long)]
    errors: bool,
    /// How to write the result
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
    #[command(flatten)]
    graph: GraphFolder,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Table,
    Json,
}

pub fn run(arguments: EvaluateArguments) -> anyhow::Result<Outcome> {
    let gold = gold(&arguments)?;
    let statements: Vec<Statement> = arguments.graph.statements()?;
    warn_of_unknown_articles(&gold, &statements)?;
    let relations: BTreeSet<String> = arguments.relation.iter().cloned().collect();
    let evaluation = evaluate(&gold, &statements, &relations);
    let text = match arguments.format {
        Format::Table => text(&evaluation, arguments.errors),
        Format::Json => format!("{:#}\n", as_json(&evaluation, arguments.errors)),
    };
    harmless::stdout().write_all(text.as_bytes())?;
    Ok(Outcome::Complete)
}

fn gold(arguments: &EvaluateArguments) -> anyhow::Result<Vec<GoldStatement>> {
    let lines = read_jsonl_lines::<GoldStatement>(&arguments.gold)?;
    let mut gold = Vec::with_capacity(lines.len());
    for (line, statement) in lines {
        if let Some(fault) = statement.fault() {
            bail!("{}:{line}: {fault}", arguments.gold.display());
        }
        gold.push(statement);
    }
    if gold.is_empty() {
        bail!(
            "{} has no statements; `newsgraph evaluate --help` shows how to write one",
            arguments.gold.display()
        );
    }
    Ok(gold)
}

/// A misspelt article makes all its statements missed; better that somebody says why.
fn warn_of_unknown_articles(gold: &[GoldStatement], statements: &[Statement]) -> io::Result<()> {
    let known: BTreeSet<&str> =
        statements.iter().map(|statement| file_name(&statement.document.path)).collect();
    let wanted: BTreeSet<&str> = gold.iter().map(|gold| file_name(&gold.document)).collect();
    let mut errors = harmless::stderr();
    for document in wanted.difference(&known) {
        writeln!(
            errors,
            "newsgraph: no statement of the graph is from {document:?}, which the gold file names"
        )?;
    }
    Ok(())
}

fn text(evaluation: &Evaluation<'_>, errors: bool) -> String {
    let headings = ["relation", "gold", "found", "optional", "wrong", "precision", "recall", "F1"];
    let mut rows: Vec<Vec<String>> =
        evaluation.relations.iter().map(|(relation, counts)| row(relation, counts)).collect();
    rows.push(row("all", &evaluation.overall()));
    let mut text = table::table(&headings.map(str::to_owned), &rows);
    text.push('\n');
    let aspects: Vec<Vec<String>> = evaluation
        .aspects
        .iter()
        .map(|(aspect, &(right, all))| {
            vec![
                name(*aspect).to_owned(),
                format!("{right} of {all}"),
                share(Some(right as f64 / all as f64)),
            ]
        })
        .collect();
    if !aspects.is_empty() {
        text += &table::table(&["of those found", "right", "share"].map(str::to_owned), &aspects);
    }
    if errors {
        text.push('\n');
        for gold in &evaluation.missed {
            let first = |names: &[String]| names.first().map_or("?", String::as_str).to_owned();
            let (subject, object) = (first(&gold.subject), first(&gold.object));
            let _ = writeln!(
                text,
                "missed  {}: {subject} {} {object} «{}»",
                gold.document, gold.relation, gold.quote
            );
        }
        for statement in &evaluation.wrong {
            let _ = writeln!(
                text,
                "wrong   {}: {} {} {} «{}»",
                statement.document.path,
                or_unknown(subject(statement)),
                statement.relation,
                or_unknown(object(statement)),
                table::printable(&statement.sentence.text)
            );
        }
    }
    text
}

fn row(relation: &str, counts: &Counts) -> Vec<String> {
    let numbers = [counts.required, counts.found, counts.optional, counts.wrong].map(|n| n.to_string());
    let shares = [counts.precision(), counts.recall(), counts.f1()].map(share);
    std::iter::once(relation.to_owned()).chain(numbers).chain(shares).collect()
}

fn share(share: Option<f64>) -> String {
    share.map_or_else(|| "–".to_owned(), |share| format!("{share:.3}"))
}

fn name(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::SubjectResolved => "subject resolved",
        Aspect::ObjectResolved => "object resolved",
        Aspect::Polarity => "polarity",
        Aspect::Asserted => "asserted",
        Aspect::Attribution => "attribution",
        Aspect::Quantity => "quantity",
    }
}

fn or_unknown(name: &str) -> &str {
    if name.is_empty() { "?" } else { name }
}

fn as_json(evaluation: &Evaluation<'_>, errors: bool) -> Value {
    let relations: serde_json::Map<String, Value> = evaluation
        .relations
        .iter()
        .map(|(relation, counts)| ((*relation).to_owned(), counts_json(counts)))
        .collect();
    let aspects: Vec<Value> = evaluation
        .aspects
        .iter()
        .map(|(aspect, (right, all))| json!({"aspect": aspect, "right": right, "of": all}))
        .collect();
    let mut result = json!({
        "all": counts_json(&evaluation.overall()),
        "relations": relations,
        "aspects": aspects,
    });
    if errors {
        let missed: Vec<Value> = evaluation
            .missed
            .iter()
            .map(|gold| {
                json!({
                    "document": gold.document, "relation": gold.relation, "subject": gold.subject.first(),
                    "object": gold.object.first(), "quote": gold.quote,
                })
            })
            .collect();
        result["missed"] = missed.into();
        result["wrong"] = json!(evaluation.wrong);
    }
    result
}

fn counts_json(counts: &Counts) -> Value {
    json!({
        "gold": counts.required, "found": counts.found, "optional": counts.optional, "wrong": counts.wrong,
        "precision": counts.precision(), "recall": counts.recall(), "f1": counts.f1(),
    })
}
