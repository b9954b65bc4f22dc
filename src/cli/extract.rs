//! `newsgraph extract`: a filter from articles to statements, for pipes and for benchmarks of other people.

use std::io;
use std::io::{BufWriter, Read, Write};

use anyhow::bail;
use clap::Args;

use crate::export::jsonl;
use crate::files::teaching::OntologyArguments;
use crate::language::Engine;
use crate::pipeline::Pipeline;
use crate::read::read_json;

use super::failure::{Outcome, report_failures};
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
