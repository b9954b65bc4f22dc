//! `newsgraph extract`: a filter from articles to statements.

use anyhow::bail;
use clap::Args;

use super::Outcome;

/// Read articles as JSONL on standard input, write statements as JSONL on standard output.
#[derive(Debug, Args)]
pub struct ExtractArguments {}

pub fn run(_arguments: ExtractArguments) -> anyhow::Result<Outcome> {
    bail!("`newsgraph extract` is not there yet")
}
