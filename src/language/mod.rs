//! The English language engine: text in, sentences with tokens, tags, lemmas, dependency trees and names out.
//!
//! It knows nothing of ontologies, articles or graphs and could be lifted out as a crate of its own.

mod sentence;

pub use sentence::{EntityTag, Sentence, Token};
