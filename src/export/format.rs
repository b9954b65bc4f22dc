//! The formats that a graph can be written in.

use std::fmt;

/// A syntax of RDF.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RdfSyntax {
    /// One graph, for people and for tools without named graphs.
    Turtle,
    /// Turtle with named graphs.
    TriG,
    /// One quad a line.
    NQuads,
    /// One triple a line, all graphs together.
    NTriples,
    /// JSON-LD 1.1 with named graphs.
    JsonLd,
    /// XML, all graphs together.
    RdfXml,
}

impl RdfSyntax {
    /// Whether the syntax keeps named graphs apart.
    pub fn has_named_graphs(self) -> bool {
        matches!(self, Self::TriG | Self::NQuads | Self::JsonLd)
    }
}

impl fmt::Display for RdfSyntax {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Turtle => "Turtle",
            Self::TriG => "TriG",
            Self::NQuads => "N-Quads",
            Self::NTriples => "N-Triples",
            Self::JsonLd => "JSON-LD",
            Self::RdfXml => "RDF/XML",
        })
    }
}
