//! The user's decisions about who is who, from the file that a build finds beside its results or is given by name.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::Args;

use crate::resolve::Decisions;

/// The file in the output folder that is read without being named.
const DEFAULT: &str = "decisions.tsv";

#[derive(Debug, Args)]
pub struct DecisionArguments {
    /// A file of decisions, one a line: `same` or `different`, a tab, a name, a tab, another name [default: decisions.tsv in the output folder, if there is one]
    #[arg(long, value_name = "FILE")]
    decisions: Option<PathBuf>,
}

impl DecisionArguments {
    /// Reads the file that is named, else that of the output folder, else decides nothing.
    ///
    /// # Errors
    ///
    /// Returns an error where a named file is not there, a file is not UTF-8, or a line cannot be read.
    pub fn load(&self, output: &Path) -> anyhow::Result<Decisions> {
        let found = output.join(DEFAULT);
        let path = match &self.decisions {
            Some(named) => named,
            None if found.is_file() => &found,
            None => return Ok(Decisions::default()),
        };
        let text = fs::read_to_string(path)
            .with_context(|| format!("{}: the decisions cannot be read", path.display()))?;
        Decisions::parse(&text).with_context(|| format!("{}", path.display()))
    }
}
