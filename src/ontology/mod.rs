//! What the user teaches: classes, relations with their examples, and known individuals, loaded from RDF.

mod model;

pub use model::{Class, ClassId, Example, Individual, Location, Ontology, Range, Relation, Role, RoleSpan};
