//! The command line: one file per command; this file only names them, runs one and turns its result into an exit code.

mod add;
mod annotations;
mod arguments;
mod assemble;
mod build;
mod conflicts;
mod diff;
mod entity;
mod evaluate;
mod explain;
mod explain_sentence;
mod export;
mod export_to;
mod extract;
mod failure;
mod find;
mod graphviz;
mod inputs;
mod ontology;
mod parse;
mod query;
mod query_bounds;
mod reasons;
mod remove;
mod review;
mod review_list;
mod review_questions;
mod scope;
mod scorer_rows;
mod serve;
mod shipped_queries;
mod suggest;
mod suggest_list;
mod suggest_questions;
mod timeline;
mod unknown_terms;
mod wording;
mod write_told;

use std::process::ExitCode;

use arguments::{Arguments, Command};
use clap::Parser;

/// Runs the command that the arguments name and returns the exit code: 0 all well (also where the reader of a pipe has
/// gone), 1 nothing could be done, 2 wrong usage, 3 done but for some inputs.
pub fn main() -> ExitCode {
    let result = match Arguments::parse().command {
        Command::Build(arguments) => build::run(arguments),
        Command::Add(arguments) => add::run(&arguments),
        Command::Remove(arguments) => remove::run(&arguments),
        Command::Query(arguments) => query::run(arguments),
        Command::Find(arguments) => find::run(&arguments),
        Command::Diff(arguments) => diff::run(arguments),
        Command::Export(arguments) => export::run(arguments),
        Command::Explain(arguments) => explain::run(arguments),
        Command::Conflicts(arguments) => conflicts::run(arguments),
        Command::Review(arguments) => review::run(arguments),
        Command::Timeline(arguments) => timeline::run(arguments),
        Command::Serve(arguments) => serve::run(arguments),
        Command::Extract(arguments) => extract::run(arguments),
        Command::Assemble(arguments) => assemble::run(arguments),
        Command::Evaluate(arguments) => evaluate::run(arguments),
        Command::Ontology(arguments) => ontology::run(arguments),
        Command::Parse(arguments) => parse::run(arguments),
        Command::ScorerRows(arguments) => scorer_rows::run(arguments),
    };
    failure::exit_code(result)
}
