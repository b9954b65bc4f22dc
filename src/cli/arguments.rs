//! The commands as clap sees them; each command's own arguments stand in its own file.

use clap::{Parser, Subcommand};

use super::{
    add, assemble, build, conflicts, diff, evaluate, explain, export, extract, find, ontology, parse, query,
    remove, review, scorer_rows, serve, timeline,
};

/// News articles in, a knowledge graph out, in which every edge can be traced to the sentence that states it.
#[derive(Debug, Parser)]
#[command(name = "newsgraph", version, arg_required_else_help = true)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    Build(build::BuildArguments),
    Add(add::AddArguments),
    Remove(remove::RemoveArguments),
    Query(query::QueryArguments),
    Find(find::FindArguments),
    Diff(diff::DiffArguments),
    Export(export::ExportArguments),
    Explain(explain::ExplainArguments),
    Conflicts(conflicts::ConflictsArguments),
    Review(review::ReviewArguments),
    Timeline(timeline::TimelineArguments),
    Serve(serve::ServeArguments),
    Extract(extract::ExtractArguments),
    Assemble(assemble::AssembleArguments),
    Evaluate(evaluate::EvaluateArguments),
    Ontology(ontology::OntologyCommand),
    Parse(parse::ParseArguments),
    ScorerRows(scorer_rows::ScorerRowsArguments),
}
