//! What the user teaches: classes, relations with their examples, and known individuals, loaded from RDF.
//!
//! Texts in, values out: reading the files is the command line's part.

mod attitudes;
mod classes;
mod compile;
mod embedded;
mod error;
mod example;
mod facts;
mod imports;
mod known_values;
mod locator;
mod model;
mod page;
mod word_lists;
mod words;

pub use error::{OntologyError, Problem};
pub use facts::EXTENSIONS;
pub use imports::{Import, imports};
pub use model::{
    Attitude, Class, ClassId, Complement, Example, Individual, Location, Ontology, Qualifier, Range,
    Relation, Role, RoleSpan, Uniqueness,
};
pub use page::page;
pub use words::{PersonWords, Words};

/// A file's name (its ending tells the format, messages quote it) and its text.
pub type Source<'a> = (&'a str, &'a str);

impl Ontology {
    /// Reads these sources as one ontology, and nothing besides.
    ///
    /// Errors name every file that is not well-formed or, where all are, every example with broken marks.
    pub fn parse(sources: &[Source<'_>]) -> Result<Self, OntologyError> {
        let mut facts = facts::Facts::default();
        let problems: Vec<Problem> =
            sources.iter().filter_map(|(name, text)| facts.read(name, text).err()).collect();
        if !problems.is_empty() {
            return Err(OntologyError { problems });
        }
        compile::compile(&facts).map_err(|problems| OntologyError { problems })
    }

    /// Reads a user's sources on top of newsgraph's classes, in place of its default relations and gazetteer.
    pub fn taught_by(sources: &[Source<'_>]) -> Result<Self, OntologyError> {
        Self::parse(&[&embedded::vocabulary(), sources].concat())
    }

    /// The ontology that is built in: classes, default relations and gazetteer.
    pub fn embedded() -> Result<Self, OntologyError> {
        Self::taught_by(&embedded::defaults())
    }
}

#[cfg(test)]
mod tests;
