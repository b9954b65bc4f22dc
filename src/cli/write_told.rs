//! What `build`, `add` and `remove` do in the end: write the graph, and print what it holds.

use std::io::Write;
use std::path::Path;

use anyhow::bail;

use crate::faults::Failures;
use crate::files::deciding::DecisionArguments;
use crate::harmless;
use crate::living::{Told, counted, write_graph};
use crate::pipeline::Pipeline;
use crate::story::Detail;

use super::failure::{Outcome, report_failures, report_notes};

/// Writes the graph of what articles tell, and prints what it holds, and what could not be read.
///
/// # Errors
/// Returns an error where nothing could be read, or a file cannot be written.
pub fn write_told(
    pipeline: &Pipeline,
    mut told: Told,
    detail: Detail,
    decisions: &DecisionArguments,
    folder: &Path,
) -> anyhow::Result<Outcome> {
    let Failures { faults, long_sentences } = std::mem::take(&mut told.failures);
    report_failures(&faults)?;
    report_notes(&long_sentences)?;
    if told.facts.is_empty() {
        bail!("no article could be read; what was in {} stays as it was", folder.display());
    }
    let (read, remembered) = (told.read, told.facts.len() - told.read);
    let (report, unmet) = write_graph(pipeline, told, detail, folder)?;
    decisions.report_unmet(folder, &unmet)?;
    harmless::stdout().write_all(report.summary().as_bytes())?;
    // What is printed as the result says nothing of how it came about.
    if remembered > 0 {
        let read = counted(read, "article");
        writeln!(harmless::stderr(), "newsgraph: {read} read now, {remembered} remembered from before")?;
    }
    Ok(if faults.is_empty() { Outcome::Complete } else { Outcome::Partial })
}
