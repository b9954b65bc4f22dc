//! Why RDF could not be written: the writers of single syntaxes and the door to them all share it.

use std::io;

use thiserror::Error;

/// Why a graph could not be written in a syntax.
#[derive(Debug, Error)]
pub enum RdfError {
    /// RDF/XML cannot hold one of the properties.
    #[error(transparent)]
    Unnamable(#[from] UnnamableProperty),
    /// The output took no more.
    #[error("cannot write the graph")]
    Io(#[from] io::Error),
}

/// RDF/XML writes properties as XML names, which not every IRI can be.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("RDF/XML cannot hold the property <{0}>: its IRI does not end in an XML name; choose another format")]
pub struct UnnamableProperty(pub(super) String);
