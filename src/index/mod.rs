//! The index of a graph: all its terms and quads in one file that is asked where it lies, without being read first.
//! A command that wants one answer then touches a few pages of it, however large the graph is.
//!
//! Pure: quads in and bytes out ([`write()`]), bytes in and answers out ([`Index`]). Nothing in the bytes is trusted: each place
//! that they name is looked up with care, so that a damaged file is an error and never a crash.

mod answers;
mod damage;
mod gate;
mod interruption;
mod kind;
mod layout;
mod lines;
mod quads;
mod terms;
#[cfg(test)]
mod test_queries;
#[cfg(test)]
mod tests;
mod view;
mod write;

pub use damage::Damage;
pub use gate::Gate;
pub use interruption::{Bounds, Stopped, interruptible};
pub(crate) use kind::{Kind, object_key, text};
pub use layout::{Source, Stamp};
pub use lines::{Line, UNREADABLE};
pub use quads::{DEFAULT_GRAPH, Matches, Pattern, Quad};
pub use view::Index;
pub use write::{Contents, write};
