//! `newsgraph extract`: a filter from articles to statements, for pipes and for benchmarks of other people.

use std::io;
use std::io::{BufWriter, Write};

use anyhow::bail;
use clap::Args;

use crate::export::jsonl;
use crate::language::Engine;
use crate::pipeline::Pipeline;
use crate::read::{Reading, jsonl_records};

use super::failure::{Outcome, report_failures};
use super::teaching::OntologyArguments;

/// Read articles as JSONL (`text`, `title`, `date`, `publisher`, `url`) on standard input, write statements as
/// JSONL on standard output.
#[derive(Debug, Args)]
pub struct ExtractArguments {
    #[command(flatten)]
    ontology: OntologyArguments,
    /// Patterns only: several times as fast, but it finds less and errs more
    #[arg(long)]
    quick: bool,
}

pub fn run(arguments: ExtractArguments) -> anyhow::Result<Outcome> {
    let engine = Engine::load();
    let taught = arguments.ontology.taught(&engine)?;
    let mut reading = Reading::default();
    for record in jsonl_records(io::stdin().lock(), "-", &taught.ontology.words.page) {
        match record {
            Ok(article) => reading.articles.push(article),
            Err(failure) => reading.failures.push(failure),
        }
    }
    report_failures(&reading.failures)?;
    if reading.articles.is_empty() && !reading.failures.is_empty() {
        bail!("no article on standard input: give one JSON object a line, with a `text`");
    }
    let story = Pipeline::builder()
        .engine(engine)
        .taught(taught)
        .quick(arguments.quick)
        .build()?
        .story(reading.articles);
    let mut output = BufWriter::new(io::stdout().lock());
    jsonl(&story.statements, &mut output)?;
    output.flush()?;
    Ok(if reading.failures.is_empty() { Outcome::Complete } else { Outcome::Partial })
}
