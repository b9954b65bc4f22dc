//! `newsgraph assemble`: statements in, the graph out; what `build` does after extraction. Statements of several
//! builds become one graph this way, and a graph can be made again after its statements were sorted out by hand.

use std::io;
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;

use crate::story::{Attribution, Shared, Statement, assemble};
use crate::vocabulary::NG;

use super::failure::Outcome;
use super::folder::{ATTRIBUTIONS, read_shared};
use super::outputs::{OutputArguments, write_outputs};
use super::teaching::OntologyArguments;

/// Make a graph of files of statements.
#[derive(Debug, Args)]
pub struct AssembleArguments {
    /// Files with one statement a line, as `build` and `extract` write them; attributions are taken from
    /// an attributions.jsonl beside them
    #[arg(required = true, value_name = "STATEMENTS.jsonl")]
    statements: Vec<PathBuf>,
    #[command(flatten)]
    ontology: OntologyArguments,
    #[command(flatten)]
    output: OutputArguments,
}

pub fn run(arguments: AssembleArguments) -> anyhow::Result<Outcome> {
    let ontology = arguments.ontology.load()?;
    let mut statements: Vec<Statement> = Vec::new();
    let mut attributions: Vec<Attribution> = Vec::new();
    let mut shared = Shared::default();
    for path in &arguments.statements {
        statements.extend(read_shared(path, &mut shared)?);
        let beside = path.parent().unwrap_or(Path::new("")).join(ATTRIBUTIONS);
        if beside.is_file() {
            attributions.extend(read_shared(&beside, &mut shared)?);
        }
    }
    drop(shared);
    let class_iri = |name: &str| match ontology.class_named(name) {
        Some(id) => ontology.class(id).iri.clone(),
        None => format!("{NG}{name}"),
    };
    let story = assemble(statements, attributions, class_iri);
    let report = write_outputs(&story, &ontology, &arguments.output.mint(), &arguments.output.output)?;
    io::stdout().write_all(report.summary().as_bytes())?;
    Ok(Outcome::Complete)
}
