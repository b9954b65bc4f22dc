//! `newsgraph build`: articles in, the graph with its exports and pictures out.

use std::path::PathBuf;

use anyhow::bail;
use clap::Args;

use super::Outcome;
use super::outputs::OutputArguments;
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
    pub output: OutputArguments,
}

pub fn run(_arguments: BuildArguments) -> anyhow::Result<Outcome> {
    bail!("`newsgraph build` is not there yet")
}
