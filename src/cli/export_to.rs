//! `export --to`: the graph into a store of another program.

use std::io::Write;

use clap::Args;

use crate::graph::Dataset;
use crate::graph::terms::absolute_iri;
use crate::harmless;
use crate::remote::{Sent, Store};

use super::failure::UsageError;

/// A store to send the graph to.
#[derive(Debug, Args)]
pub struct StoreArguments {
    /// Send the graph to the Graph Store Protocol at this address instead of writing a file; graphs of the same names are replaced whole
    #[arg(long, value_name = "URL", conflicts_with_all = ["format", "output", "engine", "clusters"])]
    to: Option<String>,
    /// The address takes SPARQL Update, not the Graph Store Protocol
    #[arg(long, requires = "to")]
    update: bool,
    /// Where the store takes queries, to count what has arrived [default: the address, with /query for /update at its end]
    #[arg(long, value_name = "URL", requires = "update")]
    count_at: Option<String>,
    /// Name of the graph that gets what newsgraph has in none; else it is the store's own graph without a name
    #[arg(long, value_name = "IRI", requires = "to")]
    default_graph: Option<String>,
}

impl StoreArguments {
    /// Whether there is one.
    pub fn is_given(&self) -> bool {
        self.to.is_some()
    }

    /// Sends the graph, and tells how much of it has arrived.
    ///
    /// # Errors
    /// Returns an error where the store refuses it, or has not all of it afterwards.
    pub fn send(&self, dataset: &Dataset) -> anyhow::Result<()> {
        let address = self.to.clone().unwrap_or_default();
        if let Some(name) = self
            .default_graph
            .as_deref()
            .filter(|name| absolute_iri(name).is_none_or(|iri| iri.as_str() != *name))
        {
            return Err(UsageError(format!("--default-graph {name} is no absolute IRI")).into());
        }
        let store = if self.update {
            let queries = || match address.strip_suffix("/update") {
                Some(before) => format!("{before}/query"),
                None => address.clone(),
            };
            Store::Update { queries: self.count_at.clone().unwrap_or_else(queries), address: address.clone() }
        } else {
            Store::Graphs { address: address.clone() }
        };
        let Sent { graphs, triples } = store.send(dataset, self.default_graph.as_deref())?;
        writeln!(harmless::stdout(), "{address} has {triples} triples in {graphs} graphs, counted there")?;
        Ok(())
    }
}
