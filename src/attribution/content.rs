//! What a cue attributes, and to whom, as tokens of a sentence.

/// What a cue attributes, as tokens of its sentence.
pub struct Content {
    pub tokens: Vec<usize>,
    /// The cue's last token: the word itself, its particle, or the preposition before the content.
    pub cue_end: usize,
    /// Whether whoever is the source thereby says that it is so (or that it is not).
    pub claimed: bool,
}

/// A source: whom it means, and the words that name it beside the cue.
pub struct Speaker {
    pub token: usize,
    pub surface: usize,
}
