//! What the built-in ontology teaches. It is checked in, so that neither users wait for it at every start nor builders at
//! every build; `newsgraph ontology compile` writes it after a change of the ontology or of how it is learned.
//!
//! Where the file was made from other texts than the program holds, as before it is written again, the program learns at
//! every start: it is right with or without it.

use crate::language::Engine;
use crate::ontology::{Ontology, OntologyError, embedded_sources};

use super::origin::Origin;
use super::stored::{from_sound_bytes, to_bytes};
use super::teaching::Taught;

const BYTES: &[u8] = include_bytes!("../../models/built-in.bin");

/// What the built-in ontology teaches.
///
/// # Errors
/// An embedded ontology that is not well-formed, which is a mistake in the build.
pub fn built_in(engine: &Engine) -> Result<Taught, OntologyError> {
    match from_sound_bytes(BYTES, built_in_origin()) {
        Some(taught) => Ok(taught),
        None => Ok(Taught::learn(Ontology::embedded()?, None, engine)),
    }
}

/// The built-in ontology without what was learned from it.
///
/// # Errors
/// As [`built_in`].
pub fn built_in_ontology() -> Result<Ontology, OntologyError> {
    from_sound_bytes(BYTES, built_in_origin()).map_or_else(Ontology::embedded, Ok)
}

/// What `models/built-in.bin` has to hold: what this program learns from the ontology that it holds.
///
/// # Errors
/// As [`built_in`], and a value that cannot be written down.
pub fn built_in_bytes(engine: &Engine) -> anyhow::Result<Vec<u8>> {
    Ok(to_bytes(&Taught::learn(Ontology::embedded()?, None, engine), built_in_origin())?)
}

/// What the built-in ontology is learned from.
pub fn built_in_origin() -> Origin {
    Origin::of_sources_alone(&embedded_sources())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_holds_what_is_learned_now() {
        let learned = built_in_bytes(&Engine::load()).expect("the embedded ontology is sound");
        let advice = "models/built-in.bin is out of date: run `cargo run --release -- ontology compile`";
        assert!(learned == BYTES, "{advice}");
    }
}
