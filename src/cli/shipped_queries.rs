//! The queries that come with the program, as the command line names them.

use std::fmt::Write;

use super::failure::UsageError;
use crate::graph::shipped_queries;
use crate::terminal::near::near_names;

/// What each query asks, one a line.
pub fn list() -> String {
    let width = shipped_queries().map(|query| query.name.len()).max().unwrap_or_default();
    let mut list = String::new();
    for query in shipped_queries() {
        let _ = writeln!(list, "{:width$}  {}", query.name, query.description);
    }
    list
}

/// The SPARQL that the user means: a shipped query's, or the given text itself.
///
/// # Errors
/// Returns a usage error for a single word that names no shipped query, since no SPARQL query is one word.
pub fn text(name_or_query: &str) -> anyhow::Result<String> {
    let query = name_or_query.trim();
    if let Some(shipped) = shipped_queries().find(|shipped| shipped.name == query) {
        return Ok(shipped.text.to_owned());
    }
    if query.is_empty() || query.contains(|c: char| c.is_whitespace() || c == '{') {
        return Ok(name_or_query.to_owned());
    }
    let names = shipped_queries().map(|shipped| shipped.name);
    let advice = match near_names(query, names).as_slice() {
        [] => "`newsgraph query --list` shows the queries that come with newsgraph".to_owned(),
        near => format!("did you mean {}?", near.join(" or ")),
    };
    Err(UsageError(format!("there is no shipped query {query:?}; {advice}")).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_word_is_a_name_and_more_is_sparql() {
        assert!(text("charged").unwrap().contains("ng:charged_with"));
        assert_eq!(text("ASK { ?a ?b ?c }").unwrap(), "ASK { ?a ?b ?c }");
        assert!(text("chargd").unwrap_err().to_string().contains("did you mean charged?"));
    }
}
