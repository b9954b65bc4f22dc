//! The ontology of a built graph. The graph declares its classes and relations; the words by which sentences are read are the same for
//! all graphs and stand in none, so that they come from the program.

use crate::graph;
use crate::graph::Dataset;
use crate::ontology::Ontology;
use crate::taught::built_in_ontology;

/// What the graph declares, with the built-in words.
///
/// # Errors
/// Returns an error where the built-in ontology cannot be read.
pub fn ontology_of(dataset: &Dataset) -> anyhow::Result<Ontology> {
    Ok(Ontology { words: built_in_ontology()?.words, ..graph::ontology(dataset) })
}
