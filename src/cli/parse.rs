//! `newsgraph parse`: what the language engine sees.

use anyhow::bail;
use clap::Args;

use super::Outcome;

/// Read texts as JSONL on standard input, write their trees as CoNLL-U on standard output.
#[derive(Debug, Args)]
pub struct ParseArguments {}

pub fn run(_arguments: ParseArguments) -> anyhow::Result<Outcome> {
    bail!("`newsgraph parse` is not there yet")
}
