//! What an ontology is read from.

/// A file's name (its ending tells the format, messages quote it) and its text.
pub type Source<'a> = (&'a str, &'a str);
