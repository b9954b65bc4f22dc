//! CSV, one statement a row, for spreadsheets and notebooks, and beside it one entity a row, for databases that load
//! nodes and edges (RFC 4180: fields with commas, quotation marks or line breaks are quoted, lines end in CR LF).

use std::io;
use std::io::Write;

use crate::story::{EntityReference, Statement, Story};

use super::property_graph::{NODE_ATTRIBUTES, nodes};

const HEADINGS: [&str; 19] = [
    "subject",
    "relation",
    "object",
    "polarity",
    "asserted",
    "attributed_to",
    "quantity",
    "time",
    "place",
    "sentence",
    "article",
    "publisher",
    "date",
    "url",
    "path",
    "subject_iri",
    "object_iri",
    "statement_iri",
    "confidence",
];

/// All statements under a line of headings, in the story's order.
///
/// # Errors
/// Returns I/O errors from `out`.
pub fn csv(story: &Story, out: &mut dyn Write) -> io::Result<()> {
    line(HEADINGS, out)?;
    story.statements.iter().try_for_each(|statement| {
        let confidence = statement.confidence.to_string();
        line(fields(statement, &confidence), out)
    })
}

/// All entities and literals under a line of headings. `id` is what `subject_iri` and `object_iri` of [`csv()`] name; a
/// literal, which has no IRI there, is found by its label.
///
/// # Errors
/// Returns I/O errors from `out`.
pub fn csv_nodes(story: &Story, out: &mut dyn Write) -> io::Result<()> {
    let headings = ["id", "label"].into_iter().chain(NODE_ATTRIBUTES.map(|(name, _)| name));
    line(headings, out)?;
    for node in nodes(story) {
        let values = node.values().iter().map(AsRef::as_ref);
        line([node.id.as_ref(), node.label].into_iter().chain(values), out)?;
    }
    Ok(())
}

fn fields<'a>(statement: &'a Statement, confidence: &'a str) -> [&'a str; 19] {
    let document = &statement.document;
    [
        label(&statement.subject),
        &statement.relation,
        statement.object.as_ref().map_or("", |object| object.label()),
        statement.polarity.name(),
        if statement.asserted { "true" } else { "false" },
        label(&statement.attributed_to),
        statement.quantity.as_ref().map_or("", |quantity| &quantity.text),
        statement.time.as_ref().map_or("", |time| time.value.as_ref().unwrap_or(&time.text)),
        label(&statement.place),
        &statement.sentence.text,
        document.title.as_deref().unwrap_or_default(),
        document.publisher.as_deref().unwrap_or_default(),
        document.date.as_deref().unwrap_or_default(),
        document.url.as_deref().unwrap_or_default(),
        &document.path,
        statement.subject.as_ref().map_or("", |subject| &subject.id),
        statement.object_entity().map_or("", |object| &object.id),
        &statement.id,
        confidence,
    ]
}

fn label(reference: &Option<EntityReference>) -> &str {
    reference.as_ref().map_or("", |entity| &entity.label)
}

fn line<'a>(fields: impl IntoIterator<Item = &'a str>, out: &mut dyn Write) -> io::Result<()> {
    let fields: Vec<String> = fields.into_iter().map(quoted).collect();
    write!(out, "{}\r\n", fields.join(","))
}

/// A field as CSV carries it. Spreadsheets run what begins like a formula, and articles are other people's words, so
/// such a field gets an apostrophe before it.
fn quoted(field: &str) -> String {
    let guard = if field.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    if field.contains([',', '"', '\n', '\r']) {
        format!("\"{guard}{}\"", field.replace('"', "\"\""))
    } else {
        format!("{guard}{field}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::testing::written;
    use crate::sample;

    #[test]
    fn each_statement_has_one_row_of_as_many_fields_as_headings() {
        let text = written(|out| csv(&sample::story(), out));
        assert!(text.starts_with("subject,relation,object,polarity,"));
        assert_eq!(text.matches("https://w3id.org/newsgraph/id/statement/").count(), 4);
    }

    #[test]
    fn each_node_has_one_row_and_edges_name_their_nodes() {
        let story = sample::story();
        let text = written(|out| csv_nodes(&story, out));
        assert!(text.starts_with("id,label,class,alternative_labels,same_as,mentions\r\n"));
        for entity in &story.entities {
            assert!(text.contains(&format!("\n{},", entity.id)), "{text}");
        }
    }

    #[test]
    fn fields_are_quoted_where_they_must_be_and_no_formula_survives() {
        assert_eq!(quoted("a \"b\", c"), "\"a \"\"b\"\", c\"");
        assert_eq!(quoted("=HYPERLINK(1)"), "'=HYPERLINK(1)");
        assert_eq!(quoted("plain"), "plain");
    }
}
