//! How much a graph says of what could be told from the rest of it.

/// How much a graph says of the phrases in it: the mentions of entities, the words that state relations and that name speakers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Detail {
    /// Of each entity the first mention in every article, and those in sentences that state something of it or name it as a
    /// speaker; no reason where they bear the same name. Of each phrase its words, and of what is said the place: what else
    /// there is to know, its IRI, the named graph that it is in and the property that leads to it tell.
    #[default]
    Lean,
    /// All mentions and reasons. Of each phrase also its class, first and last character and article, each as a property.
    Full,
}
