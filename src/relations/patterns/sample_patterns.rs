//! Patterns of invented examples, for the tests of learning and matching.

use crate::mentions::OntologyIndex;
use crate::ontology::{Ontology, RelationId};
use crate::sample_language::parse;

use super::learn::learn;
use super::learning_error::LearningError;
use super::pattern::Pattern;

/// What one example, with its arguments marked, teaches a relation that takes anything.
pub fn try_pattern(marked: &str) -> Result<Pattern, LearningError> {
    let source = format!(
        "@prefix ex: <http://a.example/> .
         @prefix owl: <http://www.w3.org/2002/07/owl#> .
         @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
         ex:told a owl:ObjectProperty ; skos:example \"{marked}\"@en ."
    );
    let ontology = Ontology::taught_by(&[("told.ttl", &source)]).expect("a sound ontology");
    let example = &ontology.relation(RelationId(0)).examples[0];
    learn(&OntologyIndex::new(&ontology), RelationId(0), 0, example, &parse(&example.text))
}

/// The same where the example is sound.
pub fn pattern(marked: &str) -> Pattern {
    try_pattern(marked).expect("the example teaches a pattern")
}
