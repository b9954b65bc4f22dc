//! `newsgraph extract`: a filter from articles to statements, for pipes and for benchmarks of other people.

use std::io;
use std::io::{BufWriter, Read, Write};

use anyhow::bail;
use clap::Args;

use crate::export::jsonl;
use crate::files::teaching::OntologyArguments;
use crate::harmless;
use crate::language::Engine;
use crate::pipeline::Pipeline;
use crate::read::read_json;

use super::failure::{Outcome, report_failures, report_notes};
use super::inputs::ReadingArguments;

/// Read articles as JSON (one a line with `text`, `title`, `date`, `publisher`, `url`, a list, or the answer of a news
/// service) on standard input, write statements as JSONL on standard output.
#[derive(Debug, Args)]
pub struct ExtractArguments {
    #[command(flatten)]
    ontology: OntologyArguments,
    #[command(flatten)]
    reading: ReadingArguments,
    /// Patterns only: several times as fast, but it finds less and errs more
    #[arg(long)]
    quick: bool,
}

pub fn run(arguments: ExtractArguments) -> anyhow::Result<Outcome> {
    let engine = Engine::load();
    let taught = arguments.ontology.taught(&engine)?;
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    let reading = read_json(&bytes, "-", &arguments.reading.options(&taught.ontology.words.page));
    report_failures(&reading.failures)?;
    if reading.articles.is_empty() && !reading.failures.is_empty() {
        bail!("no article on standard input: give one JSON object a line, with a `text`");
    }
    let (story, unread) = Pipeline::builder()
        .engine(engine)
        .taught(taught)
        .quick(arguments.quick)
        .build()?
        .story_and_failures(reading.articles);
    report_failures(&unread.faults)?;
    report_notes(&unread.long_sentences)?;
    let mut output = BufWriter::new(harmless::data());
    jsonl(&story.statements, &mut output)?;
    output.flush()?;
    let is_whole = reading.failures.is_empty() && unread.faults.is_empty();
    Ok(if is_whole { Outcome::Complete } else { Outcome::Partial })
}
