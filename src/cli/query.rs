//! `newsgraph query`: SPARQL on a built graph.

use anyhow::bail;
use clap::Args;

use super::Outcome;

/// Ask a built graph in SPARQL, or by the name of a shipped query.
#[derive(Debug, Args)]
pub struct QueryArguments {}

pub fn run(_arguments: QueryArguments) -> anyhow::Result<Outcome> {
    bail!("`newsgraph query` is not there yet")
}
