//! What is wrong with the bytes of an index.

use thiserror::Error;

/// Why bytes are no index that can be asked. What to do is always the same: make it anew from the graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Damage {
    /// It does not begin as an index does.
    #[error("it is no index")]
    NoIndex,
    /// Another version of newsgraph has written it.
    #[error("it has version {0}, which this newsgraph does not read")]
    Version(u32),
    /// It is shorter or longer than it says, or what it says of itself was changed.
    #[error("its beginning does not fit the rest")]
    Shape,
    /// A number leads to a term that is not there, or to no text.
    #[error("its term {0} is damaged")]
    Term(u32),
}
