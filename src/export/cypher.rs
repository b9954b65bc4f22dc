//! A Cypher script for Neo4j and its kin. Everything is a `MERGE` on an IRI, so that a script can be run twice and a
//! second graph be added to the first. Only what a sentence states as a fact gets the relation's own type; the rest is
//! `DOUBTFUL`, `DENIED` or `NOT_ASSERTED` with the relation as a property, so that `MATCH ()-[:charged_with]->()` finds no denials.

use std::fmt::Write as _;
use std::io;
use std::io::Write;

use crate::graph::Standing;
use crate::ontology::Ontology;
use crate::story::Story;

use super::property_graph::{Attribute, Edge, Kind, edges, nodes};

/// The story as statements that end in a semicolon and a line feed. Where a statement
/// names no subject or no object, a node of the class `Unstated` stands there.
///
/// # Errors
/// Returns I/O errors from `out`.
pub fn cypher(story: &Story, ontology: &Ontology, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(b"CREATE CONSTRAINT newsgraph_node IF NOT EXISTS FOR (n:Node) REQUIRE n.id IS UNIQUE;\n")?;
    for node in nodes(story) {
        let labels: String = node.classes.iter().map(|class| format!(", n:{}", name(class))).collect();
        write!(out, "MERGE (n:Node {{id: {}}}) SET n.label = {}", text(&node.id), text(node.label))?;
        set(out, "n", node.attributes())?;
        writeln!(out, "{labels};")?;
    }
    for edge in edges(story, ontology) {
        write!(
            out,
            "MATCH (s:Node {{id: {}}}), (o:Node {{id: {}}}) MERGE (s)-[r:{} {{id: {}}}]->(o) SET r.relation_iri = {}",
            text(&edge.source),
            text(&edge.target),
            name(kind(&edge)),
            text(&edge.statement.id),
            text(&edge.statement.relation_iri),
        )?;
        set(out, "r", edge.attributes())?;
        out.write_all(b";\n")?;
    }
    Ok(())
}

fn kind<'a>(edge: &Edge<'a>) -> &'a str {
    match edge.standing {
        Standing::Fact => &edge.statement.relation,
        Standing::Doubtful => "DOUBTFUL",
        Standing::Denied => "DENIED",
        Standing::Past => "PAST",
        Standing::NotAsserted => "NOT_ASSERTED",
    }
}

fn set<'a>(
    out: &mut dyn Write,
    variable: &str,
    attributes: impl Iterator<Item = Attribute<'a>>,
) -> io::Result<()> {
    for (key, kind, value) in attributes {
        let value = match kind {
            Kind::Text => text(&value),
            Kind::Integer | Kind::Decimal | Kind::Boolean => value.into_owned(),
        };
        write!(out, ", {variable}.{key} = {value}")?;
    }
    Ok(())
}

/// A string as Cypher reads it. Versions before Neo4j 5 replace `\uXXXX` before they read strings, even after another
/// backslash, so a backslash before a `u` of the text ends its string and the rest is joined on.
fn text(value: &str) -> String {
    let mut quoted = String::with_capacity(value.len() + 2);
    quoted.push('\'');
    let mut letters = value.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' if letters.peek() == Some(&'u') => quoted.push_str("\\\\' + '"),
            '\\' => quoted.push_str("\\\\"),
            '\'' => quoted.push_str("\\'"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            control if control.is_control() || matches!(control, '\u{2028}' | '\u{2029}') => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(control));
            }
            other => quoted.push(other),
        }
    }
    quoted.push('\'');
    quoted
}

/// A label or relationship type. In backticks nothing but a backtick means anything, and a backslash where `\uXXXX` is
/// replaced before; neither stands in a name that people would type.
fn name(name: &str) -> String {
    let safe: String =
        name.chars().map(|c| if matches!(c, '`' | '\\') || c.is_control() { '_' } else { c }).collect();
    format!("`{}`", if safe.is_empty() { "_" } else { &safe })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::testing::written;
    use crate::sample;

    #[test]
    fn each_line_is_one_whole_statement() {
        let script = written(|out| cypher(&sample::story(), &sample::ontology(), out));
        assert_eq!(script.lines().count(), 1 + 7 + 4);
        for line in script.lines() {
            assert!(line.ends_with(';'), "{line}");
            let bare = line.replace("\\\\", "").replace("\\'", "");
            assert_eq!(bare.matches('\'').count() % 2, 0, "{line}");
        }
    }

    #[test]
    fn a_denial_does_not_have_the_type_of_its_relation() {
        let script = written(|out| cypher(&sample::story(), &sample::ontology(), out));
        assert_eq!(script.matches("[r:`charged_with`").count(), 1);
        assert_eq!(script.matches("[r:`DENIED`").count(), 1);
    }

    #[test]
    fn nothing_gets_out_of_a_string_or_a_name() {
        assert_eq!(text("a'b\\"), r"'a\'b\\'");
        assert_eq!(text("\\u0027 OR"), r"'\\' + 'u0027 OR'");
        assert_eq!(text("\u{0}\u{2028}\r\n"), r"'\u0000\u2028\r\n'");
        assert_eq!(name("a` {b}\\u0060"), "`a_ {b}_u0060`");
        assert_eq!(name(""), "`_`");
    }
}
