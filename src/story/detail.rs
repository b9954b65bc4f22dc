//! How much a graph says of what could be told from the rest of it.

/// How much a graph says of the phrases in it: the mentions of entities, the words that state relations and that name speakers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Detail {
    /// Of each entity the first mention in every article, and those in sentences that state something of it or name it as a
    /// speaker. Of each phrase its words: where it stands, its IRI and the named graph that it is in tell.
    #[default]
    Lean,
    /// All mentions. Of each phrase also first and last character and article, each as a property.
    Full,
}
