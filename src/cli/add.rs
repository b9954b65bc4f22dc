//! `newsgraph add`: more articles into a graph that is there. The folder then holds what a build of all of them would write.

use std::path::PathBuf;

use anyhow::bail;
use clap::Args;

use crate::files::deciding::DecisionArguments;
use crate::read::Reading;

use super::failure::{Outcome, report_failures};
use super::inputs::InputArguments;
use super::write_told::write_told;
use crate::living::{Living, told};
use crate::terminal::interruption::Interruption;

/// Add articles to a graph: only they are read. An article whose file is in the graph already takes the place of the older one.
#[derive(Debug, Args)]
pub struct AddArguments {
    #[command(flatten)]
    inputs: InputArguments,
    /// Folder of the graph, as `build` wrote it
    #[arg(short, long, value_name = "DIR", default_value = "output")]
    output: PathBuf,
    #[command(flatten)]
    decisions: DecisionArguments,
}

pub fn run(arguments: &AddArguments) -> anyhow::Result<Outcome> {
    let interruption = Interruption::listen()?;
    let Living { memory, pipeline, detail, lock: _lock } =
        Living::open(&arguments.output, &arguments.decisions)?;
    let Reading { articles, failures } = arguments.inputs.read(&pipeline.ontology().words.page);
    report_failures(&failures)?;
    if articles.is_empty() {
        bail!("no article to add; the graph in {} stays as it was", arguments.output.display());
    }
    let come = |path: &str| articles.iter().any(|article| article.path == path);
    let staying: Vec<_> = memory.records().filter(|record| !come(&record.path)).collect();
    let staying = Living::recall(&staying)?;
    let mut told = told(&pipeline, articles, &memory, &arguments.output, &interruption)?;
    told.extend(staying);
    let outcome = write_told(&pipeline, told, detail, &arguments.decisions, &arguments.output)?;
    Ok(if failures.is_empty() { outcome } else { Outcome::Partial })
}
