//! `newsgraph assemble`: statements in, the graph out; what `build` does after extraction. Statements of several
//! builds become one graph this way, and a graph can be made again after its statements were sifted by hand, or decided
//! upon: what else the build knew is taken from its folder.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;

use crate::decisions::{Decisions, Judge};
use crate::files::deciding::DecisionArguments;
use crate::files::graph_files::{ATTRIBUTIONS, GRAPH, read_graph, read_shared};
use crate::files::lock::FolderLock;
use crate::files::teaching::OntologyArguments;
use crate::graph;
use crate::harmless;
use crate::story::{Attribution, Shared, Statement, Story, assemble, recollect};
use crate::vocabulary::NG;

use super::failure::Outcome;
use crate::living::{OutputArguments, write_outputs};

/// Make a graph of files of statements.
#[derive(Debug, Args)]
pub struct AssembleArguments {
    /// Files with one statement a line, as `build` and `extract` write them
    #[arg(required = true, value_name = "STATEMENTS.jsonl")]
    statements: Vec<PathBuf>,
    /// Folder of the build that the statements come from; its attributions.jsonl and graph.nq tell who said what, all names, and
    /// the rest [default: the folder of each file]
    #[arg(long = "graph", value_name = "DIR")]
    graph: Option<PathBuf>,
    #[command(flatten)]
    ontology: OntologyArguments,
    #[command(flatten)]
    decisions: DecisionArguments,
    #[command(flatten)]
    output: OutputArguments,
}

pub fn run(arguments: AssembleArguments) -> anyhow::Result<Outcome> {
    let ontology = arguments.ontology.load()?;
    let folder = &arguments.output.output;
    let decisions = arguments.decisions.load(folder, &ontology)?;
    let mut read = Read::default();
    for path in &arguments.statements {
        let statements = read_shared(path, &mut read.shared)?;
        match &arguments.graph {
            Some(_) => read.statements.extend(statements),
            None => read.with_folder(path.parent().unwrap_or(Path::new("")), statements)?,
        }
    }
    if let Some(graph) = &arguments.graph {
        let statements = std::mem::take(&mut read.statements);
        read.with_folder(graph, statements)?;
    }
    let class_iri = |name: &str| match ontology.class_named(name) {
        Some(id) => ontology.class(id).iri.clone(),
        None => format!("{NG}{name}"),
    };
    let mut story = read.story(&decisions, class_iri);
    story.detail = story.detail.max(arguments.output.detail());
    let _lock = FolderLock::take(folder)?;
    let report = write_outputs(&story, &ontology, &arguments.output.mint(), None, folder)?;
    arguments.decisions.report_unmet(folder, &story.unmet)?;
    harmless::stdout().write_all(report.summary().as_bytes())?;
    Ok(Outcome::Complete)
}

/// What stands in the files.
#[derive(Default)]
struct Read {
    shared: Shared,
    statements: Vec<Statement>,
    attributions: Vec<Attribution>,
    /// What graphs know beside their statements.
    known: Vec<Story>,
}

impl Read {
    /// Takes statements, and what the folder of their build has beside them.
    fn with_folder(&mut self, folder: &Path, mut statements: Vec<Statement>) -> anyhow::Result<()> {
        let (attributions, graph) = (folder.join(ATTRIBUTIONS), folder.join(GRAPH));
        if attributions.is_file() {
            self.attributions.extend(read_shared(&attributions, &mut self.shared)?);
        }
        if graph.is_file() {
            let mut known = graph::story(&read_graph(&graph)?, statements, Vec::new());
            statements = std::mem::take(&mut known.statements);
            self.known.push(known);
        }
        self.statements.extend(statements);
        Ok(())
    }

    fn story(mut self, decisions: &Decisions, class_iri: impl Fn(&str) -> String) -> Story {
        let mut judge = Judge::new(decisions);
        judge.accept(&mut self.statements);
        judge.drop_rejected(&mut self.statements);
        let mut story = assemble(self.statements, self.attributions, class_iri);
        for known in self.known {
            recollect(&mut story, known);
        }
        let (accepted, unmet) = judge.finish();
        story.accepted.extend(accepted);
        story.unmet = unmet;
        story
    }
}
