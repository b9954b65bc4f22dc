//! `newsgraph build`: articles in, the graph with its exports and pictures out.

use anyhow::bail;
use clap::Args;

use super::Outcome;

/// Read articles and write the graph, its exports and its pictures into a folder.
#[derive(Debug, Args)]
pub struct BuildArguments {}

pub fn run(_arguments: BuildArguments) -> anyhow::Result<Outcome> {
    bail!("`newsgraph build` is not there yet")
}
