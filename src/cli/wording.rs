//! How statements and articles are put into words on the command line.

use clap::ValueEnum;

use crate::export::marks::{MarkedRole, pieces};
use crate::graph::Standing;
use crate::ontology::Ontology;
use crate::story::{DocumentRecord, EntityReference, Polarity, Statement};

/// How a list is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ListFormat {
    /// For people
    Table,
    /// For programs
    Json,
}

/// The name of the subject, nothing where it is left out.
pub fn subject(statement: &Statement) -> &str {
    name(statement.subject.as_ref())
}

/// The name or value of the object, nothing where there is none.
pub fn object(statement: &Statement) -> &str {
    statement.object.as_ref().map_or("", |object| object.label())
}

/// Who says so; nothing where the article itself does.
pub fn speaker(statement: &Statement) -> &str {
    name(statement.attributed_to.as_ref())
}

fn name(entity: Option<&EntityReference>) -> &str {
    entity.map_or("", |entity| &entity.label)
}

/// What makes it no plain fact; nothing where it is one.
pub fn reserve(statement: &Statement, ontology: &Ontology) -> &'static str {
    match (statement.polarity, statement.asserted) {
        (Polarity::Positive, true) if Standing::of(statement, ontology) == Standing::Doubtful => "doubtful",
        (Polarity::Positive, true) => "",
        (Polarity::Positive, false) if Standing::of(statement, ontology) == Standing::Past => "past",
        (Polarity::Positive, false) => "not asserted",
        (Polarity::Negative, true) => "denied",
        (Polarity::Negative, false) => "denied, not asserted",
    }
}

/// The same in brackets, to stand at the end of a line.
pub fn reserve_beside(statement: &Statement, ontology: &Ontology) -> String {
    match reserve(statement, ontology) {
        "" => String::new(),
        reserve => format!("  ({reserve})"),
    }
}

/// Who published an article and when, else the file.
pub fn outlet(document: &DocumentRecord) -> String {
    let publisher = document.publisher.as_deref().unwrap_or(&document.path);
    match &document.date {
        Some(date) => format!("{publisher}, {}", date.get(..10).unwrap_or(date)),
        None => publisher.to_owned(),
    }
}

/// The sentence with its arguments in brackets, as examples are written.
pub fn marked(statement: &Statement) -> String {
    let piece = |(role, text): (Option<MarkedRole>, String)| match role {
        Some(role) => format!("[{}: {text}]", role.name()),
        None => text,
    };
    pieces(statement).into_iter().map(piece).collect()
}
