//! What the user teaches: classes, relations with their examples, known individuals and lists of words, loaded from RDF.
//!
//! Texts in, values out: reading the files is the command line's part.

mod attitude;
mod attitude_lists;
mod burden;
mod class;
mod classes;
mod compile;
mod embedded;
mod error;
mod example;
mod facts;
mod ids;
mod imports;
mod individual;
mod known_values;
mod least_confidence;
mod load;
mod location;
mod locator;
mod marks;
mod model;
mod page;
mod relation;
mod rivals;
mod role;
mod source;
mod terms;
#[cfg(test)]
mod tests;
mod undeclared;
mod word_lists;
mod words;

pub use attitude::{Attitude, Complement};
pub use class::Class;
pub use embedded::{embedded_sources, paraphrase_sources, with_vocabulary};
pub use error::{OntologyError, Problem};
pub use example::{Example, RoleSpan};
pub use facts::EXTENSIONS;
pub use ids::{ClassId, IndividualId, RelationId};
pub use imports::{Import, imports};
pub use individual::Individual;
pub use location::Location;
pub use marks::mark;
pub use model::Ontology;
pub use page::page;
pub use relation::{Range, Relation, Reporting, Uniqueness};
pub use role::{Qualifier, Role};
pub use source::Source;
pub use terms::{Term, terms};
pub use undeclared::{UndeclaredClass, undeclared_classes};
pub use words::{PersonWords, ReportWords, Words};
