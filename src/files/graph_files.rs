//! The files of a built graph, and how each is read: `graph.nq` for all that RDF holds, the two JSONL files for statements and
//! attributions.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

use anyhow::{Context, anyhow};
use serde::de::DeserializeOwned;

use crate::graph;
use crate::graph::Dataset;
use crate::story::{Share, Shared};

/// Names of the files in an output folder that other commands read.
pub const GRAPH: &str = "graph.nq";
pub const STATEMENTS: &str = "statements.jsonl";
pub const ATTRIBUTIONS: &str = "attributions.jsonl";

/// All quads of a file.
///
/// # Errors
/// Returns an error that names the file, where it cannot be read.
pub fn read_graph(path: &Path) -> anyhow::Result<Dataset> {
    let file = File::open(path).with_context(|| format!("cannot read {}", path.display()))?;
    graph::read_nquads(BufReader::new(file)).with_context(|| {
        format!("{} is no sound N-Quads; build the graph anew with `newsgraph build`", path.display())
    })
}

/// The values of a file with one JSON value a line, which share what they name; empty lines are skipped.
///
/// # Errors
/// Returns an error that names the file and the line.
pub fn read_shared<T: DeserializeOwned + Share>(path: &Path, shared: &mut Shared) -> anyhow::Result<Vec<T>> {
    let mut values = Vec::new();
    for_each_line(path, |_, mut value: T| {
        value.share(shared);
        values.push(value);
    })?;
    values.shrink_to_fit();
    Ok(values)
}

/// The values of such a file with the numbers of their lines, counted from 1.
///
/// # Errors
/// Returns an error that names the file and the line.
pub fn read_jsonl_lines<T: DeserializeOwned>(path: &Path) -> anyhow::Result<Vec<(usize, T)>> {
    let mut values = Vec::new();
    for_each_line(path, |line, value| values.push((line, value)))?;
    Ok(values)
}

fn for_each_line<T: DeserializeOwned>(path: &Path, mut each: impl FnMut(usize, T)) -> anyhow::Result<()> {
    let file = File::open(path).with_context(|| format!("cannot read {}", path.display()))?;
    for (index, line) in BufReader::new(file).lines().enumerate() {
        let place = format!("{}:{}", path.display(), index + 1);
        let line = line.with_context(|| place.clone())?;
        if !line.trim().is_empty() {
            let value = serde_json::from_str(&line);
            let value = value.map_err(|error| anyhow!("{place}: {}", without_line(&error)))?;
            each(index + 1, value);
        }
    }
    Ok(())
}

/// What is wrong with a line. The parser, which saw one line only, would always say that it is line 1.
pub(super) fn without_line(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let position = format!(" at line {} column {}", error.line(), error.column());
    match message.strip_suffix(&position) {
        Some(reason) => format!("column {}: {reason}", error.column()),
        None => message,
    }
}
