//! From the texts of RDF files to an ontology: a user's own, or the one that is built in.

use super::compile::compile;
use super::embedded::{embedded_sources, with_vocabulary};
use super::error::{OntologyError, Problem};
use super::facts::Facts;
use super::model::Ontology;
use super::source::Source;

impl Ontology {
    /// Reads these sources as one ontology, and nothing besides: without newsgraph's own classes, qualifiers and words.
    ///
    /// # Errors
    /// Every file that is not well-formed or, where all are, every example with broken marks and every value that is not
    /// known, each with its place.
    pub fn parse(sources: &[Source<'_>]) -> Result<Self, OntologyError> {
        let mut facts = Facts::default();
        let problems: Vec<Problem> =
            sources.iter().filter_map(|(name, text)| facts.read(name, text).err()).collect();
        if !problems.is_empty() {
            return Err(OntologyError { problems });
        }
        compile(&facts).map_err(|problems| OntologyError { problems })
    }

    /// Reads a user's sources on top of newsgraph's classes, qualifiers and words, in place of its own relations and names.
    ///
    /// ```
    /// use newsgraph::ontology::{Ontology, Range};
    ///
    /// let ships = r#"
    ///     @prefix ex:   <https://example.org/ships#> .
    ///     @prefix ng:   <https://w3id.org/newsgraph/ontology#> .
    ///     @prefix owl:  <http://www.w3.org/2002/07/owl#> .
    ///     @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
    ///     @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
    ///
    ///     ex:Ship a owl:Class ; rdfs:subClassOf ng:Thing ; ng:noun "ship", "ferry" .
    ///     ex:struck a owl:ObjectProperty ;
    ///         rdfs:domain ex:Ship ; rdfs:range ng:Place ;
    ///         skos:example "[subject: The ferry] struck [object: the pier]."@en .
    /// "#;
    /// let ontology = Ontology::taught_by(&[("ships.ttl", ships)])?;
    ///
    /// let struck = ontology.relation_named("struck").expect("it is declared");
    /// assert_eq!(struck.examples[0].text, "The ferry struck the pier.");
    /// let (ship, thing) = (struck.domain[0], ontology.class_named("Thing").expect("it is newsgraph's own"));
    /// assert!(ontology.is_a(ship, thing));
    /// assert_eq!(struck.range, Range::Entities(vec![ontology.class_named("Place").expect("so is this")]));
    /// # Ok::<(), newsgraph::ontology::OntologyError>(())
    /// ```
    ///
    /// # Errors
    /// As [`Ontology::parse`].
    pub fn taught_by(sources: &[Source<'_>]) -> Result<Self, OntologyError> {
        Self::parse(&with_vocabulary(sources))
    }

    /// The ontology that is built in: classes, qualifiers and words, relations and names.
    ///
    /// # Errors
    /// As [`Ontology::parse`]; a test sees to it that there are none.
    pub fn embedded() -> Result<Self, OntologyError> {
        Self::parse(&embedded_sources())
    }
}
