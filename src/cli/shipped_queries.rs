//! The queries that come with the program, known by name. To add one, write `ontology/queries/NAME.rq` with a comment
//! in its first line that says what it asks; the build script finds it.

use std::ffi::OsStr;
use std::fmt::Write;
use std::path::Path;

use super::failure::UsageError;
use crate::terminal::near::near_names;

/// File name and text of every shipped query, sorted by name.
const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/queries.rs"));

/// Name and text of every shipped query, sorted by name.
fn shipped() -> impl Iterator<Item = (&'static str, &'static str)> + Clone {
    FILES
        .iter()
        .map(|&(file, text)| (Path::new(file).file_stem().and_then(OsStr::to_str).unwrap_or(file), text))
}

/// What each query asks, one a line.
pub fn list() -> String {
    let width = shipped().map(|(name, _)| name.len()).max().unwrap_or_default();
    let mut list = String::new();
    for (name, text) in shipped() {
        let _ = writeln!(list, "{name:width$}  {}", purpose(text));
    }
    list
}

/// The SPARQL that the user means: a shipped query's, or the given text itself.
///
/// # Errors
/// Returns a usage error for a single word that names no shipped query, since no SPARQL query is one word.
pub fn text(name_or_query: &str) -> anyhow::Result<String> {
    let query = name_or_query.trim();
    if let Some((_, text)) = shipped().find(|(name, _)| *name == query) {
        return Ok(text.to_owned());
    }
    if query.is_empty() || query.contains(|c: char| c.is_whitespace() || c == '{') {
        return Ok(name_or_query.to_owned());
    }
    let names = shipped().map(|(name, _)| name);
    let advice = match near_names(query, names).as_slice() {
        [] => "`newsgraph query --list` shows the queries that come with newsgraph".to_owned(),
        near => format!("did you mean {}?", near.join(" or ")),
    };
    Err(UsageError(format!("there is no shipped query {query:?}; {advice}")).into())
}

fn purpose(text: &str) -> &str {
    text.lines().next().unwrap_or_default().trim_start_matches('#').trim()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::{QueryableGraph, dataset, index_bytes};
    use crate::index::Index;
    use crate::sample;
    use crate::story::Mint;

    #[test]
    fn every_shipped_query_says_what_it_asks_and_can_be_answered() {
        let bytes = index_bytes(&dataset(&sample::story(), &sample::ontology(), &Mint::default()));
        let index = Index::open(&bytes).unwrap();
        let graph = QueryableGraph::new(&index).unwrap();
        assert!(shipped().count() > 0 && shipped().is_sorted());
        for (name, text) in shipped() {
            assert!(text.starts_with("# "), "{name}");
            assert!(graph.evaluate(text).is_ok(), "{name}");
        }
    }

    #[test]
    fn one_word_is_a_name_and_more_is_sparql() {
        assert!(text("charged").unwrap().contains("ng:charged_with"));
        assert_eq!(text("ASK { ?a ?b ?c }").unwrap(), "ASK { ?a ?b ?c }");
        assert!(text("chargd").unwrap_err().to_string().contains("did you mean charged?"));
    }
}
