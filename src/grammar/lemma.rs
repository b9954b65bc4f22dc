//! The base form of a word, as rules and patterns compare it.

use crate::language::{FineTag, Token};

/// The lemma as patterns compare it.
pub fn lemma_of(token: &Token) -> String {
    token.lemma.to_lowercase()
}

/// The lemma in lower case; the engine leaves the plural of proper nouns as it is (`Ministers`).
pub fn lemma(token: &Token) -> String {
    let lower = token.lemma.to_lowercase();
    let lower = if lower.contains('’') { lower.replace('’', "'") } else { lower };
    match lower.strip_suffix('s') {
        Some(stem) if token.tag == FineTag::Nnps && stem.len() > 2 => stem.to_owned(),
        _ => lower,
    }
}
