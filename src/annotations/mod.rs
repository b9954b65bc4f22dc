//! Sentences that were marked in another program and are to teach: a table, lines of JSON, or what Label Studio, Prodigy and
//! INCEpTION export, as the examples and counterexamples of an ontology in Turtle.
//!
//! Texts in, text out: files are the command line's part. Whatever cannot be used is told with its line and what to do, and
//! the rest is used.

mod annotation;
mod inception;
mod json;
mod label_studio;
mod prodigy;
mod reading;
mod table;
mod teaching;
#[cfg(test)]
mod tests;

pub use reading::read;
pub use teaching::{HEAD, Lesson, teach};
