//! A small transformer encoder: a sentence's words in, for every piece of a word a vector that says what it means among
//! its neighbours.
//!
//! The architecture is BERT's (Devlin et al. 2019) in the size of MiniLM (Wang et al. 2020): six layers, 384 numbers a
//! piece. Weights and the rows that are multiplied with them are whole numbers of 8 bits; their sums are exact, and all
//! other arithmetic has one order. So a sentence gives the same bits on any machine, with any kernel, and whatever other
//! sentences are encoded along with it.

mod attention;
mod dense;
mod functions;
mod kernels;
mod layer;
mod network;
mod norm;
mod normaliser;
mod quantised;
mod wordpiece;

pub use functions::exponential;
pub use kernels::Kernel;
pub use network::{Encoder, Vectors};
pub use wordpiece::{LIMIT, Pieces};
