//! `newsgraph serve`: the graph for other programs and for a browser.

use anyhow::Context;
use clap::Args;

use crate::files::folder::GraphFolder;
use crate::serve;
use crate::serve::{Limits, Settings};

use super::failure::Outcome;

/// Serve a built graph: a SPARQL endpoint, and a page to explore it in a browser.
#[derive(Debug, Args)]
#[command(after_help = "\
The graph is only read, unless --edit is given. It is opened anew when `build`, `add`, `remove` or `assemble` has written another one into the folder.
Unless --bind names another address, nobody but this machine reaches the server; there is no password.

  /             the explorer's page
  /sparql       SPARQL 1.1 Protocol; without a query, what the endpoint can do
  /graphs       Graph Store Protocol: ?graph=IRI, ?default, or all
  /entity?iri=  what is said of an entity, as Turtle, JSON-LD and others; /id/… leads there from an IRI's last part
  /health       whether it is alive")]
pub struct ServeArguments {
    #[command(flatten)]
    graph: GraphFolder,
    /// Address and port to listen at; port 0 chooses one that is free
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:7878")]
    bind: String,
    /// Let web pages of this origin (scheme and host, or * for any) read the graph through a browser on this machine
    #[arg(long, value_name = "ORIGIN", conflicts_with = "edit")]
    allow_origin: Option<String>,
    /// Let whoever has the link that is printed decide about statements and names; decisions.tsv is written, and the graph made anew
    #[arg(long)]
    edit: bool,
    /// Instead, answer an assistant over standard input and output, by the Model Context Protocol
    #[arg(long, conflicts_with_all = ["bind", "edit", "allow_origin"])]
    mcp: bool,
    #[command(flatten)]
    limits: Limits,
}

pub fn run(arguments: ServeArguments) -> anyhow::Result<Outcome> {
    if arguments.mcp {
        serve::run_for_assistants(arguments.graph.path().to_owned(), arguments.limits)?;
        return Ok(Outcome::Complete);
    }
    let origin = arguments.allow_origin.map(|origin| origin.parse()).transpose();
    serve::run(Settings {
        folder: arguments.graph.path().to_owned(),
        bind: arguments.bind,
        limits: arguments.limits,
        edit: arguments.edit,
        origin: origin.context("--allow-origin can be no header")?,
    })?;
    Ok(Outcome::Complete)
}
