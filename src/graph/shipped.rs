//! The queries that come with the program, known by name. To add one, write `ontology/queries/NAME.rq` with a comment
//! in its first line that says what it asks; the build script finds it.

use std::ffi::OsStr;
use std::path::Path;

use serde::Serialize;

/// File name and text of every shipped query, sorted by name.
const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/queries.rs"));

/// A query that comes with the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct ShippedQuery {
    /// What it is asked for by.
    pub name: &'static str,
    /// SPARQL.
    pub text: &'static str,
    /// What it asks.
    pub description: &'static str,
}

/// All of them, sorted by name.
pub fn shipped_queries() -> impl Iterator<Item = ShippedQuery> + Clone {
    FILES.iter().map(|&(file, text)| ShippedQuery {
        name: Path::new(file).file_stem().and_then(OsStr::to_str).unwrap_or(file),
        text,
        description: text.lines().next().unwrap_or_default().trim_start_matches('#').trim(),
    })
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
        assert!(shipped_queries().count() > 0 && shipped_queries().is_sorted_by_key(|query| query.name));
        for ShippedQuery { name, text, description } in shipped_queries() {
            assert!(text.starts_with("# ") && !description.is_empty(), "{name}");
            assert!(graph.evaluate(text).is_ok(), "{name}");
        }
    }
}
