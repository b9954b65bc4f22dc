//! From a story to RDF: terms, named graphs, and the Oxigraph store.
