//! `newsgraph build`: articles in, the graph with its exports and pictures out.

use anyhow::bail;
use clap::Args;

use crate::files::deciding::DecisionArguments;
use crate::files::lock::FolderLock;
use crate::files::memory_file::recall;
use crate::files::teaching::OntologyArguments;
use crate::language::Engine;
use crate::pipeline::Pipeline;
use crate::read::Reading;
use crate::remembered::Memory;

use super::failure::{Outcome, report_failures};
use super::inputs::InputArguments;
use super::write_told::write_told;
use crate::living::{OutputArguments, told};
use crate::terminal::interruption::Interruption;

/// Read articles and write the graph, its exports and its pictures into a folder.
///
/// What was read before is remembered in the folder (articles.bin): the next build reads only articles that are new or have
/// changed, all of them where the ontology has.
#[derive(Debug, Args)]
pub struct BuildArguments {
    #[command(flatten)]
    pub inputs: InputArguments,
    #[command(flatten)]
    pub ontology: OntologyArguments,
    #[command(flatten)]
    pub decisions: DecisionArguments,
    /// Patterns only: several times as fast, but it finds less and errs more
    #[arg(long)]
    pub quick: bool,
    /// Read all articles again, whatever is remembered of them
    #[arg(long)]
    pub anew: bool,
    #[command(flatten)]
    pub output: OutputArguments,
}

pub fn run(arguments: BuildArguments) -> anyhow::Result<Outcome> {
    let interruption = Interruption::listen()?;
    let folder = &arguments.output.output;
    let settings = arguments.ontology.settings(&arguments.output.base, arguments.quick)?;
    let engine = Engine::load();
    let taught = arguments.ontology.taught(&engine)?;
    let decisions = arguments.decisions.load(folder, &taught.ontology)?;
    let Reading { articles, failures } = arguments.inputs.read(&taught.ontology.words.page);
    report_failures(&failures)?;
    if articles.is_empty() {
        bail!(arguments.inputs.no_article());
    }
    let pipeline = Pipeline::builder()
        .engine(engine)
        .taught(taught)
        .quick(arguments.quick)
        .mint(arguments.output.mint())
        .decisions(decisions)
        .build()?;
    let _lock = FolderLock::take(folder)?;
    let memory = if arguments.anew { Memory::new(settings) } else { recall(folder, &settings)? };
    let told = told(&pipeline, articles, &memory, folder, &interruption)?;
    let outcome = write_told(&pipeline, told, arguments.output.detail(), &arguments.decisions, folder)?;
    Ok(if failures.is_empty() { outcome } else { Outcome::Partial })
}
