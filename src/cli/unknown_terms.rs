//! Terms of newsgraph's own that a query asks for and that the graph does not have: an empty answer would not say so.

use std::collections::BTreeSet;

use oxigraph::sparql::QueryResults;

use crate::graph::{Namespaces, QueryableGraph};
use crate::ontology::terms;
use crate::vocabulary::NG;

use crate::terminal::near::near_names;

/// One line for each term that nothing in the graph has, with what may be meant.
pub fn warnings(query: &str, graph: &QueryableGraph) -> Vec<String> {
    let unknown: BTreeSet<String> = named(query, graph.namespaces())
        .into_iter()
        .filter(|name| !is_in(graph, &format!("{NG}{name}")))
        .collect();
    unknown.into_iter().map(|name| warning(&name, graph)).collect()
}

/// The local names of newsgraph's own terms in a query, without those in its comments and strings.
fn named(query: &str, namespaces: &Namespaces) -> BTreeSet<String> {
    let mut quoted = false;
    let mut bare = String::new();
    for line in query.lines() {
        let code = line.split(" #").next().filter(|code| !code.starts_with('#')).unwrap_or_default();
        for c in code.chars() {
            quoted ^= c == '"';
            bare.push(if quoted { ' ' } else { c });
        }
        bare.push(' ');
    }
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | ':' | '/' | '#' | '.');
    let terms = bare.split(|c: char| !is_part(c)).filter(|term| term.contains(':'));
    let iris = terms.filter_map(|term| namespaces.expand(term.trim_end_matches('.')));
    iris.filter_map(|iri| iri.strip_prefix(NG).map(str::to_owned)).filter(|name| !name.is_empty()).collect()
}

/// Whether any quad has the term.
fn is_in(graph: &QueryableGraph, iri: &str) -> bool {
    ["?s <IRI> ?o", "?s ?p <IRI>", "<IRI> ?p ?o"].iter().any(|pattern| {
        let ask = format!("ASK {{ {} }}", pattern.replace("IRI", iri));
        !matches!(graph.evaluate(&ask), Ok(QueryResults::Boolean(false)))
    })
}

fn warning(name: &str, graph: &QueryableGraph) -> String {
    let terms = terms();
    let of_graph: Vec<String> = relations(graph);
    let words: Vec<(&str, &str)> = terms
        .iter()
        .flat_map(|term| {
            std::iter::once(&term.name).chain(&term.words).map(|word| (word.as_str(), term.name.as_str()))
        })
        .chain(of_graph.iter().map(|name| (name.as_str(), name.as_str())))
        .collect();
    let near = near_names(name, words.iter().map(|(word, _)| *word));
    let mut meant: Vec<String> = Vec::new();
    for word in near {
        let term = words.iter().find(|(known, _)| *known == word).map(|(_, term)| format!("ng:{term}"));
        meant.extend(term.filter(|term| !meant.contains(term)));
    }
    match meant.as_slice() {
        [] => format!("nothing in the graph has ng:{name}"),
        meant => format!("nothing in the graph has ng:{name}; did you mean {}?", meant.join(" or ")),
    }
}

/// The relations of the graph's statements, by name.
fn relations(graph: &QueryableGraph) -> Vec<String> {
    let Ok(QueryResults::Solutions(rows)) =
        graph.evaluate("SELECT DISTINCT ?name { ?s a ng:Statement ; ng:relation ?name }")
    else {
        return Vec::new();
    };
    let name = |row: oxigraph::sparql::QuerySolution| match row.get("name") {
        Some(oxigraph::model::Term::Literal(name)) => Some(name.value().to_owned()),
        _ => None,
    };
    rows.flatten().filter_map(name).collect()
}
