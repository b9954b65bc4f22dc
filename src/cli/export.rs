//! `newsgraph export`: the graph, or a part of it, in one format.

use anyhow::bail;
use clap::Args;

use super::Outcome;

/// Write the graph, or the part of it about one entity, in one format.
#[derive(Debug, Args)]
pub struct ExportArguments {}

pub fn run(_arguments: ExportArguments) -> anyhow::Result<Outcome> {
    bail!("`newsgraph export` is not there yet")
}
