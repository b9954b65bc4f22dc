//! How much a graph says of what could be told from the rest of it.

/// How much a graph says of the phrases in it: the mentions of entities, the words that state relations and that name speakers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Detail {
    /// Their words. Where they stand, their IRIs and the named graph that they are in tell.
    #[default]
    Lean,
    /// Beside this also first and last character and article, each as a property.
    Full,
}
