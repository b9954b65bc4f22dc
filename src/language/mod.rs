//! The English language engine: text in, sentences with tokens, tags, lemmas, dependency trees and names out.
//!
//! It knows nothing of ontologies, articles or graphs and could be lifted out as a crate of its own.

mod arc_eager;
mod attribute_ruler;
mod buffers;
mod built_in;
mod character;
mod derivations;
mod engine;
mod expression;
mod first_window;
mod hash;
mod hash_embed;
mod labels;
mod lemmatizer;
mod lexicon;
mod linear;
mod maxout;
mod ner;
mod noun_kinds;
mod parser;
mod pieces;
mod raw;
mod sentence;
mod sentence_split;
mod special_cases;
mod tagger;
mod tok2vec;
mod tokenizer;
mod transition_model;
mod tree;

pub(crate) use character::CharacterClass;
pub use derivations::Derivations;
pub use engine::{Engine, Stage};
pub use labels::{CoarseTag, Dependency, EntityType, FineTag, UnknownLabel};
pub(crate) use linear::Linear;
pub use noun_kinds::{NounKinds, Synset};
pub(crate) use pieces::{LONGEST_SENTENCE, in_pieces};
pub use sentence::{EntityTag, Sentence, Token};
