//! What something was learned from, as a digest: bytes that were made of other texts, or by another build, are out of date.

use std::fmt;

use sha2::{Digest, Sha256};

use crate::ontology::{Ontology, Source};
use crate::relations::learned_relations;

/// Bytes of a digest.
const LENGTH: usize = 32;

/// A SHA-256 digest of all that the learning depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Origin(pub(super) [u8; LENGTH]);

/// In hexadecimal digits.
impl fmt::Display for Origin {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(formatter, "{byte:02x}"))
    }
}

impl Origin {
    /// What this build learns from these sources, in their order. Their names count, as messages quote them.
    pub fn of_sources(sources: &[Source<'_>]) -> Self {
        Self::digest(&[BUILD], sources)
    }

    /// What any build learns from these sources: for what is checked in, where a test watches over the program.
    pub(super) fn of_sources_alone(sources: &[Source<'_>]) -> Self {
        Self::digest(&[], sources)
    }

    /// What this build learns from those examples of an ontology that are sentences of a corpus.
    pub fn of_corpus(ontology: &Ontology) -> Self {
        let mut digest = Sha256::new();
        add(&mut digest, BUILD);
        for id in learned_relations(ontology) {
            let relation = ontology.relation(id);
            add(&mut digest, &id.0.to_string());
            add(&mut digest, &relation.iri);
            for example in &relation.examples {
                add(&mut digest, &example.marked);
            }
        }
        Self(digest.finalize().into())
    }

    fn digest(program: &[&str], sources: &[Source<'_>]) -> Self {
        let mut digest = Sha256::new();
        program.iter().for_each(|part| add(&mut digest, part));
        for (name, text) in sources {
            add(&mut digest, name);
            add(&mut digest, text);
        }
        Self(digest.finalize().into())
    }
}

/// This build of the program, as `build.rs` names it.
const BUILD: &str = env!("NEWSGRAPH_BUILD");

/// The length first, so that no two lists of texts run together.
fn add(digest: &mut Sha256, text: &str) {
    digest.update((text.len() as u64).to_le_bytes());
    digest.update(text);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_names_and_their_order_count() {
        let sources = [("a.ttl", "one"), ("b.ttl", "two")];
        let first = Origin::of_sources(&sources);
        assert_eq!(first, Origin::of_sources(&sources));
        for other in [
            [("a.ttl", "one"), ("b.nt", "two")],
            [("a.ttl", "two"), ("b.ttl", "one")],
            [("b.ttl", "two"), ("a.ttl", "one")],
            [("a.ttl", "on"), ("b.ttl", "etwo")],
        ] {
            assert_ne!(first, Origin::of_sources(&other));
        }
        assert_ne!(first, Origin::of_sources_alone(&sources));
    }
}
