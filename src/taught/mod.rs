//! What an ontology teaches, ready for use: its plain values, and the extractor that has learned from its examples.
//!
//! Learning has every example parsed by the language engine, which takes a second for a thousand of them. So it is done
//! once: what the built-in ontology teaches is part of the program (`built_in.rs`), and what a user's teaches can be kept
//! as bytes (`stored.rs`) that say what they were made from (`origin.rs`).

mod built_in;
mod origin;
mod paraphrases;
mod reading;
mod stored;
mod teaching;

pub use built_in::{built_in, built_in_bytes, built_in_ontology, built_in_origin};
pub use origin::Origin;
pub use paraphrases::paraphrases_bytes;
pub use reading::read_as_articles;
pub use stored::{Unusable, from_bytes, to_bytes};
pub use teaching::Taught;
