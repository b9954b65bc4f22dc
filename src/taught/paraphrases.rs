//! The wordings that say the same, learned from `ontology/paraphrases/`. Like what the built-in ontology teaches they are
//! checked in, and `newsgraph ontology compile` writes them; where the file is out of date the program learns them at every
//! start with a user's ontology.

use crate::language::Engine;
use crate::mentions::OntologyIndex;
use crate::ontology::{Ontology, OntologyError, paraphrase_sources};
use crate::relations::Paraphrases;

use super::origin::Origin;
use super::reading::read_as_articles;
use super::stored::{from_sound_bytes, to_bytes};

const BYTES: &[u8] = include_bytes!("../../models/paraphrases.bin");

/// The groups of wordings.
///
/// # Errors
/// Embedded files that are not well-formed, which is a mistake in the build.
pub fn paraphrases(engine: &Engine) -> Result<Paraphrases, OntologyError> {
    from_sound_bytes(BYTES, origin()).map_or_else(|| learn(engine), Ok)
}

/// What `models/paraphrases.bin` has to hold.
///
/// # Errors
/// Embedded files that are not well-formed, and a value that cannot be written down.
pub fn paraphrases_bytes(engine: &Engine) -> anyhow::Result<Vec<u8>> {
    Ok(to_bytes(&learn(engine)?, origin())?)
}

fn learn(engine: &Engine) -> Result<Paraphrases, OntologyError> {
    let ontology = Ontology::parse(&paraphrase_sources())?;
    let lexicon = OntologyIndex::new(&ontology);
    Ok(Paraphrases::learn(&lexicon, |texts| read_as_articles(texts, engine, &lexicon)))
}

fn origin() -> Origin {
    Origin::of_sources_alone(&paraphrase_sources())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_holds_what_is_learned_now() {
        let learned = paraphrases_bytes(&Engine::load()).expect("the embedded groups are sound");
        let advice = "models/paraphrases.bin is out of date: run `cargo run --release -- ontology compile`";
        assert!(learned == BYTES, "{advice}");
    }
}
