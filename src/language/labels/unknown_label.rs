//! A text that is no label.

/// A text that is no label of the kind that was asked for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{given:?} is no {kind}; those there are: {known}")]
pub struct UnknownLabel {
    /// What was asked for, as "entity type".
    kind: &'static str,
    /// What stood there instead.
    given: String,
    /// All labels of the kind, with commas between them.
    known: String,
}

impl UnknownLabel {
    /// `known` are all labels of the kind, in the order in which the message lists them.
    pub fn new<T: ToString>(kind: &'static str, given: &str, known: &[T]) -> Self {
        let known: Vec<String> = known.iter().map(T::to_string).collect();
        Self { kind, given: given.to_owned(), known: known.join(", ") }
    }
}
