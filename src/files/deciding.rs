//! The user's decisions, from the file that a build finds beside its results or is given by name.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::{fs, io};

use anyhow::Context;
use clap::Args;

use crate::decisions::{DecisionError, Decisions};
use crate::harmless;
use crate::ontology::Ontology;
use crate::story::Unmet;

/// The file in the output folder that is read without being named.
const DEFAULT: &str = "decisions.tsv";
/// Decisions without effect that are told one by one.
const MOST_TOLD: usize = 10;

#[derive(Debug, Default, Args)]
pub struct DecisionArguments {
    /// A file of decisions, one a line, with tabs between: `same NAME NAME`, `different NAME NAME`, `accept STATEMENT`, `reject STATEMENT [WHY]` [default: decisions.tsv in the output folder, if there is one]
    #[arg(long, value_name = "FILE")]
    decisions: Option<PathBuf>,
}

impl DecisionArguments {
    /// Reads the file that is named, else that of the output folder, else decides nothing.
    ///
    /// # Errors
    ///
    /// Returns an error where a named file is not there, a file is not UTF-8, a line cannot be read, or lines contradict each
    /// other.
    pub fn load(&self, output: &Path, ontology: &Ontology) -> anyhow::Result<Decisions> {
        let path = self.path(output);
        if self.decisions.is_none() && !path.is_file() {
            return Ok(Decisions::default());
        }
        let text = fs::read_to_string(&path)
            .with_context(|| format!("{}: the decisions cannot be read", path.display()))?;
        checked(&text, ontology).with_context(|| format!("{}", path.display()))
    }

    /// Whether no file is named.
    pub fn is_default(&self) -> bool {
        self.decisions.is_none()
    }

    /// The file that is named, else that of the output folder, whether it is there or not.
    pub fn path(&self, output: &Path) -> PathBuf {
        self.decisions.clone().unwrap_or_else(|| output.join(DEFAULT))
    }

    /// Tells which decisions found nothing; where they are many, the first of them.
    pub fn report_unmet(&self, output: &Path, unmet: &[Unmet]) -> io::Result<()> {
        let mut errors = harmless::stderr();
        let path = self.path(output);
        for Unmet { line, message } in unmet.iter().take(MOST_TOLD) {
            writeln!(errors, "newsgraph: {}, line {line}: {message}", path.display())?;
        }
        if let Some(more) = unmet.len().checked_sub(MOST_TOLD).filter(|&more| more > 0) {
            writeln!(errors, "newsgraph: {}: {more} more decisions find nothing here", path.display())?;
        }
        Ok(())
    }
}

/// The decisions of a text, all of which can be kept together.
pub fn checked(text: &str, ontology: &Ontology) -> Result<Decisions, DecisionError> {
    let decisions = Decisions::parse(text)?;
    decisions.check_names(ontology)?;
    Ok(decisions)
}
