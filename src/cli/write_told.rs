//! What `build`, `add` and `remove` do in the end: write the graph, and print what it holds.

use std::io;
use std::io::Write;
use std::path::Path;

use crate::files::deciding::DecisionArguments;
use crate::living::{Told, counted, write_graph};
use crate::pipeline::Pipeline;
use crate::story::Detail;

/// Writes the graph of what articles tell, and prints what it holds.
///
/// # Errors
/// Returns an error where a file cannot be written.
pub fn write_told(
    pipeline: &Pipeline,
    told: Told,
    detail: Detail,
    decisions: &DecisionArguments,
    folder: &Path,
) -> anyhow::Result<()> {
    let (read, remembered) = (told.read, told.facts.len() - told.read);
    let (report, unmet) = write_graph(pipeline, told, detail, folder)?;
    decisions.report_unmet(folder, &unmet)?;
    io::stdout().write_all(report.summary().as_bytes())?;
    // What is printed as the result says nothing of how it came about.
    if remembered > 0 {
        let read = counted(read, "article");
        writeln!(io::stderr(), "newsgraph: {read} read now, {remembered} remembered from before")?;
    }
    Ok(())
}
