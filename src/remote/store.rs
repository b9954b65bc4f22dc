//! Sending a graph into a store, one named graph after the other, each replaced whole, and counting afterwards what the store has
//! of it. By the Graph Store Protocol, or by SPARQL Update where a store has no more than that.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::io::Cursor;

use anyhow::{Context, bail};
use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::Term;
use oxigraph::sparql::QueryResults;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::graph::{Dataset, Namespaces};
use crate::vocabulary as v;

use super::client::{Client, bytes};
use super::endpoint::ask;

const TRIPLES: &str = "application/n-triples";
/// Bytes of triples in one update.
const PIECE: usize = 1 << 20;

/// A store, and how it takes graphs.
pub enum Store {
    /// It speaks the Graph Store Protocol here.
    Graphs {
        /// Where.
        address: String,
    },
    /// It takes SPARQL Update, and queries to count by.
    Update {
        /// Where updates go.
        address: String,
        /// Where queries go.
        queries: String,
    },
}

/// What was sent and found again.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sent {
    /// Graphs.
    pub graphs: usize,
    /// Triples of all of them.
    pub triples: usize,
}

impl Store {
    /// Sends a dataset. What has no name goes into the graph that is named here, or else becomes the store's own graph without a
    /// name, unless somebody else has put something there.
    ///
    /// # Errors
    /// Returns an error that names the graph which the store refuses, or does not have as it was sent.
    pub fn send(&self, dataset: &Dataset, unnamed: Option<&str>) -> anyhow::Result<Sent> {
        let client = Client::new();
        let mut sent = Sent::default();
        for (number, triples) in dataset.graphs() {
            let name = number.map(|number| dataset.name(number)).or(unnamed);
            let lines: BTreeSet<String> = triples.iter().map(|triple| format!("{triple} .\n")).collect();
            if name.is_none() {
                self.check_unnamed(&client)?;
            }
            let named =
                || name.map_or_else(|| "the graph without a name".to_owned(), |name| format!("<{name}>"));
            self.replace(&client, name, &lines).with_context(|| format!("{} was not sent", named()))?;
            let found = self.count(&client, name).with_context(|| format!("{} was not counted", named()))?;
            // What a query sees without naming a graph may be more than that graph.
            let is_there = if name.is_none() { found >= lines.len() } else { found == lines.len() };
            if !is_there {
                bail!("of the {} triples of {} the store has {found}", lines.len(), named());
            }
            sent = Sent { graphs: sent.graphs + 1, triples: sent.triples + lines.len() };
        }
        Ok(sent)
    }

    /// Refuses to overwrite what others have put into the graph without a name.
    fn check_unnamed(&self, client: &Client) -> anyhow::Result<()> {
        let (is_own, count) = match self {
            Self::Graphs { address } => {
                let lines = stored(client, address, None)?;
                let is_own = lines.iter().any(|line| line.contains(&format!("<{}>", v::VOID_URI_SPACE)));
                (is_own, lines.len())
            }
            Self::Update { queries, .. } => {
                let own = format!("ASK {{ ?graph <{}> ?base }}", v::VOID_URI_SPACE);
                let is_own = matches!(ask(queries, &own, &Namespaces::none())?, QueryResults::Boolean(true));
                (is_own, self.count(client, None)?)
            }
        };
        if !is_own && count > 0 {
            bail!(
                "the store's graph without a name holds {count} triples that newsgraph has not put there; name a graph of its own \
                 with --default-graph IRI"
            );
        }
        Ok(())
    }

    fn replace(&self, client: &Client, name: Option<&str>, lines: &BTreeSet<String>) -> anyhow::Result<()> {
        match self {
            Self::Graphs { address } => {
                let address = of_graph(address, name);
                let body: String = lines.iter().map(String::as_str).collect();
                let put = |agent: &ureq::Agent| {
                    agent.put(&address).header("Content-Type", TRIPLES).send(body.as_bytes())
                };
                client.send(&address, put).map(drop)
            }
            Self::Update { address, .. } => updates(name, lines).iter().try_for_each(|update| {
                let post = |agent: &ureq::Agent| {
                    agent
                        .post(address)
                        .header("Content-Type", "application/sparql-update")
                        .send(update.as_bytes())
                };
                client.send(address, post).map(drop)
            }),
        }
    }

    /// How many triples the store has in a graph.
    fn count(&self, client: &Client, name: Option<&str>) -> anyhow::Result<usize> {
        match self {
            Self::Graphs { address } => Ok(stored(client, address, name)?.len()),
            Self::Update { queries, .. } => {
                let pattern = match name {
                    Some(name) => format!("GRAPH <{name}> {{ ?s ?p ?o }}"),
                    None => "?s ?p ?o".to_owned(),
                };
                let query = format!("SELECT (COUNT(*) AS ?count) {{ {pattern} }}");
                let QueryResults::Solutions(mut rows) = ask(queries, &query, &Namespaces::none())? else {
                    bail!("{queries} does not answer with a number");
                };
                let row = rows.next().with_context(|| format!("{queries} counts nothing"))??;
                match row.get("count") {
                    Some(Term::Literal(count)) => Ok(count.value().parse()?),
                    _ => bail!("{queries} does not answer with a number"),
                }
            }
        }
    }
}

/// The triples of a graph as a store has them; none where it does not know the graph.
fn stored(client: &Client, address: &str, name: Option<&str>) -> anyhow::Result<BTreeSet<String>> {
    let address = of_graph(address, name);
    let get = |agent: &ureq::Agent| agent.get(&address).header("Accept", TRIPLES).call();
    let unknown = std::cell::Cell::new(false);
    let response = client.send(&address, |agent| {
        let outcome = get(agent);
        unknown.set(outcome.as_ref().is_ok_and(|response| response.status().as_u16() == 404));
        outcome
    });
    if unknown.get() {
        return Ok(BTreeSet::new());
    }
    let body = bytes(&address, response?)?;
    let quads = RdfParser::from_format(RdfFormat::NTriples).for_reader(Cursor::new(body));
    Ok(quads.map(|quad| quad.map(|quad| quad.to_string())).collect::<Result<_, _>>()?)
}

/// The address of one graph of a store.
fn of_graph(address: &str, name: Option<&str>) -> String {
    let sign = if address.contains('?') { '&' } else { '?' };
    match name {
        Some(name) => format!("{address}{sign}graph={}", utf8_percent_encode(name, NON_ALPHANUMERIC)),
        None => format!("{address}{sign}default"),
    }
}

/// Updates that make a graph what these triples are: the first empties it, and large ones come in pieces.
fn updates(name: Option<&str>, lines: &BTreeSet<String>) -> Vec<String> {
    let (target, begin, end) = match name {
        Some(name) => (format!("GRAPH <{name}>"), format!("INSERT DATA {{ GRAPH <{name}> {{\n"), "} }"),
        None => ("DEFAULT".to_owned(), "INSERT DATA {\n".to_owned(), "}"),
    };
    let mut updates = vec![format!("DROP SILENT {target}")];
    let mut piece = String::new();
    for (number, line) in lines.iter().enumerate() {
        piece += line;
        if piece.len() >= PIECE || number + 1 == lines.len() {
            let mut update = begin.clone();
            let _ = write!(update, "{piece}{end}");
            updates.push(update);
            piece.clear();
        }
    }
    updates
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_graph_has_an_address_of_its_own() {
        let address = of_graph("http://a.example/data", Some("http://b.example/x#1"));
        assert_eq!(address, "http://a.example/data?graph=http%3A%2F%2Fb%2Eexample%2Fx%231");
        assert_eq!(of_graph("http://a.example/?repo=x", None), "http://a.example/?repo=x&default");
    }

    #[test]
    fn an_update_empties_the_graph_and_fills_it_in_pieces() {
        let lines: BTreeSet<String> = (0..3)
            .map(|number| format!("<http://a.example/{number}> <p> \"{}\" .\n", "x".repeat(PIECE / 2)))
            .collect();
        let updates = updates(Some("http://a.example/g"), &lines);
        assert_eq!(updates.len(), 3);
        assert_eq!(updates[0], "DROP SILENT GRAPH <http://a.example/g>");
        assert!(
            updates[1..]
                .iter()
                .all(|update| update.starts_with("INSERT DATA { GRAPH <http://a.example/g> {"))
        );
        assert_eq!(updates.iter().map(|update| update.matches(" .\n").count()).sum::<usize>(), 3);
    }
}
