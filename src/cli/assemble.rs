//! `newsgraph assemble`: statements in, the graph out: what `build` does after extraction.

use anyhow::bail;
use clap::Args;

use super::Outcome;

/// Make a graph of files of statements.
#[derive(Debug, Args)]
pub struct AssembleArguments {}

pub fn run(_arguments: AssembleArguments) -> anyhow::Result<Outcome> {
    bail!("`newsgraph assemble` is not there yet")
}
