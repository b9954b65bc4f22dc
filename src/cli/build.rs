//! `newsgraph build`: articles in, the graph with its exports and pictures out.

use std::io;
use std::io::Write;
use std::path::PathBuf;

use anyhow::bail;
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};

use crate::language::Engine;
use crate::pipeline::Pipeline;
use crate::read::{Reading, read_inputs};

use super::deciding::DecisionArguments;
use super::failure::{Outcome, report_failures};
use super::outputs::{OutputArguments, write_outputs};
use super::teaching::OntologyArguments;

/// Read articles and write the graph, its exports and its pictures into a folder.
#[derive(Debug, Args)]
pub struct BuildArguments {
    /// Files and folders of .txt, .html and .jsonl, also .gz of these; `-` reads standard input
    #[arg(required = true, value_name = "INPUT")]
    pub inputs: Vec<PathBuf>,
    #[command(flatten)]
    pub ontology: OntologyArguments,
    #[command(flatten)]
    pub decisions: DecisionArguments,
    /// Patterns only: several times as fast, but it finds less and errs more
    #[arg(long)]
    pub quick: bool,
    #[command(flatten)]
    pub output: OutputArguments,
}

pub fn run(arguments: BuildArguments) -> anyhow::Result<Outcome> {
    let engine = Engine::load();
    let taught = arguments.ontology.taught(&engine)?;
    let decisions = arguments.decisions.load(&arguments.output.output, &taught.ontology)?;
    let Reading { articles, failures } = read_inputs(&arguments.inputs, &taught.ontology.words.page);
    report_failures(&failures)?;
    if articles.is_empty() {
        bail!(
            "no article to read in {}: give files or folders of .txt, .html or .jsonl",
            arguments.inputs.iter().map(|path| path.display().to_string()).collect::<Vec<_>>().join(", ")
        );
    }
    let mint = arguments.output.mint();
    let pipeline = Pipeline::builder()
        .engine(engine)
        .taught(taught)
        .quick(arguments.quick)
        .mint(mint.clone())
        .decisions(decisions)
        .build()?;
    let progress = progress_bar(articles.len())?;
    let story = pipeline.story_with_progress(articles, &|| progress.inc(1));
    progress.set_message("writing the graph and its pictures");
    let report = write_outputs(&story, pipeline.ontology(), &mint, &arguments.output.output)?;
    progress.finish_and_clear();
    arguments.decisions.report_unmet(&arguments.output.output, &story.unmet)?;
    io::stdout().write_all(report.summary().as_bytes())?;
    Ok(if failures.is_empty() { Outcome::Complete } else { Outcome::Partial })
}

/// A bar over the articles on standard error; where that is no terminal, nothing is drawn.
pub fn progress_bar(articles: usize) -> anyhow::Result<ProgressBar> {
    let bar = ProgressBar::new(articles.try_into()?).with_message("reading");
    bar.set_style(ProgressStyle::with_template("{bar:40} {pos}/{len} articles, {elapsed}: {msg}")?);
    Ok(bar)
}
